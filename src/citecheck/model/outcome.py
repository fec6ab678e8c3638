"""What came of checking one file: what a report shows."""

from __future__ import annotations

from citecheck.model.fault import Fault
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem
from citecheck.model.value import value


@value
class Outcome:
    """One file, checked. `manuscript` is None where it could not be read at all; `problems` are in report order."""

    path: str
    format: str
    manuscript: Manuscript | None
    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
