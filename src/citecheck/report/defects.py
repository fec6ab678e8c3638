"""Problems as people count them: the same defect at nine places is one defect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from citecheck.model.problem import Problem, Severity
from citecheck.model.value import value

T = TypeVar("T")
_RANKS = {severity.value: severity.rank for severity in Severity}


@value
class Defect:
    """A problem and the others that say the same, in text order."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The problem that stands for all."""
        return self.problems[0]


def defects(problems: Iterable[Problem]) -> tuple[Defect, ...]:
    """Return the defects, worst first, and among equals in the order of their first problems."""

    def same(problem: Problem) -> tuple[str, str, str]:
        return problem.severity.value, problem.rule, problem.finding.fold or problem.finding.message

    return tuple(Defect(tuple(group)) for group in grouped(problems, same))


def grouped(problems: Iterable[T], same: Callable[[T], tuple[str, str, str]]) -> list[list[T]]:
    """Return the problems of one severity, rule and fold together, the worst first.

    A matter of style is one defect however often it occurs, because it is mended in one go.
    """
    groups: dict[tuple[str, str, str], list[T]] = {}
    for problem in problems:
        severity, rule, fold = same(problem)
        groups.setdefault((severity, rule, "" if severity == Severity.STYLE.value else fold), []).append(problem)
    return [group for _, group in sorted(groups.items(), key=lambda pair: _RANKS[pair[0][0]])]
