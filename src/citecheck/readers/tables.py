"""What a table is used for: data, the layout of a page, or a numbered reference list in two columns."""

from __future__ import annotations

import re
from enum import Enum

_LONGEST_CELL = 1_500
"""A cell with more text than this is a part of the page, not of a table."""
_LABEL = re.compile(r"\s{0,4}[\[(]?([0-9]{1,4})[\])]?\.?\s{0,4}")
_SHORTEST_ENTRY = 30


class Layout(Enum):
    """What a table is used for."""

    DATA = "data"
    PAGE = "page"
    LIST = "list"


def layout(rows: list[list[str]]) -> Layout:
    """Return what a table with these cells is used for."""
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return Layout.PAGE
    cells = [cell for row in rows for cell in row if cell.strip()]
    if len(cells) == 1:
        return Layout.PAGE
    return Layout.LIST if len(rows) > 1 and _is_list(rows) else Layout.DATA


def _is_list(rows: list[list[str]]) -> bool:
    """Whether each row is a number, that of the row before and one, and a long text."""
    expected: int | None = None
    for row in rows:
        filled = [cell for cell in row if cell.strip()]
        label = _LABEL.fullmatch(filled[0]) if len(filled) == 2 and len(filled[1]) >= _SHORTEST_ENTRY else None
        if label is None or (expected is not None and int(label[1]) != expected):
            return False
        expected = int(label[1]) + 1
    return True
