"""The comparison as Markdown: a comment on a pull request, a letter to the author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem
from citecheck.model.revision import Revision
from citecheck.report.defects import Defect, defects
from citecheck.report.markdown import escaped
from citecheck.report.places import Places
from citecheck.report.report import View
from citecheck.report.revisions.comparison import Comparison, counts, doubts, tally


def render(revision: Revision, _: View) -> str:
    """Return the comparison, ending with a line feed."""
    return "\n".join(_lines(revision)) + "\n"


def _lines(revision: Revision) -> Iterator[str]:
    yield f"**{tally(revision)}**"
    yield ""
    for age, outcome in (("Old", revision.before), ("New", revision.after)):
        yield f"- {age}: {escaped(outcome.path)}, {counts(outcome)}"
    for doubt in doubts(revision):
        yield f"- Note: {doubt}"
    before, after = revision.before.manuscript, revision.after.manuscript
    if before is None or after is None:
        return
    yield from _section("New", revision.new, after)
    yield from _section("Still there", (standing.after for standing in revision.standing), after)
    yield from _section("Mended", revision.mended, before)


def _section(title: str, problems: Iterable[Problem], manuscript: Manuscript) -> Iterator[str]:
    found = defects(problems)
    if not found:
        return
    yield from ("", f"### {title}", "", "| severity | rule | problem | where |", "| --- | --- | --- | --- |")
    places = Places(manuscript.documents, manuscript.references)
    yield from (_row(defect, places) for defect in found)


def _row(defect: Defect, places: Places) -> str:
    problem = defect.first
    more = f" and {len(defect.problems) - 1:,} more" if len(defect.problems) > 1 else ""
    where = f"{escaped(_where(problem, places))}{more}"
    return f"| {problem.severity.value} | `{problem.rule}` | {escaped(problem.finding.message)} | {where} |"


def _where(problem: Problem, places: Places) -> str:
    """Return the line of a problem, or the place in words; nothing where it is about the whole document."""
    finding = problem.finding
    spot = places.spot(finding.span, finding.document) if finding.span is not None else None
    if finding.span is None or spot is None:
        return ""
    found = places.whereabouts(finding.span, finding.document, finding.reference if not finding.citation else None)
    line = found.words if found and found.words else f"line {spot.first.line}"
    return line if finding.document == 0 else f"{spot.path}, {line}"


COMPARISON = Comparison("markdown", (".md",), render, "tables, for a pull request or a letter")
