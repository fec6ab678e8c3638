"""The page that a citation gives lies outside the pages of the entry meant.

Why it matters
    The quotation cannot stand there: the page, the work or the page range of the entry is wrong.

Example
    (Hardin, 1968: p. 1342); the article runs from 1243 to 1248

Correction
    (Hardin, 1968: p. 1243)

Not reported
    Pages of books, and of entries without a page range; electronic page numbers; chapters, sections and other
    locators.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.match.pages import page_range
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation whose pages lie outside the page range of the one entry it means."""
    for citation, match in manuscript.linked():
        if citation.locator is None or not citation.locator.pages or len(match.references) != 1:
            continue
        reference = manuscript.reference(match.references[0])
        pages = page_range(reference)
        if pages is None or any(pages[0] <= first <= pages[1] for first, _ in citation.locator.pages):
            continue
        yield Finding(
            f"“{citation.locator.text}” is cited, and the entry runs from page {pages[0]} to {pages[1]}",
            span=citation.locator.span,
            citation=citation.id,
            reference=reference.id,
            confidence=0.85,
        )


RULE = Rule(
    "locator-out-of-range",
    Severity.WARNING,
    check,
    "Please check the page that is cited, and the pages of the entry.",
)
