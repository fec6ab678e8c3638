"""CSL-JSON lists."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.csl_json import LIST_FORMAT
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Name, Undated

ITEM = {
    "id": "smith2014",
    "type": "article-journal",
    "title": "A <i>study</i> of elites",
    "container-title": "Studies",
    "author": [
        {"family": "Smith", "given": "Anna"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van"},
    ],
    "issued": {"date-parts": [[2014, 5, 6]]},
    "volume": 66,
    "page": "1-20",
    "DOI": "10.1000/abc",
}


def read(text: str | bytes):
    return LIST_FORMAT.read(Raw("list.json", text if isinstance(text, bytes) else text.encode()))


def first(**fields):
    return read(json.dumps([{"id": "k", **fields}])).references[0]


def test_an_item():
    text = json.dumps([ITEM], indent=1)
    (reference,) = read(text).references
    assert (reference.key, reference.title, reference.container) == ("smith2014", "A study of elites", "Studies")
    assert reference.authors == (Name("Smith", "Anna"), Name("Berg", "Jan", "van"))
    assert (reference.year.number, reference.volume, reference.pages) == (2014, "66", "1-20")
    assert (reference.doi, reference.type) == ("10.1000/abc", "article-journal")
    assert json.loads(reference.span.of(text)) == ITEM
    assert json.loads(reference.author_span.of(text)) == ITEM["author"]
    assert json.loads(reference.year_span.of(text)) == ITEM["issued"]


@pytest.mark.parametrize("name", ["items", "references"])
def test_a_list_inside_an_object(name):
    document = read(json.dumps({"config": {"a": [1]}, name: [ITEM, ITEM]}))
    assert [reference.id for reference in document.references] == ["r1", "r2"]


ISSUED = [
    ("year as a string", {"date-parts": [["2014"]]}, {"number": 2014}),
    ("flat parts", {"date-parts": [2014, 5]}, {"number": 2014}),
    ("a range", {"date-parts": [[2014], [2016]]}, {"number": 2014}),
    ("before the year 1000", {"date-parts": [[397]]}, {"number": 397}),
    ("raw", {"raw": "2014-05-06"}, {"number": 2014}),
    ("in words", {"literal": "forthcoming"}, {"undated": Undated.FORTHCOMING}),
    ("a string", "2014-05", {"number": 2014}),
    ("a number", 2014, {"number": 2014}),
]


@pytest.mark.parametrize(("issued", "parts"), [row[1:] for row in ISSUED], ids=[row[0] for row in ISSUED])
def test_years(issued, parts):
    year = first(issued=issued).year
    assert {part: getattr(year, part) for part in parts} == parts


def test_the_suffix_and_the_first_edition_stand_apart():
    year = first(
        issued={"date-parts": [[1990]]}, **{"year-suffix": "b", "original-date": {"date-parts": [[1867]]}}
    ).year
    assert (year.number, year.suffix, year.original) == (1990, "b", 1867)


def test_no_year_but_a_status():
    assert first(status="in press").year.undated is Undated.IN_PRESS
    assert first(issued={"date-parts": [[]]}).year is None


AUTHORS = [
    ("a body", {"literal": "World Bank"}, Name("World Bank", corporate=True)),
    ("a body with its acronym", {"literal": "World Health Organization (WHO)"},
     Name("World Health Organization", corporate=True, acronym="WHO")),
    ("a body as a family name", {"family": "World Bank"}, Name("World Bank", corporate=True)),
    ("particle inside the family name", {"family": "van der Berg", "given": "J."}, Name("Berg", "J.", "van der")),
    ("a suffix", {"family": "King", "given": "M. L.", "suffix": "Jr."}, Name("King", "M. L.", suffix="Jr.")),
    ("one name", {"family": "Plato"}, Name("Plato")),
    ("only a given name", {"given": "Plato"}, Name("Plato")),
]  # fmt: skip


@pytest.mark.parametrize(("author", "name"), [row[1:] for row in AUTHORS], ids=[row[0] for row in AUTHORS])
def test_names(author, name):
    assert first(author=[author]).authors == (name,)


STRANGE = [
    ("authors as a string", {"author": "Smith"}),
    ("authors as strings", {"author": ["Smith", 3, None]}),
    ("a name of numbers", {"author": [{"family": 3, "given": []}]}),
    ("a title that is an object", {"title": {"a": 1}}),
    ("parts that are no list", {"issued": {"date-parts": "x"}}),
    ("parts of parts", {"issued": {"date-parts": [[[[2014]]]]}}),
    ("true as a year", {"issued": True}),
    ("half a surrogate pair", {"title": "\ud800"}),
]


@pytest.mark.parametrize("fields", [row[1] for row in STRANGE], ids=[row[0] for row in STRANGE])
def test_strange_types_cost_no_entry(fields):
    reference = first(**fields)
    assert reference.key == "k"
    assert "\ud800" not in (reference.title or "")


def test_what_follows_a_break_is_named():
    document = read('[{"id": "a"},\n {"id": "b"},\n {"id": ]')
    assert [reference.key for reference in document.references] == ["a", "b"]
    assert document.faults[0].message.startswith("line 3: the JSON breaks off")


def test_what_is_no_object_is_named_once():
    document = read('[{"id": "a"}, 1, "x", {"id": "b"}]')
    assert [reference.key for reference in document.references] == ["a", "b"]
    assert [fault.message for fault in document.faults] == [
        "line 1: no object, where an item should stand (and 1 more)"
    ]


@pytest.mark.parametrize("text", ["{}", '{"a": 1}', "[", "{", "1", "[" * 100_000, '[{"a":' * 50_000, "<xml/>"])
def test_other_json_is_refused(text):
    with pytest.raises(ReadError) as error:
        read(text)
    assert error.value.fault.kind is FaultKind.DAMAGED


def test_an_empty_list_has_no_entries():
    assert read("[]").references == ()


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_read_errors(data):
    with suppress(ReadError):
        read(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "author", "family", "given", "literal", "issued", "date-parts", "title", "DOI", "suffix"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_any_items_are_read_and_their_spans_hold(items):
    with suppress(ReadError):
        document = read(json.dumps(items))
        for reference in document.references:
            assert json.loads(reference.span.of(document.text)) in items
