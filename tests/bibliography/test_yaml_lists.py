"""Hayagriva and CSL-YAML: fields, places, and what is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography import csl_yaml, hayagriva
from citecheck.bibliography.registry import list_format_for
from citecheck.model.fault import ReadError
from citecheck.model.raw import Raw

NETS = """# nets first
doe-nets:
  type: Article
  title: Nets in {Use}
  author: ["Doe, Jane", {name: Gogh, given-name: Vincent, prefix: van}]
  date: 1999-05
  page-range: 5-9
  serial-number:
    doi: 10.5555/nets
  parent:
    type: Periodical
    title: Journal of Nets
    volume: 3

roe:
  type: book
  title: {value: Knots, short: K}
  author: Roe, Rita
  date: 2001
"""
ITEMS = """references:
- id: doe
  title: Nets
  author:
  - family: Doe
    given: J
  issued: 1999
- id: roe
  title: K
"""


def test_hayagriva():
    document = hayagriva.read(Raw("a.yml", NETS.encode()))
    first, second = document.references
    assert (first.key, first.title, first.container, first.volume) == (
        "doe-nets",
        "Nets in Use",
        "Journal of Nets",
        "3",
    )
    assert [name.shown for name in first.authors] == ["Doe", "van Gogh"]
    assert (first.year.number, first.pages, first.doi) == (1999, "5-9", "10.5555/nets")
    assert first.text.startswith("doe-nets:")
    assert first.text.endswith("volume: 3")
    assert (second.title, second.year.number) == ("Knots", 2001)


def test_csl_yaml():
    document = csl_yaml.read(Raw("a.yaml", ITEMS.encode()))
    assert [(one.key, one.title) for one in document.references] == [("doe", "Nets"), ("roe", "K")]
    assert document.references[0].year_span.of(document.text) == "1999"


@pytest.mark.parametrize(("text", "format"), [(NETS, "hayagriva"), (ITEMS, "csl-yaml")])
def test_they_are_told_apart(text, format):
    assert list_format_for("a.yaml", text.encode()).format == format


def test_what_stands_before_a_fault_is_used_and_the_line_is_named():
    document = hayagriva.read(Raw("a.yml", (NETS + "poe: [\n").encode()))
    assert [one.key for one in document.references] == ["doe-nets", "roe"]
    assert document.faults[0].message.startswith("line ")


def test_aliases_are_not_followed():
    text = "a: &a [x, x]\nb: &b [*a, *a]\nc:\n  title: T\n  author: *b\n"
    assert [one.key for one in hayagriva.read(Raw("a.yml", text.encode())).references] == ["c"]


@pytest.mark.parametrize("reader", [hayagriva.read, csl_yaml.read])
@given(data=st.binary(max_size=200) | st.text(alphabet="-:[]{}&*!|> \nabreferences'\"").map(str.encode))
def test_nothing_but_read_errors_is_raised(reader, data):
    try:
        reader(Raw("a.yml", data))
    except ReadError:
        return
