"""A comma between name and year is missing where the article writes one, or stands where it writes none.

Why it matters
    One habit reads better, and most journals ask for one.

Example
    (Axelrod 1984), where the article writes “(Axelrod, 1984)”

Correction
    (Axelrod, 1984)

Not reported
    Names and years that a bracket parts.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import commas, deviations
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    text = manuscript.document.text
    for deviation in deviations(commas(text, manuscript.citations)):
        has = "without a" if deviation.kind == " " else "with a"
        yield Finding(
            f"“{deviation.written}” is written {has} comma between name and year, unlike most citations here",
            span=deviation.span,
            citation=deviation.citation,
            replacement=deviation.replacement,
            safe=True,
            confidence=0.9,
            fold=deviation.kind,
        )


RULE = Rule("inconsistent-comma", Severity.STYLE, check)
