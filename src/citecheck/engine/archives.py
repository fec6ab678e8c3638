"""Archives of articles, .zip and .tar.*: what they hold, and the bytes of one file in them; nothing is unpacked."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import IO, TYPE_CHECKING, Protocol

from citecheck.model.fault import FaultKind, ReadError

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo
    from zipfile import ZipFile

#: How many files an archive may hold.
MOST_FILES = 100_000
#: Each entry of the directory at the end of a zip archive takes at least so many bytes.
_ENTRY = 46
_LOCKED = 0x1
_METHODS = (0, 8)


class Archive(Protocol):
    """An archive that was opened."""

    def names(self) -> Iterator[str]:
        """Yield the name of each file in it, in the order in which it is best read; raises `ReadError`."""

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file in it, at most `limit`; raises `ReadError`."""

    def close(self) -> None:
        """Let go of the file."""


def open_archive(path: str) -> Archive:
    """Open the archive at `path`; raises `ReadError`."""
    return Zip(path) if path.lower().endswith(".zip") else Tar(path)


def _opened(path: str) -> IO[bytes]:
    """Open an ordinary file; a pipe is never waited for."""
    from citecheck.engine.opening import open_stream

    return open_stream(path)


class Zip:
    """A .zip archive; any of its files can be read at any time."""

    def __init__(self, path: str) -> None:
        from zipfile import ZipFile

        self._stream = _opened(path)
        try:
            if _entries_said(self._stream) > MOST_FILES:
                raise _too_many()
            self._zip: ZipFile = ZipFile(self._stream)
        except _faults() as error:
            self._stream.close()
            raise _damaged("the archive") from error

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()

    def names(self) -> Iterator[str]:
        """Yield the names in the order of the archive; of two files with one name the last is read."""
        seen: set[str] = set()
        for part in self._zip.infolist():
            if not part.is_dir() and part.filename not in seen:
                seen.add(part.filename)
                yield part.filename

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file, counted while they are read, as the directory may lie."""
        try:
            part = self._zip.getinfo(name)
            if part.flag_bits & _LOCKED:
                raise ReadError(FaultKind.PASSWORD, "the file is protected by a password in its archive")
            if part.compress_type not in _METHODS:
                raise ReadError(FaultKind.DAMAGED, "the file is packed in a way that citecheck does not read")
            with self._zip.open(part) as opened:
                return _bounded(opened, limit)
        except _faults() as error:
            raise _damaged("the file in its archive") from error


class Tar:
    """A .tar archive, packed or not: read from its beginning to its end, again and again where that is asked for."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._files = self._from_start()

    def names(self) -> Iterator[str]:
        """Yield the names in the order of the archive."""
        for number, (_, part) in enumerate(self._from_start()):
            if number >= MOST_FILES:
                raise _too_many()
            yield part.name

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file: behind the one that was read last, else the archive is begun anew."""
        data = self._sought(name, limit)
        if data is None:
            self._files.close()
            self._files = self._from_start()
            data = self._sought(name, limit)
        if data is None:
            raise ReadError(FaultKind.UNREADABLE, "no such file in the archive")
        return data

    def close(self) -> None:
        """Let go of the file."""
        self._files.close()

    def _sought(self, name: str, limit: int) -> bytes | None:
        for archive, part in self._files:
            if part.name == name:
                try:
                    opened = archive.extractfile(part)
                    return _bounded(opened, limit) if opened else b""
                except _faults() as error:
                    raise _damaged("the file in its archive") from error
        return None

    def _from_start(self) -> Generator[tuple[TarFile, TarInfo]]:
        """Yield the ordinary files, each to be read before the next is asked for."""
        import tarfile

        try:
            with _opened(self._path) as stream, tarfile.open(fileobj=stream, mode="r|*") as archive:
                for part in archive:
                    archive.members = []  # type: ignore[attr-defined]  # it would keep them all
                    if part.isreg():
                        yield archive, part
        except _faults() as error:
            raise _damaged("the archive") from error


def _bounded(opened: IO[bytes], limit: int) -> bytes:
    data = opened.read(limit + 1)
    if len(data) > limit:
        raise ReadError(FaultKind.TOO_LARGE, f"the file is too large (limit {limit / 1_000_000:g} MB)")
    return data


def _entries_said(stream: IO[bytes]) -> int:
    """Return how many files the end of a zip archive says it has: listing them all first would take the memory."""
    stream.seek(max(0, os.fstat(stream.fileno()).st_size - 66_000))
    end = stream.read()
    stream.seek(0)
    at = end.rfind(b"PK\x05\x06")
    record = end[at : at + 22] if at >= 0 else b""
    return int.from_bytes(record[12:16], "little") // _ENTRY if len(record) == 22 else 0


def _too_many() -> ReadError:
    return ReadError(FaultKind.TOO_LARGE, f"the archive has too many files (limit {MOST_FILES:,})")


def _damaged(what: str) -> ReadError:
    return ReadError(FaultKind.DAMAGED, f"{what} is damaged")


def _faults() -> tuple[type[Exception], ...]:
    """Return what a damaged archive may raise while it is read."""
    import lzma
    import tarfile
    import zlib
    from zipfile import BadZipFile

    return (
        BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, RuntimeError, KeyError, OSError,
        ValueError, OverflowError,
    )  # fmt: skip
