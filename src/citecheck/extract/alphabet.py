"""Lists are in alphabetical order: a line that fits between its neighbours rather begins an entry."""

from __future__ import annotations

from bisect import bisect_right

from citecheck.extract.entry_shape import repeats_author
from citecheck.extract.text_lines import TextLine
from citecheck.text.folding import fold

#: Below so many entries, or so small a part of them in order, the alphabet says nothing.
FEWEST = 6
ORDERED = 0.8


def by_alphabet(lines: list[TextLine], begins: list[bool]) -> list[float] | None:
    """Return what the order speaks for each line beginning an entry, None where the list is in no order.

    `begins` is a first cut of the list; its longest ordered part is taken for true.
    """
    keys = [key_of(line.text, line.start, line.end) for line in lines]
    named = [at for at, begin in enumerate(begins) if begin and keys[at]]
    rising = [named[at] for at in longest_rising([keys[at] for at in named])]
    if len(named) < FEWEST or len(rising) < ORDERED * len(named):
        return None
    weights: list[float] = []
    following = 0
    for at, key in enumerate(keys):
        while following < len(rising) and rising[following] <= at:
            following += 1
        own = following > 0 and rising[following - 1] == at
        before = following - 2 if own else following - 1
        low = keys[rising[before]] if before >= 0 else ""
        high = keys[rising[following]] if following < len(rising) else "\U0010ffff"
        weights.append(0.0 if not key else 1.2 if low <= key <= high else -1.5)
    return weights


def longest_rising(keys: list[str]) -> list[int]:
    """Return the indexes of the longest part of `keys` that never falls."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(key)
            ends.append(at)
        else:
            tails[place] = key
            ends[place] = at
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def key_of(text: str, start: int, end: int) -> str:
    """Return the first letters of an entry for comparing, "" where dashes stand for the name."""
    if repeats_author(text, start, end):
        return ""
    return "".join(filter(str.isalnum, fold(text[start : min(end, start + 24)])))[:10]


def may_be_in_order(keys: list[str]) -> bool:
    """Whether a list that is too short to show it is sorted, as far as one sees."""
    return len(keys) < FEWEST and keys == sorted(keys)


def in_order(keys: list[str]) -> bool:
    """Whether a list with these keys is sorted, but for a few slips."""
    named = [key for key in keys if key]
    return len(named) >= FEWEST and len(longest_rising(named)) >= 0.9 * len(named)
