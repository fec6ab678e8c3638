"""Everything that the page says of one article, ready to be set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Mended, Severity
from citecheck.model.value import value
from citecheck.report.agreement import agreement, counted
from citecheck.report.defects import defects
from citecheck.report.heading import severities, what_was_read
from citecheck.report.page.article_text import ShownBlock, article_text
from citecheck.report.page.listed import Listing, Row, ShownList, orphans
from citecheck.report.page.marks import Mark, Marks
from citecheck.report.page.plots import Plot, plots
from citecheck.report.page.problem_rows import ProblemRow, links_to, problem_rows, spots
from citecheck.report.page.states import State, states_of
from citecheck.report.page.typesetting import Typesetter


@value
class Standing:
    """How many citations stand so to the list, and where the first of them is."""

    state: State
    number: int
    first: str


@value
class Count:
    """How many problems there are of one severity or rule."""

    name: str
    number: int


@value
class Reading:
    """What was read of an article that could be read, and what was found in it."""

    head: str
    agreed: str
    language: str | None
    standings: tuple[Standing, ...]
    severities: tuple[Count, ...]
    rules: tuple[Count, ...]
    problems: tuple[ProblemRow, ...]
    blocks: tuple[ShownBlock, ...]
    lists: tuple[ShownList, ...]
    unlisted: tuple[Row, ...]
    orphaned: int
    entries: str
    plots: tuple[Plot, ...]


@value
class Article:
    """One file on the page. `prefix` stands before each id, so that several files can share a page."""

    prefix: str
    path: str
    folder: str
    name: str
    counts: str
    faults: tuple[str, ...]
    notes: tuple[str, ...]
    mended: tuple[Mended, ...]
    reading: Reading | None


def article(outcome: Outcome, prefix: str = "") -> Article:
    """Return the article that was checked, as the page shows it."""
    path = PurePath(outcome.path)
    return Article(
        prefix=prefix,
        path=outcome.path,
        folder=str(path.parent) if len(path.parts) > 1 else "",
        name=path.name or outcome.path,
        counts=severities(defects(outcome.problems)),
        faults=tuple(fault.message for fault in outcome.faults),
        notes=outcome.notes,
        mended=outcome.mended,
        reading=_reading(outcome, outcome.manuscript) if outcome.manuscript else None,
    )


def _reading(outcome: Outcome, manuscript: Manuscript) -> Reading:
    problems = outcome.problems
    states = states_of(outcome, manuscript)
    marks = Marks(manuscript.linked(), states, spots(problems))
    rows = problem_rows(problems, manuscript, marks)
    listing = Listing(manuscript, states, links_to(rows, problems), orphans(problems))
    lists = tuple(listing.lists())
    agreed = agreement(outcome, manuscript)
    return Reading(
        head=what_was_read(outcome, manuscript),
        agreed=agreed[:1].upper() + agreed[1:],
        language=manuscript.language,
        standings=_standings(marks.all, states.values()),
        severities=_severities(rows),
        rules=tuple(Count(name, number) for name, number in sorted(Counter(row.rule for row in rows).items())),
        problems=rows,
        blocks=tuple(article_text(manuscript, marks.all, Typesetter(manuscript.document))),
        lists=lists,
        unlisted=tuple(listing.unlisted),
        orphaned=sum(entry.standing == "orphaned" for one in lists for entry in one.entries),
        entries=counted(len(manuscript.references), "entry", "entries"),
        plots=plots(manuscript),
    )


def _standings(marks: Sequence[Mark], states: Iterable[State]) -> tuple[Standing, ...]:
    numbers = Counter(states)
    firsts: dict[State, str] = {}
    for mark in marks:
        if mark.state is not None:
            firsts.setdefault(mark.state, mark.anchor)
    return tuple(Standing(state, numbers[state], firsts.get(state, "")) for state in reversed(State) if numbers[state])


def _severities(rows: Sequence[ProblemRow]) -> tuple[Count, ...]:
    numbers = Counter(row.severity for row in rows)
    return tuple(Count(one.value, numbers[one.value]) for one in Severity if numbers[one.value])
