"""Numbers in the column "References" of a table: cited there without any bracket."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.body import Body
from citecheck.extract.number_groups import BARE, read_group
from citecheck.extract.numeric_marks import Form, Mark
from citecheck.languages.language import bare, words
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

# a cell that holds numbers alone: 12 | 4 5 6 | 33, 35–37
_CELL = pattern(r"\s*+[0-9]{1,3}+(?:[\s,;‐-―-]{1,3}[0-9]{1,3}+){0,60}\s*+")
_CHUNK = pattern(r"\S+")


def table_marks(body: Body) -> tuple[Mark, ...]:
    """Return the numbers in columns that are headed as references, of tables whose cells are parted by tabs."""
    if "\t" not in body.text:
        return ()
    return tuple(mark for span in body.spans for mark in _in_rows(body.text, span))


def table_rows(body: Body) -> tuple[Span, ...]:
    """Return the lines whose cells are parted by tabs."""
    rows: list[Span] = []
    for span in body.spans:
        tab = body.text.find("\t", span.start, span.end)
        while tab >= 0:
            start = max(span.start, body.text.rfind("\n", span.start, tab) + 1)
            end = body.text.find("\n", tab, span.end)
            end = span.end if end < 0 else end
            rows.append(Span(start, end))
            tab = body.text.find("\t", end, span.end)
    return tuple(rows)


def _in_rows(text: str, span: Span) -> Iterator[Mark]:
    column: int | None = None
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        row = Span(start, end)
        start = end + 1
        cells = _cells(text, row)
        if len(cells) < 2:
            column = None
        elif (headed := _headed(text, cells)) is not None:
            column = headed
        elif column is not None and len(cells) >= -column and _CELL.fullmatch(cells[column].of(text)):
            yield from _marks(text, cells[column])


def _cells(text: str, row: Span) -> list[Span]:
    cells: list[Span] = []
    start = row.start
    while (tab := text.find("\t", start, row.end)) >= 0:
        cells.append(Span(start, tab))
        start = tab + 1
    return [*cells, Span(start, row.end)]


def _headed(text: str, cells: list[Span]) -> int | None:
    """Return which column, counted from the last (-1), is headed as references, None where none is."""
    for place, cell in enumerate(reversed(cells), start=1):
        if len(cell) < 40 and bare(cell.of(text)) in words("headings") | words("numbered"):
            return -place
    return None


def _marks(text: str, cell: Span) -> Iterator[Mark]:
    for chunk in _CHUNK.finditer(text, cell.start, cell.end):
        span = Span(chunk.start(), chunk.start() + len(chunk.group().rstrip(",;")))
        numbers = read_group(text, span, BARE)
        if numbers:
            yield Mark(Form.GLUED, span, numbers)
