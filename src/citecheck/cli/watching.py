"""`--watch`: an article is checked again whenever it, or a file that it was checked with, changes."""

import gc
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from citecheck.cli.option import Option
from citecheck.cli.terminal import on_terminal
from citecheck.cli.usage import UsageError
from citecheck.cli.writing import FAILED, say, write_output
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.model.outcome import Outcome

Watch = Annotated[bool, Option("--watch", help="Check again whenever an article or a list changes, until Ctrl-C.")]

#: Seconds between two looks at the files.
PAUSE = 0.3
#: Clears the screen and what was scrolled out of it, and goes to its top.
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
#: From this exit status on a signal has ended the run.
_SIGNALLED = 128

#: What tells two states of a file apart; None where there is no file.
_State = tuple[int, int, int] | None


def watched(paths: Iterable[str], once: "Callable[[], tuple[int, list[Outcome]]]") -> int:
    """Call `once` now and after each change; it gives an exit status and what was checked, which names the files.

    Ends with the status of an interruption, which may also be raised from within.
    """
    given = tuple(paths)
    if "-" in given:
        raise UsageError("--watch needs files: standard input comes only once")
    gc.enable()  # unlike a single check, this one has no end
    files = {*given, *_configurations(given)}
    while True:
        if on_terminal():
            write_output(_CLEAR)
        before = _states(files)
        status, outcomes = _tried(once)
        if status >= _SIGNALLED:
            return status
        files.update(_read(outcomes))
        now = _states(files)
        number = sum(state is not None for state in now.values())
        say(f"watching {number} {'file' if number == 1 else 'files'}; Ctrl-C ends it")
        _wait(now | before)


def _tried(once: "Callable[[], tuple[int, list[Outcome]]]") -> "tuple[int, list[Outcome]]":
    """Call `once`; a slip in a configuration is said, and will be mended like one in an article."""
    try:
        return once()
    except UsageError as mistake:
        say(f"error: {shown(str(mistake), None)}")
        return FAILED, []


def _configurations(paths: Iterable[str]) -> Iterable[str]:
    """Yield the configurations that may come to stand beside the files."""
    from citecheck.engine.policy.files import NAME

    for path in paths:
        with suppress(ValueError):
            yield str(Path(path).with_name(NAME))


def _read(outcomes: "Iterable[Outcome]") -> Iterable[str]:
    """Yield every file that was read with an article: its parts and its lists."""
    for outcome in outcomes:
        for document in outcome.manuscript.documents if outcome.manuscript else ():
            yield document.path
            yield from (source.path for source in document.sources)


def _wait(known: dict[str, _State]) -> None:
    """Return when a file is no longer as it was `known`, and nothing is still being written to any."""
    while (now := _states(known)) == known:
        time.sleep(PAUSE)
    while True:
        time.sleep(PAUSE)
        if now == (now := _states(known)):
            return


def _states(paths: Iterable[str]) -> dict[str, _State]:
    return {path: _state(path) for path in paths}


def _state(path: str) -> _State:
    try:
        status = os.stat(path)  # noqa: PTH116 a path may hold what pathlib refuses
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
