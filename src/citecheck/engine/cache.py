"""What earlier runs found, kept in the user's cache folder, so that an unchanged file is not read again."""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from citecheck.engine.verdict import Status, Verdict, packed, status_of, unpacked
from citecheck.model.value import value

#: Where the cache lies instead, for those who say so.
FOLDER = "CITECHECK_CACHE_DIR"
_NAME = "results.sqlite"
#: Seconds to wait for another run that is writing.
_PATIENCE = 10.0
#: So many verdicts, or what comes in so many seconds, are written at once.
_AT_ONCE, _SECONDS = 64, 1.0
#: So many look-ups are made at one go: each by itself would lock the file anew.
_LOOKS = 256
#: A file that changed so recently may change again within the same tick of its clock.
_FRESH = 2_000_000_000
#: Pages of 4 KB that the program keeps in memory.
_KEPT_PAGES = 500

_TABLES = """
CREATE TABLE IF NOT EXISTS contents (
    path BLOB PRIMARY KEY, size INTEGER, changed INTEGER, number INTEGER, content BLOB
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS verdicts (key BLOB PRIMARY KEY, verdict BLOB);
"""
_CONTENT = "SELECT content FROM contents WHERE path = ? AND size = ? AND changed = ? AND number = ?"
_VERDICT = "SELECT verdict FROM verdicts WHERE key = ?"
_PUT_CONTENT = "INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?, ?)"
_PUT_VERDICT = "INSERT OR REPLACE INTO verdicts VALUES (?, ?)"
#: Stands for a verdict that also depends on files beside: it is kept for the path alone.
_SEE_PATH = b"see path"


@value
class Kept:
    """What a cache holds: its file, how many verdicts and contents of files, and its bytes on the disk."""

    path: str
    verdicts: int
    contents: int
    size: int


def cache_folder() -> Path:
    """Return the folder of the cache."""
    if given := os.environ.get(FOLDER):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("citecheck", appauthor=False)


class Cache:
    """Verdicts by content and settings, and the content of each file by its path, size, time and number.

    Several runs may use it at once. Whatever goes wrong with it is `said`, once, and the run goes on without.
    """

    def __init__(self, said: Callable[[str], None], folder: Path | None = None) -> None:
        self._said = said
        self._folder = folder
        self._contents: list[tuple[bytes, int, int, int, bytes]] = []
        self._verdicts: list[tuple[bytes, bytes]] = []
        self._since = time.monotonic()
        self._looks = 0
        self._opened: sqlite3.Connection | None = self._begun()

    def content(self, path: str, status: Status | None) -> bytes | None:
        """Return what the content of a file is known by, None where it may have changed."""
        row = self._row(_CONTENT, (_place(path), *status)) if status else None
        return row[0] if row and isinstance(row[0], bytes) else None

    def verdict(self, key: bytes, path: str) -> Verdict | None:
        """Return the verdict on a content, for a file at `path`; None where there is none that still holds."""
        data = self._data(key)
        if data == _SEE_PATH:
            data = self._data(_for_path(key, path))
        if data is None:
            return None
        try:
            found = unpacked(data, path)
        except (ValueError, KeyError, TypeError, IndexError, zlib.error):
            return None
        return found if all(status_of(name) == was for name, was in found.beside) else None

    def note_content(self, path: str, status: Status | None, content: bytes) -> None:
        """Keep what the content of a file is known by, unless it may change again without a sign."""
        if self._opened is None or status is None or time.time_ns() - status[1] < _FRESH:
            return
        self._contents.append((_place(path), *status, content))
        self.write_in_time()

    def keep(self, key: bytes, path: str, verdict: Verdict) -> None:
        """Keep a verdict."""
        if self._opened is None or not verdict.keep:
            return
        if verdict.beside:
            self._verdicts.append((key, _SEE_PATH))
            key = _for_path(key, path)
        self._verdicts.append((key, packed(verdict)))
        self.write_in_time()

    def close(self) -> None:
        """Write what is still to be written."""
        self._write()
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.close()
            self._opened = None

    def _begun(self) -> sqlite3.Connection | None:
        try:
            folder = self._folder or cache_folder()
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / _NAME
            try:
                return _connected(path)
            except sqlite3.DatabaseError as error:
                if not _is_damaged(error):
                    raise
                self._said("the cache was damaged and is begun anew")
                remove(folder)
                return _connected(path)
        except (OSError, RuntimeError, sqlite3.Error) as error:
            self._said(f"going on without the cache: {_reason(error)}")
            return None

    def _data(self, key: bytes) -> bytes | None:
        row = self._row(_VERDICT, (key,))
        return row[0] if row and isinstance(row[0], bytes) else None

    def _row(self, question: str, values: tuple[object, ...]) -> tuple[object, ...] | None:
        if self._opened is None:
            return None
        try:
            if not self._looks:
                self._opened.execute("BEGIN")
            row: tuple[object, ...] | None = self._opened.execute(question, values).fetchone()
            self._looks += 1
            if self._looks == _LOOKS:
                self._look_up()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return row

    def _look_up(self) -> None:
        """Let go of the file, so that what others write meanwhile is seen."""
        if self._opened is not None and self._looks:
            self._opened.execute("COMMIT")
        self._looks = 0

    def write_in_time(self) -> None:
        """Write what has come in, if it is much or has waited long."""
        if len(self._contents) + len(self._verdicts) >= _AT_ONCE or time.monotonic() - self._since > _SECONDS:
            self._write()

    def _write(self) -> None:
        if self._opened is not None and (self._contents or self._verdicts):
            try:
                self._look_up()
                with self._opened:
                    self._opened.execute("BEGIN IMMEDIATE")
                    self._opened.executemany(_PUT_CONTENT, self._contents)
                    self._opened.executemany(_PUT_VERDICT, self._verdicts)
            except sqlite3.Error as error:
                self._give_up(error)
        self._contents, self._verdicts, self._since = [], [], time.monotonic()

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without a cache; one that is damaged is taken away, so that the next run begins it anew."""
        self._said(f"going on without the cache: {_reason(error)}")
        if self._opened is not None:
            with suppress(sqlite3.Error):
                self._opened.close()
        self._opened = None
        if _is_damaged(error):
            remove(self._folder or cache_folder())


def what_is_kept(folder: Path) -> Kept:
    """Return what the cache in `folder` holds; raises `sqlite3.Error`."""
    path = folder / _NAME
    size = sum(file.stat().st_size for file in _files(folder) if file.exists())
    if not path.exists():
        return Kept(str(path), 0, 0, 0)
    connection = _connected(path)
    try:
        counts = [connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0] for name in ("verdicts", "contents")]  # noqa: S608 our own names
    finally:
        connection.close()
    return Kept(str(path), counts[0], counts[1], size)


def remove(folder: Path) -> int:
    """Take the cache away; returns how many bytes it had. Raises `OSError`."""
    size = 0
    for file in _files(folder):
        if file.exists():
            size += file.stat().st_size
            file.unlink(missing_ok=True)
    return size


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / f"{_NAME}{end}" for end in ("", "-wal", "-shm"))


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {_KEPT_PAGES}")
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_damaged(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _place(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))


def _for_path(key: bytes, path: str) -> bytes:
    return sha256(key + _place(path)).digest()


def _reason(error: Exception) -> str:
    words = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]
