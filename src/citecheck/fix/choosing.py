"""Which fixes are made together: each wholly or not at all, and no two that touch the same words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from citecheck.model.document import Document
from citecheck.model.problem import Edit, Problem
from citecheck.model.value import value


@value
class Chosen:
    """Problems that are mended together, and the edits of each file, by its path and in order."""

    problems: tuple[Problem, ...]
    edits: dict[str, tuple[Edit, ...]]


def chosen(problems: Iterable[Problem], documents: Sequence[Document], *, unsafe: bool) -> Chosen:
    """Return the fixes to make in one round, the graver problem first where two of them touch the same words.

    What is left out is found again when the mended text is checked.
    """
    fixes = [(problem, problem.fix.edits) for problem in problems if problem.fix and (unsafe or problem.fix.safe)]
    ways: dict[str, list[tuple[int, int, Edit]]] = {}
    taken = []
    for problem, edits in sorted(fixes, key=_order):
        placed = [(ways.setdefault(_path(edit, documents), []), edit) for edit in edits]
        if all(_fits(way, edit) for way, edit in placed):
            taken.append(problem)
            for way, edit in placed:
                entry = (edit.span.start, edit.span.end, edit)
                at = bisect_right(way, entry[:2], key=lambda one: one[:2])
                if not (at and _same(way[at - 1][2], edit)):
                    way.insert(at, entry)
    return Chosen(tuple(taken), {path: tuple(edit for *_, edit in way) for path, way in ways.items() if way})


def _order(fix: tuple[Problem, tuple[Edit, ...]]) -> tuple[int, int, int, int, str]:
    problem, edits = fix
    first = edits[0]
    return problem.severity.rank, first.document, first.span.start, first.span.end, problem.rule


def _path(edit: Edit, documents: Sequence[Document]) -> str:
    return documents[edit.document].sources[edit.source].path


def _fits(way: Sequence[tuple[int, int, Edit]], edit: Edit) -> bool:
    """Whether an edit leaves those alone that are taken already; the same one may be wanted twice."""
    at = bisect_right(way, (edit.span.start, edit.span.end), key=lambda one: one[:2])
    before, after = way[at - 1][2] if at else None, way[at][2] if at < len(way) else None
    if before is not None and _same(before, edit):
        return True
    clashes = before is not None and (before.span.end > edit.span.start or before.span == edit.span)
    return not clashes and not (after is not None and after.span.start < edit.span.end)


def _same(one: Edit, other: Edit) -> bool:
    return one.span == other.span and one.text == other.text
