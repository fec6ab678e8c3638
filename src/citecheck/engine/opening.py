"""How a file comes in: opened once, bounded, only if it is an ordinary file, and never from outside the folder."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw

#: How many bytes a format of plain text may have.
TEXT_LIMIT = 20_000_000

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_CHUNK = 1 << 20

_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a named pipe, not an ordinary file"),
    (stat.S_ISSOCK, "is a socket, not an ordinary file"),
    (stat.S_ISCHR, "is a device, not an ordinary file"),
    (stat.S_ISBLK, "is a device, not an ordinary file"),
)

_WORDS = {
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file: a part of its path is not a folder",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "its symbolic links go round in a circle",
    errno.EISDIR: "is a folder, not a file",
    errno.ENAMETOOLONG: "no such file: the name is too long",
    errno.ENXIO: "is a special file, not an ordinary file",
    errno.EIO: "the device that holds it reports an error",
}


#: What files hold in place of what is on disk, by real path; see `unsaved`.
_UNSAVED: dict[str, bytes] = {}


@contextmanager
def unsaved(contents: Mapping[str, bytes]) -> Iterator[None]:
    """Let files be read as if they held these contents, by real path: a manuscript is checked as it is to become."""
    _UNSAVED.update(contents)
    try:
        yield
    finally:
        _UNSAVED.clear()


def open_input(path: str, limit: int = TEXT_LIMIT) -> Raw:
    """Read one input whole, at most `limit` bytes; `-` is standard input. Raises `ReadError`."""
    if path == "-":
        return Raw(path, _standard_input(limit))
    # The folder of the manuscript, without symbolic links, is the project in which files may be opened.
    project = os.path.realpath(Path(path).parent) if "\0" not in path else ""
    return Raw(path, _bytes_of(path, limit), partial(_beside, project, path, limit))


def _standard_input(limit: int) -> bytes:
    """Return what standard input holds; it may be closed, endless, or fail in the middle."""
    if "-" in _UNSAVED:
        return _UNSAVED["-"]
    if sys.stdin is None:
        raise ReadError(FaultKind.UNREADABLE, "standard input is closed")
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except (OSError, ValueError) as error:
        raise ReadError(FaultKind.UNREADABLE, f"standard input cannot be read: {_reason(error)}") from error
    if len(data) > limit:
        raise too_large(limit)
    return data


def _bytes_of(path: str, limit: int, flags: int = 0) -> bytes:
    """Return the bytes of an ordinary file; a pipe or a device is never waited for."""
    if _UNSAVED and (held := _UNSAVED.get(os.path.realpath(path))) is not None:
        return held
    try:
        descriptor = os.open(path, _FLAGS | _BINARY | flags)
    except (OSError, ValueError) as error:
        raise ReadError(FaultKind.UNREADABLE, _reason(error)) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise ReadError(FaultKind.UNREADABLE, _kind(status.st_mode))
        if status.st_size > limit:
            raise too_large(limit)
        data = _read(descriptor, limit + 1)
    except OSError as error:
        raise ReadError(FaultKind.UNREADABLE, _reason(error)) from error
    finally:
        os.close(descriptor)
    if len(data) > limit:  # it grew while it was read, or is a file of /proc, which says 0
        raise too_large(limit)
    return data


def _read(descriptor: int, most: int) -> bytes:
    """Return up to `most` bytes: a single `os.read` may return fewer than there are."""
    chunks = []
    while most > 0 and (chunk := os.read(descriptor, min(most, _CHUNK))):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def _beside(project: str, path: str, limit: int, name: str) -> Raw:
    """Open `name`, which the input at `path` gives, if it lies below the folder `project` once links are followed."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", name) or name.startswith(("/", "\\", "|", "~")) or name.endswith("|"):
        raise ReadError(FaultKind.OUTSIDE_PROJECT, f"“{name[:200]}” is not a path below the folder of the manuscript")
    if not name.strip() or "\0" in name:
        raise ReadError(FaultKind.UNREADABLE, f"“{name[:200]}” is not the name of a file")
    beside = str(Path(path).parent / name)
    try:
        real = os.path.realpath(beside)
    except (OSError, ValueError) as error:
        raise ReadError(FaultKind.UNREADABLE, f"“{name[:200]}”: {_reason(error)}") from error
    if not real.startswith(project.rstrip(os.sep) + os.sep):
        raise ReadError(FaultKind.OUTSIDE_PROJECT, f"“{name[:200]}” lies outside the folder of the manuscript")
    try:
        data = _bytes_of(real, limit, getattr(os, "O_NOFOLLOW", 0))
    except ReadError as error:
        raise ReadError(error.fault.kind, f"“{name[:200]}”: {error.fault.message}") from error
    return Raw(beside, data, partial(_beside, project, beside, limit))


def _kind(mode: int) -> str:
    """Return what a file of this mode is, where it is no ordinary one."""
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "is a special file, not an ordinary file")


def _reason(error: Exception) -> str:
    """Return the reason of a failed system call, in words that need no manual."""
    if isinstance(error, OSError) and error.errno is not None:
        if error.errno == errno.ENOENT and Path(error.filename or "").is_symlink():
            return "is a symbolic link to a file that is not there"
        return _WORDS.get(error.errno) or (error.strerror or "cannot be read").lower()
    return "the path holds a character that no file name may have"


def too_large(limit: int) -> ReadError:
    """Return the fault of an input of more than `limit` bytes."""
    size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit} bytes"
    return ReadError(FaultKind.TOO_LARGE, f"the file is too large (limit {size})")


def open_stream(path: str) -> IO[bytes]:
    """Open an ordinary file of any size, to be read in parts; raises `ReadError`."""
    try:
        descriptor = os.open(path, _FLAGS | _BINARY)
    except (OSError, ValueError) as error:
        raise ReadError(FaultKind.UNREADABLE, _reason(error)) from error
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise ReadError(FaultKind.UNREADABLE, _kind(mode))
    return os.fdopen(descriptor, "rb")


def head_of(path: str, length: int) -> tuple[bytes, int]:
    """Return the first bytes of an ordinary file, and how many it has; raises `ReadError`."""
    with open_stream(path) as stream:
        try:
            return stream.read(length), os.fstat(stream.fileno()).st_size
        except OSError as error:
            raise ReadError(FaultKind.UNREADABLE, _reason(error)) from error
