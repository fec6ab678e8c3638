"""The best way to cut lines into entries, given how much each looks like a beginning and which hold a year."""

from __future__ import annotations

#: What an entry without a year costs.
NO_YEAR = 2.5

_IMPOSSIBLE = float("-inf")


def best_cut(weights: list[float], dated: list[bool]) -> list[bool]:
    """Return which lines begin an entry; the first always does.

    Dynamic programming in two states, the entry so far has no year (0) or has one (1); linear in the lines.
    """
    if not weights:
        return []
    scores = [_IMPOSSIBLE, 0.0] if dated[0] else [0.0, _IMPOSSIBLE]
    steps: list[tuple[tuple[bool, int], tuple[bool, int]]] = []
    for weight, year in zip(weights[1:], dated[1:], strict=True):
        prior = 1 if scores[1] >= scores[0] - NO_YEAR else 0
        begun = max(scores[1], scores[0] - NO_YEAR) + weight
        longest = 1 if scores[1] >= scores[0] else 0
        if year:
            begins = begun > scores[longest]
            steps.append(((False, 0), (True, prior) if begins else (False, longest)))
            scores = [_IMPOSSIBLE, max(begun, scores[longest])]
        else:
            begins = begun > scores[0]
            steps.append(((True, prior) if begins else (False, 0), (False, 1)))
            scores = [max(begun, scores[0]), scores[1]]
    state = 1 if scores[1] >= scores[0] - NO_YEAR else 0
    begins_at = [False] * len(weights)
    for at in range(len(steps), 0, -1):
        begins_at[at], state = steps[at - 1][state]
    begins_at[0] = True
    return begins_at
