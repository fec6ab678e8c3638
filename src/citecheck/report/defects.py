"""Problems as people count them: the same defect at nine places is one defect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citecheck.model.problem import Problem, Severity

#: So many kinds of one style problem are told apart; what goes beyond is counted with the last.
STYLE_KINDS = 3


@dataclass(frozen=True, slots=True)
class Defect:
    """A problem and the others that say the same, in text order."""

    problems: tuple[Problem, ...]

    @property
    def first(self) -> Problem:
        """The problem that stands for all."""
        return self.problems[0]


def defects(problems: Iterable[Problem]) -> tuple[Defect, ...]:
    """Return the defects, worst first, and among equals in the order of their first problems."""
    groups: dict[tuple[Severity, str, str], list[Problem]] = {}
    kinds: dict[str, int] = {}
    for problem in problems:
        key = (problem.severity, problem.rule, problem.finding.fold or problem.finding.message)
        if problem.severity is Severity.STYLE and key not in groups:
            kinds[problem.rule] = kinds.get(problem.rule, 0) + 1
            if kinds[problem.rule] > STYLE_KINDS:
                key = (problem.severity, problem.rule, "")
        groups.setdefault(key, []).append(problem)
    return tuple(Defect(tuple(group)) for key, group in sorted(groups.items(), key=lambda pair: pair[0][0].rank))
