"""ambiguous-citation: citations that fit several entries, and those that something tells apart."""

import pytest

LIST = """
Adams, John. 2014. *Oars*. Boston: Row.
Adams, Sarah. 2014. *Sails*. Salem: Wind.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3: 1–9.
Crane, Ada, Cem Egret, and Dee Finch. 2012. Swarms. *Birds* 4: 1–9.
Crane, Ada. 2012. *Cranes*. Ghent: Vogel.
Freedom Watch. 2017a. *Nations*. Bern: Freedom Watch.
Freedom Watch. 2017b. *Cities*. Bern: Freedom Watch.
Heron, Max. 2005. *The Heron Book*. Oslo: Fjord.
Heron, Max. 2005. *The Heron Book*. Oslo: Fjord.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Wren, Jo. 2013a. *Nests*. Bath: Twig.
Wren, Jo. 2013b. *Eggs*. Bath: Twig.
Wren, Jo, and Al Owl. 2013. Dusk. *Birds* 5: 1–9.
"""

FLAGGED = [
    ("(Freedom Watch, 2017)", "Freedom Watch, 2017", 2, "a year without its letter"),
    ("Freedom Watch (2017: p. 4) counts.", "Freedom Watch (2017: p. 4)", 2, "in the sentence"),
    ("(Wren, 2013; Ostrom, 1990)", "Wren, 2013", 2, "a person, two letters"),
    ("(Adams, 2014)", "Adams, 2014", 2, "two persons of one name"),
    ("Adams’s (2014) oars", "Adams’s (2014)", 2, "two persons of one name, in the genitive"),
]

CLEAN = [
    ("(Freedom Watch, 2017a; Freedom Watch, 2017b)", "letters"),
    ("(Freedom Watch, 2017a, b)", "letters behind one name"),
    ("(J. Adams, 2014; S. Adams, 2014)", "initials"),
    ("(Adams, J., 2014; Adams, S., 2014)", "initials behind"),
    ("(Crane, 2012)", "one author, against two and three"),
    ("(Crane and Dove, 2012)", "two authors"),
    ("(Crane et al., 2012)", "et al. means the one with three"),
    ("(Crane, Egret, and Finch, 2012)", "all three"),
    ("(Wren and Owl, 2013)", "a co-author decides"),
    ("(Heron, 2005)", "the same work listed twice: duplicate-reference"),
    ("(Ostrom, 1990)", "one entry"),
    ("(Adams, 1999)", "a year that nobody has"),
]


@pytest.mark.parametrize(("body", "marked", "count", "why"), FLAGGED)
def test_a_citation_that_fits_several_entries(problems_of, body, marked, count, why):
    manuscript, problems = problems_of("ambiguous-citation", body, LIST)
    assert [one.finding.span.of(manuscript.document.text) for one in problems] == [marked], why
    assert len(problems[0].finding.related) == count


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_a_citation_that_one_entry_fits(said, body, why):
    assert said("ambiguous-citation", body, LIST) == [], why
