"""What comes of checking several files: an outcome for each, and the exit status that tells the worst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from citecheck.cli.interruption import Interrupted
from citecheck.cli.writing import FAILED

if TYPE_CHECKING:
    from citecheck.engine.settings import Settings
    from citecheck.model.outcome import Outcome


def outcomes_of(paths: Sequence[str], checked: Iterable[Outcome]) -> tuple[list[Outcome], int]:
    """Return an outcome for each path, and the exit status of an interruption, 0 where there was none."""
    from citecheck.engine.pipeline import unread
    from citecheck.model.fault import Fault, FaultKind

    outcomes: list[Outcome] = []
    try:
        for outcome in checked:
            outcomes.append(outcome)  # noqa: PERF402 an interruption keeps what was checked before it
    except Interrupted as interruption:
        fault = Fault(FaultKind.READ_IN_PART, "not checked: the run was interrupted")
        return outcomes + [unread(path, fault) for path in paths[len(outcomes) :]], interruption.status
    return outcomes, 0


def status_of(outcomes: Sequence[Outcome], settings: Sequence[Settings]) -> int:
    """Return the exit status that tells the worst of these outcomes."""
    from citecheck.engine.pipeline import fails

    if any(outcome.faults for outcome in outcomes):
        return FAILED
    return int(any(map(fails, outcomes, settings)))
