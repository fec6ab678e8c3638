"""How near two years are."""

import pytest

from citecheck.match.years import Slip, year_slip
from citecheck.model.reference import Undated, Year

ROWS = [
    (2013, 2014, Slip.STRONG, "one off"),
    (1994, 2004, Slip.STRONG, "a decade off"),
    (2005, 2050, Slip.STRONG, "the last two swapped"),
    (1987, 1978, Slip.STRONG, "the last two swapped"),
    (1926, 1962, Slip.STRONG, "the last two swapped"),
    (2013, 2003, Slip.STRONG, "one digit, which is a decade"),
    (2020, 2002, Slip.STRONG, "swapped about a nought"),
    (2012, 2014, Slip.WEAK, "two off: online and in print"),
    (1999, 2001, Slip.WEAK, "two off, across the century"),
    (2014, 2017, Slip.WEAK, "one digit"),
    (1914, 1814, Slip.WEAK, "one digit, a century off"),
    (1962, 1984, Slip.NONE, "two digits"),
    (1990, 2005, Slip.NONE, "three digits"),
    (1951, 2014, Slip.NONE, "all but none"),
    (1968, 1971, Slip.NONE, "three off"),
    (999, 1999, Slip.NONE, "another number of digits"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), ROWS)
def test_how_near_two_years_are(one, other, expected, why):
    assert year_slip(Year(str(one), one), Year(str(other), other)) is expected, why
    assert year_slip(Year(str(other), other), Year(str(one), one)) is expected, why


def test_what_was_in_press_may_have_come_out_since():
    out, press, undated = Year("2014", 2014), Year("in press", undated=Undated.IN_PRESS), Undated.NO_DATE
    assert year_slip(press, out) is Slip.STRONG
    assert year_slip(out, press) is Slip.STRONG
    assert year_slip(Year("n.d.", undated=undated), out) is Slip.WEAK
