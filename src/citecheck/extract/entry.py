"""One entry of a reference list, read into its fields: authors, year, title and the rest."""

from __future__ import annotations

from citecheck.extract.entry_authors import Authored, read_authors, with_role
from citecheck.extract.entry_chunks import et_al_at
from citecheck.extract.entry_markup import Unmarked, unmark
from citecheck.extract.entry_numbers import Identifiers, Numbers, read_identifiers, read_numbers
from citecheck.extract.entry_phrases import phrase_at
from citecheck.extract.entry_reading import Form
from citecheck.extract.entry_source import Source, read_source
from citecheck.extract.entry_title import Titled, read_title
from citecheck.extract.entry_year import Dated, read_year
from citecheck.languages.language import words
from citecheck.model.reference import Flaw, FlawKind, Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.pattern import pattern

#: An entry is read no further than this; the longest real ones have some 3,000 code points (a hundred authors).
_READ = 3000
_LABEL = pattern(
    r"\s*(?:\[(?P<bracket>[^\]\[\n]{1,24})\]|\((?P<round>[0-9]{1,4})\)|(?P<plain>[0-9]{1,4})[.)](?![0-9])|(?P<bare>[0-9]{1,3})(?=\s(?:[a-z]{1,4}\s)?[^\W\d_a-z])|[•·▪*-](?=\s))[\s.:]*"
)
#: "1989: Ulf Preuss": the year begins the entry.
_YEAR_FIRST = pattern(r"\(?(?:1[4-9]|20)[0-9]{2}[a-z]?\)?[:.,]?\s(?=[^\W\d_a-z])")
#: What stands before a year that is given once more: ". ", "(", ". December ".
_AGAIN = pattern(r"[.,(]\s?(?:\w{1,12}\.?\s)?$")
#: Types of works that stand in something else; None is a type that could not be told.
_CONTAINED = ("article-journal", "chapter", None)
_DATE_REST = pattern(r"[,;]?\s[^()\[\]]{2,24}\)")
_COMMA = pattern(r"[\s)\]a-z]{0,3},")
#: A family name, a comma, given names, and a comma.
_INVERTED = pattern(r"[^\W\d_a-z][^,.;:()\d]{1,40},\s[^\W\d_a-z][^,;:()\d]{1,40}(?=,\s)")
#: What stands between names and a title in quotation marks.
_BEFORE_TITLE = pattern(r"[,.]?\s[“„«‘\"‹]")
_WORD = pattern(r"&|[^\W\d_]+")
_SAME = pattern(r"\s*(?:[—–―_-]{2,}|[—―–](?=[\s.,;]))[\s.,]*(?P<more>;\s)?")


@value
class Entry:
    """The fields of an entry. Spans are in the text that was read."""

    authors: tuple[Name, ...] = ()
    et_al: bool = False
    editors: tuple[Name, ...] = ()
    year: Year | None = None
    title: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    place: str | None = None
    doi: str | None = None
    url: str | None = None
    type: str | None = None
    number: int | None = None
    """The label that the text begins with: "[12]", "12."."""
    same_authors: bool = False
    """A dash stands for the authors of the entry before, or nothing: the entry begins with its year."""
    author_span: Span | None = None
    year_span: Span | None = None
    title_span: Span | None = None
    flaws: tuple[Flaw, ...] = ()


