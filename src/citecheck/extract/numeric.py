"""Citations by number: [3, 5–8], (3), raised or glued digits, ref. 3; and labels such as [Smith12]."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from citecheck.extract.alpha_labels import find_labels
from citecheck.extract.body import Body
from citecheck.extract.number_groups import Numbered, between
from citecheck.extract.numeric_evidence import (
    Ledger,
    Weight,
    count_names_and_years,
    end_of_authors,
    ends_clauses,
    in_order_of_mention,
    is_cited_by_name,
    ledger,
    prevails,
    weigh,
)
from citecheck.extract.numeric_marks import Form, Mark, marks, worded
from citecheck.extract.numeric_tables import table_marks
from citecheck.extract.reach import Reach
from citecheck.extract.recogniser import Recogniser
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace

_DASHES = frozenset("-‐‑‒–—―−⁻")


def find(body: Body) -> tuple[Citation, ...]:
    """Return the citations by number, () where the evidence of the whole document is weak.

    The form that prevails (square, round, raised, glued) is chosen once for the document; other marks of numbers in
    it are equations, examples, footnotes and quantities.
    """
    labels = find_labels(body)
    if labels:
        return labels
    known = ledger(body.references)
    prevailing = _prevailing(body, known)
    if prevailing is None:
        return ()
    found = (*_firm(prevailing.marks), *worded(body), *table_marks(body))
    chosen = [mark for mark in found if _is_citation(body.text, mark, known)]
    joined = list(_joined(body.text, _apart(chosen)))
    reach = Reach(body.references, [mark.span.start for mark in joined])
    return tuple(citation for mark in joined for citation in _citations(mark, known, reach))


def _prevailing(body: Body, known: Ledger) -> Weight | None:
    """Return the form in which the document cites, None where it does not cite by number."""
    if not known.numbers:
        return None
    names_and_years = count_names_and_years(body)
    square = weigh(Form.SQUARE, marks(body, Form.SQUARE), known)
    if prevails(square, known, names_and_years) and square.covered > 0.6:
        return square
    if not known.printed and names_and_years > len(known.numbers):
        return square if prevails(square, known, names_and_years) else None
    head = end_of_authors(body.text, body.references)
    raised = tuple(mark for mark in marks(body, Form.RAISED) if mark.span.start >= head)
    others = [weigh(Form.ROUND, marks(body, Form.ROUND), known), weigh(Form.RAISED, raised, known)]
    fitting = [
        weight
        for weight in (square, *others)
        if prevails(weight, known, names_and_years) or ends_clauses(weight, known, body.text, names_and_years)
    ]
    if fitting:
        return max(fitting, key=lambda weight: (round(weight.covered * weight.valid, 1), weight.cited))
    if not known.printed:
        return None
    behind = tuple(mark for mark in marks(body, Form.GLUED) if mark.span.start >= head)
    glued = weigh(Form.GLUED, in_order_of_mention(body.text, behind, known), known)
    return glued if prevails(glued, known, names_and_years) else None


def _firm(found: tuple[Mark, ...]) -> Iterator[Mark]:
    """Yield the marks that are firm, and of the others those that cite a number which nothing else cites."""
    cited = {one.number for mark in found if mark.firm for one in mark.numbers}
    for mark in found:
        if mark.firm or any(one.number not in cited for one in mark.numbers):
            yield mark


def _is_citation(text: str, mark: Mark, known: Ledger) -> bool:
    """Whether a mark of the prevailing form cites, its numbers being in the list or not far beyond it."""
    inside = [one.number in known.numbers for one in mark.numbers]
    if mark.form is Form.SQUARE:
        return any(inside) or all(0 < one.number < 1000 for one in mark.numbers)
    beyond = known.highest + max(3, known.highest // 10)
    if any(inside):
        return sum(inside) * 2 >= len(inside)
    near = all(0 < one.number <= beyond for one in mark.numbers)
    return near or (all(0 < one.number < 1000 for one in mark.numbers) and is_cited_by_name(text, mark, known))


def _apart(found: list[Mark]) -> list[Mark]:
    """Return the marks in text order, without those that overlap one before them."""
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _joined(text: str, found: Iterable[Mark]) -> Iterator[Mark]:
    """Yield the marks, each with the numbers that a dash between it and the one before implies: [3]–[5]."""
    before: Mark | None = None
    for mark in found:
        gap = text[before.span.end : mark.span.start].strip() if before else ""
        if before and len(gap) == 1 and gap in _DASHES and mark.span.start - before.span.end < 4:
            implied = between(before.numbers[-1], mark.numbers[0])
            yield replace(mark, numbers=(*implied, *mark.numbers))
        else:
            yield mark
        before = mark


def _citations(mark: Mark, known: Ledger, reach: Reach) -> Iterator[Citation]:
    for one in mark.numbers:
        span = _span(mark, one)
        yield Citation(
            CitationId(""),
            span,
            CitationKind.NUMERIC,
            Style.NUMERIC,
            cluster=Span(min(span.start, mark.span.start), mark.span.end),
            number=one.number,
            locator=one.locator,
            meant=_meant(one.number, span, known, reach),
            doubt=0.0 if mark.firm else 0.3,
        )


def _span(mark: Mark, one: Numbered) -> Span:
    """Return the span of a citation: its number and locator, with the brackets where it stands alone in them."""
    if len(mark.numbers) == 1:
        return mark.span
    return Span(one.span.start, one.locator.span.end) if one.locator else one.span


def _meant(number: int, span: Span, known: Ledger, reach: Reach) -> tuple[ReferenceId, ...]:
    """Return the entry with this number, of the list that reaches the citation where several lists have it.

    Where each chapter numbers its list anew, the list of another chapter does not reach it.
    """
    entries = known.numbers.get(number, ())
    serving = reach.serving(span.start)
    if serving is not None and _begins_anew(known, reach):
        entries = tuple(entry for entry in entries if reach.group(entry) == serving)
    sections = sorted({(reference.document, reference.section) for reference in entries})
    if len(sections) > 1:
        section = _reaching(entries, span)
        entries = tuple(entry for entry in entries if (entry.document, entry.section) == section)
    return tuple(entry.id for entry in entries)


def _begins_anew(known: Ledger, reach: Reach) -> bool:
    """Whether the lists of two chapters have the same number."""
    return len({reach.group(entry) for entry in known.numbers.get(1, ())}) > 1


def _reaching(entries: tuple[Reference, ...], span: Span) -> tuple[int, int]:
    """Return the list that serves a place: the first list after it, as chapters have theirs, else the last."""
    here = sorted((entry for entry in entries if entry.document == 0), key=lambda entry: entry.span.start)
    if not here:
        return entries[0].document, entries[0].section
    at = bisect_left([entry.span.start for entry in here], span.end)
    entry = here[min(at, len(here) - 1)]
    return entry.document, entry.section


RECOGNISER = Recogniser(Style.NUMERIC, find)
