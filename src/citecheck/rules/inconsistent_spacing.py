"""A space in a citation is missing, or one stands there too many, against what the article mostly does.

Why it matters
    Slips of spacing are hard to see and easy to mend, and a search for “Axelrod, 1984” passes over them.

Example
    (Axelrod,1984) or ( Axelrod , 1984), where the article writes “(Axelrod, 1984)”

Correction
    (Axelrod, 1984)

Not reported
    The end of a line, which counts as a space; spaces in a PDF, which are those of its lines.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import deviations
from citecheck.extract.spacing import spacings
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that is spaced otherwise than most citations of the article."""
    if manuscript.document.format == "pdf":
        return
    for deviation in deviations(spacings(manuscript.document.text, manuscript.citations)):
        message = f"“{deviation.written}” is spaced unlike most citations here: “{deviation.usual}”"
        yield against_habit(deviation, message)


RULE = Rule("inconsistent-spacing", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
