"""The same work stands twice in the list.

Why it matters
    Citations of one work are split over two entries, and the list looks longer than what was read.

Example
    Two entries with the same DOI, or with nearly the same title, first author and year

Correction
    Keep one of them, and cite that one.

Not reported
    Editions, reprints, parts and volumes of one work; a preprint and the article that came of it in another
    year.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.confidence import of_duplicate
from citecheck.match.duplicates import duplicates
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the later entry of each pair that is one work."""
    for index, earlier in duplicates(manuscript.references).items():
        reference, first = manuscript.references[index], manuscript.references[earlier]
        yield Finding(
            f"“{listed_as(reference)}” is listed twice: the same work is entry {earlier + 1}",
            span=reference.span,
            document=reference.document,
            reference=reference.id,
            related=(first.id,),
            confidence=of_duplicate(),
        )


RULE = Rule("duplicate-reference", Severity.WARNING, check)
