"""Whether a name that citation and entry spell differently is wrong in the citation or in the entry."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.match.letters import surnames
from citecheck.match.spelling import skeleton
from citecheck.model.citation import Citation
from citecheck.model.match import Difference, DifferenceKind, Match
from citecheck.model.value import replace

#: What speaks against the entry, as logarithms of odds, and how much must: lists are mostly made with more care.
OUTVOTED, ELSEWHERE, ODD, MARGIN = 1.25, 4.0, 9.0, 1.5
#: So many citations that agree with each other against their entry speak against the entry, each as much again; more
#: than the second number are copies of each other.
AGREEING, COPIES = 2, 4


def blamed(citations: Sequence[Citation], matches: Sequence[Match], lexicon: Lexicon) -> tuple[Match, ...]:
    """Return the matches with the spelling differences marked that the entry, not the citation, is to blame for.

    Against the entry speak: several citations of it that agree in one spelling; other entries that have the cited
    one; a capital inside a word of small letters, as scanners read I for l; letters unusual in names. For it speaks
    beyond doubt a citation that has its spelling, several that miss it in different ways, and a difference that is
    one of transliteration only.
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for citation, match in zip(citations, matches, strict=True):
        for difference in match.differences:
            if difference.kind is DifferenceKind.SPELLING and not citation.inherited:
                spelled[difference.listed][difference.cited] += 1
    right = Counter(name.text for citation in citations for name in citation.authors if not citation.inherited)

    def judged(difference: Difference) -> Difference:
        if difference.kind is not DifferenceKind.SPELLING:
            return difference
        votes = spelled[difference.listed]
        if len(votes) > 1 or right[difference.listed] or skeleton(difference.cited) == skeleton(difference.listed):
            return difference
        agreeing = min(votes[difference.cited], COPIES)
        outvoted = agreeing if agreeing >= AGREEING else 0
        elsewhere = lexicon.knows(words_of(difference.cited))
        odd = _is_odd(difference.listed) and not _is_odd(difference.cited)
        weight = OUTVOTED * outvoted + ELSEWHERE * elsewhere + ODD * odd
        weight += surnames().likelihood(difference.cited) - surnames().likelihood(difference.listed)
        return replace(difference, list_errs=weight > MARGIN)

    return tuple(
        replace(match, differences=tuple(judged(difference) for difference in match.differences))
        if match.differences
        else match
        for match in matches
    )


def _is_odd(name: str) -> bool:
    """Whether a capital I stands behind a small letter and not before one more capital: "AbeI", "HoImes"."""
    return any(
        name[at] == "I" and name[at - 1].islower() and not name[at + 1 : at + 2].isupper() for at in range(1, len(name))
    )
