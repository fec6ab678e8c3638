"""What is said of problems that were mended: the words before and after, and the entry that told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citecheck.fix.edits import corrections_of
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Correction, Mended, Problem
from citecheck.model.span import Span
from citecheck.text.lines import LineTable


def told(problems: Iterable[Problem], manuscript: Manuscript) -> Iterator[Mended]:
    """Yield what is mended, with both wordings in the clean text, in the order of the problems."""
    tables: dict[tuple[int, int], LineTable] = {}
    for problem in problems:
        corrections = sorted(corrections_of(problem.finding), key=lambda one: (one.document, one.span))
        number = corrections[0].document
        document = manuscript.documents[number]
        whole, written = _joined([one for one in corrections if one.document == number], document.text)
        place = document.place(whole)
        table = tables.get((number, place.source))
        if table is None:
            table = tables[number, place.source] = LineTable(document.sources[place.source].text)
        line = table.position(place.span.start).line if place.span and not document.extracted else None
        safe = problem.fix is not None and problem.fix.safe
        entry = None if safe else _entry(problem, manuscript)
        yield Mended(problem.rule, place.path, line, whole.of(document.text), written, safe, entry)


def _joined(corrections: list[Correction], text: str) -> tuple[Span, str]:
    """Return the stretch of text from the first correction to the last, and what would stand there."""
    parts: list[str] = []
    at = corrections[0].span.start
    for one in corrections:
        parts += text[at : one.span.start], one.text
        at = one.span.end
    return Span(corrections[0].span.start, at), "".join(parts)


def _entry(problem: Problem, manuscript: Manuscript) -> str | None:
    """Return the entry from which the new words are taken."""
    meant = problem.finding.reference or next(iter(problem.finding.related), None)
    return manuscript.reference(meant).text if meant is not None else None
