"""What one worker does: it opens a file, says by what its content is known, and checks it when it is told to."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pickle
from contextlib import closing

from citecheck.engine.archives import Archive, open_archive
from citecheck.engine.confinement import allow_processor_time, confine
from citecheck.engine.found import Found
from citecheck.engine.manuscripts import HEAD, is_part, other_kind, proved_other
from citecheck.engine.opening import head_of, too_large
from citecheck.engine.pages import Wanted, made
from citecheck.engine.pipeline import OUT_OF_MEMORY, check_raw
from citecheck.engine.reading import limit_of, open_limited
from citecheck.engine.settings import Settings
from citecheck.engine.supervisor import Channel
from citecheck.engine.verdict import State, Verdict, packed, status_of, unpacked, unread_verdict, verdict_of
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.value import replace, value

#: What a worker is asked for: what comes of a file, the names in an archive.
CHECK, LIST = "check", "list"
#: What it is told then: check the file whose content it has named, or leave it.
GO, LEAVE = b"go", b"leave"
#: What it says first: the content, or what it has to say at once.
CONTENT, VERDICT = b"c", b"v"
#: A worker has this much longer than the file: it says by itself that its time is over, if it can.
_GRACE = 2.0
_LENGTH = 4
#: Files between two looks for garbage in circles.
_FILES_BETWEEN = 16
#: What is asked of a file on disk has so many parts; with one more, its bytes come along, so many.
_ON_DISK = 4
#: What another run, with more time, may not meet again.
_BY_CHANCE = (FaultKind.TOO_SLOW, FaultKind.READER_DIED)


@value
class Limits:
    """What one file may take, seconds and bytes of memory, and whether it gets a page, in as many seconds more."""

    seconds: float = 30.0
    memory: int = 1_500_000_000
    pages: Wanted = Wanted.NONE

    @property
    def whole(self) -> float:
        """The seconds after which nothing more is to be expected."""
        return self.seconds * (1 if self.pages is Wanted.NONE else 2) + _GRACE


class Checker:
    """Checks files one after the other, in a process of its own."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._settings = b"", Settings()
        self._archives: dict[str, Archive] = {}

    def serve(self, channel: Channel) -> None:
        """Take files from `channel` until it is closed."""
        gc.disable()  # it would look at everything again and again; a look now and then is enough
        confine(self._limits.memory)
        done = 0
        while (message := channel.receive()) is not None:
            allow_processor_time(self._limits.seconds)
            line, _, settings = message.partition(b"\n")
            asked = json.loads(line)
            held = None
            if len(asked) > _ON_DISK:  # what lies elsewhere comes along
                held, settings = settings[: asked[_ON_DISK]], settings[asked[_ON_DISK] :]
            if settings and settings != self._settings[0]:
                self._settings = settings, pickle.loads(settings)  # noqa: S301 from our own parent
            self._answer(channel, asked, held)
            done += 1
            if done % _FILES_BETWEEN == 0:
                gc.collect()

    def _answer(self, channel: Channel, asked: list[str], held: bytes | None) -> None:
        what, path, archive, named = asked[:_ON_DISK]
        if what == LIST:
            channel.send(self._listed(path))
            return
        file, page = Found(path, archive, bool(named)), b""
        try:
            raw, head, kind = self._opened(file, held)
            channel.send(CONTENT + hashlib.sha256(raw.data).digest())
            if channel.receive() != GO:
                return
            verdict, page = self._verdict(file, raw, head, kind)
        except ReadError as error:
            verdict = unread_verdict(path, error.fault)
        except MemoryError:
            verdict = unread_verdict(path, OUT_OF_MEMORY)
        except Exception as error:
            if self._settings[1].debug:
                raise
            words = f"internal error: {type(error).__name__}; checked by itself with --debug the file shows more"
            verdict = unread_verdict(path, Fault(FaultKind.READER_DIED, words))
        channel.send(said(verdict, page))

    def _listed(self, path: str) -> bytes:
        """Return the names in an archive, or why there are none."""
        try:
            with closing(open_archive(path)) as archive:
                return json.dumps([*archive.names()]).encode()
        except ReadError as error:
            return json.dumps({"kind": error.fault.kind.value, "message": error.fault.message}).encode()

    def _opened(self, file: Found, held: bytes | None) -> tuple[Raw, bytes, str | None]:
        """Return the bytes of a file, the first of them, and what it is where it is no manuscript.

        Of what is plainly no manuscript only the first bytes are read, with its size behind them.
        """
        if file.archive is not None or held is not None:
            data = self._bytes_of(file, held, limit_of(file.path))
            raw, head = Raw(file.path, data), data[:HEAD]
            kind = None if file.named else other_kind(file.path, head)
        else:
            if not file.named:
                head, size = head_of(file.path, HEAD)
                kind = other_kind(file.path, head)
                if kind is not None:
                    return Raw(file.path, head + str(size).encode()), head, kind
            raw = open_limited(file.path)
            head, kind = raw.data[:HEAD], None
        if kind is None and not file.named and is_part(file.path, raw.data):
            kind = "a part of a LaTeX document"
        return raw, head, kind

    def _bytes_of(self, file: Found, held: bytes | None, limit: int) -> bytes:
        if held is None:
            return self._member(file.archive or "", file.member or "", limit)
        if len(held) > limit:
            raise too_large(limit)
        return held

    def _member(self, archive: str, name: str, limit: int) -> bytes:
        """Return a file of an archive; the archive read last stays open."""
        opened = self._archives.get(archive)
        if opened is None:
            for other in self._archives.values():
                other.close()
            opened = open_archive(archive)
            self._archives = {archive: opened}
        return opened.read(name, limit)

    def _verdict(self, file: Found, raw: Raw, head: bytes, kind: str | None) -> tuple[Verdict, bytes]:
        """Return the verdict on a file, and its page if it is to have one."""
        if kind is not None:
            return Verdict(State.OTHER, kind), b""
        beside: list[str] = []
        outcome = check_raw(_watched(raw, beside), self._settings[1], self._limits.seconds)
        other = None if file.named else proved_other(outcome, head)
        if other is not None:
            return Verdict(State.OTHER, other), b""
        chance = any(fault.kind in _BY_CHANCE or fault == OUT_OF_MEMORY for fault in outcome.faults)
        verdict = verdict_of(outcome, keep=not chance, beside=tuple((path, status_of(path)) for path in beside))
        if not self._limits.pages.has(verdict):
            return verdict, b""
        return verdict, made(outcome, self._limits.seconds, debug=self._settings[1].debug)


def said(verdict: Verdict, page: bytes = b"") -> bytes:
    """Return what a worker says of a file at last."""
    return VERDICT + len(page).to_bytes(_LENGTH, "big") + page + packed(verdict)


def heard(message: bytes, path: str) -> tuple[Verdict, bytes]:
    """Return the verdict and the page that were `said` of the file at `path`."""
    begin = len(VERDICT) + _LENGTH
    end = begin + int.from_bytes(message[len(VERDICT) : begin], "big")
    return unpacked(message[end:], path), message[begin:end]


def _watched(raw: Raw, seen: list[str]) -> Raw:
    """Return `raw` so that the path of each file which a reader asks for beside it is noted, there or not."""
    opener = raw.beside
    if opener is None:
        return raw

    def noted(name: str) -> Raw:
        try:
            found = opener(name)
        except ReadError:
            seen.append(os.path.join(os.path.dirname(raw.path), name))
            raise
        seen.append(found.path)
        return _watched(found, seen)

    return replace(raw, beside=noted)
