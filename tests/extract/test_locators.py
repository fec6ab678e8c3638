"""Pages and other places behind a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.locators import read_locator

INSIDE = [
    (": p. 16)", "p. 16", "p.", [(16, 16)], "a page with its label"),
    (", p. 16)", "p. 16", "p.", [(16, 16)], "behind a comma"),
    (" p. 16)", "p. 16", "p.", [(16, 16)], "behind a space"),
    (": 16)", "16", None, [(16, 16)], "a bare page behind a colon"),
    (":16)", "16", None, [(16, 16)], "without a space"),
    (", 15–17)", "15–17", None, [(15, 17)], "bare pages behind a comma"),
    (", pp. 15-17)", "pp. 15-17", "pp.", [(15, 17)], "a hyphen"),
    (": 348–52)", "348–52", None, [(348, 352)], "a shortened last page"),
    (", pp. 40–43, 75)", "pp. 40–43, 75", "pp.", [(40, 43), (75, 75)], "several"),
    (", S. 12 f.)", "S. 12 f.", "S.", [(12, 12)], "German, and the page behind"),
    (": с. 22)", "с. 22", "с.", [(22, 22)], "Russian"),
    (", ch. 3)", "ch. 3", "ch.", [], "a chapter is no page"),
    (", § 7)", "§ 7", "§", [], "a section"),
    (", p. xii)", "p. xii", "p.", [], "roman numerals"),
    (", 2014)", None, None, [], "another year"),
    ("; 2016)", None, None, [], "another year behind a semicolon"),
    (", 3 of them)", None, None, [], "a count"),
    (", and others)", None, None, [], "words"),
    (")", None, None, [], "nothing"),
]


@pytest.mark.parametrize(("text", "expected", "label", "pages", "why"), INSIDE)
def test_a_place_inside_a_bracket(text, expected, label, pages, why):
    found = read_locator(text, 0, len(text) - 1, inside=True)
    assert (found.text if found else None) == expected, why
    if found:
        assert (found.label, list(found.pages)) == (label, pages)
        assert found.span.of(text) == found.text


OUTSIDE = [
    (":16 says", "16", "glued to the year by a colon"),
    (", p. 16 says", "p. 16", "with its label"),
    (", 16 birds", None, "a number in the sentence"),
    (": 16 birds", None, "a number behind a colon of the sentence"),
    (" 16 says", None, "a number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OUTSIDE)
def test_a_place_outside_any_bracket(text, expected, why):
    found = read_locator(text, 0, len(text), inside=False)
    assert (found.text if found else None) == expected, why


@given(st.text(alphabet="0123456789 ,.:–-pcSf;)x", max_size=40), st.booleans())
def test_a_place_is_cut_from_its_text(text, inside):
    found = read_locator(text, 0, len(text), inside=inside)
    assert found is None or found.span.of(text) == found.text
    assert found is None or all(first >= 0 and last >= 0 for first, last in found.pages)
