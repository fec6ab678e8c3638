"""The best cut of lines into entries, and what the alphabet adds to it."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.alphabet import in_order, longest_rising
from citecheck.extract.best_cut import NO_YEAR, best_cut


def worth(begins: tuple[bool, ...], weights: list[float], dated: list[bool]) -> float:
    """What a cut is worth, counted the slow way."""
    total = sum(weight for weight, begin in zip(weights[1:], begins[1:], strict=True) if begin)
    starts = [at for at, begin in enumerate(begins) if begin]
    parts = [dated[a:b] for a, b in zip(starts, [*starts[1:], len(dated)], strict=True)]
    return total - NO_YEAR * sum(not any(part) for part in parts)


@given(st.lists(st.tuples(st.integers(-8, 8), st.booleans()), min_size=1, max_size=9))
def test_no_other_cut_is_worth_more(lines: list[tuple[int, bool]]) -> None:
    weights, dated = [float(weight) for weight, _ in lines], [year for _, year in lines]
    found = best_cut(weights, dated)
    others = ((True, *rest) for rest in product((True, False), repeat=len(lines) - 1))
    best = max(worth(other, weights, dated) for other in others)
    assert worth(tuple(found), weights, dated) == best


def test_no_line_no_cut() -> None:
    assert best_cut([], []) == []


@given(st.lists(st.text("abc", max_size=3)))
def test_the_longest_rising_part_rises(keys: list[str]) -> None:
    part = longest_rising(keys)
    assert part == sorted(set(part))
    assert [keys[at] for at in part] == sorted(keys[at] for at in part)
    assert bool(part) == bool(keys)


def test_a_slip_does_not_unsort_a_list() -> None:
    assert in_order([*"abcdefgh", "c", *"ijkl"])
    assert not in_order([*"hgfedcba"])
    assert not in_order([*"abc"]), "three are too few to tell"
