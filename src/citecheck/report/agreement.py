"""What agrees: how many citations fit the list, and how many entries are cited."""

from __future__ import annotations

from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome


def counted(number: int, one: str, many: str) -> str:
    """Return "1 entry", "92 entries", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many}"


def agreement(outcome: Outcome, manuscript: Manuscript) -> str:
    """Return one sentence without a full stop on what agrees, so that silence can be trusted."""
    total = len(manuscript.citations)
    if not manuscript.references:
        return "nothing could be compared"
    if manuscript.alone:
        return f"{counted(len(manuscript.references), 'entry', 'entries')} read"
    if not total:
        return "no citation was found in the text"
    agreeing = outcome.agreeing
    uncited = _uncited(manuscript)
    citations = counted(total, "citation agrees", "citations agree")
    if agreeing < total:
        return f"{agreeing:,} of {citations} with the list · {_cited(uncited)}"
    every = "the only citation agrees" if total == 1 else f"all {citations}"
    if uncited:
        return f"{every} with the list · {_cited(uncited)}"
    return f"{every} with {counted(len(manuscript.references), 'entry', 'entries')}, and every entry is cited"


def _uncited(manuscript: Manuscript) -> int:
    """Return how many entries no citation means; a second entry of a cited work is not one of them."""
    cited = {entry for match in manuscript.matches for entry in match.references}
    uncited = [index for index, reference in enumerate(manuscript.references) if reference.id not in cited]
    if not uncited:
        return 0
    from citecheck.match.duplicates import duplicates

    same = duplicates(manuscript.references)
    works = {same.get(index, index) for index, reference in enumerate(manuscript.references) if reference.id in cited}
    return sum(same.get(index, index) not in works for index in uncited)


def _cited(number: int) -> str:
    return f"{counted(number, 'entry is', 'entries are')} not cited" if number else "every entry is cited"
