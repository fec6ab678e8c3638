"""inconsistent-locator: page numbers with or without their label, against the habit of the article."""

import pytest

LABELLED = "(Axelrod, 1984: p. 3; Finch, 2010: p. 4; Kuhn, 1962: p. 5; Ostrom, 1990: p. 6; Kuhn, 1962: pp. 7–9). "
BARE = "(Axelrod, 1984: 3; Finch, 2010: 4; Kuhn, 1962: 5; Ostrom, 1990: 6; Kuhn, 1962: 7–9). "

FLAGGED = [
    (LABELLED, "(Ostrom, 1990: 68)", "68", "p. 68", "a page without its label"),
    (LABELLED, "(Ostrom, 1990: 68–70)", "68–70", "pp. 68–70", "pages without their label"),
    (LABELLED, "Ostrom (1990: 68) says so.", "68", "p. 68", "in the sentence"),
    (LABELLED, "(Ostrom, 1990: 68, 70)", "68, 70", "pp. 68, 70", "two pages"),
    (LABELLED, "(Ostrom, 1990: p. 68–70)", "p. 68–70", "pp. 68–70", "the label of one page before several"),
    (BARE, "(Ostrom, 1990: p. 68)", "p. 68", "68", "a label where none is usual"),
    (BARE, "(Ostrom, 1990: pp. 68–70)", "pp. 68–70", "68–70", "a label before several pages"),
]

CLEAN = [
    (LABELLED, "(Ostrom, 1990: p. 68)", "as usual"),
    (LABELLED, "(Ostrom, 1990: pp. 68–70)", "several pages, as usual"),
    (LABELLED, "(Ostrom, 1990: ch. 3)", "a chapter"),
    (LABELLED, "(Ostrom, 1990: fig. 2; Kuhn, 1962: n. 3)", "a figure and a note"),
    (LABELLED, "(Ostrom, 1990; Kuhn, 1962)", "no page"),
    (LABELLED, "(Ostrom, 1990, 2005)", "years"),
    (LABELLED, "(ibid.: p. 3)", "an ibid. with its label"),
    (BARE, "(Ostrom, 1990: 68)", "bare, as usual"),
    (BARE, "(Ostrom, 1990: ch. 3)", "a chapter needs its label"),
    ("", "(Ostrom, 1990: 68; Kuhn, 1962: p. 3)", "too few for a habit"),
    (LABELLED + BARE, "(Ostrom, 1990: p. 68)", "an article without a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "mended", "why"), FLAGGED)
def test_a_page_written_unlike_the_others(by_habit, frame, body, marked, mended, why):
    assert by_habit("inconsistent-locator", frame, body) == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_a_page_written_as_usual(by_habit, frame, body, why):
    assert by_habit("inconsistent-locator", frame, body) == [], why
