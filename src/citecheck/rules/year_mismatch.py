"""The names of a citation fit one entry, and its year does not.

Why it matters
    The reader is led to a work that does not exist, or to another edition than the one that was used.

Example
    (Axelrod, 1985); the list has Axelrod 1984

Correction
    (Axelrod, 1984)

Not reported
    Years so far off that another work may be meant: those are missing-reference.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.match import DifferenceKind
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rewording import redated
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation whose year, or the letter behind it, is not that of the entry meant."""
    for citation, match in manuscript.linked():
        for difference in match.differences:
            dated = manuscript.reference(match.references[0]).year is not None
            if dated and difference.kind in {DifferenceKind.YEAR, DifferenceKind.SUFFIX}:
                written = cited_as(citation, manuscript)
                yield Finding(
                    f"“{written}” is cited, and the list has {difference.listed}",
                    span=citation.span,
                    citation=citation.id,
                    reference=match.references[0],
                    suggestion=difference.listed,
                    corrections=redated(citation, manuscript.reference(match.references[0]), manuscript),
                    confidence=match.confidence,
                    fold=f"{written}|{difference.listed}",
                )


RULE = Rule("year-mismatch", Severity.ERROR, check, "Which year is right?")
