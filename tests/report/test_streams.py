"""A report over many files says something of each record before it asks for the next, so that none need be kept."""

import pytest

from citecheck.model.fault import Fault, FaultKind
from citecheck.model.outcome import Outcome
from citecheck.report.record import record
from citecheck.report.registry import reports
from citecheck.report.report import View

STREAMED = [report for report in reports() if report.pieces is not None]


@pytest.mark.parametrize("report", STREAMED, ids=lambda report: report.format)
def test_a_report_asks_for_no_record_before_it_has_said_something_of_the_last(report):
    nothing = record(Outcome("a.txt", "unknown", None, faults=(Fault(FaultKind.DAMAGED, "the file is damaged"),)))
    clean = {**nothing, "format": "text", "errors": []}
    asked = 0

    def records():
        nonlocal asked
        for one in [clean] * 20 + [nothing] * 20 + [clean] * 20:
            asked += 1
            yield one

    before = 0
    for _ in report.pieces(records(), View()):
        assert asked - before <= 2
        before = asked
    assert asked == 60
