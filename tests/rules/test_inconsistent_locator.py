"""inconsistent-locator: page numbers with or without their label, against the habit of the article."""

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
def test_a_page_written_unlike_the_others(problems_of, frame, body, marked, mended, why):
    manuscript, problems = problems_of("inconsistent-locator", frame + body, LIST)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_a_page_written_as_usual(said, frame, body, why):
    assert said("inconsistent-locator", frame + body, LIST) == [], why
