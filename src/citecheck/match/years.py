"""How near two years are: a slip of the pen, or another work."""

from __future__ import annotations

from citecheck.model.reference import Undated, Year

#: Years so close that edition, online and print dates differ by them.
NEAR = 2


def is_year_slip(cited: Year, listed: Year) -> bool:
    """Whether the cited year may be a slip for the listed one: near, one digit off, or two digits swapped.

    2013/2014, 1994/2004, 2005/2050, 1987/1978; also a stand-in ("in press") for a number that came later.
    """
    if cited.number is None or listed.number is None:
        return listed.undated is not Undated.NO_DATE or cited.undated is not Undated.NO_DATE
    if abs(cited.number - listed.number) <= NEAR:
        return True
    one, other = str(cited.number), str(listed.number)
    if len(one) != len(other):
        return False
    different = [place for place in range(len(one)) if one[place] != other[place]]
    if len(different) == 1:
        return True
    return (
        len(different) == 2 and one[different[0]] == other[different[1]] and one[different[1]] == other[different[0]]
    ) or (abs(cited.number - listed.number) == 10)
