"""The problems as the page lists them: each defect once, with its places and the entries that are meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Problem
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.report.defects import Defect, defects
from citecheck.report.page.evidence import sureness
from citecheck.report.page.links import Link, ProblemLink, place_name, short_name
from citecheck.report.page.marks import Marks
from citecheck.report.places import Places


@value
class ProblemRow:
    """One defect: what is wrong, where it stands, which entries are meant, and how sure it is."""

    id: str
    severity: str
    rule: str
    message: str
    help: str | None
    places: tuple[Link, ...]
    entries: tuple[Link, ...]
    sure: str


@value
class _Known:
    """What is known of the article in which the problems stand."""

    manuscript: Manuscript
    marks: Marks
    places: Places


def spots(problems: Sequence[Problem]) -> list[Span]:
    """Return the places in the article that a problem names and that are neither a citation nor an entry."""
    found = (problem.finding for problem in problems)
    return [one.span for one in found if one.span is not None and one.document == 0 and _names_nothing(one)]


def problem_rows(problems: Sequence[Problem], manuscript: Manuscript, marks: Marks) -> tuple[ProblemRow, ...]:
    """Return a row for each defect, worst first."""
    places = Places(manuscript.documents, manuscript.references)
    found = enumerate(defects(problems), start=1)
    return tuple(_row(f"p{number}", defect, _Known(manuscript, marks, places)) for number, defect in found)


def links_to(rows: Sequence[ProblemRow], problems: Sequence[Problem]) -> dict[str, list[ProblemLink]]:
    """Return, for each citation and entry, the problems that speak of it; `rows` are those of `problems`."""
    links: dict[str, list[ProblemLink]] = defaultdict(list)
    for row, defect in zip(rows, defects(problems), strict=True):
        for problem in defect.problems:
            finding = problem.finding
            named = finding.citation or finding.reference
            if named is not None:
                links[named].append(ProblemLink(row.id, row.rule, row.severity, finding.message))
    return links


def _row(id: str, defect: Defect, known: _Known) -> ProblemRow:
    finding = defect.first.finding
    stands = [_place(problem.finding, known) for problem in defect.problems]
    meant = [one for one in (finding.reference, *finding.related) if one is not None]
    return ProblemRow(
        id=id,
        severity=defect.first.severity.value,
        rule=defect.first.rule,
        message=finding.message,
        help=finding.help,
        places=tuple(dict.fromkeys(stands)),
        entries=tuple(Link(short_name(known.manuscript.reference(one)), one) for one in dict.fromkeys(meant)),
        sure=sureness(finding.confidence),
    )


def _place(finding: Finding, known: _Known) -> Link:
    entry = finding.reference if finding.citation is None else None
    words = place_name(known.places, known.manuscript, finding.span, document=finding.document, entry=entry)
    if finding.citation is not None:
        return Link(words, finding.citation)
    if finding.reference is not None:
        return Link(words, finding.reference)
    mark = known.marks.at(finding.span) if finding.span is not None and finding.document == 0 else None
    return Link(words, mark.anchor if mark else None)


def _names_nothing(finding: Finding) -> bool:
    return finding.citation is None and finding.reference is None
