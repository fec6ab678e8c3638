"""The line of each key of a TOML file, whatever its values hold, in time that grows with the file."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.engine.policy.toml_lines import line_of, lines_of

TOML = '''# a comment [not] = a table
first = 1
"second key" = """
third = "inside a text"
\\\\"""
'fourth' = [
  1, # five = 5
  "]",
  { six = 6 },
]
dotted . key = '\\'
[table]
key = 1 # [x]
[table.inner]
key = \'\'\'
key = 2\'\'\'\'
[[list]]
key = 1
[[list]]
key = 2
[list.inner]
deep = { deeper = 3 }
[[list.more]]
end = """"quoted""""'''
LINES = [
    (("first",), 2),
    (("second key",), 3),
    (("fourth",), 6),
    (("fourth", 2, "six"), 6),
    (("dotted", "key"), 11),
    (("dotted",), 11),
    (("table",), 12),
    (("table", "key"), 13),
    (("table", "inner", "key"), 15),
    (("list", 0), 17),
    (("list", 0, "key"), 18),
    (("list", 1, "key"), 20),
    (("list", 1, "inner", "deep", "deeper"), 22),
    (("list", 1, "more", 0, "end"), 24),
    (("nowhere",), None),
]


def test_the_sample_is_toml():
    assert tomllib.loads(TOML)["second key"] == 'third = "inside a text"\n\\'


@pytest.mark.parametrize(("way", "line"), LINES, ids=[".".join(map(str, row[0])) for row in LINES])
def test_a_key_has_its_line_or_that_of_what_it_stands_in(way, line):
    assert line_of(way, lines_of(TOML)) == line


def test_nothing_inside_a_value_or_a_comment_is_a_key():
    assert not {"third", "five", "six", "x", "not"} & {way[0] for way in lines_of(TOML)}


@given(st.text(alphabet=st.sampled_from("a=.\"'[]{}#\\\n "), max_size=60))
def test_any_text_has_lines_within_it(text):
    assert all(1 <= line <= text.count("\n") + 1 for line in lines_of(text).values())


HOSTILE = [
    ("escaped quotes", 'x = "', '\\"', '"'),
    ("quotes in a long text", 'x = """', '\\"""', '"""'),
    ("a list of texts", "x = [", '"a",', "]"),
    ("tables in a list", "", "[[t]]\na = 1\n", ""),
    ("tables in tables", "", "[a.b.c]\n", ""),
    ("a long word", "", "a", " = 1"),
    ("open brackets", "x = ", "[", ""),
    ("open texts", "x = ", '"a\n', ""),
    ("blanks", "", " ", ""),
    ("signs of comments", "", "#", ""),
]


@pytest.mark.parametrize(("what", "head", "again", "tail"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_the_time_grows_with_the_file(grows_evenly, what, head, again, tail):
    import time

    def spent(size):
        text = head + again * (size // len(again)) + tail
        start = time.process_time()
        lines_of(text)
        return time.process_time() - start

    assert grows_evenly(spent, 20_000, 80_000), what
