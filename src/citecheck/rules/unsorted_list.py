"""An entry is out of the alphabetical order of the list.

Why it matters
    A reader looks a name up where the alphabet puts it, and does not find it.

Example
    Kuhn, Hardin, Ostrom

Correction
    Hardin, Kuhn, Ostrom

Not reported
    Works that only notes give; lists that are in the order of citation, or sorted within sections; what particles,
    hyphens or accents sort differently.

Options
    With `--style` a list is judged in any case where the chosen style goes by name, and never where it goes by the
    order of citation; a list that is in no order at all is one problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.match.order import misplaced, sections
from citecheck.model.house_style import Order
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as

#: A list is alphabetical when this part of the entries stands behind its neighbour in the alphabet.
ALPHABETICAL = 0.93
#: Fewer entries than this show no order.
FEWEST = 10


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the entries that break the alphabetical order of an otherwise alphabetical list."""
    house = manuscript.house
    asked = house.order_of_list if house else None
    if not manuscript.lists or (asked is not None and asked is not Order.NAME):
        return
    for section in sections(manuscript):
        wrong = misplaced(section)
        few = len(section) < FEWEST and not asked
        if few or len(wrong) > max(1 if asked else 0, (1 - ALPHABETICAL) * len(section)):
            if house and asked:
                yield _unordered(section, wrong, house.title)
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


def _unordered(section: Sequence[Reference], wrong: Sequence[int], style: str) -> Finding:
    """Return what is said once of a list that a style wants in alphabetical order, and that is in none."""
    first = section[wrong[0]]
    return Finding(
        f"{len(wrong)} of {len(section)} entries are out of alphabetical order, in which {style} lists them",
        span=first.span,
        document=first.document,
        reference=first.id,
        confidence=0.8,
    )


RULE = Rule(
    "unsorted-list",
    Severity.WARNING,
    check,
    "We shall move the entry to its place unless you object.",
    scope=Scope.ENTRIES,
)
