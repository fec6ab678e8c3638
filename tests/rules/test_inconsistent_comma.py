"""inconsistent-comma: the comma between name and year, against the habit of the article."""

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
def test_a_comma_unlike_the_others(problems_of, frame, body, marked, mended, why):
    manuscript, problems = problems_of("inconsistent-comma", frame + body, LIST)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why
    assert problems[0].fix is not None
    assert problems[0].fix.safe


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_a_comma_as_usual(said, frame, body, why):
    assert said("inconsistent-comma", frame + body, LIST) == [], why