def read_entry(text: str, *, form: Form | None = None) -> Entry:
    """Return the fields of one entry; `form`: how its list is known to write names."""
    unmarked = unmark(text[:_READ])
    text = unmarked.text
    start, number, bracketed = _label(text)
    same = _SAME.match(text, start)
    start = same.end() if same else start
    leading = None
    if first := _YEAR_FIRST.match(text, start):
        leading = read_year(text[: first.end()], start, ())
        start = first.end()
    identifiers = read_identifiers(text)
    limit = _italic_title(text, start, unmarked.emphasis)
    if same and not same["more"]:
        authored = _further(text, start, limit)
    else:
        authored = read_authors(text, start, limit, vancouver=number is not None and not bracketed, form=form)
    if first and not any(name.given for name in authored.names):
        authored = Authored(names_end=start, end=start)  # "1929. Nets and Ropes": by the authors of the entry before
    authored, dated, (titled, numbers, source) = _whole(unmarked, start, authored, identifiers, leading=leading)
    return Entry(
        authors=() if authored.editors else authored.names,
        editors=authored.names if authored.editors else (),
        et_al=authored.et_al,
        year=dated.year if dated else None,
        title=titled.title,
        container=titled.container if source.type in _CONTAINED else None,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=numbers.pages,
        publisher=source.publisher,
        place=source.place,
        doi=identifiers.doi,
        url=identifiers.url,
        type=source.type,
        number=number,
        same_authors=bool(same or (first and not authored.names)),
        author_span=unmarked.back(Span(start, authored.names_end)) if authored.names else None,
        year_span=unmarked.back(dated.span) if dated else None,
        title_span=unmarked.back(titled.span),
        flaws=_flaws(authored, dated, titled, same=bool(same), whole=Span(0, len(text)), unmarked=unmarked),
    )


def _whole(
    unmarked: Unmarked, start: int, authored: Authored, identifiers: Identifiers, *, leading: Dated | None
) -> tuple[Authored, Dated | None, tuple[Titled, Numbers, Source]]:
    """Return authors, year and work; of several authors the first alone where these left the work no title."""
    dated = leading or read_year(unmarked.text, authored.end, identifiers.places)
    work = _work(unmarked, authored, dated, identifiers)
    if work[0].title is None and len(authored.names) > 1 and (alone := _alone(unmarked.text, start)):
        return _whole(unmarked, start, alone, identifiers, leading=leading)
    return authored, dated, work


def _work(
    unmarked: Unmarked, authored: Authored, dated: Dated | None, identifiers: Identifiers
) -> tuple[Titled, Numbers, Source]:
    """Return the title, its numbers and its source, which stand behind authors and year."""
    text, end = unmarked.text, len(unmarked.text)
    start_title = max(authored.end, _date_end(text, dated.span.end)) if dated and dated.near else authored.end
    numbers = read_numbers(text, start_title, end, identifiers.places)
    journal = numbers.start is not None
    tail = min(end if numbers.start is None else numbers.start, _late(text, dated, start_title))
    titled = read_title(
        text, start_title, numbers=tail, journal=journal, commas=_commas(text, start_title), emphasis=unmarked.emphasis
    )
    source_end = min((first for first, _ in identifiers.places if first > titled.end), default=end)
    source = read_source(
        text, titled.end, source_end, journal=numbers.volume is not None, online=identifiers.url is not None
    )
    return titled, numbers, source


def reference(
    entry: Entry, *, id: ReferenceId, span: Span, text: str, document: int = 0, section: int = 0
) -> Reference:
    """Return the entry as a reference of a document; `text` is what was read, and `span` where it stands there."""
    return Reference(
        id=id,
        span=span,
        text=text,
        document=document,
        section=section,
        number=entry.number,
        authors=entry.authors,
        et_al=entry.et_al,
        editors=entry.editors,
        year=entry.year,
        title=entry.title,
        container=entry.container,
        volume=entry.volume,
        issue=entry.issue,
        pages=entry.pages,
        publisher=entry.publisher,
        place=entry.place,
        doi=entry.doi,
        url=entry.url,
        type=entry.type,
        author_span=entry.author_span and entry.author_span.shifted(span.start),
        year_span=entry.year_span and entry.year_span.shifted(span.start),
        flaws=tuple(Flaw(flaw.kind, flaw.span.shifted(span.start), flaw.expected) for flaw in entry.flaws),
    )


def following(entry: Entry, before: Entry | Reference | None, *, repeated: bool = False) -> Entry:
    """Return an entry that begins with a dash with the authors of the entry before it.

    Where names stand behind the dash ("———, and B. Smith") it stands for the first author alone. `repeated`: the list
    is known to have set a dash there, in whatever signs.
    """
    if before is None or not (entry.same_authors or repeated):
        return entry
    if entry.same_authors and entry.authors and before.authors:
        return replace(entry, authors=(before.authors[0], *entry.authors))
    if entry.authors or entry.editors:
        return entry
    if entry.et_al:
        return replace(entry, authors=before.authors[:1])
    return replace(entry, authors=before.authors, editors=before.editors, et_al=before.et_al)


