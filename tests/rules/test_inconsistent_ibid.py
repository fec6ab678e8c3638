"""inconsistent-ibid: how ibid. is written, against the habit of the article."""

import pytest

PERIOD = "Finches sing (Finch, 2010), " + "and sing (ibid.: p. 3), " * 5 + "at dawn. "
NONE = PERIOD.replace("ibid.", "ibid")

FLAGGED = [
    (PERIOD, "They rest (ibid: p. 17).", "ibid", "ibid.", "its period lost"),
    (PERIOD, "They rest (ibid).", "ibid", "ibid.", "without a page"),
    (PERIOD, "They rest (see ibid, p. 17).", "ibid", "ibid.", "behind a word of introduction"),
    (NONE, "They rest (ibid.: p. 17).", "ibid.", "ibid", "the other way round"),
]

CLEAN = [
    (PERIOD, "They rest (ibid.: p. 17).", "as usual"),
    (PERIOD, "They rest (ibid.).", "without a page"),
    (PERIOD, "(Ibid.: p. 17.) They rest.", "a capital at the head of a sentence"),
    (PERIOD, "They rest (*ibid.*: p. 17).", "in italics"),
    (NONE, "They rest (ibid: p. 17).", "without, as usual"),
    (PERIOD, "They forbid (it) with a bid (17).", "words that hold it"),
    ("", "Finches sing (Finch, 2010), and sing (ibid.), and rest (ibid).", "too few for a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_ibid_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("inconsistent-ibid", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_ibid_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-ibid", frame, body) == [], why
