"""malformed-citation: brackets in the wrong place, and brackets that only follow a preposition."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
"""

FLAGGED = [
    ("But according to (Axelrod, 1984: p. 16), neither wins.", "(Axelrod, 1984: p. 16)", "behind “according to”"),
    ("The puzzle of (Kuhn, 1962) has no end.", "(Kuhn, 1962)", "behind “of”"),
    ("It was found by (Tversky and Kahneman, 1974) first.", "(Tversky and Kahneman, 1974)", "behind “by”"),
    ("It follows from (Ostrom, 1990) that nets are shared.", "(Ostrom, 1990)", "behind “from”"),
    ("Unlike (Ostrom, 1990), nobody counted.", "(Ostrom, 1990)", "behind “unlike”"),
]

CLEAN = [
    ("According to Axelrod (1984: p. 16), neither wins.", "as it should be"),
    ("Neither wins (Axelrod, 1984: p. 16).", "at the end of a sentence"),
    ("Neither wins (Axelrod, 1984), or so it seems (Kuhn, 1962).", "at the end of a clause"),
    ("Nets are shared, a point that many agree to (Ostrom, 1990).", "a preposition that ends its clause"),
    ("These are the nets they fished with (Ostrom, 1990); others rot.", "a preposition before a semicolon"),
    ("See (Ostrom, 1990) for nets.", "behind “see”"),
    ("For nets (see Ostrom, 1990) and ropes (e.g. Kuhn, 1962) there is room.", "words inside the bracket"),
    ("The theory of paradigms (Kuhn, 1962) has no end.", "a noun before it"),
    ("The judgment of experts (Tversky and Kahneman, 1974) is poor.", "a noun before it, behind “of”"),
    ("In Axelrod’s (1984) view and in that of Kuhn (1962) it does.", "names before their brackets"),
    ("Kuhn ((1962) 1970) says so.", "brackets in brackets"),
    ("(Kuhn, 1962) is often quoted.", "a bracket as the subject, at the head of a paragraph"),
    ("by (a) asking and (b) waiting, as Kuhn (1962) did", "enumerations behind a preposition"),
    ("The end of (most) paradigms (Kuhn, 1962).", "a word in brackets"),
    (
        "of (Kuhn, 1962) and of (Ostrom, 1990), by (Axelrod, 1984), from (Kuhn, 1962) on, by (Ostrom, 1990) too",
        "an article that always writes so",
    ),
]


@pytest.mark.parametrize(("body", "marked", "why"), FLAGGED)
def test_a_bracket_in_the_wrong_place(said, body, marked, why):
    assert said("malformed-citation", body, LIST) == [(marked, None)], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_a_bracket_that_stands_well(said, body, why):
    assert said("malformed-citation", body, LIST) == [], why


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("Nets are shared (Ostrom, 1990.\n\nRopes rot.", "Ostrom, 1990"),
        ("Nets, Ostrom 1990), are shared.", "Ostrom 1990"),
    ],
)
def test_a_citation_with_one_of_its_brackets(said, body, marked):
    assert said("malformed-citation", body, LIST) == [(marked, None)]
