"""How an article mostly writes, and what deviates."""

import pytest

from citecheck.extract.author_date import find
from citecheck.extract.habits import FEWEST, Trait, commas, dashes, deviations, joiners, page_labels
from citecheck.model.citation import CitationId
from citecheck.model.span import Span

LIST = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.
"""


def trait(choice, group="all"):
    return Trait(CitationId("c1"), Span(0, 1), group, choice, choice, {"a": "A", "b": "B"})


HABITS = [
    ("aaaaab", ["b"], "five to one"),
    ("aaaab", [], "too few for a habit"),
    ("aaaaabbbb", ["b"] * 4, "five to four is just enough"),
    ("aaaaabbbbb", [], "as many of each"),
    ("bbbbbb", [], "all alike"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("choices", "expected", "why"), HABITS)
def test_what_most_do_is_the_habit(choices, expected, why):
    found = list(deviations(trait(choice) for choice in choices))
    assert [one.written for one in found] == expected, why
    assert all(one.replacement == "A" for one in found)


def test_each_group_has_its_own_habit():
    traits = [trait("a", "one")] * FEWEST + [trait("b", "two")] * FEWEST
    assert list(deviations(traits)) == []


TRAITS = [
    (joiners, "(Crane and Dove, 2012; Crane & Dove 2012)", ["word", "&"]),
    (commas, "(Crane and Dove, 2012; Axelrod 1984; Axelrod,1984)", [", ", " ", ", "]),
    (page_labels, "(Axelrod, 1984: p. 3; Axelrod, 1984: 3; Axelrod, 1984: ch. 3)", ["label", "bare"]),
    (dashes, "(Axelrod, 1984: 3–4; Axelrod, 1984: 3-4; Axelrod, 1984: 3)", ["–", "-"]),
]


@pytest.mark.parametrize(("traits", "text", "choices"), TRAITS)
def test_traits_of_a_text(body_of, traits, text, choices):
    found = list(traits(text, find(body_of(text, LIST))))
    assert [one.choice for one in found] == choices
    assert all(one.span.of(text) == one.written for one in found)
