"""The comparison for programs: one JSON object, version 1, as `schema/revision-1.json` of the reports describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from citecheck import __version__
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Problem
from citecheck.model.revision import Revision
from citecheck.report.json import lines_of
from citecheck.report.record import record
from citecheck.report.report import View
from citecheck.report.revisions.comparison import Comparison, doubts

if TYPE_CHECKING:
    from citecheck.report.shapes import ProblemRecord

#: What of the record of a version is told of it.
_TOLD = ("path", "format", "style", "language", "errors", "notes")


def render(revision: Revision, _: View) -> str:
    """Return the comparison: one line for each problem, in plain ASCII."""
    was, now = _Side(revision.before), _Side(revision.after)
    head = {"version": 1, "tool": {"name": "citecheck", "version": __version__}}
    standing = ({"old": was.problem(one.before), "new": now.problem(one.after)} for one in revision.standing)
    counts = {"mended": len(revision.mended), "standing": len(revision.standing), "new": len(revision.new)}
    parts = [
        json.dumps(head)[1:-1],
        f'"documents": {{"old": {was.document()},\n"new": {now.document()}}}',
        f'"mended": {lines_of(was.problem(problem) for problem in revision.mended)}',
        f'"standing": {lines_of(standing)}',
        f'"new": {lines_of(now.problem(problem) for problem in revision.new)}',
        json.dumps({"notes": [*doubts(revision)], "summary": counts})[1:-1],
    ]
    return "{" + ",\n".join(parts) + "}\n"


class _Side:
    """Writes what belongs to one of the two versions."""

    __slots__ = ("_problems", "_record")

    def __init__(self, outcome: Outcome) -> None:
        self._record = record(outcome)
        self._problems = dict(zip(outcome.problems, self._record["problems"], strict=True))

    def problem(self, problem: Problem) -> ProblemRecord:
        return self._problems[problem]

    def document(self) -> str:
        read = self._record
        counts = {
            "references": len(read["references"]),
            "citations": len(read["citations"]),
            "problems": len(read["problems"]),
        }
        return json.dumps({**{name: value for name, value in read.items() if name in _TOLD}, **counts})


COMPARISON = Comparison("json", (".json",), render, "every problem of both versions, for programs")
