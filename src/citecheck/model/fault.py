"""What can be wrong with a file, as opposed to what is wrong in a manuscript."""

from __future__ import annotations

from enum import Enum

from citecheck.model.value import value


class FaultKind(Enum):
    """Why a file was not wholly read; any of them makes the exit status 2."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    PASSWORD = "password"
    DAMAGED = "damaged"
    NO_TEXT = "no-text"
    TOO_SLOW = "too-slow"
    READER_DIED = "reader-died"
    READ_IN_PART = "read-in-part"
    OUTSIDE_PROJECT = "outside-project"


@value
class Fault:
    """One reason why a file, or a part of it, could not be read: one sentence without a full stop.

    `kept` says that an entry of a list stands for what could not be read, with the reason as its flaw: where a problem
    tells of the flaw, the fault need not be told too.
    """

    kind: FaultKind
    message: str
    kept: bool = False


class ReadError(Exception):
    """Raised by a reader that cannot read its input at all; the only exception a reader may raise."""

    def __init__(self, kind: FaultKind, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(kind, message)
