"""Whether a name that citation and entry spell differently is wrong in the citation or in the entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from citecheck.model.citation import Citation
from citecheck.model.match import Difference, DifferenceKind, Match

#: So many citations that agree with each other against their entry speak against the entry.
AGREEING = 2


def blamed(citations: Sequence[Citation], matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the matches with the spelling differences marked that the entry, not the citation, is to blame for.

    The entry is to blame when citations of it agree in one spelling and none has its own, or when its spelling has a
    capital inside a word of small letters, as scanners read l for I.
    """
    spelled = Counter(name.text for citation in citations for name in citation.authors if not citation.inherited)
    return tuple(
        replace(match, differences=tuple(_judged(difference, spelled) for difference in match.differences))
        if any(difference.kind is DifferenceKind.SPELLING for difference in match.differences)
        else match
        for match in matches
    )


def _judged(difference: Difference, spelled: Counter[str]) -> Difference:
    if difference.kind is not DifferenceKind.SPELLING:
        return difference
    outvoted = spelled[difference.cited] >= AGREEING and not spelled[difference.listed]
    return replace(difference, list_errs=outvoted or (_is_odd(difference.listed) and not _is_odd(difference.cited)))


def _is_odd(name: str) -> bool:
    """Whether a capital I stands behind a small letter and not before one more capital: "FrankI", "HoImqvist"."""
    return any(
        name[at] == "I" and name[at - 1].islower() and not name[at + 1 : at + 2].isupper() for at in range(1, len(name))
    )
