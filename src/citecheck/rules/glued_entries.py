"""Two entries stand on one line.

Why it matters
    The second one is easily overlooked, and a tool that reads the list takes the two for one.

Example
    … New York: Wiley. Axelrod, Robert. 1984. The Evolution of Cooperation. …

Correction
    Begin a new line before “Axelrod, Robert. 1984.”

Not reported
    Editors, containers and translated titles inside an entry.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import FlawKind
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield the second entry of each such line, at its head."""
    for reference in manuscript.references:
        for flaw in reference.flaws:
            if flaw.kind is FlawKind.GLUED:
                yield Finding(
                    f"a second entry begins here: “{listed_as(reference)}”",
                    span=flaw.span,
                    document=reference.document,
                    reference=reference.id,
                    confidence=0.9,
                )


RULE = Rule(
    "glued-entries",
    Severity.WARNING,
    check,
    "We take these for two works; please confirm where the second begins.",
    scope=Scope.ENTRIES,
)
