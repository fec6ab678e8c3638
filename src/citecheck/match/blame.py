"""Whether a name that citation and entry spell differently is wrong in the citation or in the entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.match.letters import surnames
from citecheck.match.spelling import skeleton
from citecheck.model.citation import Citation
from citecheck.model.match import Difference, DifferenceKind, Match
from citecheck.model.reference import Reference
from citecheck.model.value import replace
from citecheck.text.folding import fold, latin

#: What speaks against the entry, as logarithms of odds, and how much must: lists are mostly made with more care, and
#: what national transliterations set apart is mostly no slip of the list's.
OUTVOTED, ELSEWHERE, ODD, MISPLACED, MARKED = 1.25, 4.0, 9.0, 4.0, 1.5
MARGIN, FOREIGN = 1.0, 2.5
#: So many entries to either side have to be in order, for the alphabet to tell which spelling an entry was put by.
NEIGHBOURS = 2
#: So many citations that agree with each other against their entry speak against the entry, each as much again; more
#: than the second number are copies of each other.
AGREEING, COPIES = 2, 4


def blamed(citations: Sequence[Citation], matches: Sequence[Match], lexicon: Lexicon) -> tuple[Match, ...]:
    """Return the matches with the spelling differences marked that the entry, not the citation, is to blame for.

    Against the entry speak: several citations of it that agree in one spelling; other entries that have the cited
    one; a capital inside a word of small letters, as scanners read I for l; letters unusual in names; marks on letters
    that only the citation has, as nobody types them by mistake; a place in the list where the alphabet puts the cited
    spelling and not its own. For it speaks the contrary of the last four, and beyond doubt a citation or another entry
    that has its spelling, and citations that miss it in different ways.
    """
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    for citation, match in zip(citations, matches, strict=True):
        for difference in match.differences:
            if difference.kind is DifferenceKind.SPELLING and not citation.inherited:
                spelled[difference.listed][difference.cited] += 1
    right = Counter(name.text for citation in citations for name in citation.authors if not citation.inherited)

    def judged(difference: Difference, entry: int) -> Difference:
        if difference.kind is not DifferenceKind.SPELLING:
            return difference
        votes = spelled[difference.listed]
        repeated = len(lexicon.entries(words_of(difference.listed))) > 1
        if len(votes) > 1 or right[difference.listed] or repeated:
            return difference
        agreeing = min(votes[difference.cited], COPIES)
        outvoted = agreeing if agreeing >= AGREEING else 0
        elsewhere = lexicon.knows(words_of(difference.cited))
        odd = _is_odd(difference.listed) - _is_odd(difference.cited)
        weight = OUTVOTED * outvoted + ELSEWHERE * elsewhere + ODD * odd
        weight += surnames().likelihood(difference.cited) - surnames().likelihood(difference.listed)
        weight += MARKED * (_is_marked(difference.cited) - _is_marked(difference.listed))
        weight += MISPLACED * _misplaced(difference, entry, lexicon.references)
        foreign = skeleton(difference.cited) == skeleton(difference.listed) and not _doubles(difference)
        return replace(difference, list_errs=weight > (FOREIGN if foreign else MARGIN))

    places = {reference.id: index for index, reference in enumerate(lexicon.references)}
    return tuple(
        replace(match, differences=tuple(judged(one, places[match.references[0]]) for one in match.differences))
        if match.differences
        else match
        for match in matches
    )


def _misplaced(difference: Difference, entry: int, references: Sequence[Reference]) -> int:
    """Return 1 where only the cited spelling fits the entry's place in the alphabet, -1 where only its own, else 0."""
    names = references[entry].cited_as
    if entry < NEIGHBOURS or not names or names[0].shown != difference.listed:
        return 0
    around = [*references[entry - NEIGHBOURS : entry], *references[entry + 1 : entry + 1 + NEIGHBOURS]]
    keys = [fold(one.cited_as[0].shown) if one.cited_as else "" for one in around]
    if len(keys) < 2 * NEIGHBOURS or keys != sorted(keys) or not all(keys):
        return 0
    before, after = keys[NEIGHBOURS - 1 : NEIGHBOURS + 1]
    return (before <= fold(difference.cited) <= after) - (before <= fold(difference.listed) <= after)


def _doubles(difference: Difference) -> bool:
    """Whether a doubled letter sets the spellings apart that no system of transliteration doubles, as some do an s."""
    plain = (re.sub(r"([^s])\1+", r"\1", latin(name)) for name in (difference.cited, difference.listed))
    return len(set(plain)) == 1


def _is_marked(name: str) -> bool:
    """Whether a letter has a mark or is of no plain alphabet: "Jørgensen"."""
    return any(letter.isalpha() and not letter.isascii() for letter in name)


def _is_odd(name: str) -> bool:
    """Whether a capital I stands behind a small letter and not before one more capital: "AbeI", "HoImes"."""
    return any(
        name[at] == "I" and name[at - 1].islower() and not name[at + 1 : at + 2].isupper() for at in range(1, len(name))
    )
