"""The pages of an entry run backwards.

Why it matters
    One of the two numbers was mistyped, and nobody finds the work by it.

Example
    pages = {120--112}

Correction
    pages = {112--120}

Not reported
    Last pages that are cut short (348–52 is 348–352), and pages with letters. Only `citecheck bib` asks this.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.pages import backwards
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry whose last page is before its first."""
    for reference in manuscript.references:
        pages = backwards(reference.pages) if reference.pages else None
        if pages is not None:
            yield Finding(
                f"the pages of “{listed_as(reference)}” run backwards, from {pages[0]} to {pages[1]}",
                span=reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=0.9,
            )


RULE = Rule("impossible-pages", Severity.WARNING, check, "Please give the first and the last page.", Scope.LIST)
