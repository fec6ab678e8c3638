"""Names in BibTeX fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.bibtex_names import read_people
from citecheck.model.reference import Name

NAMES = [
    ("first and last", "Anna Smith", [Name("Smith", "Anna")]),
    ("last, first", "Smith, Anna B.", [Name("Smith", "Anna B.")]),
    ("two names", "Smith, Anna and Roe, Bob", [Name("Smith", "Anna"), Name("Roe", "Bob")]),
    ("AND in capitals over lines", "Smith, A.\n AND\n Roe, B.", [Name("Smith", "A."), Name("Roe", "B.")]),
    ("a name that holds and", "Sandburg, Carl", [Name("Sandburg", "Carl")]),
    ("particle before the comma", "van der Berg, Anna", [Name("Berg", "Anna", "van der")]),
    ("particle between first and last", "Ludwig van Beethoven", [Name("Beethoven", "Ludwig", "van")]),
    ("capital after the particle", "Jean de La Fontaine", [Name("La Fontaine", "Jean", "de")]),
    ("particle inside a Spanish name", "Garcia de la Torre, Juan", [Name("Garcia de la Torre", "Juan")]),
    ("last, Jr, first", "King, Jr., Martin Luther", [Name("King", "Martin Luther", suffix="Jr.")]),
    ("last, first, Jr", "King, Martin Luther, Jr.", [Name("King", "Martin Luther", suffix="Jr.")]),
    ("Jr. without commas", "Martin Luther King Jr.", [Name("King", "Martin Luther", suffix="Jr.")]),
    ("body in braces", "{World Bank}", [Name("World Bank", corporate=True)]),
    ("body with and and comma", "{Barnes and Noble, Inc.}", [Name("Barnes and Noble, Inc.", corporate=True)]),
    ("body with its acronym", "{World Health Organization (WHO)}",
     [Name("World Health Organization", corporate=True, acronym="WHO")]),
    ("body without braces", "Ministry of Foreign Affairs", [Name("Ministry of Foreign Affairs", corporate=True)]),
    ("an acronym alone", "UNESCO", [Name("UNESCO", corporate=True)]),
    ("one word", "Plato", [Name("Plato")]),
    ("a list in braces by mistake", "{Doe, Jane and Roe, Richard}", [Name("Doe", "Jane"), Name("Roe", "Richard")]),
    ("accented first letter is no body", r"{\'E}douard Lucas", [Name("Lucas", "Édouard")]),
    ("accented surname", r"{\"O}ge, Kerem", [Name("Öge", "Kerem")]),
    ("command inside a name", r"\O ystein Ore", [Name("Ore", "Øystein")]),
    ("hyphens with accents", r"D{\'i}az-Garc{\'i}a, J.", [Name("Díaz-García", "J.")]),
    ("words in braces stay together", "Chappuis, {Jean Pierre}", [Name("Chappuis", "Jean Pierre")]),
    ("tie between initials", "J.~R. Smith", [Name("Smith", "J. R.")]),
    ("she writes herself small", "bell hooks", [Name("hooks", "bell")]),
    ("biblatex by parts", "family=Harman, given=Hans, prefix=von", [Name("Harman", "Hans", "von")]),
    ("an open brace costs no name", "Smith, {John and Roe, B.", [Name("Smith", "John"), Name("Roe", "B.")]),
    ("nothing between two and", "Smith, A. and and Roe, B.", [Name("Smith", "A."), Name("Roe", "B.")]),
]  # fmt: skip


@pytest.mark.parametrize(("value", "names"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names(value, names):
    people = read_people(value)
    assert list(people.names) == names
    assert not people.et_al


@pytest.mark.parametrize("value", ["Smith, Anna and others", "Smith, Anna and {et al.}", "Smith, Anna and et al."])
def test_and_others_is_et_al(value):
    people = read_people(value)
    assert people.names == (Name("Smith", "Anna"),)
    assert people.et_al


@given(st.text(alphabet="aA ,{}\\'~.and\n=", max_size=60))
def test_any_field_gives_names_that_hold_letters(value):
    assert all(any(map(str.isalnum, name.family)) for name in read_people(value).names)
