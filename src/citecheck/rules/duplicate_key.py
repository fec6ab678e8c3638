"""Two entries of a list have the same key.

Why it matters
    Only one of the two can be cited: programs take the first, or the last, and the other work is lost without a word.

Example
    @article{noether1918, …} and, further down, @book{noether1918, …}

Correction
    Give one of them another key, or delete it where the work is the same.

Not reported
    Keys that differ in capitals; the same work under two keys (duplicate-reference).

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry whose key an earlier entry of the same file has."""
    first: dict[tuple[int, str], Reference] = {}
    for reference in manuscript.references:
        if reference.key is None:
            continue
        earlier = first.setdefault((reference.document, reference.key), reference)
        if earlier is not reference:
            yield Finding(
                f"the key “{reference.key}” of “{listed_as(reference)}” is that of “{listed_as(earlier)}” too",
                span=reference.span,
                document=reference.document,
                reference=reference.id,
                related=(earlier.id,),
            )


RULE = Rule(
    "duplicate-key",
    Severity.WARNING,
    check,
    "Which of the two do the citations mean, and are both needed?",
    scope=Scope.ENTRIES,
)
