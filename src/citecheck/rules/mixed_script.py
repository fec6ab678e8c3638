"""A word mixes letters of two scripts.

Why it matters
    The word looks right and is found by no search: a Cyrillic а is not a Latin a.

Example
    Axеlrod, with the Cyrillic letter е

Correction
    Axelrod

Not reported
    Symbols and units (µm, α-helix), and words whose parts a hyphen sets apart.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope
from citecheck.text.scripts import in_one_script, mixed_words


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each word of a citation or an entry with Latin and Cyrillic or Greek letters in it."""
    for reference in manuscript.references:
        text = manuscript.documents[reference.document].text
        for span, letters in mixed_words(text, reference.span):
            yield Finding(
                f"“{span.of(text)}” mixes scripts: {letters} among Latin letters",
                span=span,
                document=reference.document,
                reference=reference.id,
                replacement=in_one_script(span.of(text)),
                confidence=0.95,
            )
    text = manuscript.document.text
    for citation in manuscript.citations:
        for span, letters in mixed_words(text, citation.span):
            yield Finding(
                f"“{span.of(text)}” mixes scripts: {letters} among Latin letters",
                span=span,
                citation=citation.id,
                replacement=in_one_script(span.of(text)),
                confidence=0.95,
            )


RULE = Rule(
    "mixed-script",
    Severity.WARNING,
    check,
    "Please confirm the spelling; a letter seems to come from another alphabet.",
    scope=Scope.ENTRIES,
)
