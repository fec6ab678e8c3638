"""What a report on a revision is: a format and a function from a revision to text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citecheck.model.outcome import Outcome
from citecheck.model.revision import Revision
from citecheck.model.value import value
from citecheck.report.agreement import counted
from citecheck.report.defects import defects
from citecheck.report.report import View


@value
class Comparison:
    """One output format. Every module of this package that writes one exports it as `COMPARISON`."""

    format: str
    suffixes: tuple[str, ...]
    render: Callable[[Revision, View], str]
    description: str


def tally(revision: Revision) -> str:
    """Return the sentence that sums it up, counted as people count: the same defect at nine places is one."""
    mended, new = len(defects(revision.mended)), len(defects(revision.new))
    standing = len(defects(standing.after for standing in revision.standing))
    return f"mended {mended:,} · still there {standing:,} · new {new:,}"


def doubts(revision: Revision) -> Iterator[str]:
    """Yield why the comparison says less than it seems to."""
    before, after = revision.before.manuscript, revision.after.manuscript
    if before is not None and not before.references:
        yield "the old version has no reference list, so that what is called new may have stood there before"
    if after is not None and not after.references:
        yield "the new version has no reference list, so that what is called mended may still be there"
    if revision.excused:
        still = counted(
            len(revision.excused), "problem that is called mended is", "problems that are called mended are"
        )
        yield f"{still} still there, left alone by a comment or the configuration"
    for age, outcome in (("old", revision.before), ("new", revision.after)):
        if outcome.manuscript is not None and outcome.faults:
            yield f"the {age} version was not wholly read, so that part of it could not be compared"


def counts(outcome: Outcome) -> str:
    """Return how much of a version was compared."""
    if outcome.manuscript is None:
        return "not read"
    citations = counted(len(outcome.manuscript.citations), "citation", "citations")
    return f"{citations}, {counted(len(outcome.manuscript.references), 'entry', 'entries')}"
