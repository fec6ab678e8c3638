"""The window of a line shows the place, fits the terminal, and steers nothing."""

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.span import Span
from citecheck.report.excerpt import columns, excerpt, fitted
from citecheck.text.shown import shown

LINE = "Some hold, against Meyer (1999), that lists are kept for the sake of those who look for order in them."


def at(words: str, text: str = LINE) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_a_short_line_is_shown_whole():
    part = excerpt("as Ritter (2011) says", Span(3, 16), 60)
    assert (part.before, part.marked, part.after) == ("as ", "Ritter (2011)", " says")
    assert part.marks == "   ^^^^^^^^^^^^^"


def test_a_long_paragraph_is_cut_on_both_sides_of_the_place():
    text = "word " * 400 + "as Ritter (2011) says " + "more " * 400
    part = excerpt(text, at("Ritter (2011)", text), 60)
    assert part.before.startswith("…")
    assert part.before.endswith("word as ")
    assert part.after.startswith(" says more")
    assert part.after.endswith("…")


def test_marks_stand_below_wide_letters():
    part = excerpt("見よ Ritter (2011)", Span(3, 9), 60)
    assert part.marks == "     ^^^^^^"


def test_a_place_over_two_lines_is_shown_to_the_end_of_the_first():
    part = excerpt("as Ritter\n(2011) says", Span(3, 16), 60)
    assert (part.before, part.marked, part.after) == ("as ", "Ritter", "")


def test_an_entry_is_shown_on_one_line():
    assert fitted("Ritter, Anna.\n   2011. Lists.", 60) == "Ritter, Anna. 2011. Lists."
    assert fitted("Ritter, Anna. 2011. Lists.", 10) == "Ritter, A…"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300), st.integers(30, 120))
def test_no_text_is_wider_than_asked_or_holds_what_steers(text, one, other, width):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    part = excerpt(text, Span(start, end), width)
    whole = part.before + part.marked + part.after
    assert columns(whole) <= width
    assert whole == shown(whole, None) or "\\u" in whole
    assert "\n" not in whole
    assert "\x1b" not in whole


@given(st.text(max_size=300), st.integers(1, 120))
def test_fitted_text_fits(text, width):
    assert columns(fitted(text, width)) <= width
