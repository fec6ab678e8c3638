"""A person or a scheduler ends the run: what was done is still reported, and the exit status tells who ended it."""

from __future__ import annotations

import signal
from types import FrameType

#: By convention 128 and the number of the signal.
_OFFSET = 128


class Interrupted(BaseException):
    """The run is to end now. No `Exception`, so that nothing that mends errors can swallow it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def heed_signals() -> None:
    """Make Ctrl-C and a request to terminate raise `Interrupted`, once: a second one ends the program at once."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)


def _interrupt(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise Interrupted(_OFFSET + number)
