"""The report for spreadsheets: a row for each problem, none of whose cells a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.report.record_reading import has_lines, meant, references_of
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import ProblemRecord, Record, ReferenceRecord

COLUMNS = (
    "path", "page", "line", "column", "where",
    "severity", "rule", "message", "help", "words", "context", "entry", "suggestion",
    "confidence",
)  # fmt: skip
#: What begins a formula, in one of the programs that read such files; the last ones are full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "＝", "＋", "－", "＠", "｜")

Cell = str | int | float | None


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield a head, and the rows of each document; one that was not wholly read has a row that says why."""
    yield csv_row(COLUMNS)
    for record in records:
        yield ""  # of each record something, see Report
        entries = references_of(record)
        for error in record["errors"]:
            yield csv_row(
                (record["path"], None, None, None, None, "unread", error["kind"], error["message"], *[None] * 6)
            )
        for problem in record["problems"]:
            yield csv_row((*_place(problem, record), *_cells(problem, entries)))


def _place(problem: ProblemRecord, record: Record) -> Iterator[Cell]:
    span = problem["span"] if has_lines(problem, record) else None
    yield from (problem["path"], problem["page"])
    yield from (span["line"], span["column"]) if span else (None, None)
    yield problem["where"]


def _cells(problem: ProblemRecord, entries: dict[str, ReferenceRecord]) -> Iterator[Cell]:
    yield from (problem["severity"], problem["rule"], problem["message"], problem["help"])
    yield from (problem["text"], problem["context"])
    yield " | ".join(shown(entry["text"]) for entry in meant(problem, entries))
    yield from (problem["suggestion"], problem["confidence"])


def csv_row(cells: Iterable[Cell]) -> str:
    """Return one row, none of whose cells a spreadsheet would run."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([_safe(cell) for cell in cells])
    return written.getvalue()


def _safe(cell: Cell) -> Cell:
    """Return words as words: behind an apostrophe where a spreadsheet would take them for a formula."""
    if not isinstance(cell, str):
        return cell
    words = shown(cell, None)
    return f"'{words}" if cell.lstrip(" ").startswith(_FORMULA) or words.lstrip().startswith(_FORMULA) else words


REPORT = streamed("csv", (".csv",), pieces, "a row for each problem, for spreadsheets")
