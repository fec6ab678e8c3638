"""What the beginning of a line looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.entry_shape import bullet_end, is_dated, label_at, name_strength, repeats_author


@pytest.mark.parametrize(
    ("line", "strength"),
    [
        ("Waltz, K. N. (1979)", 3),
        ("Waltz KN, Walt S.", 3),
        ("Waltz K (1979) Theory", 3),
        ("WALTZ, K., 1979.", 3),
        ("van der Pijl, K. 1998.", 3),
        ("García Márquez, G. 1967.", 3),
        ("Waltz,K.N. and Walt,S.", 3),
        ("K. N. Waltz, Theory", 3),
        ("J.-P. Sartre, Being", 3),
        ("Иванов И. И. История", 3),
        ("Waltz, Kenneth N. 1979.", 2),
        ("Kenneth Waltz and Stephen Walt. 1979.", 2),
        ("Freedom House. 2008. Nations", 2),
        ("World Bank (2010) Report", 2),
        ("Theory of international politics", 1),
        ("“Nations in transit”", 1),
        ("J. Biol. Chem., 278, 8733", 1),
        ("Total RNA was extracted", 1),
        ("王小明. 2010.", 2),
        ("and the order of the world", 0),
        ("427–460.", 0),
        ("(2008). Mapping", 0),
        ("", 0),
    ],
)
def test_how_much_a_line_begins_like_an_entry(line: str, strength: int) -> None:
    assert name_strength(line, 0, len(line)) == strength


@pytest.mark.parametrize(
    ("line", "kind", "number"),
    [
        ("[12] Doe", "square", 12),
        ("(12) Doe", "round", 12),
        ("12. Doe", "dot", 12),
        ("12) Doe", "paren", 12),
        ("12 Doe", "bare", 12),
        ("12Doe", "tight", 12),
        ("[Doe14] J. Doe", "key", None),
    ],
)
def test_the_kinds_of_labels(line: str, kind: str, number: int | None) -> None:
    label = label_at(line, 0, len(line))
    assert label is not None
    assert (label.kind, label.number) == (kind, number)


@pytest.mark.parametrize("line", ["3.14 is", "10.1000/182", "[in press]", "2ème édition", "Doe [1]", "(Eds.) 12"])
def test_what_is_no_label(line: str) -> None:
    assert label_at(line, 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        ("———. 2004.", True),
        ("—. 2004.", True),
        ("–––, and B. 2004.", True),
        ("--- 2004", True),
        ("____. 2004", True),
        ("-, R. Roe. 2004", True),
        ("- Doe, J. 2004", False),
        ("–Doe", False),
        ("Doe — Roe", False),
    ],
)
def test_dashes_for_the_author(line: str, repeats: bool) -> None:
    assert repeats_author(line, 0, len(line)) is repeats


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Doe 2004a", True),
        ("Doe (1867)", True),
        ("Doe (n.d.) Title", True),
        ("Doe. Forthcoming. Title", True),
        ("Doe (in press)", True),
        ("Doe, 10.2004/1999-12", False),
        ("pp. 12–20", False),
        ("a press of people", False),
    ],
)
def test_what_counts_as_a_date(line: str, dated: bool) -> None:
    assert is_dated(line, 0, len(line)) is dated


@given(st.text(max_size=60))
def test_no_text_makes_any_of_them_raise(line: str) -> None:
    assert name_strength(line, 0, len(line)) in {0, 1, 2, 3}
    label = label_at(line, 0, len(line))
    assert label is None or label.end <= len(line)
    after = bullet_end(line, 0, len(line))
    assert after is None or 0 < after < len(line)
    assert is_dated(line, 0, len(line)) in {True, False}
