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
    With `--style` what the chosen style asks for in brackets and in sentences counts instead of the habit.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.habits import departures, deviations, joiners, word_between
from citecheck.model.citation import CitationKind
from citecheck.model.house_style import HouseStyle, Joining
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.habit import against_habit
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation that does otherwise than the chosen style, or than most citations of the article."""
    text, house = manuscript.document.text, manuscript.house
    asked = _asked(house) if house else {}
    word = word_between(manuscript.language)
    if house and asked:
        found, whose = departures(joiners(text, manuscript.citations, word=word), asked), f"{house.title} asks for"
    else:
        found, whose = deviations(joiners(text, manuscript.citations)), "the article writes"
    for deviation in found:
        message = f"“{deviation.written}” joins the names here, and {whose} “{deviation.usual}”"
        yield against_habit(deviation, message, fold=deviation.written)


def _asked(house: HouseStyle) -> dict[str, str]:
    """Return what a style asks for, by the kind of citation."""
    asked = {
        CitationKind.PARENTHETICAL.value: house.joining_in_brackets,
        CitationKind.NARRATIVE.value: house.joining_in_sentences,
    }
    return {kind: "&" if how is Joining.SIGN else "word" for kind, how in asked.items() if how is not None}


RULE = Rule("inconsistent-and", Severity.STYLE, check, "We shall make this uniform throughout unless you object.")
