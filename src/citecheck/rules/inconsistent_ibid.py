"""“ibid.” is written in another way than elsewhere in the article.

Why it matters
    One habit reads better, and most journals ask for one.

Example
    (ibid: p. 17), where the article mostly writes “ibid.”

Correction
    (ibid.: p. 17)

Not reported
    A capital at the beginning of a sentence or note.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import deviations, ibids
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    text = manuscript.document.text
    for deviation in deviations(ibids(text, manuscript.citations)):
        message = f"“{deviation.written}” is mostly written “{deviation.usual}” here"
        yield against_habit(deviation, message, fold=deviation.written)


RULE = Rule("inconsistent-ibid", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
