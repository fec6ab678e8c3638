"""ambiguous-ibid: an ibid. whose page is not one of the work before it, and those that are clear."""

import pytest

LIST = """
Crane, Ada. 2012. Flocks. *Birds* 3 (2): 110–133.
Dove, Ben. 2015. Doves. *Birds* 6: 24–34.
Finch, Leo. 2010. *Finches*. Perth: Wing.
"""

FLAGGED = [
    ("Flocks turn (Crane, 2012: p. 111), doves do not (Dove, 2015). They turn left (ibid.: p. 113).", "ibid.", "dates"),
    ("It turns (Crane, 2012). Doves (Dove, 2015: p. 30). Left (Ibid., p. 120).", "Ibid.", "with a capital"),
    ("It turns (Crane, 2012). Doves (Dove, 2015: p. 30). Left (ibid: 120).", "ibid", "without its period"),
]

CLEAN = [
    ("Flocks turn (Crane, 2012: p. 111), and back (ibid.).", "no page"),
    ("Flocks turn (Crane, 2012: p. 111), and back (ibid.: p. 112).", "a page of the work before it"),
    ("Doves (Dove, 2015). Flocks turn (Crane, 2012: p. 111), and back (ibid.: p. 112).", "the last work has it"),
    ("Flocks turn (Crane, 2012). Finches sing (Finch, 2010). They do (ibid.: p. 112).", "the last work is a book"),
    ("Flocks turn (Crane, 2012). Doves coo (Dove, 2015). They do (ibid.: p. 900).", "a page that no work before has"),
    ("Doves coo (Dove, 2015). They do (ibid.: ch. 2).", "a chapter"),
    ("They do (ibid.: p. 4).", "nothing before it"),
    ("Flocks turn (Crane, 2012), finches sing (Finch, 2010), flocks turn (Crane, ibid.: p. 112).", "names before it"),
]


@pytest.mark.parametrize(("body", "marked", "why"), FLAGGED)
def test_an_ibid_that_does_not_fit(problems_of, body, marked, why):
    manuscript, problems = problems_of("ambiguous-ibid", body, LIST)
    assert [one.finding.span.of(manuscript.document.text) for one in problems] == [marked], why
    assert (problems[0].finding.reference, problems[0].finding.related) == ("r1", ("r2",))


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_an_ibid_that_is_clear(said, body, why):
    assert said("ambiguous-ibid", body, LIST) == [], why
