"""Which keys of the list come nearest to one that it does not have."""

from __future__ import annotations

from collections.abc import Sequence

#: Keys at most this long are compared, and at most this many of a list.
LONGEST, MOST = 300, 50_000
#: How many are named.
NEAREST = 3


def nearest_keys(key: str, keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys that differ from `key` by a slip of the pen or by capitals only, nearest first.

    One letter in four may differ, and the keys named are those that are all equally near, at most three.
    """
    if not 1 < len(key) <= LONGEST:
        return ()
    folded = key.casefold()
    alike = [one for one in keys[:MOST] if one.casefold() == folded]
    if alike:
        return tuple(dict.fromkeys(alike))[:NEAREST]
    from rapidfuzz import process
    from rapidfuzz.distance import OSA, DamerauLevenshtein

    most = max(1, len(key) // 4)
    near = process.extract(key, keys[:MOST], scorer=OSA.distance, score_cutoff=most, limit=4 * NEAREST)
    if not near:
        return ()
    measured = sorted((DamerauLevenshtein.distance(key, one), place, one) for one, _, place in near)
    return tuple(dict.fromkeys(one for distance, _, one in measured if distance == measured[0][0]))[:NEAREST]
