"""inconsistent-comma: the comma between name and year, against the habit of the article."""

import pytest

WITH = "(Axelrod, 1984; Finch, 2010; Kuhn, 1962; Ostrom, 1990; Crane and Dove, 2012; Lark et al., 2011). "
WITHOUT = WITH.replace(", ", " ")

FLAGGED = [
    (WITH, "(Ostrom 1990)", "Ostrom 1990", "Ostrom, 1990", "one name"),
    (WITH, "(see Crane and Dove 2012: 111)", "Crane and Dove 2012", "Crane and Dove, 2012", "two names and a page"),
    (WITH, "(Lark et al. 2011)", "Lark et al. 2011", "Lark et al., 2011", "et al."),
    (WITH, "(Kuhn 1962; Finch, 2010)", "Kuhn 1962", "Kuhn, 1962", "one of two"),
    (WITHOUT, "(Ostrom, 1990)", "Ostrom, 1990", "Ostrom 1990", "the other way round"),
    (WITHOUT, "(Lark et al., 2011: 3)", "Lark et al., 2011", "Lark et al. 2011", "the other way round, et al."),
]

CLEAN = [
    (WITH, "(Ostrom, 1990)", "as usual"),
    (WITHOUT, "(Ostrom 1990)", "without, as usual"),
    (WITH, "Ostrom (1990) says so.", "a bracket between name and year"),
    (WITH, "Ostrom’s (1990) view", "a genitive"),
    (WITH, "(Ostrom, 1990, 2005; 2009)", "years without names"),
    (WITH, "(Ostrom, forthcoming; Ostrom n.d.)", "words that stand for years"),
    (WITH, "(in May 1990)", "a date"),
    ("", "(Ostrom 1990; Kuhn, 1962)", "too few for a habit"),
    (WITH + WITHOUT, "(Ostrom 1990)", "an article without a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_a_comma_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("inconsistent-comma", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_a_comma_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-comma", frame, body) == [], why
