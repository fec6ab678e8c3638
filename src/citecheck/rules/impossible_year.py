"""A work cannot be of the year that its entry gives.

Why it matters
    It was mistyped, and every citation that takes it from here repeats it.

Example
    year = {2104}

Correction
    year = {2014}

Not reported
    Next year, which journals print ahead; works that are forthcoming or in press. Articles are checked for such years
    too, but by the entries that their citations mean (year-mismatch). Only `citecheck bib` asks this.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.years import impossible
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as, shortened


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry of the future, or of a time before its kind of work."""
    for reference in manuscript.references:
        reason = impossible(reference.year, reference.type, manuscript.present) if reference.year else None
        if reference.year is not None and reason is not None:
            yield Finding(
                f"the year {shortened(reference.year.text)} of “{listed_as(reference)}” {reason}",
                span=reference.year_span or reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=0.9,
            )


RULE = Rule("impossible-year", Severity.WARNING, check, "Please give the year of the work.", Scope.LIST)
