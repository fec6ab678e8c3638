"""The report for editors of text and for grep: one line for each problem, in text order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.report.record_reading import coordinates, said
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import Record


def pieces(records: Iterable[Record], view: View) -> Iterator[str]:
    """Yield the lines, in the form in which compilers complain."""
    for record in records:
        yield ""  # of each record something, see Report
        for error in () if view.said_apart else record["errors"]:
            yield f"{shown(record['path'], None)}: error: {shown(error['message'], None)} [{error['kind']}]\n"
        for problem in record["problems"]:
            words = shown(said(problem, record, placed=False), None)
            yield f"{coordinates(problem, record)}: {problem['severity']}: {words} [{problem['rule']}]\n"


REPORT = streamed("concise", ("concise.txt",), pieces, "one line for each problem, with file, line and column")
