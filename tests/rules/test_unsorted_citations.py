"""unsorted-citations: works in one bracket out of the order that the article keeps."""

import pytest

YEARS = (
    "(Kuhn, 1962; Axelrod, 1984) (Tversky and Kahneman, 1974; Ostrom, 1990) (Ostrom, 1990; Finch, 2010) "
    "(Axelrod, 1984; Ostrom, 1990; Crane and Dove, 2012) (Goldschmidt and Ferreira, 2004; Finch, 2010). "
)
NAMES = (
    "(Axelrod, 1984; Kuhn, 1962) (Ostrom, 1990; Tversky and Kahneman, 1974) (Finch, 2010; Ostrom, 1990) "
    "(Axelrod, 1984; Crane and Dove, 2012; Ostrom, 1990) (Finch, 2010; Goldschmidt and Ferreira, 2004). "
)

FLAGGED = [
    (YEARS, "(Finch, 2010; Kuhn, 1962)", "Kuhn, 1962", "an early work behind a late one"),
    (YEARS, "(see Kuhn, 1962; Finch, 2010; Ostrom, 1990)", "Ostrom, 1990", "the last of three"),
    (NAMES, "(Ostrom, 1990; Axelrod, 1984)", "Axelrod, 1984", "against the alphabet"),
]

CLEAN = [
    (YEARS, "(Kuhn, 1962; Ostrom, 1990)", "by year, as usual"),
    (NAMES, "(Kuhn, 1962; Ostrom, 1990)", "by name, as usual"),
    (YEARS, "(Finch, 2010; see also Kuhn, 1962)", "behind “see also”, which opens a new row"),
    (YEARS, "(Finch, 2010, but see Kuhn, 1962)", "behind “but see”"),
    (YEARS, "(Finch, 2010; cf. Kuhn, 1962)", "behind “cf.”"),
    (YEARS, "(Finch, 2010) (Kuhn, 1962)", "two brackets"),
    (YEARS, "Finch (2010) and Kuhn (1962)", "in the sentence"),
    (YEARS, "(Ostrom, 2005, 1990)", "years of one author"),
    (YEARS, "(Kuhn, 1962; Kuhn, 1962: 3)", "one work twice"),
    ("", "(Finch, 2010; Kuhn, 1962)", "too few for a habit"),
    (YEARS + NAMES, "(Finch, 2010; Kuhn, 1962)", "an article that keeps no order"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "why"), FLAGGED)
def test_works_out_of_order(by_habit, frame, body, marked, why):
    assert [words for words, _ in by_habit("unsorted-citations", frame, body)] == [marked], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_works_in_order(by_habit, frame, body, why):
    assert by_habit("unsorted-citations", frame, body) == [], why
