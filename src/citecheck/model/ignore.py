"""A decision to leave problems alone: by a comment in the manuscript, or in a configuration file."""

from __future__ import annotations

from enum import Enum

from citecheck.model.problem import Problem
from citecheck.model.span import Span
from citecheck.model.value import value


class Means(Enum):
    """How a person has problems left out of a report."""

    COMMENT = "comment"
    CONFIGURATION = "configuration"
    BASELINE = "baseline"


@value
class Ignore:
    """A decision to leave the problems of some rules alone.

    `place` says where it is written, in words for a message. One from a comment speaks of the text that it `covers`;
    one from a configuration file of one `citation` or `entry`, by words or key, or of all that its rules find.
    With `sole` it was written for this very manuscript, not for several. `mistake` says why it cannot be understood.
    """

    rules: tuple[str, ...]
    reason: str | None
    place: str
    means: Means
    citation: str | None = None
    entry: str | None = None
    document: int = 0
    covers: Span | None = None
    sole: bool = False
    mistake: str | None = None


@value
class Suppressed:
    """A problem that was found and is left out, by which means and for what reason."""

    problem: Problem
    means: Means
    reason: str
