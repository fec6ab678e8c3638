"""The numbers that the list prints leave one out, or give one twice.

Why it matters
    Whoever cites by number counts on each number standing for one entry; a gap or a repeated number says that an
    entry was lost or added by hand, and that all later citations may be off by one.

Example
    [7] …, [8] …, [10] …

Correction
    Number the list anew, and the citations with it.

Not reported
    Lists without printed numbers; lists that begin with another number than 1, as the second of several may.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as

#: A list counts as numbered when this part of its steps from entry to entry is a step of one.
STEADY = 0.5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry whose number does not follow on the one before it."""
    for _, section in groupby(manuscript.references, key=lambda reference: (reference.document, reference.section)):
        numbered = [(reference.number, reference) for reference in section if reference.number is not None]
        steady = sum(later == earlier + 1 for (earlier, _), (later, _) in pairwise(numbered))
        if len(numbered) < 2 or steady < STEADY * (len(numbered) - 1):
            continue
        highest = numbered[0][0]
        for number, reference in numbered[1:]:
            if number != highest + 1:
                yield _finding(highest, number, reference)
            highest = max(highest, number)


def _finding(earlier: int, later: int, reference: Reference) -> Finding:
    """Return what is said of an entry numbered `later` behind one numbered `earlier`."""
    if later == earlier:
        said = f"number {later} stands twice in the list, the second time before “{listed_as(reference)}”"
    elif later == earlier + 2:
        said = f"number {earlier + 1} is missing in the list before “{listed_as(reference)}”"
    elif later > earlier:
        said = f"numbers {earlier + 1} to {later - 1} are missing in the list before “{listed_as(reference)}”"
    else:
        said = f"number {later} follows number {earlier} in the list, before “{listed_as(reference)}”"
    return Finding(said, span=reference.span, document=reference.document, reference=reference.id, confidence=0.9)


RULE = Rule("number-gap", Severity.WARNING, check, "Is an entry missing here, or may the list be numbered anew?")
