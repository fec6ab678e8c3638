"""docs/formats.md has a row for every format, with every suffix."""

import re
from pathlib import Path

import pytest

from citecheck.bibliography.registry import list_formats
from citecheck.readers.registry import readers

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
ROWS = {row[1]: row[0] for row in re.finditer(r"^\| `([a-z-]+)` \|.*$", PAGE, re.MULTILINE)}
FORMATS = (*readers(), *list_formats())
#: Known by name so that it can be refused by name.
REFUSED = {".doc"}


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.format)
def test_every_format_has_its_row(format):
    named = set(re.findall(r"`(\.[a-z]+)`", ROWS[format.format].split("|")[2]))
    others = {suffix for one in FORMATS if one is not format for suffix in one.suffixes}
    assert set(format.suffixes) - REFUSED <= named
    assert named - set(format.suffixes) <= others, "a suffix that no format has"


def test_no_row_is_left_of_a_format_that_is_gone():
    assert set(ROWS) == {one.format for one in FORMATS}


def test_what_is_refused_by_name_is_told():
    assert all(f"`{suffix}`" in PAGE for suffix in REFUSED)
