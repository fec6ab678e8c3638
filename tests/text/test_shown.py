import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.text.shown import shown


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Öge, “2014”: 王", "Öge, “2014”: 王", "ordinary text of any script stays"),
        ("a\x1b[31mb", "a\\u001b[31mb", "no escape reaches the terminal"),
        ("a\nb\tc", "a\\u000ab\\u0009c", "a line of output stays one line"),
        ("a\x9bb", "a\\u009bb", "C1 steers some terminals too"),
        ("\u202egnitset\u202c", "\\u202egnitset\\u202c", "text is not turned round"),
        ("Quag\u200bmire\u00ad", "Quag\\u200bmire\\u00ad", "what has no width is seen"),
        ("x\U000e0041", "x\\U000e0041", "tags are seen"),
        ("x\ud800", "x\\ud800", "a lone surrogate cannot be encoded"),
        ("::error::x", "\\u003a:error::x", "no command of a build log"),
        ("  ::error", "  \\u003a:error", "white space before it is skipped by the log"),
        (" \n::x", " \\u000a::x", "and is itself escaped"),
        ("see a::b", "see a::b", "only at the start of a line"),
        ("a ##[error]", "a \\u0023#[error]", "the old form counts anywhere"),
        ("# Heading", "# Heading", "a single sharp is text"),
    ],
)
def test_shown(text, expected, why):
    assert shown(text) == expected, why


def test_a_long_text_ends_in_an_ellipsis():
    assert shown("x" * 201) == "x" * 199 + "…"
    assert shown("x" * 200) == "x" * 200
    assert shown("abc", 2) == "a…"
    assert shown("x" * 500, None) == "x" * 500


@given(st.text(st.characters(), max_size=60))
def test_what_is_shown_can_be_printed(text):
    safe = shown(text)
    assert safe.encode("utf-8").decode("utf-8") == safe
    assert "##[" not in safe
    assert not safe.lstrip().startswith("::")
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in safe)
    assert shown(safe, None) == safe
