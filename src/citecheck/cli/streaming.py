"""Reports that are written while the run goes on: several from one pass, none of them held in memory."""

from __future__ import annotations

import os
import stat
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Generic, TypeVar

from citecheck.cli.writing import discard_output, reason_of, say, sync_folder
from citecheck.text.shown import shown

Row = TypeVar("Row")
#: Writes rows as they come in.
Pieces = Callable[[Iterable[Row]], Iterator[str]]


class Output:
    """Where a report goes. A fault is said once; then nothing more is written."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.failed = False
        self.gone = False

    def write(self, text: str) -> None:
        """Write a piece of the report."""
        if text and not self.failed and not self.gone:
            try:
                self._put(text)
            except BrokenPipeError:
                self.gone = True
            except (OSError, ValueError, AttributeError) as error:
                self._fail(error)

    def finish(self) -> None:
        """Bring the report to its place."""
        if not self.failed and not self.gone:
            try:
                self._finish()
            except BrokenPipeError:
                self.gone = True
            except (OSError, ValueError, AttributeError) as error:
                self._fail(error)

    def abandon(self) -> None:
        """Leave what was there before."""

    def _fail(self, error: Exception) -> None:
        self.failed = True
        say(f"error: {shown(self.name)}: {reason_of(error)}")
        self.abandon()

    def _put(self, text: str) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        raise NotImplementedError


class StandardOutput(Output):
    """The report that is printed; `around` is called before a piece, to clear the line on a terminal."""

    def __init__(self, before: Callable[[], None]) -> None:
        super().__init__("standard output")
        self._before = before

    def _put(self, text: str) -> None:
        self._before()
        sys.stdout.write(text)

    def _finish(self) -> None:
        sys.stdout.flush()

    def write(self, text: str) -> None:
        """Write a piece; when nobody reads or nothing can be written, the rest goes nowhere."""
        super().write(text)
        if self.gone or self.failed:
            discard_output()

    def finish(self) -> None:
        """See that all is out."""
        super().finish()
        if self.gone or self.failed:
            discard_output()


class FileOutput(Output):
    """A file that is replaced when its report is whole; until then the old one stands."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._target = Path(path)
        self._stream: IO[str] | None = None
        self._temporary: Path | None = None
        try:
            self._open()
        except (OSError, RuntimeError, ValueError) as error:
            self._fail(error)

    def abandon(self) -> None:
        """Take the unfinished file away."""
        with suppress(OSError, ValueError):
            if self._stream is not None:
                self._stream.close()
        if self._temporary is not None:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)

    def _open(self) -> None:
        self._target = self._target.resolve()
        way = self._target
        if not (way.exists() and not way.is_file()):  # a pipe or a device cannot be replaced
            way = self._temporary = way.with_name(f".citecheck-{os.getpid()}-{way.name[:100]}.tmp")
        self._stream = way.open("w", encoding="utf-8", errors="backslashreplace", newline="")

    def _put(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)

    def _finish(self) -> None:
        if self._stream is None:
            return
        self._stream.flush()
        if self._temporary is not None:
            os.fsync(self._stream.fileno())
        self._stream.close()
        if self._temporary is not None:
            made = self._made(self._temporary)
            if self._target.exists():
                made.chmod(stat.S_IMODE(self._target.stat().st_mode))
            made.replace(self._target)
            sync_folder(self._target.parent)

    def _made(self, temporary: Path) -> Path:
        """Return the file that is to stand at the target, made of the one that was written."""
        return temporary


class Spread(Generic[Row]):
    """Leads one stream of rows through several reports side by side; the one that is furthest behind goes on first."""

    def __init__(self, rows: Iterator[Row], reports: list[tuple[Pieces[Row], Output]]) -> None:
        self._rows = rows
        self._held: deque[Row] = deque()
        self._from = 0
        self._at = [0] * len(reports)
        self._streams = [(pieces(self._feed(number)), output) for number, (pieces, output) in enumerate(reports)]

    def run(self) -> None:
        """Write all reports to their ends."""
        going = set(range(len(self._streams)))
        while going:
            number = min(going, key=lambda one: (self._at[one], one))
            pieces, output = self._streams[number]
            piece = next(pieces, None)
            if piece is None:
                going.discard(number)
                self._at[number] = sys.maxsize
                self._drop()
            else:
                output.write(piece)

    def _feed(self, number: int) -> Iterator[Row]:
        while True:
            if self._at[number] - self._from == len(self._held):
                row = next(self._rows, None)
                if row is None:
                    return
                self._held.append(row)
            row = self._held[self._at[number] - self._from]
            self._at[number] += 1
            self._drop()
            yield row

    def _drop(self) -> None:
        """Forget the rows that every report has had."""
        while self._held and min(self._at) > self._from:
            self._held.popleft()
            self._from += 1
