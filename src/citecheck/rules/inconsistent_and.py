"""Two names are joined by & where the article writes “and”, or the other way round.

Why it matters
    One habit reads better, and most journals ask for one.

Example
    Tversky & Kahneman (1974), where the article writes “Popper and Eccles (1977)”

Correction
    Tversky and Kahneman (1974)

Not reported
    Styles that write & in brackets and “and” in the sentence: the two places are judged apart.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import deviations, joiners
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    text = manuscript.document.text
    for deviation in deviations(joiners(text, manuscript.citations)):
        yield Finding(
            f"“{deviation.written}” joins the names here, and the article writes “{deviation.usual}”",
            span=deviation.span,
            citation=deviation.citation,
            replacement=deviation.replacement,
            safe=True,
            confidence=0.9,
            fold=deviation.written,
        )


RULE = Rule("inconsistent-and", Severity.STYLE, check)
