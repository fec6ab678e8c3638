"""The report for people, at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model.outcome import Outcome
from citecheck.report.report import Report, View


def render(outcomes: Sequence[Outcome], view: View) -> str:
    """Return the report."""
    return "".join(
        f"{problem.severity.value} {problem.rule} {problem.finding.message}\n"
        for o in outcomes
        for problem in o.problems
    )


REPORT = Report("text", (".txt",), render, "for people")
