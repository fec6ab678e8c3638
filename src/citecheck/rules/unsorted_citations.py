"""The works in one bracket are out of the order that the article keeps elsewhere.

Why it matters
    One habit, by year or by name, reads better, and most journals ask for one.

Example
    (Arrow, 1951; Axelrod, 1984; Hardin, 1968), where the article goes by year

Correction
    (Arrow, 1951; Hardin, 1968; Axelrod, 1984)

Not reported
    Articles that keep no order; works after “see also” or the like, which open a new row.

Options
    With `--style` the order that the chosen style asks for counts instead of the habit.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.order import out_of_habit
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield, for each bracket out of the article's order, the first citation that breaks it."""
    house = manuscript.house
    asked = house.order_in_brackets if house else None
    where = f"{house.title} asks that" if house and asked else "elsewhere"
    text = manuscript.document.text
    for citation, order in out_of_habit(text, manuscript.citations, asked.value if asked else None):
        yield Finding(
            f"“{cited_as(citation, manuscript)}” is out of order: {where} the works in a bracket run by {order}",
            span=citation.span,
            citation=citation.id,
            confidence=0.85,
            fold=order,
        )


RULE = Rule("unsorted-citations", Severity.STYLE, check, "We shall put these in order unless you object.")
