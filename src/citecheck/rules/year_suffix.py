"""The letters behind the years of one author have a gap, or one stands alone.

Why it matters
    A reader of “2010b” looks for 2010a: an entry is missing, or the letter is a leftover.

Example
    Bird Council 2010b, and no Bird Council 2010a

Correction
    Bird Council 2010

Not reported
    Letters that citations of a separate library use.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as
from citecheck.text.folding import latin


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry with a letter whose predecessor does not stand in the list."""
    if manuscript.library:
        return
    lettered = [reference for reference in manuscript.references if reference.year and reference.year.suffix]
    known = {
        (_author(reference), reference.year.number, reference.year.suffix) for reference in lettered if reference.year
    }
    for reference in lettered:
        year = reference.year
        if year is None or year.suffix == "a" or len(year.suffix) > 1:
            continue
        before = chr(ord(year.suffix) - 1)
        if (_author(reference), year.number, before) not in known:
            yield Finding(
                f"“{listed_as(reference)}” stands in the list without {year.number}{before}",
                span=reference.year_span or reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=0.85,
            )


def _author(reference: Reference) -> str:
    return latin(reference.cited_as[0].shown) if reference.cited_as else ""


RULE = Rule(
    "year-suffix",
    Severity.WARNING,
    check,
    "Please confirm which works these are, so that the letters can be corrected in text and list.",
)
