"""An article checked, and a copy of its file with the problems as comments."""

from __future__ import annotations

from citecheck.engine.opening import unsaved
from citecheck.engine.pipeline import check
from citecheck.engine.reading import open_manuscript
from citecheck.engine.settings import Settings
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.outcome import Outcome


def annotate(path: str, settings: Settings, *, highlight: bool) -> tuple[Outcome, bytes | None]:
    """Return the outcome of checking a file and the copy, None where it could not be read; raises `ReadError`."""
    import os

    from citecheck.fix.annotating import FORMATS, annotated
    from citecheck.fix.remarks import remarks

    raw = open_manuscript(path, settings)
    with unsaved({os.path.realpath(path): raw.data}):  # the very bytes that are copied are checked
        outcome = check(path, settings)
    if outcome.manuscript is None:
        return outcome, None
    if outcome.format not in FORMATS:
        message = f"comments can be written into Word and OpenDocument files, and this is {outcome.format}"
        raise ReadError(FaultKind.UNREADABLE, message)
    return outcome, annotated(raw, outcome.format, list(remarks(outcome)), highlight=highlight)
