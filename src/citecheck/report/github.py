"""The report for GitHub: workflow commands that annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.report.record_reading import has_lines, said
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import ProblemRecord, Record

#: GitHub knows three degrees.
_COMMANDS = {"error": "error", "warning": "warning", "style": "notice", "hint": "notice"}


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield one command for each problem and for each reason why a document was not wholly read."""
    for record in records:
        yield ""  # of each record something, see Report
        for error in record["errors"]:
            file = _property(_relative(record["path"]))
            yield f"::error file={file},title={error['kind']}::{_data(error['message'])}\n"
        for problem in record["problems"]:
            yield _annotation(problem, record)


def _annotation(problem: ProblemRecord, record: Record) -> str:
    properties = {"file": _relative(problem["path"]), **_lines(problem, record), "title": problem["rule"]}
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[problem['severity']]} {written}::{_data(said(problem, record))}\n"


def _lines(problem: ProblemRecord, record: Record) -> dict[str, str]:
    """Return lines and columns; columns only within one line, where alone GitHub takes them."""
    span = problem["span"]
    if span is None or not has_lines(problem, record):
        return {}
    if span["line"] != span["end_line"]:
        return {"line": str(span["line"]), "endLine": str(span["end_line"])}
    return {"line": str(span["line"]), "col": str(span["column"]), "endColumn": str(span["end_column"])}


def _relative(path: str) -> str:
    """Return the path as it stands in the repository, where the check ran in its root."""
    return path.removeprefix("./")


def _data(text: str) -> str:
    """Return text that ends no line and begins no command."""
    return shown(text, None).replace("%", "%25")


def _property(text: str) -> str:
    """Return text that ends no property of a command either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORT = streamed("github", ("github.txt",), pieces, "annotations of a pull request, as GitHub's workflow commands")
