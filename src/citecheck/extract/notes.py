"""Citations in footnotes and endnotes: full forms, short forms, ibid., op. cit., "Jones (n 12) 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.extract.body import Body
from citecheck.extract.listed_titles import Hit, Title, TitleIndex, Word, words_in
from citecheck.extract.locators import read_locator
from citecheck.extract.note_forms import (
    Surnames,
    last_word,
    leads,
    repeats,
    short_form,
    stands_for_work,
    year_in_brackets,
)
from citecheck.extract.note_names import Names, names_before
from citecheck.extract.note_texts import Note, notes
from citecheck.extract.recogniser import Recogniser
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Locator, Style
from citecheck.model.reference import Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

#: Notes hold the references when at least so many of their citations name a listed title …
_FEWEST = 3
#: … and these are this part of the list.
_SHARE = 0.2
#: The names before a title stand at most so far before it.
_BESIDE = 300
_WORDS_BESIDE = 60
_OPENING = frozenset("“„«‘\"'‹([*_")
# the first two words of what may be a title: behind a quotation mark, a bracket, a mark of italics, a comma
_SET_OFF = pattern(r"[“„«‘\"'‹(\[*_,]\s{0,2}([^\W\d_]{1,40})[\s’'-]([^\W_]{1,40})?")
_QUOTES = frozenset('“„«‘"')
_IN_ADDRESS = frozenset("/-_=#&%.")
_CLOSING = frozenset({*",.;:”’»\"')]*_\n", ""})
# pages behind a title or imprint: , 45 | ,” 45–7   not a year
_PAGES = pattern(
    r"[”’\"»]?,?[”’\"»]?\s{1,2}(?!(?:1[5-9]|20)[0-9]{2}\b)([0-9]{1,5})(?:[–—-]([0-9]{1,5}))?(?=\s{0,2}(?:[.;,)]|$))"
)
# what leads into the book that holds the work just cited. matches the end of: Nets’, in: | Nets. In
_CONTAINING = pattern(r"[,.;)”’»\"']\s[Ii]n:?\s\Z")
_SEGMENT_END = pattern(r";(?=\s)|\n\s*\n")
_IMPRINT = pattern(r"[^;()\n]{0,160}\([^();]{0,160}((?:1[5-9]|20)[0-9]{2})[a-z]?\)")


def find(body: Body) -> tuple[Citation, ...]:
    """Return the citations of a document whose notes hold its references, () for any other.

    Titles of the list are searched in the notes first; when these cite enough of it, in the rest of the text too.
    """
    found = notes(body)
    if not found or not body.references:
        return ()
    reading = _Reading(body, noted=any(note.span.contains(body.references[0].span) for note in found))
    in_notes = [citation for note in found for citation in reading.note(note)]
    cited = {meant for citation in in_notes for meant in citation.meant or ()}
    if len(in_notes) < _FEWEST or len(cited) < _SHARE * len(body.references):
        return ()
    others = [citation for span in _outside(body, found) for citation in reading.running(span)]
    return tuple(sorted((*in_notes, *others), key=lambda citation: citation.span))


def _outside(body: Body, found: Sequence[Note]) -> Iterator[Span]:
    """Yield the parts of the body that are no notes."""
    for span in body.spans:
        start = span.start
        for note in found:
            if span.contains(note.span):
                yield Span(start, max(start, note.span.start))
                start = note.span.end
        yield Span(start, span.end)


class _Reading:
    """Reads note by note, and remembers what was cited last and by whom.

    With `noted` the notes are the only bibliography, so that a short form without its full form is a work not given.
    """

    def __init__(self, body: Body, *, noted: bool) -> None:
        self._text = body.text
        self._noted = noted
        self._index = TitleIndex(body.references)
        self._surnames = Surnames(body.references)
        self._last: tuple[ReferenceId, ...] | None = None
        self._cited: dict[str, Reference] = {}
        self._by_id = {reference.id: reference for reference in body.references}

    def note(self, note: Note) -> Iterator[Citation]:
        """Yield the citations of one note, in order."""
        start = note.span.start
        for end in (*(stop.start() for stop in _SEGMENT_END.finditer(self._text, *_pair(note.span))), note.span.end):
            segment = Span(start, end)
            found = list(self.titles(segment)) or list(self._without_title(segment))
            for citation in found:
                self._remember(citation)
                yield citation
            start = end + 1

    def _remember(self, citation: Citation) -> None:
        self._last = citation.meant
        for meant in citation.meant or ():
            for name in self._by_id[meant].cited_as[:1]:
                self._cited[last_word(name.family)] = self._by_id[meant]

    def running(self, span: Span) -> Iterator[Citation]:
        """Yield the citations in text that is no note; only stretches about what may be a title are read."""
        windows: list[Span] = []
        for found in _SET_OFF.finditer(self._text, *_pair(span)):
            if any(self._index.may_begin(fold(word)) for word in found.groups() if word):
                start, end = max(span.start, found.start() - _BESIDE), min(span.end, found.end() + 2 * _BESIDE)
                if windows and start <= windows[-1].end:
                    start = windows.pop().start
                windows.append(Span(start, end))
        for window in windows:
            yield from self.titles(window, running=True)

    def titles(self, span: Span, *, running: bool = False) -> Iterator[Citation]:
        """Yield the citations in `span` that name a title of the list; in running text only where it looks like one."""
        said = words_in(self._text, span)
        at = first = 0
        while at < len(said):
            hit = self._index.at(said, at)
            title = self._title(said, first, hit) if hit and (not running or self._is_set_off(said, hit)) else None
            if hit is None or title is None:
                at += 1
                continue
            names = names_before(self._text, said, first, hit.first)
            if first and _CONTAINING.search(self._text, max(0, names.start - 8), names.start):
                at += 1
                continue
            yield self._citation(names, said[hit.last].end, span, title.reference)
            at = first = hit.last + 1

    def _title(self, said: Sequence[Word], first: int, hit: Hit) -> Title | None:
        """Return the title that is cited by a hit, None where its words only happen to stand there."""
        begin = said[hit.first].start
        if self._text[begin - 1 : begin] in _IN_ADDRESS or self._is_inside_quotes(said, first, hit.first):
            return None
        nearest = said[max(first, hit.first - _WORDS_BESIDE) : hit.first]
        before = [word for word in nearest if word.start > begin - _BESIDE]
        lead = {word.folded for word in before}
        authored = [title for title in hit.titles if _authors(title.reference) & lead]
        leading = [title for title in authored if last_word(title.reference.cited_as[0].family) in lead]
        if leading or authored:
            best = self._fitting(leading or authored, said, hit)
            near = {word.folded for word in before[-8:]}
            if hit.last - hit.first > 2 or (hit.whole and hit.last > hit.first):
                return best
            return best if _authors(best.reference) & near and self._is_cut_off(said[hit.last], hit) else None
        if self._is_all(said, hit):
            return self._fitting(hit.titles, said, hit)
        if hit.last - hit.first < 2 or (before and first and self._is_inside_another(before[-1], begin)):
            return None
        if not self._text[begin].isupper():
            return None
        return self._fitting(hit.titles, said, hit) if hit.whole or hit.last - hit.first > 2 else None

    def _is_inside_quotes(self, said: Sequence[Word], first: int, at: int) -> bool:
        """Whether a quoted title begins before these words, so that it is another: “New Paths”, not “Paths”."""
        before = said[at - 1] if at > first else None
        if before is None or not self._text[before.end : said[at].start].isspace():
            return False
        return self._text[before.start - 1 : before.start] in _QUOTES and self._text[before.start].isupper()

    def _is_cut_off(self, word: Word, hit: Hit) -> bool:
        """Whether a title that is shortened ends where a title may: at a comma, a quotation mark, a bracket."""
        return hit.whole or self._text[word.end : word.end + 1] in _CLOSING

    def _is_set_off(self, said: Sequence[Word], hit: Hit) -> bool:
        """Whether a title is quoted, bracketed, in italics or behind the comma that follows a name."""
        start = said[hit.first].start
        before = self._text[max(0, start - 3) : start].rstrip()
        return before[-1:] in _OPENING | {","} and self._text[start].isupper()

    def _fitting(self, titles: Sequence[Title], said: Sequence[Word], hit: Hit) -> Title:
        """Return the title whose entry shares most words with what follows the title in the text."""
        if len(titles) == 1:
            return titles[0]
        following = {word.folded for word in said[hit.last + 1 : hit.last + 25]}
        shared = [len(following & set(fold(title.reference.text).split())) for title in titles]
        return titles[shared.index(max(shared))]

    def _is_all(self, said: Sequence[Word], hit: Hit) -> bool:
        """Whether a note begins with a title, however short, and has nothing else but numbers: "2. Tone, 12"."""
        end = said[hit.last].end
        cut_off = self._text[end : end + 1] in _CLOSING or self._text[end : end + 2] == " ("
        if not hit.whole or not cut_off or hit.first != leads(self._text, said, 0, len(said)):
            return False
        numbers = any(word.folded[0].isdigit() for word in said[hit.last + 1 :])
        return hit.last + 1 == len(said) or numbers or stands_for_work(self._text, end, len(self._text)) is not None

    def _is_inside_another(self, word: Word, begin: int) -> bool:
        """Whether the title at `begin` stands in the work just cited: "in Nets", "Papers of the Conference on Nets"."""
        if self._text[word.end : begin].isspace() and word.folded not in words("before"):
            return True
        return bare(self._text[word.start : word.end]) in words("inside") | words("editors")

    def _citation(self, names: Names, end: int, segment: Span, reference: Reference) -> Citation:
        imprint = _IMPRINT.match(self._text, end, segment.end)
        if imprint:
            end = imprint.end()
        locator = self._locator(end, segment)
        span = Span(names.start, locator.span.end if locator else end)
        year = Year(imprint[1], int(imprint[1])) if imprint else None
        return Citation(
            CitationId(""), span, CitationKind.NOTE, Style.NOTES, segment, names.cited, names.et_al, year,
            Span(*imprint.span(1)) if imprint else None, locator=locator, meant=(reference.id,),
        )  # fmt: skip

    def _without_title(self, segment: Span) -> Iterator[Citation]:
        """Yield the citation of a segment that names no listed title: ibid., a surname, a work that is not listed."""
        said = words_in(self._text, segment)
        first = leads(self._text, said, 0, len(said))
        if first >= len(said):
            return
        again = repeats(self._text, said[first].start)
        if again:
            if self._last is not None:
                yield replace(self._plain(again, segment, self._last), kind=CitationKind.IBID)
            return
        yield from self._by_surname(said, first, segment)

    def _by_surname(self, said: Sequence[Word], first: int, segment: Span) -> Iterator[Citation]:
        for at in range(first, min(first + 6, len(said))):
            entries = self._surnames.entries(said[at].folded)
            follows = self._stands(said, first, at, segment) if entries else None
            if follows is None:
                continue
            before = self._cited.get(said[at].folded)
            meant = (before.id,) if before else tuple(entry.id for entry in entries)
            if follows.end > follows.start or len(meant) == 1:
                yield self._plain(Span(said[first].start, follows.end), segment, meant)
                return
        unlisted = list(self._unlisted(said, first, segment))
        yield from unlisted
        short = short_form(self._text, said[first].start, segment.end) if not unlisted else None
        if short and (self._noted or self._locator(short.end, segment) is not None):
            yield self._plain(short, segment, ())  # beside a bibliography only with the page that a work is cited by

    def _stands(self, said: Sequence[Word], first: int, at: int, segment: Span) -> Span | None:
        """Return what follows the names that go on with the word at `at`, when they stand for a work cited before.

        That is nothing where names are all that the note has from its word `first` on: "Hale", "See Ann Hale and Gow".
        """
        for last in range(at, min(at + 4, len(said))):
            word = said[last]
            if last > at and not _goes_on(self._text, word):
                return None
            follows = stands_for_work(self._text, word.end, segment.end)
            if follows:
                return follows
        last = len(said) - 1
        named = last - at < 4 and all(self._text[word.start].isupper() for word in said[first:at])
        alone = named and not self._text[said[last].end : segment.end].strip(" .\n")
        return Span(said[last].end, said[last].end) if alone else None

    def _unlisted(self, said: Sequence[Word], first: int, segment: Span) -> Iterator[Citation]:
        """Yield a work cited in full whose title the list does not have: names, a title, an imprint with a year."""
        imprint = year_in_brackets(self._text, said[first].end, segment.end)
        if imprint is None:
            return
        opened = self._text.rfind("(", segment.start, imprint.start())
        inner = next((at for at, word in enumerate(said) if word.start > opened), first) if opened >= 0 else first
        for begin in (first, leads(self._text, said, inner, len(said))):
            cited = self._in_full(said, begin, segment, imprint)
            if cited:
                yield cited
                return

    def _in_full(self, said: Sequence[Word], first: int, segment: Span, imprint: re.Match[str]) -> Citation | None:
        """Return the work cited from word `first` on up to an imprint, None where no names and title stand there."""
        comma = self._text.find(",", said[first].end, said[first].end + 200)
        if not 0 < comma < imprint.start():
            return None
        title = next((at for at in range(first, len(said)) if said[at].start > comma), None)
        if title is None or title - first < 2 or not self._text[said[title].start].isupper():
            return None
        names = names_before(self._text, said, first, title)
        if names.start != said[first].start or not names.cited:
            return None
        year = int(imprint[1])
        entries = self._surnames.entries(last_word(names.cited[0].text))
        meant = tuple(entry.id for entry in entries if entry.year and entry.year.number == year)
        cited = self._plain(Span(names.start, imprint.end()), segment, meant[:1])
        return replace(cited, authors=names.cited, et_al=names.et_al)

    def _plain(self, span: Span, segment: Span, meant: tuple[ReferenceId, ...]) -> Citation:
        locator = self._locator(span.end, segment)
        whole = Span(span.start, locator.span.end) if locator else span
        return Citation(CitationId(""), whole, CitationKind.NOTE, Style.NOTES, segment, locator=locator, meant=meant)

    def _locator(self, at: int, segment: Span) -> Locator | None:
        """Return the pages that stand at `at`; in a note they may be bare at the end of a sentence."""
        found = _PAGES.match(self._text, at, segment.end)
        if found is None:
            return read_locator(self._text, at, segment.end, inside=True)
        span = Span(found.start(1), found.end())
        first, last = int(found[1]), int(found[2] or found[1])
        return Locator(span.of(self._text), span, None, ((first, max(first, last)),))


def _goes_on(text: str, word: Word) -> bool:
    """Whether names go on with this word: a further name, "and", "et al."."""
    written = text[word.start : word.end]
    return written[0].isupper() or bare(written) in words("joiners") or word.folded in {"et", "al", "others"}


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _authors(reference: Reference) -> set[str]:
    return {last_word(name.family) for name in reference.cited_as}


RECOGNISER = Recogniser(Style.NOTES, find)
