"""What a verdict depends on beside the file itself: the program, the settings and the lists given apart."""

from __future__ import annotations

import hashlib
import os
import platform
from functools import cache, lru_cache
from pathlib import Path

import citecheck
from citecheck.engine.settings import Settings


def key_of(content: bytes, path: str, settings: Settings) -> bytes:
    """Return the key of the verdict on a content: in a file of another suffix it may be read otherwise."""
    stem, _, suffix = path[path.rfind(os.sep) + 1 :].rpartition(".")
    read_as = suffix.lower().encode("utf-8", "replace") if stem else b""
    return hashlib.sha256(b"\0".join((content, read_as, fingerprint(settings)))).digest()


@lru_cache(maxsize=256)  # with a baseline each file has settings of its own
def fingerprint(settings: Settings) -> bytes:
    """Return what stands for the program, these settings, and the bytes of the lists that they name."""
    whole = hashlib.sha256(settings.fingerprint.encode())
    whole.update(_program())
    for path in settings.references:
        whole.update(_content(path))
    return whole.digest()


@cache
def _program() -> bytes:
    """Return what stands for the program: its version, its files, which change in a working copy, and Python."""
    folder = Path(citecheck.__file__).parent
    words = [citecheck.__version__, platform.python_version()]
    for above, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".py", ".toml", ".j2", ".css", ".js")):
                status = Path(above, name).stat()
                words.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(words).encode()).digest()


def _content(path: str) -> bytes:
    from citecheck.engine.reading import open_limited
    from citecheck.model.fault import ReadError

    try:
        return hashlib.sha256(open_limited(path).data).digest()
    except ReadError as error:
        return error.fault.message.encode("utf-8", "backslashreplace")
