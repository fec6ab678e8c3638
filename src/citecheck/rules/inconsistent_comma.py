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
    With `--style` what the chosen style asks for counts instead of the habit.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import commas, departures, deviations
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than the chosen style, or than most citations of the article."""
    house, traits = manuscript.house, commas(manuscript.document.text, manuscript.citations)
    if house and house.comma_before_year is not None:
        found = departures(traits, {"all": ", " if house.comma_before_year else " "})
        whose = f"against {house.title}"
    else:
        found, whose = deviations(traits), "unlike most citations here"
    for deviation in found:
        has = "without a" if deviation.kind == " " else "with a"
        message = f"“{deviation.written}” is written {has} comma between name and year, {whose}"
        yield against_habit(deviation, message)


RULE = Rule("inconsistent-comma", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
