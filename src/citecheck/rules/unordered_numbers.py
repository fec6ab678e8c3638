"""A number is cited for the first time out of turn, in a list that is numbered in the order of citation.

Why it matters
    Where entries are numbered as they are cited, a reader of [5] expects to have met [4]; a number out of turn is
    the trace of a paragraph that was moved, and publishers send the article back for it.

Example
    … as shown before [1, 2]. Others disagree [4], for reasons of their own [3].

Correction
    Swap entries 3 and 4 in the list, and their numbers in the text.

Not reported
    Lists in alphabetical or any other order; numbers that tables, captions and endnotes cite, whose place in the
    file is not that of their first mention; the order inside one bracket (unsorted-citations).

Options
    None.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citecheck.match.order import out_of_order
from citecheck.model.citation import Citation, Style
from citecheck.model.document import BlockKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.span import Span
from citecheck.rules.rule import Rule

#: A list is in the order of citation when at most this part of its numbers is first cited out of turn.
DISORDER = 0.2
#: Fewer numbers than this show no order.
FEWEST = 5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each number whose first mention breaks the rising order of the others."""
    if manuscript.style is not Style.NUMERIC or len(manuscript.lists) > 1:
        return
    first = _first_mentions(manuscript)
    numbers = [citation.number or 0 for citation in first]
    wrong = out_of_order([f"{number:09}" for number in numbers])
    if len(first) < FEWEST or len(wrong) > max(1, DISORDER * len(first)):
        return
    for run in _runs(numbers, wrong):
        low, high = numbers[run[0]], numbers[run[-1]]
        said = f"numbers {low} to {high} are" if len(run) > 1 else f"number {low} is"
        yield Finding(
            f"{said} first cited out of turn: {_instead(numbers, run)}",
            span=first[run[0]].span,
            citation=first[run[0]].id,
            confidence=0.9 if len(run) == 1 else 0.7,
        )


def _first_mentions(manuscript: Manuscript) -> list[Citation]:
    """Return the first citation of each number that the list has, in text order; in one bracket the lowest first.

    A number that is cited in a table, a caption or a note too counts from where these are called, which nobody knows.
    """
    aside = _aside(manuscript)
    starts = [span.start for span in aside]
    first: dict[int, Citation] = {}
    unknown: set[int] = set()
    for citation, match in manuscript.linked():
        if citation.number is None or not match.references:
            continue
        at = bisect_right(starts, citation.span.start) - 1
        if at >= 0 and aside[at].contains(citation.span):
            unknown.add(citation.number)
        first.setdefault(citation.number, citation)
    known = (citation for number, citation in first.items() if number not in unknown)
    return sorted(known, key=lambda citation: (citation.cluster.start, citation.number or 0))


def _aside(manuscript: Manuscript) -> list[Span]:
    """Return the parts of the article that stand in the file elsewhere than they are read: tables, captions, notes."""
    from citecheck.extract.body import Body
    from citecheck.extract.note_texts import notes  # most articles cite by names
    from citecheck.extract.numeric_tables import table_rows

    document = manuscript.document
    found = [block.span for block in document.blocks if block.kind in {BlockKind.TABLE, BlockKind.CAPTION}]
    body = Body(document, (Span(0, len(document.text)),), ())
    return sorted([*found, *(note.span for note in notes(body)), *table_rows(body)])


def _runs(numbers: Sequence[int], places: Sequence[int]) -> list[list[int]]:
    """Return the places in runs that stand side by side with consecutive numbers: one passage that was moved."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1 and numbers[place] == numbers[runs[-1][-1]] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _instead(numbers: Sequence[int], run: Sequence[int]) -> str:
    """Say which number comes too early or too late for a run of places."""
    those = "them" if len(run) > 1 else "it"
    later = [number for number in numbers[run[-1] + 1 :] if number < numbers[run[0]]]
    if later:
        return f"{min(later)} comes only after {those}"
    return f"{max(numbers[: run[0]])} comes before {those}"


RULE = Rule(
    "unordered-numbers",
    Severity.WARNING,
    check,
    "May we number the works in the order of their first citation?",
)
