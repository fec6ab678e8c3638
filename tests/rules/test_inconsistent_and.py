"""inconsistent-and: & and “and” between names, against the habit of the article."""

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
def test_names_joined_unlike_the_others(problems_of, frame, body, marked, mended, why):
    manuscript, problems = problems_of("inconsistent-and", frame + body, LIST)
    found = [(one.finding.span.of(manuscript.document.text), one.finding.replacement) for one in problems]
    assert found == [(marked, mended)], why
    assert problems[0].finding.span.start >= manuscript.document.text.index(body.split()[0])


@pytest.mark.parametrize(("frame", "body", "why"), CLEAN)
def test_names_joined_as_usual(said, frame, body, why):
    assert said("inconsistent-and", frame + body, LIST) == [], why
