"""What a revision made of an article: which problems it mended, which still stand, and which are new."""

from __future__ import annotations

from citecheck.model.outcome import Outcome
from citecheck.model.problem import Problem
from citecheck.model.value import value


@value
class Standing:
    """A problem that the revision left: as it was found before, and as it is found now."""

    before: Problem
    after: Problem


@value
class Revision:
    """Two versions of one article, compared. Every problem of either stands in it once.

    `mended` are problems of `before`, `new` of `after`; each in the order in which they were reported, `standing` in
    that of `after`. Those of `mended` in `excused` are still there, and left alone by a comment or the configuration.
    """

    before: Outcome
    after: Outcome
    mended: tuple[Problem, ...]
    standing: tuple[Standing, ...]
    new: tuple[Problem, ...]
    excused: tuple[Problem, ...] = ()
