"""Why a citation is taken to mean an entry, said in words for each way of citing."""

import pytest

from citecheck.report.page.evidence import evidence, sureness

LIST = """

## References

Okafor, Ngozi, and Sven Lindqvist. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""
NUMBERED = """# Lists

Lists are kept for many reasons [1–3], as is known [2, 3], and again [1]. One more doubts it [9].

## References

1. Ritter A. On the keeping of lists. Vienna: Zettel; 2011.
2. Okafor N. Lists in doubt. J Order. 2014;3(2):1-9.
3. Meyer B. More lists. J Order. 2015;4(2):1-9.
"""


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("So says Ritter (2011).", ["the name agrees", "the year agrees"], "one name"),
        ("So (Okafor and Lindqvist, 2014).", ["the names agree", "the year agrees"], "two names"),
        (
            "So (Okafor et al., 2014).",
            ["the name agrees, and “et al.” stands for the others", "the year agrees"],
            "a short form, which may be a matter of style and is no difference",
        ),
        (
            "So (Okafo and Lindqvist, 2014).",
            ["the year agrees", "the text has “Okafo”, the entry “Okafor”"],
            "a slip in a name is told with both sides",
        ),
        ("So says Ritter (2012).", ["the name agrees", "the text has 2012, the entry 2011"], "another year"),
        ("So (Meyer, 1999).", ["no entry of the list is meant by it"], "a missing work"),
    ],
)
def test_names_and_years_are_compared_in_words(outcome, text, words, why):
    assert _first(outcome(f"# Lists\n\nRitter (2011) began. {text}{LIST}"), 1) == words, why


def test_a_number_is_its_own_evidence(outcome):
    made = outcome(NUMBERED)
    assert _first(made, 0) == ["the entry has this number"]
    assert _first(made, -1) == ["the list has no entry of this number"]


def test_where_there_is_no_list_nothing_is_compared(outcome):
    assert _first(outcome("# Lists\n\nSo says Ritter (2011).\n"), 0) == ["there is no list to compare it with"]


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "practically certain (100 %)"),
        (0.91, "very likely (91 %)"),
        (0.7, "likely (70 %)"),
        (0.5, "perhaps (50 %)"),
        (0.2, "doubtful (20 %)"),
    ],
)
def test_how_sure_something_is_has_a_word_and_a_number(confidence, words):
    assert sureness(confidence) == words


def _first(made, at):
    citation, match = made.manuscript.linked()[at]
    return list(evidence(citation, match, made.manuscript))
