"""A number is cited for the first time out of turn, in a list that is numbered in the order of citation.

Why it matters
    Where entries are numbered as they are cited, a reader of [5] expects to have met [4]; a number out of turn is
    the trace of a paragraph that was moved, and publishers send the article back for it.

Example
    … as shown before [1, 2]. Others disagree [4], for reasons of their own [3].

Correction
    Swap entries 3 and 4 in the list, and their numbers in the text.

Not reported
    Lists in alphabetical or any other order; numbers inside tables and captions, whose place in the text is not
    that of their first mention; the order inside one bracket (unsorted-citations).

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
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as

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
    for place in wrong:
        citation = first[place]
        yield Finding(
            f"“{cited_as(citation, manuscript)}” is first cited out of turn: {_instead(numbers, place)}",
            span=citation.span,
            citation=citation.id,
            confidence=0.9,
        )


def _first_mentions(manuscript: Manuscript) -> list[Citation]:
    """Return the first citation of each number that the list has, in text order; in one bracket the lowest first."""
    aside = [block.span for block in manuscript.document.blocks if block.kind in {BlockKind.TABLE, BlockKind.CAPTION}]
    starts = [span.start for span in aside]
    first: dict[int, Citation] = {}
    for citation, match in manuscript.linked():
        at = bisect_right(starts, citation.span.start) - 1
        is_aside = at >= 0 and aside[at].contains(citation.span)
        if citation.number is not None and match.references and not is_aside:
            first.setdefault(citation.number, citation)
    return sorted(first.values(), key=lambda citation: (citation.cluster.start, citation.number or 0))


def _instead(numbers: Sequence[int], place: int) -> str:
    """Say which number comes too early or too late."""
    later = [number for number in numbers[place + 1 :] if number < numbers[place]]
    if later:
        return f"{min(later)} comes only after it"
    return f"{max(number for number in numbers[:place])} comes before it"


RULE = Rule("unordered-numbers", Severity.WARNING, check)
