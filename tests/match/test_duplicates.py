"""Entries that are the same work twice."""

import pytest

from citecheck.match.duplicates import duplicates
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span


def entry(**fields):
    given = {"authors": (Name("Kuhn", "Thomas"),), "year": Year("1962", 1962), "title": "The road since structure"}
    given |= fields
    text = f"{given['authors'][0].shown}. {given['year'].text}. {given['title'] or 'Untitled'}. Chicago: Press."
    return Reference(ReferenceId("r"), Span(0, len(text)), text, **given)


ROWS = [
    ({}, {}, True, "equal"),
    ({}, {"title": "The Road Since Structure"}, True, "capitals"),
    ({}, {"title": "The road since strcture"}, True, "a letter lost"),
    ({}, {"title": "Road since structure"}, True, "an article lost"),
    ({}, {"title": "The road since structure. In . Roe, Ann (ed"}, True, "a title that a slip lets run on"),
    ({"title": "The road"}, {"title": "The road since structure"}, False, "a title that begins another"),
    ({"authors": (Name("Müller"),)}, {"authors": (Name("Mueller"),)}, True, "ü and ue"),
    ({"doi": "10.1/A"}, {"doi": "10.1/a"}, True, "one DOI"),
    ({"pages": "1–9"}, {}, True, "pages given once"),
    ({"pages": "1–9"}, {"pages": "1-9"}, True, "pages with another dash"),
    ({}, {"year": Year("1963", 1963)}, False, "another year"),
    ({}, {"authors": (Name("Popper"),)}, False, "another author"),
    ({}, {"title": "The tensions of structure"}, False, "another title"),
    ({"title": "The road, part 1"}, {"title": "The road, part 2"}, False, "parts"),
    ({"title": "The road I"}, {"title": "The road II"}, False, "parts in roman numerals"),
    ({"volume": "1"}, {"volume": "2"}, False, "volumes"),
    ({"pages": "1–9"}, {"pages": "11–19"}, False, "pages"),
    ({"doi": "10.1/a"}, {"doi": "10.1/b"}, False, "two DOIs"),
    (
        {"year": Year("1962a", 1962, "a"), "volume": "1"},
        {"year": Year("1962b", 1962, "b"), "volume": "2"},
        False,
        "letters",
    ),
    ({"title": None}, {"title": None}, False, "no titles to compare"),
    (
        {"doi": "10.1/a", "title": "The road since structure"},
        {"doi": "10.1/a", "title": "Mopping-up operations"},
        False,
        "one DOI by mistake for two titles",
    ),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), ROWS)
def test_the_same_work_twice(one, other, expected, why):
    assert duplicates([entry(**one), entry(**other)]) == ({1: 0} if expected else {}), why


def test_all_later_ones_point_to_the_earliest():
    assert duplicates([entry(), entry(), entry()]) == {1: 0, 2: 0}
