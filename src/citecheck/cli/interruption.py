"""A person or a scheduler ends the run: what was done is still reported, and the exit status tells who ended it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
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


class Request:
    """A request to end a run over many files, noted and granted at the next good moment.

    Should that not come in time, as when a report is written to a program that reads no more, `Interrupted` is raised.
    """

    #: Seconds in which the run is to have ended by itself.
    PATIENCE = 1.5

    def __init__(self) -> None:
        self.status = 0

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Note Ctrl-C and a request to terminate inside the block; a second one ends the program at once."""
        before = {number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before.items():
                signal.signal(number, handler)

    def made(self) -> bool:
        """Whether the run is to end."""
        return self.status != 0

    def _note(self, number: int, _: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        self.status = _OFFSET + number
        signal.signal(signal.SIGALRM, self._insist)
        signal.setitimer(signal.ITIMER_REAL, self.PATIENCE)

    def _insist(self, _: int, __: FrameType | None) -> None:
        raise Interrupted(self.status)
