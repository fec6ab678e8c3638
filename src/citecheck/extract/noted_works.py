"""The works that notes cite in full: the entries of an article that has notes and no reference list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from citecheck.extract.body import Body
from citecheck.extract.listed_titles import Word, words_in
from citecheck.extract.note_forms import last_word, leads
from citecheck.extract.note_names import names_before
from citecheck.extract.note_texts import Note, notes
from citecheck.extract.numeric_evidence import count_names_and_years
from citecheck.languages.language import bare, words
from citecheck.model.document import Document
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

#: So few works in full are no bibliography.
FEWEST = 3
#: The names before a title take at most so many code points.
_NAMES = 200
_SEGMENT_END = pattern(r";(?=\s)|\n\s*\n")
# the imprint that ends in a year: (Leiden: Brill, 1994) | (OUP 2001) | (2002)
_IMPRINT = pattern(r"\((?:[^();]{0,120}[\s,:])?((?:1[5-9]|20)[0-9]{2})[a-z]?\)")
# an imprint without brackets: ", Leiden 2001" | ", Paris: Seuil, 1994"
_OPEN_IMPRINT = pattern(r",\s(?=[^\W\d_a-z])[^,;()\n]{3,60}?,?\s((?:1[5-9]|20)[0-9]{2})(?=[,.;]|\s{0,2}$)")
_QUOTED = pattern(
    r"[“„«\"‘‹]([^“”„«»\"\n]{3,300}?)[,.]?[”»\"’›](?!\w)|(?P<mark>[*_]{1,2})([^*_\n]{3,300}?)(?P=mark)(?!\w)"
)
_COMMA = pattern(r",\s+")


def works_in_notes(document: Document) -> tuple[Reference, ...]:
    """Return the works cited in full in the notes, each once, () where notes are not the way the document cites."""
    body = Body(document, (Span(0, len(document.text)),), ())
    found = notes(body)
    works: dict[tuple[str, str], Reference] = {}
    for note in found:
        for reference in _works(document, note):
            works.setdefault((last_word(reference.authors[0].family), fold(reference.title or "")), reference)
    if len(works) < FEWEST or len(works) < count_names_and_years(Body(document, _outside(body, found), ())):
        return ()
    return tuple(replace(work, id=ReferenceId(f"r{number}")) for number, work in enumerate(works.values(), start=1))


def _outside(body: Body, found: tuple[Note, ...]) -> tuple[Span, ...]:
    """Return the parts of the text that are no notes."""
    spans: list[Span] = []
    start = 0
    for note in sorted(found, key=lambda note: note.span):
        spans.append(Span(start, max(start, note.span.start)))
        start = note.span.end
    return (*spans, Span(start, max(start, len(body.text))))


def _works(document: Document, note: Note) -> Iterator[Reference]:
    """Yield the works that a note cites in full."""
    start = note.span.start
    ends = [stop.start() for stop in _SEGMENT_END.finditer(document.text, note.span.start, note.span.end)]
    for end in (*ends, note.span.end):
        work = _work(document, Span(start, end))
        if work is not None:
            yield work
        start = end + 1


def _work(document: Document, segment: Span) -> Reference | None:
    """Return the work that a stretch of a note cites in full: names, a title, an imprint with a year."""
    text = document.text
    said = words_in(text, segment)
    first = leads(text, said, 0, len(said))
    if first >= len(said):
        return None
    imprint = _IMPRINT.search(text, said[first].end, segment.end) or _OPEN_IMPRINT.search(
        text, said[first].end, segment.end
    )
    title = _title(document, said[first], imprint) if imprint else None
    if imprint is None or title is None:
        return None
    at = next((place for place in range(first, len(said)) if said[place].start >= title.start), len(said))
    names = names_before(text, said, first, at) if at < len(said) else None
    if names is None or not names.cited or names.start != said[first].start:
        return None
    whole = Span(names.start, imprint.end())
    return Reference(
        ReferenceId(""),
        whole,
        document.quote(whole),
        authors=tuple(Name(name.text) for name in names.cited),
        et_al=names.et_al is not None,
        year=Year(imprint[1], int(imprint[1])),
        title=" ".join(title.of(text).split()),
        year_span=Span(*imprint.span(1)),
    )


def _title(document: Document, first: Word, imprint: re.Match[str]) -> Span | None:
    """Return the title between names and imprint: what is quoted or in italics, else what follows the first comma."""
    text = document.text
    comma = _COMMA.search(text, first.end, min(first.end + _NAMES, imprint.start() + 1))
    if comma is None or comma.end() >= imprint.start():
        return None
    quoted = _QUOTED.search(text, comma.end() - 1, min(imprint.start() + 1, comma.end() + _NAMES))
    if quoted is not None:
        return Span(*quoted.span(1 if quoted[1] else 3))
    at = bisect_left(document.emphasis, comma.end(), key=lambda span: span.start)
    if at < len(document.emphasis) and document.emphasis[at].end <= imprint.start():
        return document.emphasis[at]
    end = imprint.start()
    for later in _COMMA.finditer(text, comma.end(), end):
        word = text[later.end() : end].split(maxsplit=1)
        if word and (bare(word[0]) in words("translators") | words("editors") or word[0][0].isdigit()):
            end = later.start()
            break
    title = Span(comma.end(), comma.end() + len(text[comma.end() : end].rstrip(" ,")))
    return title if len(title) > 3 and text[title.start].isupper() else None
