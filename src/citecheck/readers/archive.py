"""Opens the zip archives in which word processors keep a manuscript, part by part, within limits."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from citecheck.model.fault import FaultKind, ReadError

#: How many parts an archive may have.
MOST_PARTS = 10_000
#: How many bytes one part may have, and all parts that are read: counted while reading, as a header may lie.
LARGEST_PART = 32_000_000
LARGEST_SUM = 128_000_000

#: The first bytes of the files of old Office programs, and of new ones with a password.
OLD_OFFICE = b"\xd0\xcf\x11\xe0"

_DIRECTORY_ENTRY = b"PK\x01\x02"
_METHODS = (0, 8)
"""Stored and deflated."""
_LOCKED = 0x1
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class Archive:
    """The parts of a zip archive by name. `what` names the format in sentences: "a Word file (docx)"."""

    def __init__(self, data: bytes, what: str) -> None:
        import zipfile

        _refuse_other(data, what)
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            parts = self._zip.infolist()
        except _errors() as error:
            raise ReadError(FaultKind.DAMAGED, f"the file is damaged: it cannot be opened as {what}") from error
        self._parts = {part.filename: part for part in parts}
        self._left = LARGEST_SUM
        if len(self._parts) < len(parts):
            raise ReadError(FaultKind.DAMAGED, "the file is damaged: two of its parts have the same name")
        if any(part.flag_bits & _LOCKED for part in parts):
            raise ReadError(FaultKind.PASSWORD, "the file is protected by a password; save it without one")
        if any(part.compress_type not in _METHODS for part in parts):
            raise ReadError(FaultKind.DAMAGED, f"the file is damaged: its parts are packed in a way unknown to {what}")

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is no such part; raises `ReadError`."""
        part = self._parts.get(name)
        if part is None:
            return None
        most = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(part) as opened:
                data = opened.read(most + 1)
        except _errors() as error:
            message = f"the file is damaged: its part {name[:100]} cannot be unpacked"
            raise ReadError(FaultKind.DAMAGED, message) from error
        if len(data) > most:
            limit = (LARGEST_PART if most == LARGEST_PART else LARGEST_SUM) // 1_000_000
            raise ReadError(FaultKind.TOO_LARGE, f"what is packed in the file is too large (limit {limit} MB)")
        self._left -= len(data)
        return data


def _refuse_other(data: bytes, what: str) -> None:
    """Raise where `data` is plainly no such archive, or one with too many parts."""
    if data.startswith(OLD_OFFICE):
        if _ENCRYPTED_PACKAGE in data:
            raise ReadError(FaultKind.PASSWORD, "the file is protected by a password; save it without one")
        raise ReadError(FaultKind.UNREADABLE, "it is an old Office file, which nothing here reads; save it as .docx")
    if not data:
        raise ReadError(FaultKind.UNREADABLE, "the file is empty")
    # Counted before the directory is read: a hundred thousand entries take seconds.
    if data.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        raise ReadError(FaultKind.TOO_LARGE, f"the archive has too many parts (limit {MOST_PARTS})")


@cache
def _errors() -> tuple[type[Exception], ...]:
    """Return what a damaged archive may raise while it is read."""
    import zlib
    from zipfile import BadZipFile

    return (BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, OSError, ValueError, OverflowError)
