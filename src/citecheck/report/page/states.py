"""How a citation stands to the list, as colour, sign and words show it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from citecheck.model.citation import CitationId
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match, Verdict
from citecheck.model.problem import Problem, Severity


class State(Enum):
    """One of these holds for each citation; the worst come first."""

    MISSING = "missing"
    SEVERAL = "several"
    DIFFERS = "differs"
    REMARK = "remark"
    UNJUDGED = "unjudged"
    AGREES = "agrees"

    @property
    def words(self) -> str:
        """What a person reads of it."""
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return tuple(State).index(self)


_WORDS = {
    State.MISSING: "not in the list",
    State.SEVERAL: "fits several entries",
    State.DIFFERS: "differs from the entry meant",
    State.REMARK: "agrees, with a remark",
    State.UNJUDGED: "no entry found, and not held to be a fault",
    State.AGREES: "agrees with the list",
}


def states_of(manuscript: Manuscript, problems: Iterable[Problem]) -> dict[CitationId, State]:
    """Return how each citation stands, by what matching found and by what the problems say of it."""
    spoken: dict[CitationId, Severity] = {}
    for problem in problems:
        named = problem.finding.citation
        if named is not None and (named not in spoken or problem.severity.rank < spoken[named].rank):
            spoken[named] = problem.severity
    return {match.citation: _state(match, spoken.get(match.citation)) for match in manuscript.matches}


def _state(match: Match, worst: Severity | None) -> State:
    if match.verdict is Verdict.NONE:
        return State.UNJUDGED if worst is None else State.MISSING
    if match.verdict is Verdict.SEVERAL:
        return State.SEVERAL
    if match.verdict is Verdict.NEAR:
        return State.DIFFERS
    return State.REMARK if worst is not None and worst.rank <= Severity.WARNING.rank else State.AGREES
