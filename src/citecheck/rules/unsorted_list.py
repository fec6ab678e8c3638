"""An entry is out of the alphabetical order of the list.

Why it matters
    A reader looks a name up where the alphabet puts it, and does not find it.

Example
    Koch, Hug, Kuchins

Correction
    Hug, Koch, Kuchins

Not reported
    Lists that are in the order of citation, or sorted within sections; what particles, hyphens or accents sort
    differently.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.order import out_of_order, sections, sort_key
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as

#: A list is alphabetical when this part of the entries stands behind its neighbour in the alphabet.
ALPHABETICAL = 0.93


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the entries that break the alphabetical order of an otherwise alphabetical list."""
    for section in sections(manuscript):
        misplaced = out_of_order([sort_key(reference) for reference in section])
        if len(section) < 10 or len(misplaced) > (1 - ALPHABETICAL) * len(section):
            continue
        for index in misplaced:
            reference = section[index]
            yield Finding(
                f"“{listed_as(reference)}” is out of alphabetical order",
                span=reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=0.8,
            )


RULE = Rule("unsorted-list", Severity.WARNING, check)
