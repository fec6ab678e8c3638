"""Which keys come nearest to one that the list does not have."""

import pytest

from citecheck.match.nearest_keys import nearest_keys

KEYS = ("abend2001", "bristow2002", "bristow2003", "Carrow:1999", "delphin")


@pytest.mark.parametrize(
    ("key", "near", "why"),
    [
        ("abned2001", ("abend2001",), "two letters changed places"),
        ("carrow:1999", ("Carrow:1999",), "a capital"),
        ("bristow2004", ("bristow2002", "bristow2003"), "two are equally near"),
        ("bristo2002", ("bristow2002",), "the nearer of two"),
        ("elgin1950", (), "none is near"),
        ("x", (), "too short to be a slip of anything"),
        ("d" * 1000, (), "no key is so long"),
    ],
)
def test_nearest(key, near, why):
    assert nearest_keys(key, KEYS) == near, why