def _flaws(
    authored: Authored, dated: Dated | None, titled: Titled, *, same: bool, whole: Span, unmarked: Unmarked
) -> tuple[Flaw, ...]:
    """Return what an entry lacks, said of the whole of it, and a person written as two."""
    flaws = []
    if authored.split:
        name = authored.names[0]
        flaws.append(Flaw(FlawKind.SPLIT_NAME, Span(*authored.split), f"{name.shown}, {name.given}"))
    if not authored.names and not same:
        flaws.append(Flaw(FlawKind.NO_AUTHOR, whole))
    if dated is None:
        flaws.append(Flaw(FlawKind.NO_YEAR, whole))
    if titled.title is None:
        flaws.append(Flaw(FlawKind.NO_TITLE, whole))
    return tuple(Flaw(flaw.kind, unmarked.back(flaw.span) or whole, flaw.expected) for flaw in flaws)


def _further(text: str, start: int, limit: int) -> Authored:
    """Return who is named behind a dash for the author before: "———, and Jane Doe", "——, Ann Roe, and Bo Lund"."""
    role = phrase_at("editors", text, start)
    joiner = None if role else _WORD.match(text, start)
    others = et_al_at(text, start, joiner.group()) if joiner else None
    if others:
        return Authored(names_end=start, end=others, et_al=True)
    several = None if role else read_authors(text, start, limit)
    if several and len(several.names) > 1 and _BEFORE_TITLE.match(text, several.end):
        return several
    if not joiner or not (joiner.group() == "&" or joiner.group() in words("joiners")) or joiner.group()[0].isupper():
        return with_role(text, Authored(end=start))
    return read_authors(text, joiner.end() + 1, limit, joined=True)


def _alone(text: str, start: int) -> Authored | None:
    """Return the first name, where those read behind it left no title: "Roe, Ann, Nets, Oslo, Birch, 1992"."""
    found = _INVERTED.match(text, start)
    authored = read_authors(text, start, found.end()) if found else None
    return authored if authored and len(authored.names) == 1 and not authored.editors else None


def _italic_title(text: str, start: int, emphasis: tuple[Span, ...]) -> int:
    """Return where no name can stand any more: italics of three words or more, small ones among them, are a title."""
    for span in emphasis:
        parts = span.of(text).split()
        if span.start > start + 2 and len(parts) > 2 and any(part.islower() and len(part) > 1 for part in parts):
            return span.start
    return len(text)


def _date_end(text: str, year_end: int) -> int:
    """Return where a date ends that goes on after its year: "(2014, January 16)"."""
    found = _DATE_REST.match(text, year_end)
    return found.end() if found else year_end


def _late(text: str, dated: Dated | None, start: int) -> int:
    """Return where a year stands after the title, the only one or the same once more, else the end."""
    if not dated:
        return len(text)
    if not dated.near:
        return dated.span.start
    again = text.find(str(dated.year.number), start + 5) if dated.year.number else -1
    if again < 0 or text[again + 4 : again + 5] in {"-", "–"}:
        return len(text)
    before = _AGAIN.search(text, max(start, again - 16), again)
    return before.start() if before else len(text)


def _commas(text: str, at: int) -> bool:
    """Whether a comma stands between what comes before the title and the title."""
    return bool(_COMMA.match(text, at))


def _label(text: str) -> tuple[int, int | None, bool]:
    """Return where the entry begins after its label, the label's number, and whether it stands in brackets."""
    found = _LABEL.match(text)
    if not found:
        return len(text) - len(text.lstrip()), None, False
    label = found["bracket"] or found["round"] or found["plain"] or found["bare"]
    if found["plain"] and _YEAR_FIRST.match(text.lstrip()):
        return len(text) - len(text.lstrip()), None, False
    number = int(label) if label and label.isdecimal() and len(label) <= 9 else None
    return found.end(), number, found["bracket"] is not None
