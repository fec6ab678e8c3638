"""What the program writes: standard output, and report files that are whole or not there."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.model.outcome import Outcome

#: A report could not be written, or an input not wholly read (OUTPUT.md).
FAILED = 2


def write_escapes() -> None:
    """Let what the encoding of a terminal lacks be written as an escape, in help and reports alike."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print one line on standard error, if there is one."""
    with suppress(OSError, ValueError, AttributeError):
        print(text, file=sys.stderr, flush=True)


def complain(outcomes: Iterable[Outcome]) -> None:
    """Say what was not wholly read, one line for each reason."""
    for outcome in outcomes:
        for fault in outcome.faults:
            say(f"error: {shown(outcome.path)}: {shown(fault.message, None)}")


def write_output(text: str) -> bool:
    """Print `text` on standard output; a reader that has gone is no failure, a full disk is."""
    try:
        stream = sys.stdout
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        discard_output()
    except (OSError, ValueError, AttributeError) as error:
        say(f"error: standard output: {reason_of(error)}")
        discard_output()
        return False
    return True


def write_file(path: str, text: str) -> bool:
    """Write `text` to `path`, wholly or not at all: a reader of the file sees the old report or the new one."""
    content = text.encode("utf-8", "backslashreplace")
    try:
        _replace(Path(path).resolve(), content)
    except (OSError, RuntimeError, ValueError) as error:
        say(f"error: {shown(path)}: {reason_of(error)}")
        return False
    return True


def create_file(path: str, text: str) -> bool:
    """Write `text` to a file that is not there yet, wholly or not at all; one that is there is never touched."""
    try:
        _replace(Path(path), text.encode("utf-8"), fresh=True)
    except (OSError, ValueError) as error:
        say(f"error: {shown(path)}: {reason_of(error)}")
        return False
    return True


def same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file, which is to be read and must not be written over."""
    with suppress(OSError, ValueError):
        return Path(one).samefile(other)
    return False


def write_bytes(content: bytes) -> bool:
    """Print a file as it is on standard output."""
    try:
        sys.stdout.buffer.write(content)
    except (OSError, ValueError, AttributeError) as error:
        say(f"error: standard output: {reason_of(error)}")
        return False
    return write_output("")


def write_copy(path: str, content: bytes, *, fresh: bool) -> bool:
    """Write a changed copy of a file; one that must be `fresh` never over what may be somebody's work."""
    from citecheck.engine.reading import open_limited
    from citecheck.model.fault import ReadError

    try:
        if fresh and Path(path).exists():
            if open_limited(path).data == content:
                return True
            say(f"error: {shown(path)}: is there already; move it away first")
            return False
        _replace(Path(path).resolve(), content)
    except ReadError as error:
        say(f"error: {shown(path)}: {error.fault.message}")
        return False
    except (OSError, RuntimeError, ValueError) as error:
        say(f"error: {shown(path)}: {reason_of(error)}")
        return False
    return True


def rewrite_file(path: str, before: bytes, after: bytes) -> bool:
    """Write a file that was mended, wholly or not at all, and only if it is still what it was when it was read."""
    from citecheck.engine.reading import open_limited
    from citecheck.model.fault import ReadError

    try:
        target = Path(path).resolve()
        if open_limited(path).data != before:
            say(f"error: {shown(path)}: changed by another program meanwhile, so it was not written")
            return False
        if not os.access(target, os.W_OK):
            say(f"error: {shown(path)}: permission denied")
            return False
        _replace(target, after)
    except ReadError as error:
        say(f"error: {shown(path)}: {error.fault.message}")
        return False
    except (OSError, RuntimeError, ValueError) as error:
        say(f"error: {shown(path)}: {reason_of(error)}")
        return False
    return True


def _replace(target: Path, content: bytes, *, fresh: bool = False) -> None:
    """Write a file beside `target` and give it the name, which with `fresh` must not be that of another."""
    if not fresh and target.exists() and not target.is_file():  # a pipe or a device, which cannot be replaced
        target.write_bytes(content)
        return
    temporary = target.with_name(f".citecheck-{os.getpid()}.tmp")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        if fresh:
            _name_fresh(temporary, target)
        else:
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _name_fresh(temporary: Path, target: Path) -> None:
    """Give a file a name that is not taken; a second name can refuse one that is, where the system knows such."""
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise
        temporary.replace(target)
    else:
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the file system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def discard_output() -> None:
    """Let what is left in the buffer go nowhere, so that the end of the program does not fail on it again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def reason_of(error: Exception) -> str:
    """Return why something could not be written, in the words of the system."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return "closed" if isinstance(error, (ValueError, AttributeError)) else str(error)
