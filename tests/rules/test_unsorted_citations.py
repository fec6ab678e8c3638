"""unsorted-citations: works in one bracket out of the order that the article keeps."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Finch, Leo. 2010. *Finches*. Perth: Wing.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–200.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–90.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
"""
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
def test_works_out_of_order(said, frame, body, marked, why):
    assert said("unsorted-citations", frame + body, LIST) == [(marked, None)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_works_in_order(said, frame, body, why):
    assert said("unsorted-citations", frame + body, LIST) == [], why
