"""How far two strings are apart: counted here where few are compared, for rapidfuzz takes longer to be imported.

Both give the same numbers; a test holds that.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from itertools import count

#: About so many comparisons of names take as long as importing rapidfuzz, which then is a hundred times as fast.
FEW = 300

_asked = count()


@lru_cache(maxsize=4096)
def distance(one: str, other: str) -> int:
    """Return how many letters are to be put in, left out, replaced or swapped with their neighbour (Damerau 1964)."""
    if _is_early():
        return _swapped(one, other)
    from rapidfuzz.distance import DamerauLevenshtein

    return int(DamerauLevenshtein.distance(one, other))


def ratio(one: str, other: str) -> float:
    """Return how much of two texts is alike, 0 to 100: twice the longest common sequence by their lengths together."""
    if _is_early():
        whole = len(one) + len(other)
        return (1.0 - _apart(one, other) / whole) * 100 if whole else 100.0
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other))


def words_ratio(one: str, other: str) -> float:
    """Return how much of two texts is alike, 0 to 100, in whatever order their words are; those of one may be all."""
    if not _is_early():
        from rapidfuzz import fuzz

        return float(fuzz.token_set_ratio(one, other))
    a, b = set(one.split()), set(other.split())
    if not a or not b:
        return 0.0
    if a <= b or b <= a:
        return 100.0
    common, only_a, only_b = (" ".join(sorted(words)) for words in (a & b, a - b, b - a))
    between = bool(common)
    whole_a, whole_b = (len(common) + between + len(only) for only in (only_a, only_b))
    pairs = [(_apart(only_a, only_b), whole_a + whole_b)]
    if common:
        pairs += [(between + len(only_a), len(common) + whole_a), (between + len(only_b), len(common) + whole_b)]
    return max(100 - 100 * apart / whole for apart, whole in pairs)


def _is_early() -> bool:
    return "rapidfuzz" not in sys.modules and next(_asked) < FEW


def _apart(one: str, other: str) -> int:
    """Return how many letters are to be put in or left out; a bit of a number stands for each letter (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    whole = left = (1 << len(one)) - 1
    for letter in other:
        met = left & places.get(letter, 0)
        left = (left + met | left - met) & whole
    return len(one) + len(other) - 2 * (len(one) - left.bit_count())


def _swapped(one: str, other: str) -> int:
    """Return the distance in which what was swapped may have been changed too (Lowrance and Wagner 1975)."""
    rows = [list(range(len(other) + 1))]
    rows_of: dict[str, int] = {}
    for i, letter in enumerate(one):
        above, row, last = rows[i], [i + 1], -1
        left = i + 1
        for j, met in enumerate(other):
            if letter == met:
                left, last = above[j], j
            else:
                left = 1 + min(left, above[j], above[j + 1])
                if last >= 0 and met in rows_of:
                    k = rows_of[met]
                    left = min(left, rows[k][last] + i - k + j - last - 1)
            row.append(left)
        rows_of[letter] = i
        rows.append(row)
    return rows[-1][-1]
