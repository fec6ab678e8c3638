"""Groups of numbers: what one bracket may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.number_groups import BARE, ROUND, SQUARE, WIDEST_RANGE, read_group
from citecheck.model.span import Span


def numbers(text, manner=SQUARE):
    return [one.number for one in read_group(text, Span(0, len(text)), manner)]


READ = [
    ("3", SQUARE, [3], "one"),
    ("3, 5-8", SQUARE, [3, 5, 6, 7, 8], "a hyphen for a dash"),
    ("3 and 4", SQUARE, [3, 4], "a joiner"),
    ("3; 5", SQUARE, [3, 5], "semicolons"),
    ("3a, b", SQUARE, [3], "a part of an entry"),
    ("8–5", SQUARE, [8, 5], "no range that falls"),
    ("see 3; cf. 4", ROUND, [3, 4], "leads in both segments"),
    ("see Section 3; see 4, 5", ROUND, [4, 5], "a segment that says something else, and one that is led"),
    ("³,⁵⁻⁷", BARE, [3, 5, 6, 7], "raised digits"),
]
NOT_READ = [
    ("", SQUARE, "nothing"),
    ("sic", SQUARE, "a remark"),
    ("0, 1", SQUARE, "nought"),
    ("1.2, 3.4", SQUARE, "decimals"),
    ("n = 3", SQUARE, "an equation"),
    ("3 %", SQUARE, "a percentage"),
    ("S1", SQUARE, "a number that hangs on a letter"),
    ("see Fig. 3", SQUARE, "a figure"),
    ("12345", SQUARE, "more digits than any list has entries"),
    ("3 items", ROUND, "a quantity"),
    ("3a", ROUND, "an example with a letter"),
    ("3:5", ROUND, "a ratio"),
    ("example 3; 4", ROUND, "an example spoils what stands beside it"),
    ("LSP, 6", ROUND, "any words before, in round brackets"),
    ("see 3", BARE, "words among raised numbers"),
]


@pytest.mark.parametrize(("text", "manner", "expected", "why"), READ)
def test_numbers_are_read(text, manner, expected, why):
    assert numbers(text, manner) == expected, why


@pytest.mark.parametrize(("text", "manner", "why"), NOT_READ)
def test_other_things_are_not(text, manner, why):
    assert numbers(text, manner) == [], why


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_range_holds_its_ends_and_what_is_between(first, last):
    found = numbers(f"{first}–{last}")
    assert (found[0], found[-1]) == (first, last)
    assert found == (list(range(first, last + 1)) if 0 < last - first <= WIDEST_RANGE else [first, last])


@given(st.text("0123456789,;–-. asepf()", max_size=60), st.sampled_from([SQUARE, ROUND, BARE]))
def test_numbers_stand_where_they_are_said_to(text, manner):
    for one in read_group(text, Span(0, len(text)), manner):
        written = one.span.of(text)
        assert written.startswith((str(one.number), "0")) or "–" in written or "-" in written
