"""The report for build servers: JUnit XML, a suite for each document and a failed case for each defect."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.report.record_reading import coordinates, defects_of, elsewhere, fails, meant, references_of
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import ErrorRecord, ProblemRecord, Record, ReferenceRecord

PASSED = "nothing that fails the check"
#: So many places of one defect are named.
PLACES = 40
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield the suites. What does not fail the check is a case that passes, with the problem as its output."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="citecheck">\n'
    for record in records:
        yield _suite(record)
    yield "</testsuites>\n"


def _suite(record: Record) -> str:
    entries = references_of(record)
    path = _escaped(record["path"])
    defects = defects_of(record)
    failing = [defect for defect in defects if fails(defect[0], record)]
    passing = [defect for defect in defects if not fails(defect[0], record)]
    cases = [
        *(_error(error, path) for error in record["errors"]),
        *(_case(defect, path, _failure(defect, record, entries)) for defect in failing),
        *(_case(defect, path, _output(defect, record, entries)) for defect in passing),
    ]
    if not failing and not record["errors"]:
        cases.insert(0, f'<testcase classname="{path}" name="{PASSED}"/>')
    counts = f'tests="{len(cases)}" failures="{len(failing)}" errors="{len(record["errors"])}"'
    body = "".join(f"    {case}\n" for case in cases)
    return f'  <testsuite name="{path}" {counts}>\n{body}  </testsuite>\n'


def _error(error: ErrorRecord, path: str) -> str:
    told = f'<error type="{error["kind"]}" message="{_escaped(error["message"])}"/>'
    return f'<testcase classname="{path}" name="read">{told}</testcase>'


def _case(defect: list[ProblemRecord], path: str, told: str) -> str:
    first = defect[0]
    name = _escaped(f"{first['rule']}: {first['message']}")
    return f'<testcase classname="{path}" name="{name}">{told}</testcase>'


def _failure(defect: list[ProblemRecord], record: Record, entries: dict[str, ReferenceRecord]) -> str:
    first = defect[0]
    head = f'<failure type="{first["severity"]}" message="{_escaped(first["message"])}">'
    return f"{head}{_details(defect, record, entries)}</failure>"


def _output(defect: list[ProblemRecord], record: Record, entries: dict[str, ReferenceRecord]) -> str:
    return f"<system-out>{_details(defect, record, entries)}</system-out>"


def _details(defect: list[ProblemRecord], record: Record, entries: dict[str, ReferenceRecord]) -> str:
    """Return the place, what is said, the words around, the entries meant and the other places, a line for each."""
    first = defect[0]
    lines = (
        coordinates(first, record),
        f"{first['severity']}: {first['message']}",
        first["context"],
        first["help"],
        *(f"entry: {entry['text']}" for entry in meant(first, entries)),
        elsewhere(defect, record, PLACES),
    )
    return "\n".join(_escaped(line) for line in lines if line)


def _escaped(words: str) -> str:
    """Return `words` as XML holds them: marks as entities, and none of the characters that no XML may hold."""
    safe = re.sub(r'[&<>"]', lambda found: _MARKS[found.group()], shown(words, None))
    return re.sub(r"[\ufffe\uffff]", lambda found: f"\\u{ord(found.group()):04x}", safe)


REPORT = streamed("junit", (".xml",), pieces, "JUnit XML, for build servers")
