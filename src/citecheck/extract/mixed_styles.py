"""Citations in another way than the one that prevails, kept where the list leaves no doubt that they cite."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from citecheck.extract.body import Body
from citecheck.extract.lexicon import words_of
from citecheck.extract.note_texts import notes
from citecheck.extract.numeric_evidence import ledger
from citecheck.extract.numeric_marks import Form, Mark, marks
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

#: A number stands beside a name and year that are no citation of their own when it is so near, in code points.
BESIDE = 6
#: A work that is cited by number so near is not cited by name as well.
SAME_SENTENCE = 240
#: More marks of numbers than this part of the citations are notes, examples or quantities, not strays.
FEW = 0.25
# the end of a sentence and the capital that begins the next   not: et al. found
_SENTENCE_END = pattern(r"[.?!][”’\"')\]]?\s{1,3}[“‘\"'(]?(?=[^\W\d_a-zß-öø-ÿ])|\n\s*\n")


def strays(body: Body, style: Style, chosen: Sequence[Citation], dated: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return the citations in other styles than `style`; `chosen` are those in it, `dated` those read as author–date.

    Of an article that cites by number or in notes these are names and years in brackets that one entry has;
    of an author–date article numbers in square brackets.
    """
    if style is Style.AUTHOR_DATE:
        return tuple(_numbered(body, chosen))
    if style in {Style.NUMERIC, Style.NOTES}:
        return tuple(_dated(body, chosen, dated))
    return ()


class _Places:
    """Where the citations of the prevailing style stand."""

    def __init__(self, chosen: Iterable[Citation]) -> None:
        self._spans = sorted(
            (Span(one.cluster.start, max(one.cluster.end, one.span.end)), one.meant or ()) for one in chosen
        )
        self._starts = [span.start for span, _ in self._spans]
        self._longest = max((len(span) for span, _ in self._spans), default=0)

    def near(self, span: Span, reach: int) -> Iterator[tuple[Span, tuple[ReferenceId, ...]]]:
        """Yield the citations that touch `span` widened by `reach`, each with what it means."""
        first = bisect_left(self._starts, span.start - reach - self._longest)
        last = bisect_right(self._starts, span.end + reach)
        for place, meant in self._spans[first:last]:
            if place.end >= span.start - reach:
                yield place, meant


def _dated(body: Body, chosen: Sequence[Citation], dated: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the names and years in brackets by which exactly one entry is cited, away from any number or note."""
    places = _Places(chosen)
    closed = [note.span for note in notes(body)]
    for citation in dated:
        entry = _entry(citation, body)
        if entry is None or any(span.contains(citation.span) for span in closed):
            continue
        if any(True for _ in places.near(citation.cluster, BESIDE)):
            continue
        near = (place for place, meant in places.near(citation.cluster, SAME_SENTENCE) if entry in meant)
        if not any(_in_one_sentence(body.text, citation.cluster, place) for place in near):
            yield citation


def _in_one_sentence(text: str, one: Span, other: Span) -> bool:
    """Whether no sentence ends between two places."""
    return not _SENTENCE_END.search(text, min(one.end, other.end), max(one.start, other.start))


def _entry(citation: Citation, body: Body) -> ReferenceId | None:
    """Return the one entry that has the names and the year of a citation in brackets, None for any doubt."""
    plain = citation.kind is CitationKind.PARENTHETICAL and not citation.inherited and not citation.distant
    year = citation.year
    if not plain or not citation.authors or year is None or year.number is None:
        return None
    lexicon = body.lexicon
    first, *others = (lexicon.entries(words_of(name.text)) for name in citation.authors)
    found = [
        index
        for index, places in first.items()
        if 0 in places
        and lexicon.year_of(index) == (year.number, year.suffix)
        and all(index in entries for entries in others)
    ]
    return body.references[found[0]].id if len(found) == 1 else None


def _numbered(body: Body, chosen: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the few numbers in square brackets of an article that cites by name and year, if they are of no note."""
    found = [mark for mark in marks(body, Form.SQUARE) if _is_plain(body.text, mark)] if chosen else []
    if not found or len(found) > FEW * len(chosen):
        return
    noted = {note.number for note in notes(body)}
    known = ledger(body.references)
    places = _Places(chosen)
    for mark in found:
        inside = all(0 < one.number <= known.highest and one.number not in noted for one in mark.numbers)
        if not inside or any(True for _ in places.near(mark.span, 0)):
            continue
        for one in mark.numbers:
            entries = known.numbers.get(one.number, ()) if known.printed else ()
            yield Citation(
                CitationId(""),
                mark.span if len(mark.numbers) == 1 else one.span,
                CitationKind.NUMERIC,
                Style.NUMERIC,
                cluster=mark.span,
                number=one.number,
                locator=one.locator,
                meant=tuple(entry.id for entry in entries),
            )


def _is_plain(text: str, mark: Mark) -> bool:
    """Whether a mark holds numbers alone, and stands behind a word, before a space or a closing sign."""
    if any(letter.isalpha() or letter in "=.:" for letter in mark.span.of(text)):
        return False
    before, after = text[max(0, mark.span.start - 3) : mark.span.start], text[mark.span.end : mark.span.end + 1]
    return before.endswith(" ") and before[:-1].isalpha() and (not after or after in " .,;:)\n")
