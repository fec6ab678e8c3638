"""A range of pages has a hyphen where the article writes a dash, or the other way round.

Why it matters
    One habit reads better, and most journals ask for an en dash.

Example
    pp. 48-49, where the article writes “pp. 48–49”

Correction
    pp. 48–49

Not reported
    Ranges in the reference list.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import dashes, deviations
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than most citations of the article."""
    text = manuscript.document.text
    for deviation in deviations(dashes(text, manuscript.citations)):
        message = f"“{deviation.written}” is written with another dash elsewhere: “{deviation.usual}”"
        yield against_habit(deviation, message)


RULE = Rule("hyphen-in-range", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
