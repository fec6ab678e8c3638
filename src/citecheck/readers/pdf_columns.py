"""In which order the lines of a printed page are read: column after column, as they were drawn where that holds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from citecheck.model.value import value
from citecheck.readers.pdf_lines import PrintedLine, joined, on_one_row
from citecheck.readers.pdf_pages import PrintedPage

#: Fewer lines than this make no column.
_FEWEST = 4
#: A column of text takes at least this share of the width of what is printed.
_NARROWEST = 0.17
_ACROSS = -1
#: White over all columns of so many sizes of the type ends what stands above it.
_WHITE = 4.0


@value
class PlacedLine:
    """A line in its column, which reaches from `column_left` to `column_right`."""

    line: PrintedLine
    page: int
    column: int
    column_left: float
    column_right: float

    @property
    def inset(self) -> float:
        """How far it begins inside its column, in sizes of its type."""
        return (self.line.left - self.column_left) / self.line.size

    @property
    def slack(self) -> float:
        """How much of its column it leaves free, as a share."""
        return (self.column_right - self.line.right) / max(1.0, self.column_right - self.column_left)


def in_reading_order(page: PrintedPage) -> list[PlacedLine]:
    """Return the lines of a page in the order in which they are read."""
    if not page.lines:
        return []
    gutters = sorted(_gutters(page.lines, depth=2))
    columns = [_column(line, gutters) for line in page.lines]
    order: Sequence[int] = range(len(columns))
    if not _is_read_as_drawn(page.lines, columns):
        order = _by_place(page.lines, columns)
    groups = defaultdict[int, list[PrintedLine]](list)
    for line, column in zip(page.lines, columns, strict=True):
        groups[column].append(line)
    edges = {column: edges_of(lines) for column, lines in groups.items()}
    rows = _rows([(page.lines[at], columns[at]) for at in order])
    return [PlacedLine(line, page.number, column, *edges[column]) for line, column in rows]


def edges_of(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return where a column begins and ends: where more than a single line does."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    left = next((one for one, other in pairwise(lefts) if other - one < 2), lefts[0])
    return left, rights[int(0.9 * (len(rights) - 1))]


def _gutters(lines: Sequence[PrintedLine], depth: int) -> list[float]:
    """Return where columns other than the first begin; the labels inside figures have no say in it."""
    if not lines:
        return []
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return _parted([line for line in lines if line.right - line.left >= _NARROWEST * width], depth)


def _parted(lines: list[PrintedLine], depth: int) -> list[float]:
    """Return where most of the lines fall into two columns, and where these do so in turn."""
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    best, gutter = 0, 0.0
    for at in lefts:
        before, after = bisect_right(rights, at + 1), len(lefts) - bisect_left(lefts, at - 2)
        if min(before, after) >= _FEWEST and before + after > best:
            best, gutter = before + after, at
    if not best or depth == 0:
        return []
    sides = [line for line in lines if line.right <= gutter + 1], [line for line in lines if line.left >= gutter - 2]
    return [gutter, *_parted(sides[0], depth - 1), *_parted(sides[1], depth - 1)]


def _column(line: PrintedLine, gutters: list[float]) -> int:
    """Return the number of the column that holds the line."""
    first = sum(gutter <= line.left + 2 for gutter in gutters)
    last = sum(gutter < line.right - 3 for gutter in gutters)
    return first if last <= first else _ACROSS


def _is_read_as_drawn(lines: tuple[PrintedLine, ...], columns: list[int]) -> bool:
    """Whether the lines were drawn down one column after another."""
    inside = [(column, line) for column, line in zip(columns, lines, strict=True) if column != _ACROSS]
    many = len({column for column, _ in inside})
    width = max(line.right for line in lines) - min(line.left for line in lines)
    switches = jumps = 0
    for (column, before), (other, line) in pairwise(inside):
        up = line.base - before.base
        if (other < column and up > 0) or (other == column and up > 3 * line.size and _is_over(line, before, width)):
            return False
        switches += column != other
        jumps += column == other and up > 0.7 * line.size
    return switches <= 2 * many + 2 and jumps <= 3 + 0.1 * len(inside)


def _is_over(line: PrintedLine, below: PrintedLine, width: float) -> bool:
    """Whether it is a line of text, no label in a figure, and stands over the other, not beside it in a margin."""
    shared = min(line.right, below.right) - max(line.left, below.left)
    widths = line.right - line.left, below.right - below.left
    return widths[0] >= _NARROWEST * width and shared > 0.5 * min(widths)


def _by_place(lines: tuple[PrintedLine, ...], columns: list[int]) -> list[int]:
    """Return the order by place; what reaches across the columns, text or white, parts the page into bands."""
    downwards = sorted(range(len(lines)), key=lambda at: (-round(lines[at].base / 3), lines[at].left))
    order: list[int] = []
    band: list[int] = []
    for before, at in zip([downwards[0], *downwards], downwards, strict=False):
        across = columns[at] == _ACROSS
        if across or lines[before].base - lines[at].base > _WHITE * lines[at].size:
            order += sorted(band, key=lambda inside: columns[inside])
            band = []
        (order if across else band).append(at)
    return order + sorted(band, key=lambda inside: columns[inside])


def _rows(lines: list[tuple[PrintedLine, int]]) -> list[tuple[PrintedLine, int]]:
    """Return the lines with the parts of a row together: a number and its entry, or the cells of a table."""
    rows: list[tuple[PrintedLine, int]] = []
    for line, column in lines:
        if rows and line.beside and rows[-1][1] == column and on_one_row(rows[-1][0], line):
            before = rows[-1][0]
            rows[-1] = joined(before, line, " " if len(before.text) <= 6 else "\t"), column
        else:
            rows.append((line, column))
    return rows
