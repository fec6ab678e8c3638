"""How a reference list is set in a PDF: which of its lines begin an entry, where gaps or indents show it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from itertools import groupby, pairwise

from citecheck.readers.pdf_columns import PlacedLine

#: A line that begins so many sizes of its type inside the column is indented.
INDENTED = 0.7
#: A line that leaves this share of its column free ends what it is in.
_SHORT = 0.12
_FEWEST = 3
_LONGEST_ENTRY = 10
#: So many of the entries stand in the order of the alphabet where a list is kept in it.
_ORDERED = 0.9
#: A line that stands wrong to two of the three entries before and after it is no entry there; to one, that one may be.
_NEAR, _OUT_OF_ORDER = 3, 2
# The last signs of an entry, also of one that no full stop ends.
_ENDED = re.compile(r"[0-9.)>»”’]\Z")
# The word at the head of an entry, with its accents.
_LETTERS = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f'’-])++")

Apart = Callable[[PlacedLine, PlacedLine], bool]


def list_parts(lines: list[PlacedLine], apart: Apart) -> tuple[list[list[PlacedLine]], bool]:
    """Return the parts of a list, and whether each is an entry: else they are stretches between gaps.

    `apart` says whether a gap stands between two lines of one column.
    """
    insets = _insets(lines)
    gaps = [same_column(a, b) and apart(a, b) for a, b in pairwise(lines)]
    spread = sum(gaps) >= max(_FEWEST, len(lines) / _LONGEST_ENTRY)
    indent = _indent(lines, insets)
    sure = spread or indent is not None
    begins = [True]
    for at, gap in enumerate(gaps, 1):
        if same_column(lines[at - 1], lines[at]):
            hung = not spread and indent is not None and (insets[at] > INDENTED) == indent
            begins.append(gap or (hung and not _goes_on(lines[at - 1], lines[at])))
        else:
            begins.append(sure and _begins_over(lines, insets, at, indent=indent))
    if spread and indent is None:
        begins = _in_order(lines, gaps, begins)
    parts: list[list[PlacedLine]] = []
    for line, begin in zip(lines, begins, strict=True):
        if begin:
            parts.append([])
        parts[-1].append(line)
    return parts, sure


def same_column(before: PlacedLine, placed: PlacedLine) -> bool:
    """Whether two lines stand in one column of one page."""
    return before.page == placed.page and before.column == placed.column


def _insets(lines: list[PlacedLine]) -> list[float]:
    """Return how far each line begins inside the list's own column."""
    lefts = defaultdict[tuple[int, int], list[float]](list)
    for placed in lines:
        lefts[placed.page, placed.column].append(placed.line.left)
    return [(one.line.left - min(lefts[one.page, one.column])) / one.line.size for one in lines]


def _indent(lines: list[PlacedLine], insets: list[float]) -> bool | None:
    """Return whether entries begin with an indent, or, False, go on with one; None where neither shows."""
    after_full, after_short = [0, 0], [0, 0]
    for at in range(1, len(lines)):
        if same_column(lines[at - 1], lines[at]):
            counts = after_short if lines[at - 1].slack > _SHORT else after_full
            counts[insets[at] > INDENTED] += 1
    indented = after_full[1] + after_short[1]
    flush = after_full[0] + after_short[0]
    if min(indented, flush) < max(2, 0.1 * len(lines)):
        return None
    short_share = after_short[1] / max(1, sum(after_short))
    full_share = after_full[1] / max(1, sum(after_full))
    if abs(short_share - full_share) < 0.3:
        return None
    return short_share > full_share


def _goes_on(before: PlacedLine, placed: PlacedLine) -> bool:
    """Whether a line goes on in the midst of a sentence."""
    return placed.line.text[0].islower() and before.line.text[-1].isalpha()


def _begins_over(lines: list[PlacedLine], insets: list[float], at: int, *, indent: bool | None) -> bool:
    """Whether an entry begins with a column, where no gap can show it."""
    before, placed = lines[at - 1], lines[at]
    if indent is not None:
        column = next(
            list(group)
            for here, group in groupby(range(len(lines)), key=lambda one: (lines[one].page, lines[one].column))
            if here == (placed.page, placed.column)
        )
        if any(insets[one] > INDENTED for one in column):
            return (insets[at] > INDENTED) == indent
    return before.slack > 0.06 or (before.line.text[-1] == "." and placed.line.text[0].isupper())


def _in_order(lines: list[PlacedLine], gaps: list[bool], begins: list[bool]) -> list[bool]:
    """Return where entries begin; what begins a column tells it by the order of the alphabet, if the list is in it.

    `gaps` say where an entry surely begins.
    """
    sure = [at for at in range(len(lines)) if (at == 0 or gaps[at - 1]) and _head(lines[at])]
    heads = [_head(lines[at]) for at in sure]
    if sum(one <= other for one, other in pairwise(heads)) < _ORDERED * (len(heads) - 1):
        return begins
    found = list(begins)
    for at in range(1, len(lines)):
        if not same_column(lines[at - 1], lines[at]) and (head := _head(lines[at])):
            after = bisect_right(sure, at)
            wrong = sum(one > head for one in heads[max(0, after - _NEAR) : after])
            wrong += sum(one < head for one in heads[after : after + _NEAR])
            ended = _ENDED.search(lines[at - 1].line.text) is not None
            found[at] = wrong < _OUT_OF_ORDER if begins[at] else ended and not wrong
    return found


def _head(placed: PlacedLine) -> str:
    """Return the first word of a line, plain and small; "" where it has no capital (da Silva may stand among the S)."""
    letters = _LETTERS.match(unicodedata.normalize("NFKD", placed.line.text))
    return "".join(filter(str.isalpha, letters[0])).casefold() if letters and not letters[0][0].islower() else ""
