"""A page number is written with or without “p.” unlike elsewhere in the article.

Why it matters
    One habit reads better, and a bare number may be taken for something else than a page.

Example
    (Tversky and Kahneman, 1974: 1126), where the article writes “Kuhn, 1962: p. 16”

Correction
    (Tversky and Kahneman, 1974: p. 1126)

Not reported
    Chapters, figures and other locators that are no pages.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import ONE_FOR_SEVERAL, deviations, page_labels
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    text = manuscript.document.text
    for deviation in deviations(page_labels(text, manuscript.citations)):
        message = f"“{deviation.written}” is written “{deviation.usual}” by the habit of the article"
        yield against_habit(deviation, message, safe=deviation.kind == ONE_FOR_SEVERAL)


RULE = Rule("inconsistent-locator", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
