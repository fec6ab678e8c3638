"""“et al.” is written in another way than elsewhere in the article.

Why it matters
    One habit reads better, and most journals ask for one.

Example
    Festinger et al (1956), where the article writes “et al.”

Correction
    Festinger et al. (1956)

Not reported
    The comma before it, which follows the number of names.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import deviations, et_als
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    for deviation in deviations(et_als(manuscript.document, manuscript.citations)):
        message = f"“{deviation.kind}” is written “{deviation.usual}” elsewhere"
        yield against_habit(deviation, message)


RULE = Rule("inconsistent-et-al", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
