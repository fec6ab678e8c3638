"""What a run over many files writes: reports by the ends of their names, a folder with all of them, or Parquet."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from citecheck.cli.many import is_folder, is_table
from citecheck.cli.reporting import report_named, reports_for
from citecheck.cli.streaming import FileOutput, Output, Pieces
from citecheck.cli.usage import UsageError
from citecheck.engine.verdict import State
from citecheck.report.csv import csv_row

if TYPE_CHECKING:
    from citecheck.engine.folder_run import Checked
    from citecheck.report.page.index import IndexRow
    from citecheck.report.report import Report, View
    from citecheck.report.shapes import Record

#: Formats that tell of problems alone: for them entries and citations need not be unpacked.
_OF_PROBLEMS = ("concise",)
#: What stands in a folder of results, with the format of each.
_FOLDER = (("problems.csv", "csv"), ("articles.jsonl", "jsonl"))
UNREAD = "unread.csv"
INDEX = "index.html"
_PARQUET = ".parquet"
#: The columns of a row for each problem, and their types in SQL.
_COLUMNS = {
    "path": "VARCHAR", "page": "BIGINT", "line": "BIGINT", "column": "BIGINT", "where": "VARCHAR",
    "severity": "VARCHAR", "rule": "VARCHAR",
    "message": "VARCHAR", "words": "VARCHAR", "suggestion": "VARCHAR", "confidence": "DOUBLE",
}  # fmt: skip

#: How one report is written, and where.
Written = tuple["Pieces[Checked]", Output]


def unread_in(paths: Iterable[str]) -> str | None:
    """Return the file that tells what was not read, where one is written."""
    return next((str(Path(path, UNREAD)) for path in paths if is_folder(path)), None)


def written_to(paths: Iterable[str], inputs: tuple[str, ...], view: View) -> Iterator[Written]:
    """Yield how each of the outputs is written; raises `UsageError` before anything is."""
    for path in paths:
        if is_folder(path):
            yield from _in_folder(path, view)
        elif is_table(path):
            _require_duckdb(path)
            yield _problem_rows, ParquetOutput(path)
        else:
            for name, report in reports_for([path], inputs):
                yield pieces_of(report, view), FileOutput(name)


def pieces_of(report: Report, view: View) -> Pieces[Checked]:
    """Return how a report is written from what comes of files."""
    pieces = report.pieces
    if pieces is None:
        raise UsageError(
            f"the format {report.format} shows one article; for many, --output results/ writes a page over all"
        )

    def written(rows: Iterable[Checked]) -> Iterator[str]:
        return pieces(_records(rows, whole=report.format not in _OF_PROBLEMS), view)

    return written


def _records(rows: Iterable[Checked], *, whole: bool) -> Iterator[Record]:
    for row in rows:
        if row.verdict.brief is not None:
            yield row.verdict.record if whole else row.verdict.light


def _in_folder(path: str, view: View) -> Iterator[Written]:
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"--output {path!r}: {(error.strerror or 'cannot be made').lower()}") from error
    for name, its in _FOLDER:
        yield pieces_of(report_named(its), view), FileOutput(str(Path(path, name)))
    yield _unread, FileOutput(str(Path(path, UNREAD)))
    yield _index, FileOutput(str(Path(path, INDEX)))


def _index(rows: Iterable[Checked]) -> Iterator[str]:
    """Yield a page for a browser with a row for each file, to be sorted and searched."""
    from citecheck.report.page.index import index_page

    return index_page((_index_row(row) for row in rows), "Results")


def _index_row(row: Checked) -> IndexRow:
    from citecheck.report.page.index import IndexRow, index_row

    verdict = row.verdict
    if verdict.brief is None:
        return IndexRow(row.file.path, verdict.state.value, "", 0, 0, {}, {}, verdict.reason)
    return index_row(verdict.light, counts=verdict.counts, page=row.page)


def _unread(rows: Iterable[Checked]) -> Iterator[str]:
    """Yield a row for each file of which nothing, or not all, was read, with the reason."""
    yield csv_row(("path", "state", "kind", "reason"))
    for row in rows:
        verdict, state = row.verdict, row.verdict.state.value
        errors = (verdict.brief or {}).get("errors", [])
        if verdict.state is State.CHECKED:
            state = "read in part"
        if errors:
            yield "".join(csv_row((row.file.path, state, error["kind"], error["message"])) for error in errors)
        else:
            yield csv_row((row.file.path, state, "", verdict.reason)) if verdict.reason else ""


def _problem_rows(rows: Iterable[Checked]) -> Iterator[str]:
    """Yield a line of JSON for each problem, for a table in which each column has one type."""
    for row in rows:
        yield "".join(_problem_row(problem) for problem in (row.verdict.brief or {}).get("problems", ()))


def _problem_row(problem: dict[str, object]) -> str:
    span = problem["span"] if isinstance(problem["span"], dict) else {}
    cells = {**problem, "line": span.get("line"), "column": span.get("column"), "words": problem["text"]}
    return json.dumps({name: cells[name] for name in _COLUMNS}) + "\n"


class ParquetOutput(FileOutput):
    """A table of problems in Parquet, made of lines of JSON when all of them are there."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._table: Path | None = None

    def abandon(self) -> None:
        """Take the unfinished files away."""
        super().abandon()
        if self._table is not None:
            self._table.unlink(missing_ok=True)

    def _made(self, temporary: Path) -> Path:
        self._table = temporary.with_suffix(_PARQUET)
        command = [
            sys.executable,
            "-m",
            "citecheck.cli.parquet",
            str(temporary),
            str(self._table),
            json.dumps(_COLUMNS),
        ]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 our own module
        if done.returncode != 0:
            words = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise OSError(None, words[-1] if words else "the table could not be made")
        temporary.unlink()
        return self._table


def _require_duckdb(path: str) -> None:
    from importlib.util import find_spec

    if find_spec("duckdb") is None:
        command = "python -m pip install 'citecheck-cli[parquet]'"
        raise UsageError(f"--output {path!r} needs the extra “parquet”; this installs it: {command}")
