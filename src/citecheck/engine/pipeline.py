"""One article, end to end: read, its list found, its citations linked, the rules asked."""

from __future__ import annotations

from citecheck.engine.assembly import assemble, find_entries
from citecheck.engine.problems import find_problems
from citecheck.engine.reading import open_manuscript, read_manuscript
from citecheck.engine.settings import Settings
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.outcome import Outcome
from citecheck.model.raw import Raw

UNKNOWN_FORMAT = "unknown"


def check(path: str, settings: Settings) -> Outcome:
    """Return what came of checking the file at `path`; what cannot be read is in the outcome, never raised."""
    try:
        raw = open_manuscript(path, settings)
    except ReadError as error:
        return unread(settings.stdin_name or path if path == "-" else path, error.fault)
    return check_raw(raw, settings)


def check_raw(raw: Raw, settings: Settings) -> Outcome:
    """Return what came of checking an input that was opened."""
    try:
        return _checked(raw, settings)
    except ReadError as error:
        return unread(raw.path, error.fault)
    except Exception as error:
        if settings.debug:
            raise
        message = f"internal error: {type(error).__name__} while the file was read; please report it"
        return unread(raw.path, Fault(FaultKind.READER_DIED, message))


def unread(path: str, fault: Fault) -> Outcome:
    """Return the outcome of a file of which nothing could be read."""
    return Outcome(path, UNKNOWN_FORMAT, None, faults=(fault,))


def _checked(raw: Raw, settings: Settings) -> Outcome:
    document = read_manuscript(raw, settings.input_format)
    entries = find_entries(document, settings, raw.beside)
    manuscript = assemble(document, entries, settings)
    problems, failures = find_problems(manuscript, settings)
    notes = document.notes + entries.notes + tuple(note for listed in entries.documents for note in listed.notes)
    return Outcome(raw.path, document.format, manuscript, problems, document.faults + entries.faults + failures, notes)
