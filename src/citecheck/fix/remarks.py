"""What is written beside an article: one remark for each problem, with the place it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Problem, Severity
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.shown import shown

AUTHOR = "citecheck"
#: So many places of a habit are quoted in its one remark, and so many entries with one problem.
_PLACES, _ENTRIES = 8, 3


@value
class Remark:
    """The paragraphs of one remark, the span of the clean text that it is about, and all spans to be coloured."""

    span: Span
    paragraphs: tuple[str, ...]
    marked: tuple[Span, ...]


def remarks(outcome: Outcome) -> Iterator[Remark]:
    """Yield a remark for each problem of the article itself, in text order.

    An error or a warning is to be mended wherever it stands and is said at each place; a habit is said once, at its
    first place, with the others quoted. What is said of the whole document stands at its beginning.
    """
    manuscript = outcome.manuscript
    if manuscript is None:
        return
    habits: dict[tuple[str, str], list[Problem]] = {}
    own = [problem for problem in outcome.problems if problem.finding.document == 0]
    for problem in own:
        if _is_habit(problem):
            habits.setdefault(_defect(problem), []).append(problem)
    for problem in own:
        others: Sequence[Problem] = ()
        if _is_habit(problem):
            first, *others = habits[_defect(problem)]
            if first is not problem:
                continue
        spans = tuple(one.finding.span for one in (problem, *others) if one.finding.span is not None)
        yield Remark(spans[0] if spans else Span(0, 1), tuple(_paragraphs(problem, others, manuscript)), spans)


def elsewhere(outcome: Outcome) -> int:
    """Return how many problems stand in other files than the article, where no remark can be written."""
    return sum(problem.finding.document != 0 for problem in outcome.problems)


def _is_habit(problem: Problem) -> bool:
    return problem.severity.rank >= Severity.STYLE.rank and problem.finding.fold is not None


def _defect(problem: Problem) -> tuple[str, str]:
    return problem.rule, problem.finding.fold or ""


def _paragraphs(problem: Problem, others: Sequence[Problem], manuscript: Manuscript) -> Iterator[str]:
    finding, document = problem.finding, manuscript.document
    yield f"{problem.severity.value}: {problem.rule}"
    yield _sentence(finding.message)
    if finding.help:
        yield _sentence(finding.help)
    meant = [finding.reference] if finding.reference and finding.citation is not None else []
    entries = [*meant, *(entry for entry in finding.related if entry not in meant)]
    yield from (_entry(entry, manuscript) for entry in entries[:_ENTRIES])
    places = [one.finding.span.of(document.text) for one in others if one.finding.span is not None]
    if places:
        quoted = ", ".join(f"“{shown(place)}”" for place in places[:_PLACES])
        more = f" and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
        yield f"The same in {len(places)} other {'place' if len(places) == 1 else 'places'}: {quoted}{more}."


def _sentence(words: str) -> str:
    said = shown(words, None)
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '…')) else '.'}"


def _entry(id: ReferenceId, manuscript: Manuscript) -> str:
    """Return an entry with its number in the list."""
    number = next(place for place, one in enumerate(manuscript.references, 1) if one.id == id)
    return f"Entry {number}: {shown(' '.join(manuscript.reference(id).text.split()))}"
