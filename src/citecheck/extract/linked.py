"""Citations that the format itself tags with their entries: the tags are the truth for what is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.extract.lexicon import forms, words_of
from citecheck.extract.managed import places_of
from citecheck.extract.numeric_evidence import ledger
from citecheck.model.citation import Citation, CitationId, CitationKind, CitedName, Style
from citecheck.model.document import Document, Link
from citecheck.model.reference import Name, Reference, Year
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.pattern import pattern

#: What stands between two tagged numbers that mean all between them: <1>–<4>, [<1>]–[<4>].
_RANGE = pattern(r"\s?[\])]?\s?[-‐‑‒–—―−]{1,2}\s?[\[(]?\s?")
_NUMBER = pattern(r"[\[(]?\s?([0-9]{1,4})\s?[\])]?")
_NUMBERS = pattern(r"[\s\[\](),;.‐-―−-]{0,8}(?:[0-9]{1,4}[\s\[\](),;.‐-―−-]{0,8}){1,200}")
_YEAR = pattern(r"(?:1[5-9]|20)[0-9]{2}")
#: A name and a year, and nothing else: "Cole 2004", "Cole, 2004a".
_NAME_AND_YEAR = pattern(
    r"(?P<name>[^\W\d_][^\d,;()]{1,60}[^\W\d_]),? (?P<year>(?P<number>(?:1[5-9]|20)[0-9]{2})(?P<letter>[a-z]?))"
)
WIDEST = 500
"""A range of numbers that spans more is none."""


@value
class Tag:
    """One entry that a stretch of the text is tagged with; `place` is where the entry stands among the references."""

    span: Span
    place: int
    implied: bool = False


def with_links(
    document: Document, citations: Sequence[Citation], references: Sequence[Reference]
) -> tuple[Citation, ...]:
    """Return the citations with what the document's links say they mean, and those that are tagged but were not read.

    Where the words of a citation are those of another entry than the one it is tagged with, matching decides.
    """
    tags = _tags(document, references)
    if not tags:
        return tuple(citations)
    linking = _Linking(tags, references)
    told = linking.told_all(citations)
    told += linking.unread(document.text)
    return tuple(sorted(told, key=lambda citation: (citation.span.start, citation.span.end)))


def _tags(document: Document, references: Sequence[Reference]) -> list[Tag]:
    """Return the links to entries in text order, with those that a dash between two of them implies."""
    places = {
        key: place
        for place, reference in reversed(list(enumerate(references)))
        for key in (reference.key, *reference.aliases)
        if key
    }
    if document.works:
        places = places_of(document.works, references) | places
    links = sorted((link for link in document.links if link.target in places), key=lambda link: link.span)
    tags = [Tag(link.span, places[link.target]) for link in links if link.target is not None]
    tags += _aimed([link for link in document.links if link.aim is not None], references)
    implied = [tag for one, other in pairwise(tags) for tag in _between(document.text, one, other)]
    return sorted((*tags, *implied), key=lambda tag: (tag.span.start, tag.implied, tag.place))


def _aimed(links: Sequence[Link], references: Sequence[Reference]) -> Iterator[Tag]:
    """Yield the links that lead to a line in which an entry begins, or that goes on with one; none from the list."""
    spans = [reference.span for reference in references]
    starts = [span.start for span in spans]
    if not links or starts != sorted(starts):
        return

    def at(offset: int) -> int | None:
        place = bisect_right(starts, offset) - 1
        return place if place >= 0 and offset < spans[place].end else None

    for link in links:
        if link.aim is None or at(link.span.start) is not None:
            continue
        begun = bisect_left(starts, link.aim.start)
        place = begun if begun < len(starts) and starts[begun] < link.aim.end else at(link.aim.start)
        if place is not None:
            yield Tag(link.span, place)


def _between(text: str, one: Tag, other: Tag) -> Iterator[Tag]:
    """Yield the entries between two tagged numbers that a dash joins."""
    if not 0 < other.span.start - one.span.end < 9 or not 1 < other.place - one.place <= WIDEST:
        return
    if not _RANGE.fullmatch(text, one.span.end, other.span.start):
        return
    if _NUMBER.fullmatch(one.span.of(text)) and _NUMBER.fullmatch(other.span.of(text)):
        hull = Span(one.span.start, other.span.end)
        yield from (Tag(hull, place, implied=True) for place in range(one.place + 1, other.place))


class _Linking:
    """The tags of a document, and which of them a citation was read over."""

    def __init__(self, tags: list[Tag], references: Sequence[Reference]) -> None:
        self._tags = tags
        self._references = references
        self._starts = [tag.span.start for tag in tags]
        self._longest = max(len(tag.span) for tag in tags)
        self._taken: set[int] = set()
        self._read: Counter[Span] = Counter()
        self._numbers: dict[str, set[int]] = defaultdict(set)
        for number, entries in ledger(tuple(references)).numbers.items():
            for entry in entries:
                self._numbers[entry.id].add(number)
        self._by_year: dict[object, list[Reference]] = defaultdict(list)
        for reference in references:
            self._by_year[reference.year.number if reference.year else None].append(reference)

    def told_all(self, citations: Sequence[Citation]) -> list[Citation]:
        """Return the citations with the entries that they are tagged with: first where the words agree with the tag."""
        told: list[Citation] = []
        open_: list[int] = []
        for place, citation in enumerate(citations):
            over = self._over(citation.span)
            self._read.update({self._tags[at].span for at in over})
            fitting = [at for at in over if self._agree(citation, self._references[self._tags[at].place])]
            if over and not fitting:
                open_.append(place)
            told.append(self._told(citation, fitting))
        for place in open_:
            if not self._agrees_elsewhere(citations[place]):
                left = (at for at in self._over(citations[place].span) if at not in self._taken)
                told[place] = self._told(citations[place], [at for at in left if not self._tags[at].implied][:1])
        return told

    def _told(self, citation: Citation, fitting: Sequence[int]) -> Citation:
        """Return the citation with the first entry of these tags, of one that is not taken yet where there is one."""
        if not fitting:
            return citation
        at = next((at for at in fitting if at not in self._taken), fitting[0])
        self._taken.add(at)
        return replace(citation, meant=(self._references[self._tags[at].place].id,))

    def unread(self, text: str) -> Iterator[Citation]:
        """Yield citations for the tags over which none was read, or fewer than there are entries."""
        missing: dict[Span, list[Tag]] = defaultdict(list)
        for at, tag in enumerate(self._tags):
            if at not in self._taken:
                missing[tag.span].append(tag)
        for span, tags in missing.items():
            for tag in tags[self._read[span] :]:
                yield _citation(text, tag, self._references[tag.place])

    def _over(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [at for at in range(first, last) if self._tags[at].span.overlaps(span)]

    def _agree(self, citation: Citation, reference: Reference) -> bool:
        """Whether the words of a citation are those by which this entry is cited."""
        if citation.number is not None:
            return citation.number in self._numbers[reference.id]
        return _years_agree(citation.year, reference.year) and _names_agree(citation, reference)

    def _agrees_elsewhere(self, citation: Citation) -> bool:
        """Whether the words of a citation are those by which some entry is cited."""
        if citation.number is not None:
            return bool(citation.meant)
        year = citation.year.number if citation.year else None
        return any(self._agree(citation, reference) for reference in self._by_year.get(year, ()))


def _years_agree(cited: Year | None, listed: Year | None) -> bool:
    """Whether the years are one; a citation without a year says nothing about it."""
    if cited is None or listed is None:
        return cited is None
    return (cited.number, cited.suffix, cited.undated) == (listed.number, listed.suffix, listed.undated)


def _names_agree(citation: Citation, reference: Reference) -> bool:
    """Whether the cited names are the first of the listed ones, and as many as they should be."""
    cited, listed = citation.authors, reference.cited_as
    if len(cited) > len(listed) or not all(_is(name.text, who) for name, who in zip(cited, listed, strict=False)):
        return False
    if citation.et_al is not None:
        return len(listed) > len(cited) + 1 or reference.et_al
    return not cited or len(cited) == len(listed) or reference.et_al


def _is(cited: str, listed: Name) -> bool:
    """Whether a cited name is the listed one; of the name of a body a part will do."""
    words, whole = words_of(cited), words_of(listed.shown)
    if words in tuple(forms(listed)):
        return True
    return listed.corporate and any(whole[at : at + len(words)] == words for at in range(len(whole)))


def _citation(text: str, tag: Tag, reference: Reference) -> Citation:
    """Return a citation by the shape of what is tagged: numbers, or names and years."""
    written = tag.span.of(text)
    number = _NUMBER.fullmatch(written)
    is_year = number is not None and _YEAR.fullmatch(number[1]) is not None
    numeric = _NUMBERS.fullmatch(written) is not None and not is_year
    dated = None if numeric else _dated(written, tag.span.start, reference)
    if dated is not None:
        return dated
    return Citation(
        CitationId(""),
        tag.span,
        CitationKind.NUMERIC if numeric else CitationKind.PARENTHETICAL,
        Style.NUMERIC if numeric else Style.AUTHOR_DATE,
        tag.span,
        number=int(number[1]) if number and numeric else None,
        meant=(reference.id,),
    )


def _dated(written: str, start: int, reference: Reference) -> Citation | None:
    """Return the citation of a tag that shows the one author of its entry and a year, None where it shows otherwise."""
    found = _NAME_AND_YEAR.fullmatch(written)
    if found is None or len(reference.cited_as) != 1 or not _is(found["name"], reference.cited_as[0]):
        return None
    span = Span(start, start + len(written))
    return Citation(
        CitationId(""),
        span,
        CitationKind.PARENTHETICAL,
        Style.AUTHOR_DATE,
        span,
        authors=(CitedName(found["name"], Span(*found.span("name")).shifted(start)),),
        year=Year(found["year"], int(found["number"]), found["letter"]),
        year_span=Span(*found.span("year")).shifted(start),
        meant=(reference.id,),
    )
