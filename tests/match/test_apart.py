"""How far two strings are apart: the same whether it is counted here or by rapidfuzz."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from citecheck.match import apart

NAMES = st.text("abcß", max_size=8) | st.text(max_size=12)
TEXTS = st.lists(st.sampled_from(["on", "the", "larks", "lark", "of", "of-larks", "2010"]), max_size=8).map(" ".join)


@pytest.fixture(scope="module", autouse=True)
def early():
    """Whatever was imported, as if nothing had been compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(apart, "_is_early", lambda: True)
        yield


@given(NAMES, NAMES)
def test_the_distance_is_that_of_rapidfuzz(one, other):
    assert apart.distance.__wrapped__(one, other) == DamerauLevenshtein.distance(one, other)


@given(NAMES | TEXTS, NAMES | TEXTS)
def test_the_ratio_is_that_of_rapidfuzz(one, other):
    assert apart.ratio(one, other) == fuzz.ratio(one, other)


@given(TEXTS, TEXTS)
def test_the_ratio_of_words_is_that_of_rapidfuzz(one, other):
    assert apart.words_ratio(one, other) == fuzz.token_set_ratio(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("axonova", "axyonova", 1, "a letter left out"),
        ("bostra", "boonstra", 2, "two"),
        ("lewis", "leiws", 1, "two swapped"),
        ("ca", "abc", 2, "swapped, and another put between"),
        ("", "ab", 2, "nothing"),
    ],
)
def test_how_far_names_are_apart(one, other, expected, why):
    assert apart.distance.__wrapped__(one, other) == expected, why


def test_whoever_compares_much_imports_rapidfuzz():
    code = (
        "import sys; from citecheck.match.apart import FEW, distance\n"
        "for number in range(FEW): distance(str(number), 'x')\n"
        "print('rapidfuzz' in sys.modules, distance('lewis', 'leiws'), 'rapidfuzz' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False 1 True\n"
