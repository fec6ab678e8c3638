"""Problems as people count them: the same defect at nine places is one defect."""

from __future__ import annotations

from collections.abc import Iterable

from citecheck.model.problem import Problem, Severity
from citecheck.model.value import value


@value
class Defect:
    """A problem and the others that say the same, in text order."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The problem that stands for all."""
        return self.problems[0]


def defects(problems: Iterable[Problem]) -> tuple[Defect, ...]:
    """Return the defects, worst first, and among equals in the order of their first problems.

    A matter of style is one defect however often it occurs, because it is mended in one go.
    """
    groups: dict[tuple[Severity, str, str], list[Problem]] = {}
    for problem in problems:
        same = "" if problem.severity is Severity.STYLE else problem.finding.fold or problem.finding.message
        groups.setdefault((problem.severity, problem.rule, same), []).append(problem)
    return tuple(Defect(tuple(group)) for _, group in sorted(groups.items(), key=lambda pair: pair[0][0].rank))
