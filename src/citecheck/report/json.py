"""The report for programs: one JSON object, version 1, as the schema beside this module describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from citecheck import __version__
from citecheck.model.outcome import UNKNOWN_FORMAT
from citecheck.model.problem import Severity
from citecheck.report.report import View, streamed

if TYPE_CHECKING:
    from citecheck.report.shapes import Record

#: What of a record stands on its first line.
_HEAD = ("path", "format", "style", "style_share", "language", "extracted", "agreeing", "configuration", "fail_on")


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield the report: one line for each entry, citation and problem, in plain ASCII."""
    problems = {severity.value: 0 for severity in Severity}
    counts = {"documents": 0, "references": 0, "citations": 0, "suppressed": 0, "unreadable": 0}
    yield f'{{"version": 1,\n"tool": {_line({"name": "citecheck", "version": __version__})},\n"documents": [\n'
    for record in records:
        yield (",\n" if counts["documents"] else "") + _document(record)
        _count(record, counts, problems)
    summary = {**counts, "problems": problems}
    order = ("documents", "references", "citations", "problems", "suppressed", "unreadable")
    yield f'\n],\n"summary": {_line({name: summary[name] for name in order})}}}\n'


def lines_of(values: Iterable[Mapping[str, object]]) -> str:
    """Return a JSON array with one value on each line."""
    written = ",\n".join(_line(value) for value in values)
    return f"[\n{written}\n]" if written else "[]"


def _document(record: Record) -> str:
    parts = [
        _line({name: value for name, value in record.items() if name in _HEAD})[1:-1],
        f'"references": {lines_of(record["references"])}',
        f'"citations": {lines_of(record["citations"])}',
        f'"problems": {lines_of(record["problems"])}',
        f'"suppressed": {lines_of(record["suppressed"])}',
        f'"errors": {lines_of(record["errors"])}',
        f'"notes": {_line(record["notes"])}',
    ]
    if record["mended"]:
        parts.append(f'"mended": {lines_of(record["mended"])}')
    return "{" + ",\n".join(parts) + "}"


def _count(record: Record, counts: dict[str, int], problems: dict[str, int]) -> None:
    counts["documents"] += 1
    counts["references"] += len(record["references"])
    counts["citations"] += len(record["citations"])
    counts["suppressed"] += len(record["suppressed"])
    counts["unreadable"] += record["format"] == UNKNOWN_FORMAT
    for problem in record["problems"]:
        problems[problem["severity"]] += 1


def _line(value: object) -> str:
    return json.dumps(value)


REPORT = streamed("json", (".json",), pieces, "every citation, entry and problem, for programs")
