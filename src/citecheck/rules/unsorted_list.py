"""An entry is out of the alphabetical order of the list.

Why it matters
    A reader looks a name up where the alphabet puts it, and does not find it.

Example
    Kuhn, Hardin, Ostrom

Correction
    Hardin, Kuhn, Ostrom

Not reported
    Lists that are in the order of citation, or sorted within sections; what particles, hyphens or accents sort
    differently.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.order import misplaced, sections
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as

#: A list is alphabetical when this part of the entries stands behind its neighbour in the alphabet.
ALPHABETICAL = 0.93


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the entries that break the alphabetical order of an otherwise alphabetical list."""
    for section in sections(manuscript):
        wrong = misplaced(section)
        if len(section) < 10 or len(wrong) > (1 - ALPHABETICAL) * len(section):
            continue
        for index in wrong:
            reference = section[index]
            yield Finding(
                f"“{listed_as(reference)}” is out of alphabetical order",
                span=reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=0.8,
            )


RULE = Rule("unsorted-list", Severity.WARNING, check)
