"""What the program writes: standard output, and report files that are whole or not there."""

from __future__ import annotations

import os
import stat
import sys

from citecheck.text.shown import shown

#: A report could not be written, or an input not wholly read (OUTPUT.md).
FAILED = 2


def say(text: str) -> None:
    """Print one line on standard error, if there is one."""
    try:
        print(text, file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):
        pass


def write_output(text: str) -> bool:
    """Print `text` on standard output; a reader that has gone is no failure, a full disk is."""
    try:
        stream = sys.stdout
        stream.write(text if text.isascii() else _fit(text, stream.encoding or "ascii"))
        stream.flush()
    except BrokenPipeError:
        _discard_output()
    except (OSError, ValueError, AttributeError) as error:
        say(f"error: standard output: {_reason(error)}")
        _discard_output()
        return False
    return True


def write_file(path: str, text: str) -> bool:
    """Write `text` to `path`, wholly or not at all: a reader of the file sees the old report or the new one."""
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not stat.S_ISREG(os.stat(target).st_mode):
            with open(target, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(text)
        else:
            _replace(target, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        say(f"error: {shown(path)}: {_reason(error)}")
        return False
    return True


def _replace(target: str, content: bytes) -> None:
    folder = os.path.dirname(target)
    temporary = os.path.join(folder, f".citecheck-{os.getpid()}.tmp")
    mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else 0o666
    try:
        _write_new(temporary, content, mode)
        if os.path.exists(target):
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _write_new(path: str, content: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    with open(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fit(text: str, encoding: str) -> str:
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _discard_output() -> None:
    """Let what is left in the buffer go nowhere, so that the end of the program does not fail on it again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        pass


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return "closed" if isinstance(error, (ValueError, AttributeError)) else str(error)
