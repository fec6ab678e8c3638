"""Configuration files: found upward from a manuscript, opened, and read as TOML."""

from __future__ import annotations

import os
import re
from pathlib import Path

from citecheck.engine.opening import open_input
from citecheck.engine.policy.mistake import Mistake
from citecheck.model.fault import ReadError
from citecheck.model.value import value
from citecheck.text.shown import shown

NAME = "citecheck.toml"
SHARED = "pyproject.toml"
LIMIT = 1_000_000

#: A file of a Python project that may hold our table; reading TOML is costly, and most hold none.
_OURS = rb"""(?m)^[ \t]*+(?:\[\[?[ \t]*+)?["']?tool["']?[ \t]*+(?:\.[ \t]*+["']?citecheck\b|\]|=)"""
_AT = r" \(at (?:line (?P<line>[0-9]{1,9}), column [0-9]{1,9}|end of document)\)\Z"

#: So many parts may a key have: reading one of thousands takes the reader of TOML hours.
_PARTS = 32
_DEEP = rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]{{0,99}}"|'[^'\n]{{0,99}}')[ \t]*+\.[ \t]*+){{{_PARTS}}}"""

#: A place in a file: the keys that lead to it, with a number for each element of an array of tables.
Way = tuple[str | int, ...]


@value
class Table:
    """The settings in one file: their values as TOML has them, and the lines they stand on."""

    path: str
    folder: str
    values: dict[str, object]
    lines: dict[Way, int]
    within: Way = ()

    def place(self, way: Way = ()) -> str:
        """Return file and line of a key, for messages."""
        from citecheck.engine.policy.toml_lines import line_of

        line = line_of((*self.within, *way), self.lines)
        return f"{self.path}:{line}" if line and way else self.path


def nearest(folder: str, known: dict[str, Table | None]) -> Table | None:
    """Return the configuration of the files in `folder`: its own, or that of the nearest folder above.

    `known` remembers every folder that was looked into. Raises `Mistake`.
    """
    climbed: list[str] = []
    found: Table | None = None
    while folder not in known:
        climbed.append(folder)
        found = _in(folder)
        above = str(Path(folder).parent)
        if found is not None or above == folder:
            break
        folder = above
    else:
        found = known[folder]
    known.update(dict.fromkeys(climbed, found))
    return found


def table_at(path: str) -> Table:
    """Return the settings in the file at `path`, which is either ours or that of a Python project. Raises `Mistake`."""
    table = _read(path)
    if Path(path).name != SHARED:
        return table
    ours = _within(table)
    if ours is None:
        raise Mistake(f"{table.path}: it has no table [tool.citecheck]")
    return ours


def told(path: str) -> str:
    """Return a path as messages name it: as short as it can be said from the folder one is in."""
    try:
        near = os.path.relpath(path)
    except (OSError, ValueError):
        return shown(path)
    return shown(near if near.count("..") < 3 else path)


def _in(folder: str) -> Table | None:
    path = f"{folder}{os.sep}{NAME}"
    if _is_there(path):
        return _read(path)
    path = f"{folder}{os.sep}{SHARED}"
    return _within(_read(path)) if _is_there(path) and _may_be_ours(path) else None


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a folder that may not be entered
        return False


def _may_be_ours(path: str) -> bool:
    try:
        return re.search(_OURS, open_input(path, LIMIT).data) is not None
    except ReadError:  # not ours to complain of
        return False


def _within(table: Table) -> Table | None:
    """Return what a file of a Python project holds for us."""
    tool = table.values.get("tool")
    ours = tool.get("citecheck") if isinstance(tool, dict) else None
    if ours is None:
        return None
    if not isinstance(ours, dict):
        raise Mistake(f"{table.place(('tool', 'citecheck'))}: tool.citecheck is no table")
    return Table(table.path, table.folder, ours, table.lines, ("tool", "citecheck"))


def _read(path: str) -> Table:
    import tomllib

    from citecheck.engine.policy.toml_lines import lines_of

    name = told(path)
    try:
        text = open_input(path, LIMIT).data.decode("utf-8-sig").replace("\r\n", "\n")
    except ReadError as error:
        raise Mistake(f"{name}: {error.fault.message}") from error
    except UnicodeDecodeError as error:
        raise Mistake(f"{name}: it is not written in UTF-8") from error
    if re.search(_DEEP, text):
        raise Mistake(f"{name}: it has a key of more than {_PARTS} parts")
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Mistake(_unreadable(name, str(error), last=1 + text.rstrip("\n").count("\n"))) from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise Mistake(f"{name}: it is no valid TOML: numbers too long, or too deep") from error
    return Table(name, os.path.realpath(Path(path).parent), values, lines_of(text))


def _unreadable(name: str, said: str, last: int) -> str:
    """Return what the reader of TOML said, with the line first; what it misses at the end is on the `last` line."""
    at = re.search(_AT, said)
    what = said[: at.start()] if at else said
    line = f":{at['line'] or last}" if at else ""
    return f"{name}{line}: it is no valid TOML: {what[:1].lower()}{what[1:]}"
