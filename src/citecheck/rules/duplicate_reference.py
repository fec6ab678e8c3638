"""The same work stands twice in the list.

Why it matters
    Citations of one work are split over two entries, and the list looks longer than what was read.

Example
    Two entries with the same DOI, or with nearly the same title, first author and year

Correction
    Keep one of them, and cite that one.

Not reported
    Editions, reprints, parts and volumes of one work; a preprint and the article that came of it in another
    year; works that two lists of one article name, such as those of two chapters.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.confidence import of_duplicate
from citecheck.match.duplicates import duplicates_within
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the later entry of each pair that is one work."""
    for index, earlier in sorted(duplicates_within(manuscript.references, _list_of).items()):
        reference, first = manuscript.references[index], manuscript.references[earlier]
        yield Finding(
            f"“{listed_as(reference)}” is listed twice: the same work is entry {earlier + 1}",
            span=reference.span,
            document=reference.document,
            reference=reference.id,
            related=(first.id,),
            confidence=of_duplicate(),
        )


def _list_of(reference: Reference) -> int:
    """Return which list of the article an entry stands in; lists given apart count as one."""
    return reference.section if reference.document == 0 else -1


RULE = Rule(
    "duplicate-reference",
    Severity.WARNING,
    check,
    "Are these one work, and if so, which entry is to be kept?",
    scope=Scope.ENTRIES,
)
