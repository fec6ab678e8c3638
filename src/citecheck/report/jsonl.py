"""The report for programs that read many files: each document as one line of JSON, version 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citecheck.report.report import View, streamed

if TYPE_CHECKING:
    from citecheck.report.shapes import Record


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield one line for each document, in plain ASCII: what the JSON report has below `documents`."""
    for record in records:
        yield json.dumps({"version": 1, **record}) + "\n"


REPORT = streamed("jsonl", (".jsonl", ".ndjson"), pieces, "each document as one line of JSON")
