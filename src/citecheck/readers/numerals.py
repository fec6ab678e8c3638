"""Numbers as lists and notes show them: as Roman numerals, as letters."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST = 3_999


def roman(number: int) -> str:
    """Return a number as a small Roman numeral; beyond 3,999 there are none."""
    if not 0 < number <= _HIGHEST:
        return str(number)
    written = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        written += numeral * count
    return written


def letters(number: int) -> str:
    """Return a number as word processors count with letters: a to z, then aa, bb."""
    if not 0 < number <= 26 * 20:
        return str(number)
    turns, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turns + 1)
