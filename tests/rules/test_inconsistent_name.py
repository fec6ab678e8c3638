"""inconsistent-name: one name spelled in two ways across entries."""

import pytest


def entry(key, author, journal="Birds"):
    return f"@article{{{key}, author = {{{author}}}, title = {{Title {key}}}, journal = {{{journal}}}, year = 2001}}\n"


FLAGGED = [
    ("Boonstra, Nienke and Lee, Ann", "Bonstra, Nienke and Lee, Ann", "a letter lost"),
    ("Boonstra, N. and Lee, Ann", "Bonstra, Nienke and Lee, A.", "initials here, the whole name there"),
    ("Axyonova, Vera and Lee, Ann", "Axoynova, Vera and Lee, Ann", "letters swapped"),
    ("Smirnov, Ivan Petrovich", "Smirnow, Ivan Petrovich", "two given names, all the same"),
]
CLEAN = [
    ("Müller, J.", "Müller, Jan", "initials are no other spelling"),
    ("Müller, Jan and Lee, Ann", "Mueller, Jan and Lee, Ann", "ae, oe, ue for the marks"),
    ("Boonstra, Nienke and Lee, Ann", "Bonstra, Piet and Lee, Ann", "another given name"),
    ("Hansen, J.", "Hanson, J.", "nothing else says that they are one"),
    ("Schmitt, Thomas", "Schmidt, Thomas", "a common given name"),
    ("Ivanov, Alexey and Lee, Ann", "Ivanova, Alexey and Lee, Ann", "an ending"),
    ("Wang, Li and Lee, Ann", "Wong, Li and Lee, Ann", "names too short to tell"),
    ("World Bank", "World Bahk", "bodies"),
    ("Boonstra, Nienke and Bonstra, Nienke", "Lee, Ann", "two names in one entry are two persons"),
]


@pytest.mark.parametrize(("one", "other", "why"), FLAGGED, ids=[row[2] for row in FLAGGED])
def test_flagged(messages, one, other, why):
    said = messages("inconsistent-name", entry("a", one) + entry("b", one, "Crows") + entry("c", other, "Larks"))
    assert len(said) == 1
    assert f"“{other.split(' and ')[0]}” is spelled" in said[0]
    assert said[0].endswith("in 2 other entries")


@pytest.mark.parametrize(("one", "other", "why"), CLEAN, ids=[row[2] for row in CLEAN])
def test_clean(messages, one, other, why):
    text = entry("a", one) + entry("b", one, "Crows") + entry("c", other, "Larks")
    assert messages("inconsistent-name", text) == []


def test_the_later_of_two_is_said_where_each_stands_once(messages):
    said = messages("inconsistent-name", entry("a", FLAGGED[0][0]) + entry("b", FLAGGED[0][1]))
    assert said == ["“Bonstra, Nienke” is spelled “Boonstra, Nienke” in “Boonstra and Lee 2001”"]
