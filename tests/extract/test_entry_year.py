"""Which number of an entry is its year."""

import pytest

from citecheck.extract.entry import read_entry
from citecheck.model.reference import Undated

YEARS = [
    ("Hume, D. (1739a). A treatise of human nature. John Noon.", "1739a", "a letter tells entries apart"),
    ("Hume, D. (n.d.). Letters. Archive of Edinburgh.", "n.d.", "no date"),
    ("Hume, D. (forthcoming). Letters. Oxford: Clarendon Press.", "forthcoming", "still to come"),
    ("Hume, D. (in press). Letters. Oxford: Clarendon Press.", "in press", "being printed"),
    ("Orwell, G. (1949). 1984: A novel. London: Secker.", "1949", "a title that is a year"),
    ("Hobsbawm, E. Age of extremes, 1914–1991. London: Michael Joseph, 1994.", "1994", "years in the title"),
    ("Freud, S. 1900/1953. The interpretation of dreams. London: Hogarth Press.", "1953", "first edition and this one"),
    ("Marx, K. [1867] 1990. Capital. London: Penguin.", "1990", "first edition in brackets"),
    ("Marx, K. (1867) 1990. Capital. London: Penguin.", "1990", "first edition in round brackets"),
    ("Doe, J. (2001) 1984 revisited. London: Penguin.", "2001", "a title that begins with a year"),
    (
        "Smith J. Title of a page. Kyiv: Press; 2011 [cited 2020 Mar 3]. Available from: www.example.org",
        "2011",
        "access",
    ),
    (
        "Doe, J. and Roe, B.: Rivers, in: Papers of 2016, edited by: Poe, E., 53–76, https://example.org/12, 2018.",
        "2018",
        "alone behind an address, and one in the book's title",
    ),
    ("Doe Jan, O rzekach, „Rzeki” 2009, t. 364, nr 1528.", "2009", "an issue that looks like a year"),
    ("Doe, J. Pages that count. Annals 12: 1999–2014, 2003.", "2003", "pages that look like years"),
    ("Doe, J. Preprints. 2019. arXiv:1802.01234. https://example.org/2021/03/", "2019", "numbers of identifiers"),
    ("1989: Ulla Muster: Wandel der Schule. Bremen: Verlag", "1989", "the year begins the entry"),
    ("Doe, J. (2015, June 15). A day in June. The Daily.", "2015", "a whole date"),
    ("Doe, Jane. A report of the 1995 conference. Oslo: Forlag, 1998–2001.", "1998", "the first year of several"),
]


@pytest.mark.parametrize(("text", "year", "why"), YEARS, ids=[row[2] for row in YEARS])
def test_year(text, year, why):
    found = read_entry(text).year
    assert found is not None
    assert found.shown == year, why


UNDATED = [
    ("Roe, P. (no date a). Rivers. Oslo: Press.", "n.d.-a", "the letter inside the brackets"),
    ("Roe, P. [no date] b. Rivers. Oslo: Press.", "n.d.-b", "the letter behind the brackets"),
    ("ROE, Paul, [sans date] a. Rivers. Oslo: Press.", "n.d.-a", "French"),
    ("Roe, P. n.d.-b. Rivers. Oslo: Press.", "n.d.-b", "APA"),
    ("Roe, P., s. d.-a. Rivers. Oslo: Press.", "n.d.-a", "a space inside the abbreviation"),
    ("ROE, Paul, [kein Datum]. Rivers. Oslo: Press.", "n.d.", "German words"),
    ("Roe, P., o. J. a: Flüsse. Bonn: Verlag.", "n.d.-a", "a letter apart"),
    ("ROE, Paul et al. A river. [S.d.].", "n.d.", "a capital in brackets, at the end"),
]


@pytest.mark.parametrize(("text", "year", "why"), UNDATED, ids=[row[2] for row in UNDATED])
def test_undated(text, year, why):
    entry = read_entry(text)
    assert entry.year is not None
    assert (entry.year.shown, entry.year.undated) == (year, Undated.NO_DATE), why
    assert [name.shown.casefold() for name in entry.authors] == ["roe"]


def test_initials_are_no_missing_year():
    entry = read_entry("Doe, J., Roe, S. D., & Poe, N. D. (2001). Title of it. Oslo: Press.")
    assert [name.shown for name in entry.authors] == ["Doe", "Roe", "Poe"]


def test_the_first_edition_is_kept():
    found = read_entry("Marx, K. [1867] 1990. Capital. London: Penguin.").year
    assert found is not None
    assert (found.original, found.number) == (1867, 1990)


def test_an_entry_without_a_year_says_so():
    entry = read_entry("Doe, J. A title and nothing else. Oslo: Forlag.")
    assert entry.year is None
    assert [flaw.kind.value for flaw in entry.flaws] == ["no-year"]
