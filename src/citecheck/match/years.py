"""How near two years are: a slip of the pen, or another work."""

from __future__ import annotations

from enum import Enum

from citecheck.match.weights import weights
from citecheck.model.reference import Undated, Year

#: Journals date their numbers, and publishers their books, so far ahead.
AHEAD = 1
#: The first journal; the first printed book is older.
FIRST = {"article-journal": 1665, "article-magazine": 1665, "article-newspaper": 1600, "paper-conference": 1700}


class Slip(Enum):
    """How likely one year stands for the other by mistake."""

    STRONG = "strong"
    """Off by one, by a decade, or with two digits swapped: 2013/2014, 1994/2004, 2005/2050, 1987/1978."""
    WEAK = "weak"
    """Off by two, or with one digit wrong: 2014/2017."""
    NONE = "none"


def impossible(year: Year, kind: str | None, present: int | None) -> str | None:
    """Return why a work of this type cannot be of this year; None where it can be. `present` is this year."""
    number = year.number
    if number is None:
        return "is no year" if year.text.isdecimal() and len(year.text) > 4 else None
    if present is not None and number > present + AHEAD:
        return "is in the future"
    if year.original is not None and year.original > number:
        return f"is before the first edition in {year.original}"
    return f"is before there were such works ({FIRST[kind]})" if kind in FIRST and number < FIRST[kind] else None


def year_slip(cited: Year, listed: Year) -> Slip:
    """Return how likely the cited year is a slip for the listed one; a stand-in ("in press") is one for a number."""
    if cited.number is None or listed.number is None:
        undated = Undated.NO_DATE in {cited.undated, listed.undated}
        return Slip.WEAK if undated else Slip.STRONG
    apart = abs(cited.number - listed.number)
    if apart in {1, 10}:
        return Slip.STRONG
    one, other = str(cited.number), str(listed.number)
    different = [place for place in range(len(one)) if one[place : place + 1] != other[place : place + 1]]
    if len(one) == len(other) and len(different) == 2:
        first, second = different
        if one[first] == other[second] and one[second] == other[first]:
            return Slip.STRONG
    near = weights().years["near"]  # edition, online and print dates of one work differ by so many years
    return Slip.WEAK if apart <= near or (len(one) == len(other) and len(different) == 1) else Slip.NONE


def is_misdated(cited: Year | None, listed: Year | None) -> bool:
    """Whether a year is a slip of the pen for another."""
    return cited is not None and listed is not None and year_slip(cited, listed) is Slip.STRONG
