"""The brackets of a citation are in the wrong place, or one of them is missing.

Why it matters
    The sentence cannot be read aloud, or it is not clear where the citation ends.

Example
    according to (Axelrod, 1984: p. 16), the two …

Correction
    according to Axelrod (1984: p. 16), the two …

Not reported
    Brackets after “see”, “in” or “e.g.”; articles that write all their citations so.

Options
    None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citecheck.extract.sentence import half_bracketed, needs_names
from citecheck.model.citation import Citation, CitationKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Correction, Finding, Severity
from citecheck.model.span import Span
from citecheck.rules.rewording import unbracketed
from citecheck.rules.rule import Rule

#: An article that does this more often than so does it by habit.
HABIT = 0.25


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each bracket whose names the sentence needs, and each citation with only one of its brackets."""
    text = manuscript.document.text
    brackets = [citation for citation in manuscript.citations if citation.kind is CitationKind.PARENTHETICAL]
    alone = Counter(citation.cluster for citation in manuscript.citations)
    misplaced = [citation for citation in brackets if needs_names(text, citation)]
    if len(misplaced) <= max(3, HABIT * len(brackets)):
        for citation in misplaced:
            yield Finding(
                f"the sentence needs the names that stand inside the bracket “{citation.cluster.of(text)}”",
                span=citation.cluster,
                citation=citation.id,
                replacement=unbracketed(citation, text) if alone[citation.cluster] == 1 else None,
                safe=True,
                confidence=0.85,
            )
    for citation in manuscript.citations:
        if half_bracketed(text, citation):
            yield Finding(
                f"“{citation.span.of(text)}” has only one of its brackets",
                span=citation.span,
                citation=citation.id,
                corrections=_closed(text, citation),
                safe=True,
                confidence=0.8,
            )


def _closed(text: str, citation: Citation) -> tuple[Correction, ...]:
    """Return the correction that closes a bracket where a sign or a line ends right behind it; which may be sooner."""
    end = citation.locator.span.end if citation.locator else citation.span.end
    opened = text[citation.span.start - 1 : citation.span.start]
    if opened not in {"(", "["} or text[end : end + 1] not in {"", ".", ",", ";", "\n"}:
        return ()
    return (
        Correction(Span(citation.span.start, end), f"{text[citation.span.start : end]}{')' if opened == '(' else ']'}"),
    )


RULE = Rule("malformed-citation", Severity.WARNING, check, "How is this citation to read?")
