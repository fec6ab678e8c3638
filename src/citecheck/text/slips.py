"""Whether two words are one slip of the pen apart."""

from __future__ import annotations


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter inserted, left out, replaced, or two neighbours swapped make `one` of `other`.

    Linear in the length; equal words are no slip apart (Damerau 1964).
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1)
