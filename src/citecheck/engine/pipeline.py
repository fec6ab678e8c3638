"""One article, end to end: read, its list found, its citations linked, the rules asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from citecheck.engine.assembly import assemble, find_entries, listed_alone
from citecheck.engine.deadline import SECONDS, TooSlow, deadline
from citecheck.engine.plugins import plugged_readers
from citecheck.engine.problems import Found, disputed, find_problems, untold
from citecheck.engine.reading import STANDARD_INPUT, open_manuscript, read_manuscript
from citecheck.engine.settings import Settings
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import UNKNOWN_FORMAT, Outcome
from citecheck.model.raw import Raw

#: What finds the problems of a manuscript, and the faults of finding them.
Judge = Callable[[Manuscript, Settings], Found]
#: What opens an input; it may raise `ReadError`.
Opened = Callable[[], Raw]

OUT_OF_MEMORY = Fault(FaultKind.TOO_LARGE, "not checked: it takes more memory than a file may")


def check(path: str, settings: Settings, seconds: float = SECONDS) -> Outcome:
    """Return what came of checking the file at `path`; what cannot be read is in the outcome, never raised."""
    opened = partial(open_manuscript, path, settings)
    return _in_time(_name(path, settings), opened, settings, find_problems, seconds=seconds)


def read(path: str, settings: Settings) -> Outcome:
    """Return the file at `path` read and linked, with no rule asked."""
    return _in_time(_name(path, settings), partial(open_manuscript, path, settings), settings, lambda *_: Found())


def check_opened(name: str, opened: Opened, settings: Settings) -> Outcome:
    """Return what came of checking what `opened` gives under this name, however long it takes."""
    return _guarded(name, opened, settings, find_problems)


def check_raw(raw: Raw, settings: Settings, seconds: float) -> Outcome:
    """Return what came of checking a file that was opened already, within so many seconds."""
    return _in_time(raw.path, lambda: raw, settings, find_problems, seconds=seconds)


def _in_time(name: str, opened: Opened, settings: Settings, judge: Judge, *, seconds: float = SECONDS) -> Outcome:
    try:
        with deadline(seconds):
            return _guarded(name, opened, settings, judge)
    except TooSlow:
        return unread(name, Fault(FaultKind.TOO_SLOW, f"not checked within {seconds:g} seconds"))


def _name(path: str, settings: Settings) -> str:
    """Return the name that a file is reported under."""
    return settings.stdin_name if path == STANDARD_INPUT and settings.stdin_name is not None else path


def _guarded(name: str, opened: Opened, settings: Settings, judge: Judge) -> Outcome:
    try:
        return _judged(opened(), settings, judge)
    except ReadError as error:
        return unread(name, error.fault)
    except MemoryError:
        return unread(name, OUT_OF_MEMORY)
    except Exception as error:
        if settings.debug:
            raise
        message = f"internal error: {type(error).__name__} while the file was read; --debug shows more"
        return unread(name, Fault(FaultKind.READER_DIED, message))


def unread(path: str, fault: Fault) -> Outcome:
    """Return the outcome of a file of which nothing could be read."""
    return Outcome(path, UNKNOWN_FORMAT, None, faults=(fault,))


def _judged(raw: Raw, settings: Settings, judge: Judge) -> Outcome:
    if settings.alone:
        document, entries, manuscript = listed_alone(raw, settings)
    else:
        plugged = plugged_readers(settings.plugins)
        document = read_manuscript(raw, settings.input_format, plugged, original=settings.original)
        entries = find_entries(document, settings, raw.beside)
        manuscript = assemble(document, entries, settings)
        if document.format == "text" and settings.input_format is None and not entries.separate:
            _refuse_list(raw, manuscript)
    unusable = entries.separate and not entries.documents  # no list given apart could be read: that is said
    found = Found() if unusable else judge(manuscript, settings)
    least = settings.min_severity.rank
    problems = tuple(problem for problem in found.problems if problem.severity.rank <= least)
    return Outcome(
        raw.path,
        document.format,
        manuscript,
        problems,
        document.faults + untold(entries.faults, manuscript, problems) + found.faults,
        document.notes + entries.notes + found.notes,
        disputed((*found.problems, *(one.problem for one in found.suppressed))),
        suppressed=tuple(one for one in found.suppressed if one.problem.severity.rank <= least),
        idle=found.idle,
        configuration=settings.configuration,
        fail_on=settings.fail_on,
    )


def _refuse_list(raw: Raw, manuscript: Manuscript) -> None:
    """Raise `ReadError` for a list as data that was given as an article."""
    if manuscript.citations or manuscript.references:
        return
    from citecheck.engine.manuscripts import list_kind

    kind = list_kind(raw.path, raw.data)
    if kind is not None:
        advice = "citecheck bib checks it, and --references gives it to an article"
        raise ReadError(FaultKind.UNREADABLE, f"it is {kind}, not an article: {advice}")


def fails(outcome: Outcome, settings: Settings) -> bool:
    """Whether a problem of the file is as bad as the settings let a check fail for."""
    worst = settings.fail_on
    return worst is not None and any(problem.severity.rank <= worst.rank for problem in outcome.problems)
