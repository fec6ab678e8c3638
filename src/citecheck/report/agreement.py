"""What agrees: how many citations fit the list, and how many entries are cited."""

from __future__ import annotations

from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Verdict
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Severity


def counted(number: int, one: str, many: str) -> str:
    """Return "1 entry", "92 entries", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many}"


def agreement(outcome: Outcome, manuscript: Manuscript) -> str:
    """Return one sentence without a full stop on what agrees, so that silence can be trusted."""
    total = len(manuscript.citations)
    if not manuscript.references:
        return "nothing could be compared"
    if not total:
        return "no citation was found in the text"
    agreeing = _agreeing(outcome, manuscript)
    uncited = len(manuscript.references) - len({entry for match in manuscript.matches for entry in match.references})
    citations = counted(total, "citation agrees", "citations agree")
    if agreeing < total:
        return f"{agreeing:,} of {citations} with the list · {_uncited(uncited)}"
    every = "the only citation agrees" if total == 1 else f"all {citations}"
    both = f"{every} with {counted(len(manuscript.references), 'entry', 'entries')}"
    return f"{both}, and every entry is cited" if not uncited else f"{both} · {_uncited(uncited)}"


def _agreeing(outcome: Outcome, manuscript: Manuscript) -> int:
    """Return how many citations mean one entry, differ in nothing, and are named by no error or warning."""
    spoken = {
        problem.finding.citation for problem in outcome.problems if problem.severity.rank <= Severity.WARNING.rank
    }
    return sum(match.verdict is Verdict.ONE and match.citation not in spoken for match in manuscript.matches)


def _uncited(number: int) -> str:
    return f"{counted(number, 'entry is', 'entries are')} not cited" if number else "every entry is cited"
