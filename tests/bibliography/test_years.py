"""Years and dates of list formats."""

from __future__ import annotations

import pytest

from citecheck.bibliography.years import place_of_year, read_year, with_original
from citecheck.model.reference import Undated, Year

YEARS = [
    ("a year", "2014", Year("2014", 2014)),
    ("with its letter", "2014a", Year("2014a", 2014, "a")),
    ("a day", "2014-05-06", Year("2014-05-06", 2014)),
    ("a range of days", "1988-05/1990-06", Year("1988-05/1990-06", 1988)),
    ("open to the left", "/2012", Year("/2012", 2012)),
    ("uncertain", "1723~", Year("1723~", 1723)),
    ("a month in words", "May 2014", Year("May 2014", 2014)),
    ("a double issue", "2014/2015", Year("2014/2015", 2014)),
    ("a reprint", "1900/1953", Year("1900/1953", 1953, original=1900)),
    ("the original in brackets", "[1867] 1990", Year("[1867] 1990", 1990, original=1867)),
    ("the original behind", "1990 [1867]", Year("1990 [1867]", 1990, original=1867)),
    ("a year in brackets alone", "[2014]", Year("[2014]", 2014)),
    ("no date", "n.d.", Year("n.d.", undated=Undated.NO_DATE)),
    ("no date with a letter", "n.d.-a", Year("n.d.-a", undated=Undated.NO_DATE, suffix="a")),
    ("forthcoming", "Forthcoming", Year("Forthcoming", undated=Undated.FORTHCOMING)),
    ("in press", "in press", Year("in press", undated=Undated.IN_PRESS)),
    ("no year at all", "12-15", Year("12-15")),
    ("part of a long number is none", "201412", Year("201412")),
    ("empty", "  ", None),
]


@pytest.mark.parametrize(("text", "year"), [row[1:] for row in YEARS], ids=[row[0] for row in YEARS])
def test_reads(text, year):
    assert read_year(text) == year


@pytest.mark.parametrize(
    ("text", "taken"),
    [("2014-05-06", "2014"), ("1900/1953", "1953"), ("[1867] 1990", "1990"), ("[2014]", "2014"), ("2014a", "2014a")],
)
def test_the_place_is_that_of_the_year_taken(text, taken):
    start, end = place_of_year(text)
    assert text[start:end] == taken


def test_the_first_edition_comes_from_a_field_of_its_own():
    assert with_original(Year("1990", 1990), "1867") == Year("1990", 1990, original=1867)
    assert with_original(Year("1990", 1990), "1990") == Year("1990", 1990)
    assert with_original(None, "1867") is None
