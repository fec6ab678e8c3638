"""hyphen-in-range: hyphens and dashes in ranges of pages, against the habit of the article."""

import pytest

DASH = "(Axelrod, 1984: pp. 3–4; Finch, 2010: pp. 4–5; Kuhn, 1962: pp. 5–6; Ostrom, 1990: 6–9; Kuhn, 1962: 7–9). "
HYPHEN = DASH.replace("–", "-")

FLAGGED = [
    (DASH, "(Ostrom, 1990: pp. 48-49)", "pp. 48-49", "pp. 48–49", "a hyphen"),
    (DASH, "Ostrom (1990: 48-49) says so.", "48-49", "48–49", "without a label, in the sentence"),
    (DASH, "(Ostrom, 1990: pp. 48-49, 52)", "pp. 48-49, 52", "pp. 48–49, 52", "before another page"),
    (DASH, "(Ostrom, 1990: pp. 48—49)", "pp. 48—49", "pp. 48–49", "a long dash"),
    (HYPHEN, "(Ostrom, 1990: pp. 48–49)", "pp. 48–49", "pp. 48-49", "the other way round"),
]

CLEAN = [
    (DASH, "(Ostrom, 1990: pp. 48–49)", "as usual"),
    (HYPHEN, "(Ostrom, 1990: pp. 48-49)", "a hyphen, as usual"),
    (DASH, "(Ostrom, 1990: p. 48)", "one page"),
    (DASH, "(Ostrom, 1990: pp. 48, 49)", "two pages"),
    (DASH, "from 1990-1995 and on pages 3-4", "outside citations"),
    (DASH, "well-known (Ostrom, 1990)", "a hyphen in a word"),
    ("", "(Ostrom, 1990: pp. 48-49; Kuhn, 1962: pp. 7–9)", "too few for a habit"),
    (DASH + HYPHEN, "(Ostrom, 1990: pp. 48–49)", "an article without a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_a_dash_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("hyphen-in-range", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_a_dash_as_usual(by_habit, frame, body, why):
    assert by_habit("hyphen-in-range", frame, body) == [], why
