"""How alike two names are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.match.spelling import is_slip, likeness, reduced, same, skeleton

SAME = [
    ("Öge", "Oge", "marks"),
    ("Öge", "Oege", "oe for ö"),
    ("Strauß", "Strauss", "ß and ss"),
    ("Łukasz", "Lukasz", "ł and l"),
    ("Ørsted", "Oersted", "ø and oe"),
    ("Ærø", "Aero", "æ and ae"),
    ("O’Brien", "O'Brien", "apostrophes"),
    ("O’Brien", "OBrien", "no apostrophe"),
    ("Lévi-Strauss", "Levi‑Strauss", "hyphens"),
    ("Lévi-Strauss", "Levi Strauss", "a space for the hyphen"),
    ("van der Velde", "Van Der Velde", "capitals"),
    ("de la Cruz", "DelaCruz", "spaces lost"),
    ("WHO", "W.H.O.", "periods"),
    ("Đurić", "Duric", "đ and d"),
    ("İnalcık", "Inalcik", "Turkish i with and without its dot"),
    ("Müller", "Mu\u0308ller", "marks that stand apart"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME)
def test_one_name_in_two_dresses(one, other, why):
    assert same(one, other), why
    assert same(other, one), why
    assert likeness(one, other) == 1.0


SLIPS = [
    ("Axelrud", "Axelrod", "another letter"),
    ("Axlerod", "Axelrod", "two letters swapped"),
    ("Axelrd", "Axelrod", "a letter lost"),
    ("Axellrod", "Axelrod", "a letter doubled"),
    ("Kahnemann", "Kahneman", "a letter at the end"),
    ("Dostoyevsky", "Dostoevsky", "transliteration"),
    ("Dostojevskij", "Dostoevskii", "transliteration of the ending"),
    ("Khrushchov", "Khruščov", "scholarly transliteration"),
    ("Tolstoy", "Tolstoi", "y and i"),
    ("Gorbachov", "Gorbachev", "o and e"),
    ("Wladimirow", "Vladimirov", "German w"),
]


@pytest.mark.parametrize(("one", "other", "why"), SLIPS)
def test_a_likely_slip(one, other, why):
    assert is_slip(one, other), why
    assert is_slip(other, one), why


OTHERS = [
    ("Smith", "Jones", "another name"),
    ("Lee", "Li", "short names"),
    ("Kim", "Lim", "short names that differ in one letter"),
    ("Baker", "Barber", "two letters in a short name"),
    ("Hansen", "Jensen", "two common names"),
    ("Müller", "Möbius", "only the beginning"),
    ("Johnson", "Thompson", "only the end"),
    ("", "Smith", "nothing"),
    ("WB", "WHO", "acronyms"),
]


@pytest.mark.parametrize(("one", "other", "why"), OTHERS)
def test_another_name(one, other, why):
    assert not is_slip(one, other), why
    assert not is_slip(other, one), why


def test_with_a_co_author_who_agrees_more_is_a_slip():
    assert not is_slip("Kim", "Lim")
    assert is_slip("Kim", "Lim", support=True)
    assert not is_slip("Baker", "Barbour")
    assert not is_slip("Smith", "Jones", support=True)


def test_a_transliteration_alone_sets_names_hardly_apart():
    assert likeness("Aksyonov", "Axionov") >= 0.9
    assert skeleton("Aksyonov") == skeleton("Axionov")
    assert reduced("Mueller") == reduced("Müller") == reduced("Muller")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)
    assert same(one, other) == same(other, one)
    assert is_slip(one, other) == is_slip(other, one)


@given(st.text(max_size=30))
def test_every_name_is_like_itself(name):
    assert same(name, name)
    assert likeness(name, name) == 1.0
