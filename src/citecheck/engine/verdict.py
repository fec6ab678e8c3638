"""What came of one file in a run over many: its record, or why there is none, in a form that travels and keeps."""

from __future__ import annotations

import json
import os
import zlib
from enum import Enum
from typing import TYPE_CHECKING, Any, cast

from citecheck.model.fault import Fault
from citecheck.model.outcome import Outcome
from citecheck.model.value import value
from citecheck.report.record import record

if TYPE_CHECKING:
    from citecheck.report.shapes import Record

#: What of a record can be long and is read only where a report asks for it.
_LONG = ("references", "citations")
_LENGTH = 4
#: Quick, and small enough: records are full of names that repeat.
_LEVEL = 1


class State(Enum):
    """What became of a file; every file that was found is in one of these."""

    CHECKED = "checked"
    UNREAD = "unread"
    OTHER = "not an article"
    DUPLICATE = "duplicate"
    NOT_REACHED = "not reached"


#: The size, time and number of a file: with one of them the content has changed.
Status = tuple[int, int, int]
#: The path of a file that was asked for, and its status, None where there was none.
Stamp = tuple[str, Status | None]


@value
class Verdict:
    """What came of one file.

    `brief` is its record without the entries and citations, which are packed in `body`; None where the file is no
    article. `beside` are the files that were asked for while it was read. Only what would come out so again is to be
    kept.
    """

    state: State
    reason: str = ""
    brief: dict[str, Any] | None = None
    counts: tuple[int, int] = (0, 0)
    body: bytes = b""
    beside: tuple[Stamp, ...] = ()
    keep: bool = True

    @property
    def light(self) -> Record:
        """The record as far as reports of problems need it."""
        return cast("Record", {**(self.brief or {}), "references": [], "citations": []})

    @property
    def record(self) -> Record:
        """The whole record."""
        return cast("Record", {**(self.brief or {}), **json.loads(zlib.decompress(self.body))})


def verdict_of(outcome: Outcome, *, keep: bool = True, beside: tuple[Stamp, ...] = ()) -> Verdict:
    """Return the verdict on a file that was taken for an article."""
    whole = cast("dict[str, Any]", record(outcome))
    counts = len(whole["references"]), len(whole["citations"])
    body = zlib.compress(json.dumps({name: whole.pop(name) for name in _LONG}).encode(), _LEVEL)
    unread = outcome.manuscript is None
    reason = outcome.faults[0].message if unread and outcome.faults else ""
    return Verdict(State.UNREAD if unread else State.CHECKED, reason, whole, counts, body, beside, keep)


def unread_verdict(path: str, fault: Fault) -> Verdict:
    """Return the verdict on a file that was not read, which another run may read."""
    from citecheck.engine.pipeline import unread

    return verdict_of(unread(path, fault), keep=False)


def packed(verdict: Verdict) -> bytes:
    """Return a verdict as bytes."""
    head = {
        "state": verdict.state.value,
        "reason": verdict.reason,
        "brief": verdict.brief,
        "counts": verdict.counts,
        "beside": verdict.beside,
        "keep": verdict.keep,
    }
    small = zlib.compress(json.dumps(head).encode(), _LEVEL)
    return len(small).to_bytes(_LENGTH, "big") + small + verdict.body


def unpacked(data: bytes, path: str) -> Verdict:
    """Return the verdict that these bytes hold, told of the file at `path`: the same content may have moved.

    Raises `ValueError`, `KeyError`, `TypeError` or `zlib.error` where they are damaged.
    """
    end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
    text = zlib.decompress(data[_LENGTH:end])
    head = json.loads(text)
    brief, body = head["brief"], data[end:]
    if brief is not None and brief["path"] != path:
        brief = json.loads(_moved(text, brief["path"], path))["brief"]
        body = zlib.compress(_moved(zlib.decompress(body), head["brief"]["path"], path), _LEVEL)
    beside = tuple((name, tuple(stamp) if stamp else None) for name, stamp in head["beside"])
    references, citations = head["counts"]
    return Verdict(State(head["state"]), head["reason"], brief, (references, citations), body, beside, head["keep"])


def status_of(path: str) -> Status | None:
    """Return what tells whether a file has changed, None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _moved(written: bytes, old: str, new: str) -> bytes:
    """Return JSON with the path of a file changed; inside a string of JSON its quotes would not stand bare."""
    return written.replace(b'"path": ' + json.dumps(old).encode(), b'"path": ' + json.dumps(new).encode())
