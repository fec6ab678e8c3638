import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text.lines import LineTable, Position

BROKEN = st.text(st.sampled_from("ab\r\n\x0b\x0c\x85\u2028é"), max_size=40)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column", "why"),
    [
        ("", 0, 1, 1, "an empty text has one line"),
        ("ab\ncd", 3, 2, 1, "LF ends a line"),
        ("ab\r\ncd", 4, 2, 1, "CRLF is one line end"),
        ("ab\r\ncd", 3, 1, 4, "and its LF still stands on the line it ends"),
        ("ab\rcd", 3, 2, 1, "a lone CR ends a line"),
        ("a\n\r\nb", 4, 3, 1, "LF and then CRLF are two"),
        ("a\x0cb\x0bc\x85d\u2028e\u2029f", 10, 1, 11, "form feed, VT, NEL and U+2028 end none"),
        ("𝔘é\nx", 2, 1, 3, "columns are code points"),
        ("ab\n", 3, 2, 1, "after a final line end an empty line begins"),
        ("ab", 99, 1, 3, "beyond the end is the end"),
        ("ab", -1, 1, 1, "before the start is the start"),
    ],
)
def test_position(text, offset, line, column, why):
    assert LineTable(text).position(offset) == Position(line, column), why


@given(BROKEN, st.integers(0, 40))
def test_a_position_leads_back(text, offset):
    table = LineTable(text)
    offset = min(offset, len(text))
    assert table.offset(table.position(offset)) == offset


@given(BROKEN)
def test_lines_make_up_the_text(text):
    table = LineTable(text)
    assert "".join(table.line(number + 1).of(text) for number in range(len(table))) == text


def test_a_position_outside_is_brought_in():
    table = LineTable("ab\ncd")
    assert table.offset(Position(1, 99)) == 2, "on the line end, not in the next line"
    assert table.offset(Position(9, 1)) == 5
    assert table.offset(Position(0, 1)) == 0
