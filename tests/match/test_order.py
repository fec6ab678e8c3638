"""Order: of entries, and of what must move to mend it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.match.order import misplaced, out_of_order, sort_key
from citecheck.model.reference import Name, Reference, ReferenceId
from citecheck.model.span import Span

ROWS = [
    ("abcd", [], "sorted"),
    ("abdc", 1, "two neighbours swapped: one must move"),
    ("dabc", [0], "the last one first"),
    ("bcda", [3], "the first one last"),
    ("aabb", [], "equal keys"),
    ("dcba", 3, "reversed: all but one"),
    ("", [], "nothing"),
]


@pytest.mark.parametrize(("keys", "expected", "why"), ROWS)
def test_what_must_move(keys, expected, why):
    wrong = out_of_order(list(keys))
    assert (wrong if isinstance(expected, list) else len(wrong)) == expected, why


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30))
def test_without_what_must_move_the_rest_is_sorted(keys):
    wrong = set(out_of_order(keys))
    rest = [key for at, key in enumerate(keys) if at not in wrong]
    assert rest == sorted(rest)
    assert bool(wrong) == (keys != sorted(keys))


def entry(family, particle=None):
    return Reference(ReferenceId(family), Span(0, 0), family, authors=(Name(family, "Jan", particle),))


KEYS = [
    (entry("Müller"), "muller", "marks are left out"),
    (entry("O’Brien"), "obrien", "apostrophes are"),
    (entry("Lévi-Strauss"), "levistrauss", "hyphens are"),
    (entry("Velde", "van der"), "velde", "particles are"),
]


@pytest.mark.parametrize(("reference", "key", "why"), KEYS)
def test_what_an_entry_is_sorted_by(reference, key, why):
    assert sort_key(reference) == key, why


@pytest.mark.parametrize(
    "section",
    [
        [entry("Dane"), entry("Velde", "van der"), entry("Wren")],
        [entry("Uhl"), entry("Velde", "van der"), entry("Vogt")],
    ],
    ids=["under V", "under v for van"],
)
def test_a_particle_may_be_sorted_by_or_passed_over(section):
    assert misplaced(section) == []
