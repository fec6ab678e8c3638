"""An ibid. does not make clear which work it repeats.

Why it matters
    Ibid. means the citation right before it; where that one holds several works, or cannot have the page given,
    the reader must guess.

Example
    (Hardin, 1968) … (ibid.: p. 16), and Hardin’s article runs from 1243 to 1248

Correction
    Name the work again: (Axelrod, 1984: p. 16).

Not reported
    An ibid. right after a citation of one work.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.citation import CitationKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each ibid. for which another work is as likely as the one cited before it."""
    for citation, match in manuscript.linked():
        if citation.kind is not CitationKind.IBID or not match.nearest or not match.references:
            continue
        meant = listed_as(manuscript.reference(match.references[0]))
        other = listed_as(manuscript.reference(match.nearest[0]))
        written = citation.span.of(manuscript.document.text)
        yield Finding(
            f"“{written}” comes after {other}, and its page fits {meant}",
            span=citation.span,
            citation=citation.id,
            reference=match.references[0],
            related=match.nearest,
            confidence=match.confidence,
        )


RULE = Rule("ambiguous-ibid", Severity.WARNING, check, "Which work is meant here?")
