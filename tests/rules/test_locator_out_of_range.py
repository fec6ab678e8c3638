"""locator-out-of-range: pages that the entry does not have, and places that it may have."""

import pytest

LIST = """
Crane, Ada. 2012. Flocks. *Birds* 3 (2): 110–133.
Dove, Ben. 2015. Doves in town. In *Town Birds*, edited by Cem Egret, 40–58. Ghent: Vogel.
Eider, Gro. 2016. Down. *Birds* 7: 348–52.
Finch, Leo. 2010. *Finches*. Perth: Wing.
Gull, Ida. 2018. Gulls. *Open Birds* 4: e1234.
Heron, Max. 2005. Herons. *Birds* 1: 5.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 2: 1–9.
"""

FLAGGED = [
    ("(Crane, 2012: p. 212)", "p. 212", "behind the last page"),
    ("(Crane, 2012: p. 11)", "p. 11", "before the first page"),
    ("(Crane, 2012: 212)", "212", "without a label"),
    ("Crane (2012, pp. 212–214)", "pp. 212–214", "a range, in the sentence"),
    ("(Dove, 2015, p. 4)", "p. 4", "a chapter of a book"),
    ("(Eider, 2016: p. 412)", "p. 412", "where the entry shortens its last page"),
    ("(Lark et al., 2011, p. 91)", "p. 91", "behind et al."),
    ("(Crane, 2012: p. 112; Dove, 2015: p. 112)", "p. 112", "of the second work only"),
    ("(Crane, 2012; ibid.: p. 212)", "p. 212", "of an ibid."),
]

CLEAN = [
    ("(Crane, 2012: p. 110; Crane, 2012: p. 133)", "first and last page"),
    ("(Crane, 2012: pp. 112–113, 120)", "several inside"),
    ("(Crane, 2012: 130–35)", "a shortened range that begins inside"),
    ("(Crane, 2012: pp. 132–134)", "a range that begins inside"),
    ("(Crane, 2012: pp. 12, 112)", "one of them inside"),
    ("(Eider, 2016: p. 352; Eider, 2016: p. 349)", "where the entry shortens its last page"),
    ("(Finch, 2010: p. 900)", "a book"),
    ("(Gull, 2018: p. 3)", "an article with an electronic number"),
    ("(Heron, 2005: p. 6)", "an article of which the list gives one page"),
    ("(Crane, 2012: ch. 3; Crane, 2012, sec. 2)", "a chapter, a section"),
    ("(Crane, 2012: fig. 1; Crane, 2012, Table 2; Crane, 2012, n. 5)", "a figure, a table, a note"),
    ("(Crane, 2012: para. 4; Crane, 2012, § 7)", "a paragraph"),
    ("(Crane, 2012: p. xii)", "a page in roman numerals"),
    ("(Crane, 2012)", "no page"),
    ("(Crane, 2012, 2014)", "another year"),
    ("(Stork, 2012: p. 900)", "a work that is not listed"),
]


@pytest.mark.parametrize(("body", "marked", "why"), FLAGGED)
def test_a_page_that_the_entry_has_not(said, body, marked, why):
    assert said("locator-out-of-range", body, LIST) == [(marked, None)], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_a_place_that_the_entry_may_have(said, body, why):
    assert said("locator-out-of-range", body, LIST) == [], why
