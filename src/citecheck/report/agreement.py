"""What agrees: how many citations fit the list, and how many entries are cited."""

from __future__ import annotations

from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.reference import ReferenceId


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
    cited = {entry for match in manuscript.matches for entry in match.references}
    uncited = _uncited(manuscript, cited)
    unread = any(reference.broken and reference.id not in cited for reference in manuscript.references)
    citations = counted(total, "citation agrees", "citations agree")
    if agreeing < total:
        return f"{agreeing:,} of {citations} with the list · {_cited(uncited, unread=unread)}"
    every = "the only citation agrees" if total == 1 else f"all {citations}"
    if uncited or unread:
        return f"{every} with the list · {_cited(uncited, unread=unread)}"
    return f"{every} with {counted(len(manuscript.references), 'entry', 'entries')}, and every entry is cited"


def _uncited(manuscript: Manuscript, cited: set[ReferenceId]) -> int:
    """Return how many entries no citation means; neither broken ones nor second entries of a cited work are counted."""
    uncited = [
        index
        for index, reference in enumerate(manuscript.references)
        if reference.id not in cited and not reference.broken
    ]
    if not uncited:
        return 0
    from citecheck.match.duplicates import duplicates

    same = duplicates(manuscript.references)
    works = {same.get(index, index) for index, reference in enumerate(manuscript.references) if reference.id in cited}
    return sum(same.get(index, index) not in works for index in uncited)


def _cited(number: int, *, unread: bool) -> str:
    if number:
        return f"{counted(number, 'entry is', 'entries are')} not cited"
    return "every entry that could be read is cited" if unread else "every entry is cited"
