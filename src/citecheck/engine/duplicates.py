"""Which contents a run has met already, so that the same article is read once however often it lies in the folder."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

_MEET = "INSERT INTO met VALUES (?, ?, 0) ON CONFLICT DO NOTHING RETURNING path"


class Met:
    """The contents met so far with the path of the first file of each, kept in little memory.

    What cannot be kept is forgotten: then a content is read twice, and nothing is lost.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: sqlite3.Connection | None = None
        with suppress(sqlite3.Error):
            self._kept = sqlite3.connect("", isolation_level=None)  # in memory, and in a passing file when it grows
            self._kept.execute("CREATE TABLE met (content BLOB PRIMARY KEY, path TEXT, apart INTEGER) WITHOUT ROWID")
            self._kept.execute("BEGIN")

    def first(self, content: bytes, path: str) -> tuple[str | None, bool]:
        """Return the path of the file that had this content, None where the one at `path` is to be read by itself.

        Also whether the content was met before.
        """
        if self._kept is None or self._done(_MEET, (content, path.encode("utf-8", "replace").decode())):
            return None, False
        row = self._done("SELECT path FROM met WHERE content = ? AND NOT apart", (content,))
        return (row[0] if row else None), True

    def set_apart(self, content: bytes) -> None:
        """Let each file with this content be read by itself: what comes of it depends on where the file lies."""
        self._done("UPDATE met SET apart = 1 WHERE content = ?", (content,))

    def close(self) -> None:
        """Forget all."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def _done(self, command: str, values: tuple[object, ...]) -> tuple[str] | None:
        if self._kept is None:
            return None
        try:
            row: tuple[str] | None = self._kept.execute(command, values).fetchone()
        except sqlite3.Error:
            self.close()
            return None
        return row
