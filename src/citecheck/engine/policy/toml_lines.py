"""On which line of a TOML file each key stands: its reader does not say, and a person wants to know.

The file is known to be valid. What is written inside a value over several lines has the line of its key.
"""

from __future__ import annotations

import re

from citecheck.engine.policy.files import Way

_PART = r"(?:[A-Za-z0-9_-]{1,200}|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')"
_DOTTED = rf"{_PART}(?:[ \t]{{0,20}}\.[ \t]{{0,20}}{_PART}){{0,20}}"
_HEAD = re.compile(rf"[ \t]*+(\[\[?)[ \t]*+({_DOTTED})[ \t]*+\]")
_KEY = re.compile(rf"[ \t]*+({_DOTTED})[ \t]*+=")
_PARTS = re.compile(_PART)
#: A text over one line or several, a bracket, a comment, a line end.
_SIGN = re.compile(
    r'''"""(?:[^\\"]++|\\[\s\S]|"{1,2}(?!"))*+"{3,5}|"(?:[^"\\\n]++|\\.)*+"|'''
    r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}|'[^'\n]*+'|"
    r"[\[\]{}]|#[^\n]*+|\n"
)


def lines_of(text: str) -> dict[Way, int]:
    """Return the line of each table and key, counted from 1."""
    lines: dict[Way, int] = {}
    counts: dict[Way, int] = {}
    table: Way = ()
    at, number = 0, 1
    while at < len(text):
        end = _end(text, at)
        statement = text[at:end]
        number_here = number
        if head := _HEAD.match(statement):
            table = _table(_keys(head[2]), head[1] == "[[", counts)
            lines.setdefault(table, number_here)
        elif key := _KEY.match(statement):
            way = table
            for part in _keys(key[1]):
                way = (*way, part)
                lines.setdefault(way, number_here)
        number += statement.count("\n")
        at = end
    return lines


def line_of(way: Way, lines: dict[Way, int]) -> int | None:
    """Return the line of `way`, or of the nearest thing around it that has one."""
    while way and way not in lines:
        way = way[:-1]
    return lines.get(way)


def _table(keys: Way, array: bool, counts: dict[Way, int]) -> Way:  # noqa: FBT001 one or two brackets
    """Return the way to a table, through the last element so far of each array of tables on it."""
    way: Way = ()
    for number, key in enumerate(keys, 1):
        way = (*way, key)
        if array and number == len(keys):
            counts[way] = counts.get(way, -1) + 1
        if way in counts:
            way = (*way, counts[way])
    return way


def _keys(dotted: str) -> Way:
    return tuple(part.strip("\"'") if part[0] in "\"'" else part for part in _PARTS.findall(dotted))


def _end(text: str, at: int) -> int:
    """Return where the statement that begins at `at` has ended: behind the line end that is inside no value."""
    depth = 0
    head = _HEAD.match(text, at)
    at = head.end() if head else at
    while sign := _SIGN.search(text, at):
        at = sign.end()
        if sign[0] in "[{":
            depth += 1
        elif sign[0] in "]}":
            depth = max(0, depth - 1)
        elif sign[0] == "\n" and depth == 0:
            return at
    return len(text)
