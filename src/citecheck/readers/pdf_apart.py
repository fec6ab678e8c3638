"""Reads the pages of a PDF in a process of their own: a file that breaks PDFium, or swells in it, ends only that."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import warnings
from collections.abc import Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.span import Span
from citecheck.readers.pdf_lines import PrintedLine, PrintedLink, Spot
from citecheck.readers.pdf_pages import PrintedPage, load, printed_pages

#: Bytes of memory that PDFium may take beside what the program has.
_MEMORY = 420_000_000
#: What the program itself has, where the system does not say.
_SPACE = 1_000_000_000
#: Seconds of computing.
_SECONDS = 60


def pages_apart(data: bytes) -> Generator[PrintedPage, None, None]:
    """Yield the pages of a PDF; raises `ReadError`, also where PDFium itself fails on it."""
    if not hasattr(os, "fork"):
        yield from printed_pages(data)
        return
    load()  # in the parent, so that many files share what is loaded
    reading, writing = os.pipe()
    child = _forked(data, reading, writing)
    try:
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            ended = False
            for line in pipe:
                message = json.loads(line)
                ended = message is None
                if not ended:
                    yield _page(message)
        if not ended:
            raise ReadError(
                FaultKind.READER_DIED, "PDFium broke off: the file is damaged, or swells beyond its limit of memory"
            )
    finally:
        _end(child)


def _end(child: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _forked(data: bytes, reading: int, writing: int) -> int:
    """Return the id of a new process that writes the pages; signals wait until it stands on its own feet."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    child = 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # other threads may be there; none of them reads PDFs
            child = os.fork()
        if child == 0:
            os.close(reading)
            _write(data, writing)
    finally:
        try:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        except BaseException:  # what waited meanwhile, such as a deadline, ends the reading
            if child:
                _end(child)
            raise
    return child


def _write(data: bytes, writing: int) -> None:
    """Write the pages, a line of JSON each, and end the process."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        faulthandler.disable()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        _limit()
        with os.fdopen(writing, "wb") as pipe:
            for message in _messages(data):
                pipe.write(json.dumps(message).encode("ascii") + b"\n")
        os._exit(0)
    finally:
        os._exit(1)


def _limit() -> None:
    """Take from this process what reading needs none of."""
    import resource

    try:
        used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    except OSError:
        used = _SPACE
    for what, most in (
        (resource.RLIMIT_AS, used + _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _messages(data: bytes) -> Iterator[Any]:
    """Yield what is written: each page, then None; or a fault."""
    try:
        for page in printed_pages(data):
            yield [page.number, [_written(line) for line in page.lines]]
    except ReadError as error:
        yield {"kind": error.fault.kind.value, "message": error.fault.message}
    yield None


def _written(line: PrintedLine) -> list[Any]:
    spans = [[(span.start, span.end) for span in spans] for spans in (line.raised, line.italics)]
    links = [(link.span.start, link.span.end, link.spot.page, link.spot.left, link.spot.top) for link in line.links]
    return [line.text, line.left, line.right, line.base, line.size, line.bold, line.beside, *spans, links]


def _page(message: dict[str, str] | list[Any]) -> PrintedPage:
    """Return a page as it was written; raises the fault where one was."""
    if isinstance(message, dict):
        raise ReadError(FaultKind(message["kind"]), message["message"])
    number, lines = message
    return PrintedPage(number, tuple(map(_line, lines)))


def _line(written: list[Any]) -> PrintedLine:
    text, left, right, base, size, bold, beside, raised, italics, links = written
    return PrintedLine(
        text, left, right, base, size, bold=bold, beside=beside,
        raised=tuple(Span(*pair) for pair in raised), italics=tuple(Span(*pair) for pair in italics),
        links=tuple(PrintedLink(Span(start, end), Spot(*spot)) for start, end, *spot in links),
    )  # fmt: skip
