"""year-mismatch: years that are a slip for the listed one, and years that are right or speak of another work."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada. 2004. *Cranes*. Ghent: Vogel.
Eco, Umberto. 1962. *Opera aperta*. Milano: Bompiani.
Finch, Leo. 2010a. *Finches*. Perth: Wing.
Finch, Leo. 2010b. *More Finches*. Perth: Wing.
Freud, Sigmund. [1900] 1953. *The Interpretation of Dreams*. London: Hogarth.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–20.
Heron, Max. 2005. *Herons*. Oslo: Fjord.
Ibis, Ana. 2015, June 15. The ibis came back. *Daily Marsh*.
Jay, Tom. Forthcoming. *Jays*. York: Beak.
Kite, Sue. n.d. *Kites*. Hull: Tail.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 3: 1–9.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Ostrom, Elinor. 2005. *Understanding Institutional Diversity*. Princeton: Princeton University Press.
Wren, Jo. 2013. *Wrens*. Bath: Nest.
"""

FLAGGED = [
    ("(Axelrod, 1985)", "Axelrod, 1985", "1984", "one year off"),
    ("Axelrod (1986: p. 4)", "Axelrod (1986: p. 4)", "1984", "two years off, in the sentence"),
    ("(Crane, 1994)", "Crane, 1994", "2004", "a decade off: one digit and its neighbour"),
    ("(Eco, 1926)", "Eco, 1926", "1962", "two digits swapped"),
    ("(Heron, 2050)", "Heron, 2050", "2005", "two digits swapped at the end"),
    ("(Wren, 2003)", "Wren, 2003", "2013", "one digit"),
    ("(Goldschmidt and Ferreira, 2014)", "Goldschmidt and Ferreira, 2014", "2004", "two names, one digit"),
    ("(Lark et al., 2010)", "Lark et al., 2010", "2011", "behind et al."),
    ("(Crane, 2004a)", "Crane, 2004a", "2004", "a letter that the list has not"),
    ("(Wren, 2013, 2014; Eco, 1962)", "2014", "2013", "a second year, names taken over"),
    ("(Kite, 2009)", "Kite, 2009", "n.d.", "a year where the list has none"),
    ("(Eco, 1980)", "Eco, 1980", "1962", "far off, but the entry is cited nowhere else"),
    ("(Jay, 2015)", "Jay, 2015", "forthcoming", "a year where the list says forthcoming"),
]

CLEAN = [
    ("(Axelrod, 1984)", "as listed"),
    ("(Finch, 2010a, 2010b; Finch 2010a, b)", "letters as listed"),
    ("(Finch, 2010a,b)", "letters without a space"),
    ("(Finch, 2010a–b)", "letters as a range"),
    ("(Freud, 1900; Freud, 1953; Freud, 1900/1953)", "either year of a reprint, or both"),
    ("(Freud, [1900] 1953)", "both years in brackets"),
    ("(Ibis, 2015)", "a date of which the year is cited"),
    ("(Jay, forthcoming; Jay, in press)", "not out yet, in either word"),
    ("(Kite, n.d.; Kite, no date)", "no date, in either word"),
    ("(Kite, s.d.)", "no date in another language"),
    ("(Ostrom, 1990; Ostrom, 2005)", "two works, both listed"),
    ("(Ostrom, 1990, 2005)", "two years behind one name"),
    ("(Ostrom 1990, 2005; Ostrom 1965)", "so far off that another work is meant, where the listed ones are cited"),
    ("(Bell, 1984)", "another author of a listed year: missing-reference"),
    ("(Axelrud, 1984)", "a slip in the name and none in the year"),
    ("Axelrod (b. 1943)", "a year of birth"),
    ("Axelrod (1943–2020)", "years of a life"),
    ("Axelrod wrote in 1985 that (1984 was over)", "years of the story"),
    ("In 2003 Wren (2013) began.", "a year before the name"),
    ("Wren’s (2013) data of 2012 and 2014", "years of data behind it"),
    ("(Wren, 2013; data for 2012–2014)", "a range of data in the same bracket"),
    ("(Wren, 2013: 2014)", "a page that looks like a year"),
    ("(Wren, 2013: pp. 1985–1987)", "pages that look like years"),
    ("(Wren, 2013, p. 1985)", "a page with its label"),
]


@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
def test_a_year_that_is_not_the_listed_one(said, body, marked, suggested, why):
    assert said("year-mismatch", body, LIST) == [(marked, suggested)], why


@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
@pytest.mark.parametrize("rule", ["missing-reference", "misspelled-author", "author-mismatch"])
def test_a_wrong_year_is_said_once(said, rule, body, marked, suggested, why):
    assert said(rule, body, LIST) == [], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_a_year_that_is_no_slip(said, body, why):
    assert said("year-mismatch", body, LIST) == [], why
