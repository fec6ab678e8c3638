"""author-mismatch: co-authors left out, added or out of order, and shortenings that are allowed."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, Ben Dove, Cem Egret, and Dee Finch. 2012. Flocks. *Birds* 3: 1–9.
Goldschmidt, Karl, and Ines Ferreira. 2004. Paper and glue. *Journal of Binding* 7: 1–20.
Heron, Max, ed. 2005. *Herons*. Oslo: Fjord.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. *Birds* 4: 1–9.
Ostrom, Elinor. 1990. *Governing the Commons*. Cambridge: Cambridge University Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
World Health Organization. 2020. *Clean Hands*. Geneva: WHO.
Wren, Jo, and others. 2013. Wrens. *Birds* 5: 1–9.
"""

FLAGGED = [
    ("(Goldschmidt, 2004)", "Goldschmidt, 2004", "Goldschmidt and Ferreira", "the second of two left out"),
    ("Tversky (1974) found it.", "Tversky (1974)", "Tversky and Kahneman", "left out in the sentence"),
    ("(Kahneman and Tversky, 1974)", "Kahneman and Tversky, 1974", "Tversky and Kahneman", "the other way round"),
    ("(Kahneman, 1974)", "Kahneman, 1974", "Tversky and Kahneman", "only the second one"),
    ("(Axelrod and Hamilton, 1984)", "Axelrod and Hamilton, 1984", "Axelrod", "one who wrote another work with him"),
    ("(Ostrom et al., 1990)", "Ostrom et al., 1990", "Ostrom", "et al. for nobody"),
    ("(Lark and Martin, 2011)", "Lark and Martin, 2011", "Lark, Martin and Night", "two of three"),
    ("(Lark and Night, 2011)", "Lark and Night, 2011", "Lark, Martin and Night", "the one in the middle left out"),
    (
        f"({'; '.join(['Crane et al., 2012'] * 5)}; Lark, 2011)",
        "Lark, 2011",
        "Lark, Martin and Night",
        "the one of many that forgets et al.",
    ),
    (
        "(Goldschmidt, Rapp, Ferreira, 2004)",
        "Goldschmidt, Rapp, Ferreira, 2004",
        "Goldschmidt and Ferreira",
        "one more between commas",
    ),
    ("(Lark, Night, and Martin, 2011)", "Lark, Night, and Martin, 2011", "Lark, Martin and Night", "out of order"),
]

CLEAN = [
    ("(Axelrod, 1984)", "one author"),
    ("(Tversky and Kahneman, 1974; Tversky & Kahneman, 1974; Tversky und Kahneman 1974)", "any word between"),
    ("(Tversky/Kahneman 1974; Tversky–Kahneman 1974)", "any sign between"),
    ("(Tversky, Kahneman, 1974)", "a comma between"),
    ("(Lark et al., 2011)", "et al. for two"),
    ("(Lark and others, 2011; Lark and colleagues 2011)", "et al. in words"),
    ("(Lark, Martin, et al., 2011)", "et al. behind the second"),
    ("(Lark, Martin, and Night, 2011; Lark, Martin and Night, 2011)", "all three, with either comma"),
    ("(Crane et al., 2012; Crane, Dove, et al., 2012; Crane, Dove, Egret, & Finch, 2012)", "four, more or less short"),
    ("(Heron, ed., 2005; Heron (ed.) 2005; Heron, 2005)", "an editor"),
    ("(WHO, 2020; World Health Organization, 2020)", "a body"),
    ("(Wren et al., 2013)", "the entry itself says “and others”"),
    ("(Wren, 2013)", "the names that the entry gives"),
    ("(Tversky and Kahnemann, 1974)", "a slip: misspelled-author"),
    ("(Goldschmidt and Ferreira, 2005)", "a wrong year: year-mismatch"),
    ("(Axelrod, 1984, and Hamilton, 1964)", "two works"),
    ("Axelrod (1984) and Ostrom (1990) agree.", "two works in the sentence"),
    ("Both Ostrom and Axelrod (1984) agree.", "two persons, one of them cited"),
    ("Ostrom (1990), Axelrod (1984), and Lark et al. (2011)", "an enumeration of works"),
    ("(Lark, 2011)", "a first author alone for three is at most hinted at"),
    (f"({'; '.join(['Crane et al., 2012'] * 5)}). Lark (2011)", "alone in the sentence"),
    (f"({'; '.join(['Crane et al., 2012'] * 5)}; Lark, 2011; Lark, 2011)", "alone twice is a practice"),
    ("As Tversky told me, Axelrod (1984) is right.", "a person who is only mentioned"),
]


@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
def test_authors_that_are_not_the_listed_ones(said, body, marked, suggested, why):
    assert said("author-mismatch", body, LIST) == [(marked, suggested)], why


@pytest.mark.parametrize(("body", "marked", "suggested", "why"), FLAGGED)
@pytest.mark.parametrize("rule", ["missing-reference", "misspelled-author", "year-mismatch"])
def test_wrong_authors_are_said_once(said, rule, body, marked, suggested, why):
    assert said(rule, body, LIST) == [], why


@pytest.mark.parametrize(("body", "why"), CLEAN)
def test_authors_that_agree(said, body, why):
    assert said("author-mismatch", body, LIST) == [], why
