"""Years and brackets: what a citation may hang on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.anchors import BracketTable, anchors, brackets, undated
from citecheck.model.reference import Undated
from citecheck.model.span import Span

YEARS = [
    ("in 2014", ["2014"], "a year"),
    ("(2014a)", ["2014a"], "with a letter"),
    ("(1900/1953)", ["1900/1953"], "two years of one work"),
    ("al.2014", ["2014"], "a space lost"),
    ("1867", ["1867"], "an old one"),
    ("2014, 2016", ["2014", "2016"], "two"),
    ("(n.d.)", ["n.d."], "no date, in brackets"),
    ("(forthcoming)", ["forthcoming"], "not out yet, in brackets"),
    ("(in press)", ["in press"], "in press, in brackets"),
    ("12014 and 20145", [], "longer numbers"),
    ("3.2014", [], "a month before it"),
    ("EXPO-2017", [], "a name with a year"),
    ("2014/05/12", [], "a date"),
    ("2014/15", ["2014"], "a volume of two years"),
    ("2,014 tonnes", [], "a quantity"),
    ("1999,500", [], "a quantity with a comma"),
    ("1024 and 2199", [], "not of our age"),
    ("2014th", [], "an ordinal"),
    ("it is forthcoming", [], "a word of the language, outside brackets"),
    ("doi:10.1000/2014", [], "inside a DOI"),
]


@pytest.mark.parametrize(("text", "expected", "why"), YEARS)
def test_years(text, expected, why):
    whole = [Span(0, len(text))]
    found = anchors(text, whole, BracketTable(brackets(text, whole)))
    assert [anchor.span.of(text) for anchor in found] == expected, why


@pytest.mark.parametrize(
    ("text", "ranged"),
    [("2004–2006", [True, True]), ("2004–06", [True]), ("2004 – 2006", [True, False]), ("2004, 2006", [False, False])],
)
def test_ends_of_a_range_are_told(text, ranged):
    whole = [Span(0, len(text))]
    assert [anchor.ranged for anchor in anchors(text, whole, BracketTable(()))] == ranged


def test_what_a_year_says():
    text = "1900/1953 and 2014B and 2014b"
    found = anchors(text, [Span(0, len(text))], BracketTable(()))
    assert (found[0].year.original, found[0].year.number) == (1900, 1953)
    assert [anchor.year.suffix for anchor in found] == ["", "b"]


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("n.d.", Undated.NO_DATE),
        ("o. J.", Undated.NO_DATE),
        ("forthcoming", Undated.FORTHCOMING),
        ("In Press", Undated.IN_PRESS),
        ("im Druck", Undated.IN_PRESS),
    ],
)
def test_words_that_stand_for_a_year(word, meaning):
    assert undated(word) is meaning


BRACKETS = [
    ("a (b) c", ["(b)"], "one"),
    ("a (b (c) d) e", ["(b (c) d)", "(c)"], "nested"),
    ("a (b [c] d) e", ["(b [c] d)", "[c]"], "of two kinds"),
    ("（田中 2014）", ["（田中 2014）"], "full width"),
    ("a (b c", [], "never closed"),
    ("a) b (c)", ["(c)"], "never opened"),
    ("a (b\n\nc) d", [], "closed in another paragraph"),
    ("a (b\nc) d", ["(b\nc)"], "closed on another line"),
    ("1) a (b) 2) c", ["(b)"], "enumerations"),
]


@pytest.mark.parametrize(("text", "expected", "why"), BRACKETS)
def test_brackets(text, expected, why):
    assert [bracket.span.of(text) for bracket in brackets(text, [Span(0, len(text))])] == expected, why


def test_the_innermost_bracket_around_a_place():
    text = "a (b [c] d) e"
    table = BracketTable(brackets(text, [Span(0, len(text))]))
    shown = [table.brackets[at].span.of(text) if at >= 0 else None for at in map(table.around, (0, 3, 6, 9, 12))]
    assert shown == [None, "(b [c] d)", "[c]", "(b [c] d)", None]


@given(st.text(alphabet="()[]a 2014\n", max_size=80))
def test_brackets_are_pairs_that_nest(text):
    found = brackets(text, [Span(0, len(text))])
    for bracket in found:
        assert bracket.span.of(text)[0] + bracket.span.of(text)[-1] in {"()", "[]"}
        assert bracket.parent < 0 or found[bracket.parent].span.contains(bracket.span)
    table = BracketTable(found)
    for offset in range(len(text)):
        around = [bracket.span for bracket in found if bracket.span.start <= offset < bracket.span.end]
        at = table.around(offset)
        assert (found[at].span if at >= 0 else None) == (min(around, key=len) if around else None)
