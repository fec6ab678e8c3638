"""The styles that a person may choose: every file is read, names its manual, and contradicts itself nowhere."""

import pytest

from citecheck.model.house_style import DoiForm, Joining, Order
from citecheck.styles.house_styles import house_style, house_style_names

NAMES = (
    "abnt", "ama", "apa", "asa", "chicago", "din1505", "gost", "harvard", "ieee", "iso690", "mla", "vancouver",
)  # fmt: skip


def test_every_style_that_is_promised_is_there():
    assert house_style_names() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_style_names_its_manual_and_its_edition(name):
    style = house_style(name)
    assert style.name == name
    assert any(letter.isdigit() for letter in style.source)
    assert len(style.title) <= 12


@pytest.mark.parametrize("name", NAMES)
def test_et_al_is_allowed_where_it_is_demanded(name):
    style = house_style(name)
    if style.et_al_from is not None:
        assert style.et_al_allowed_from is not None
        assert 3 <= style.et_al_allowed_from <= style.et_al_from


@pytest.mark.parametrize("name", NAMES)
def test_a_style_says_something(name):
    style = house_style(name)
    said = (style.et_al_allowed_from, style.comma_before_year, style.order_of_list, style.doi)
    assert any(fact is not None for fact in said)


def test_the_facts_become_what_rules_compare():
    apa = house_style("apa")
    assert (apa.joining_in_brackets, apa.joining_in_sentences) == (Joining.SIGN, Joining.WORD)
    assert (apa.order_in_brackets, apa.order_of_list, apa.doi) == (Order.NAME, Order.NAME, DoiForm.URL)
    assert house_style("vancouver").order_of_list is Order.CITATION


def test_a_style_that_nobody_wrote_is_none():
    with pytest.raises(KeyError):
        house_style("../languages/en")
