"""inconsistent-ibid: how ibid. is written, against the habit of the article."""

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
def test_ibid_unlike_the_others(problems_of, frame, body, marked, mended, why):
    manuscript, problems = problems_of("inconsistent-ibid", frame + body, LIST)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_ibid_as_usual(said, frame, body, why):
    assert said("inconsistent-ibid", frame + body, LIST) == [], why
