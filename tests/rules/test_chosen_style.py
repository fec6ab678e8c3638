"""Rules of habit that a chosen style overrules: the joining word, the comma, the order in brackets and of the list."""

import pytest

LIST = """
Axelrod, Robert. 1984. *The Evolution of Cooperation*. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. *Birds* 3 (2): 110–133.
Kuhn, Thomas S. 1962. *The Structure of Scientific Revolutions*. Chicago: University of Chicago Press.
Tversky, Amos, and Daniel Kahneman. 1974. Judgment under uncertainty. *Science* 185: 1124–1131.
"""
#: An article whose habit is the other one than the style's.
SIGNS = "(Crane & Dove, 2012), (Tversky & Kahneman, 1974), (Crane & Dove, 2012), (Tversky & Kahneman, 1974). "

FLAGGED = [
    ("inconsistent-and", "apa", "(Crane and Dove, 2012)", ["and"], "one citation is enough"),
    ("inconsistent-and", "apa", "Crane & Dove (2012) say so.", ["&"], "APA writes the word in the sentence"),
    ("inconsistent-and", "chicago", SIGNS, ["&", "&", "&", "&"], "the habit does not count"),
    ("inconsistent-and", "abnt", "Crane & Dove (2012) say so.", ["&"], "ABNT in the sentence"),
    ("inconsistent-comma", "apa", "(Kuhn 1962)", ["Kuhn 1962"], "APA writes a comma"),
    ("inconsistent-comma", "chicago", "(Kuhn, 1962)", ["Kuhn, 1962"], "Chicago writes none"),
    ("inconsistent-comma", "asa", "(Kuhn, 1962)", ["Kuhn, 1962"], "nor does ASA"),
    ("unsorted-citations", "apa", "(Kuhn, 1962; Axelrod, 1984)", ["Axelrod, 1984"], "APA goes by name"),
    ("unsorted-citations", "harvard", "(Axelrod, 1984; Kuhn, 1962)", ["Kuhn, 1962"], "Harvard goes by year"),
]

CLEAN = [
    ("inconsistent-and", "apa", SIGNS + "Crane and Dove (2012) say so.", "APA has one for each place"),
    ("inconsistent-and", "ieee", "(Crane & Dove, 2012)", "IEEE does not cite by name"),
    ("inconsistent-and", "abnt", "(Crane & Dove, 2012)", "ABNT in brackets is not judged"),
    ("inconsistent-comma", "apa", "(Kuhn, 1962)", "as APA writes it"),
    ("inconsistent-comma", "chicago", "(Kuhn 1962)", "as Chicago writes it"),
    ("inconsistent-comma", "mla", "(Kuhn 1962) (Axelrod, 1984)", "MLA cites no years"),
    ("unsorted-citations", "apa", "(Axelrod, 1984; Kuhn, 1962)", "by name"),
    ("unsorted-citations", "apa", "(Kuhn, 1962; see also Axelrod, 1984)", "a second row"),
    ("unsorted-citations", "chicago", "(Kuhn 1962; Axelrod 1984)", "Chicago leaves the order open"),
    ("unsorted-citations", "harvard", "(Kuhn, 1962; Axelrod, 1984)", "by year"),
]


@pytest.mark.parametrize(("rule", "style", "body", "marked", "why"), FLAGGED)
def test_against_the_chosen_style(said, rule, style, body, marked, why):
    assert [words for words, _ in said(rule, body, LIST, style=style)] == marked, why


@pytest.mark.parametrize(("rule", "style", "body", "why"), CLEAN)
def test_as_the_chosen_style_asks(said, rule, style, body, why):
    assert said(rule, body, LIST, style=style) == [], why


@pytest.mark.parametrize(
    ("style", "order", "said_of", "why"),
    [
        ("apa", (1, 0, 2, 3), 1, "one entry out of place in a short list"),
        ("apa", (3, 2, 1, 0), 1, "a list in no order is one problem"),
        ("apa", (0, 1, 2, 3), 0, "a list in order"),
        ("ieee", (1, 0, 2, 3), 0, "a style that numbers in the order of citation"),
        ("iso690", (1, 0, 2, 3), 0, "a style that leaves the order open: too short a list to show its habit"),
        (None, (1, 0, 2, 3), 0, "no style: too short a list to show its habit"),
    ],
)
def test_the_order_of_the_list(said, style, order, said_of, why):
    entries = LIST.strip().splitlines()
    mixed = "\n".join(entries[place] for place in order)
    assert len(said("unsorted-list", "(Kuhn, 1962)", mixed, style=style)) == said_of, why
