"""No file keeps the program busy for longer than a person would wait."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds for one file (LIMITS.md).
SECONDS = 30.0


class TooSlow(BaseException):
    """The time is over. No `Exception`, so that nothing that mends errors can swallow it."""


@contextmanager
def deadline(seconds: float = SECONDS) -> Iterator[None]:
    """Raise `TooSlow` inside the block when it takes longer.

    A signal is heard between two steps of Python and inside a regular expression, not inside other C code; a run over
    many files needs a supervisor of processes instead. In another thread than the main one nothing is done.
    """
    if not _is_main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_main_thread() -> bool:
    threading = sys.modules.get("threading")  # where nobody has imported it, there is but one
    return threading is None or threading.current_thread() is threading.main_thread()


def _ring(_: int, __: FrameType | None) -> None:
    raise TooSlow
