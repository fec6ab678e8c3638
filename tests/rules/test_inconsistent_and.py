"""inconsistent-and: & and “and” between names, against the habit of the article."""

import pytest

WORD = (
    "(Goldschmidt and Ferreira, 2004; Tversky and Kahneman, 1974; Crane and Dove, 2012). Crane and Dove (2012) and "
    "Tversky and Kahneman (1974) agree with Goldschmidt and Ferreira (2004). "
)
SIGN = WORD.replace(" and Dove", " & Dove").replace(" and Kahneman", " & Kahneman").replace(" and Fer", " & Fer")
APA = (
    "(Goldschmidt & Ferreira, 2004; Tversky & Kahneman, 1974; Crane & Dove, 2012; Crane & Dove, 2012: 111; "
    "Tversky & Kahneman, 1974: 1125). Crane and Dove (2012) and Tversky and Kahneman (1974) agree with Goldschmidt and "
    "Ferreira (2004). Crane and Dove (2012) fly, Tversky and Kahneman (1974) walk. "
)

FLAGGED = [
    (WORD, "(Tversky & Kahneman, 1974)", "&", "and", "in a bracket"),
    (WORD, "Tversky & Kahneman (1974) say so.", "&", "and", "in the sentence"),
    (SIGN, "(Tversky and Kahneman, 1974)", "and", "&", "the other way round"),
    (SIGN, "Tversky and Kahneman (1974) say so.", "and", "&", "the other way round, in the sentence"),
    (APA, "(Crane and Dove, 2012)", "and", "&", "in a bracket, where the two places differ"),
    (APA, "Crane & Dove (2012) say so.", "&", "and", "in the sentence, where the two places differ"),
]

CLEAN = [
    (WORD, "(Crane and Dove, 2012)", "as usual"),
    (SIGN, "(Crane & Dove, 2012)", "the sign, as usual"),
    (APA, "(Crane & Dove, 2012) Crane and Dove (2012)", "each place by its own habit"),
    (WORD, "(Axelrod, 1984 & Kuhn, 1962)", "between two works"),
    (WORD, "Axelrod (1984) & Kuhn (1962) agree.", "between two works in the sentence"),
    (WORD, "(Crane/Dove 2012)", "a slash"),
    (WORD, "bread & butter in the text", "outside citations"),
    ("", "(Crane & Dove, 2012; Tversky and Kahneman, 1974)", "too few for a habit"),
    (WORD + SIGN, "(Crane & Dove, 2012)", "an article without a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_names_joined_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("inconsistent-and", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_names_joined_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-and", frame, body) == [], why
