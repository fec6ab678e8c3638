"""How a citation stands to the list, as colour, sign and words show it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import Enum

from citecheck.model.citation import CitationId
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match, Verdict
from citecheck.model.outcome import Outcome


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


def states_of(outcome: Outcome, manuscript: Manuscript) -> dict[CitationId, State]:
    """Return how each citation stands, by what matching found and by what the problems say of it."""
    spoken = {problem.finding.citation for problem in outcome.problems} | outcome.disputed
    return {match.citation: _state(match, outcome, spoken) for match in manuscript.matches}


def _state(match: Match, outcome: Outcome, spoken: AbstractSet[CitationId | None]) -> State:
    if match.verdict is Verdict.NONE:
        return State.MISSING if match.citation in spoken else State.UNJUDGED
    if match.verdict is Verdict.SEVERAL:
        return State.SEVERAL
    if match.verdict is Verdict.NEAR:
        return State.DIFFERS
    return State.REMARK if match.citation in outcome.disputed else State.AGREES
