"""Which of two spellings looks more like a surname."""

import pytest

from citecheck.match.letters import Letters, surnames, triples


@pytest.mark.parametrize(
    ("name", "slip", "why"),
    [
        ("Costello", "Csotello", "two letters swapped at the beginning"),
        ("Barrington", "Brrington", "a vowel left out"),
        ("Thompson", "Thornpson", "rn read for m"),
    ],
)
def test_a_name_is_likelier_than_its_slip(name, slip, why):
    assert surnames().likelihood(name) > surnames().likelihood(slip) + 1, why


def test_the_ends_of_a_name_count_as_letters():
    assert list(triples("Öz")) == ["^oz", "oz$"]


def test_length_alone_makes_no_name_less_likely():
    letters = Letters({"^aa": 1, "aaa": 1, "aa$": 1})
    assert letters.likelihood("aaaaaaaa") == pytest.approx(letters.likelihood("aaaaaaaaaaaa"), abs=1.0)
