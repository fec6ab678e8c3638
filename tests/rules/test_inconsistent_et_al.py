"""inconsistent-et-al: how et al. is written, against the habit of the article."""

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
PLAIN = "(Lark et al., 2011; Lark et al., 2011: 3). Lark et al. (2011) and Lark et al. (2011) and Lark et al. (2011). "
ITALIC = PLAIN.replace("et al.", "*et al.*")

FLAGGED = [
    (PLAIN, "(Lark et al, 2011)", "et al", "its period lost"),
    (PLAIN, "(Lark et. al., 2011)", "et. al.", "a period too many"),
    (PLAIN, "Lark *et al.* (2011) say so.", "et al.", "italics where plain is usual"),
    (ITALIC, "(Lark et al., 2011)", "et al.", "plain where italics are usual"),
    (PLAIN, "(Lark and others, 2011)", "and others", "in other words"),
]

CLEAN = [
    (PLAIN, "(Lark et al., 2011)", "as usual"),
    (ITALIC, "(Lark *et al.*, 2011)", "in italics, as usual"),
    (PLAIN, "(Lark et\u00a0al., 2011)", "a no-break space"),
    (PLAIN, "(Lark\net al., 2011)", "a line break"),
    (PLAIN, "(Lark, et al., 2011)", "the comma before it follows the number of names"),
    (PLAIN, "(Lark, Martin, and Night, 2011)", "all names"),
    (PLAIN, "Lark et al say so outside any citation.", "outside citations"),
    ("", "(Lark et al., 2011) (Lark et al, 2011)", "too few for a habit"),
]


@pytest.mark.parametrize(("frame", "body", "marked", "why"), FLAGGED)
def test_et_al_unlike_the_others(said, frame, body, marked, why):
    assert said("inconsistent-et-al", frame + body, LIST) == [(marked, None)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_et_al_as_usual(said, frame, body, why):
    assert said("inconsistent-et-al", frame + body, LIST) == [], why
