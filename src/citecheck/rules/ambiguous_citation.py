"""A citation fits two or more entries equally well.

Why it matters
    The reader cannot tell which of the works is meant.

Example
    (Ostrom, 1999), where the list has 1999a and 1999b

Correction
    (Ostrom, 1999a)

Not reported
    The same work listed twice (duplicate-reference); citations whose initials or co-authors decide.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.citation import CitationKind, Style
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Verdict
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as, listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that matching could link with several entries."""
    for citation, match in manuscript.linked():
        mention = citation.style is Style.AUTHOR_PAGE and citation.kind is CitationKind.NARRATIVE and not citation.title
        if match.verdict is Verdict.SEVERAL and citation.kind is not CitationKind.IBID and not mention:
            written = cited_as(citation, manuscript)
            fitting = [listed_as(manuscript.reference(key)) for key in match.references]
            yield Finding(
                f"“{written}” fits {len(fitting)} entries: {'; '.join(fitting[:4])}",
                span=citation.span,
                citation=citation.id,
                reference=match.references[0],
                related=match.references,
                confidence=match.confidence,
                fold=written.casefold(),
            )


RULE = Rule("ambiguous-citation", Severity.ERROR, check, "Which of these works is meant?")
