"""Names without a comma: the order of the list tells which word is the family name."""

import pytest

from citecheck.extract.entry_reading import Form
from citecheck.extract.name_order import names_written

GIVEN_FIRST = (
    "Zoe Abel. 2001. Nets.",
    "Max Bode, Ann Zorn, and Kim Lund. 2002. Ropes.",
    "Ida van Crane. 2003. Tar.",
    "Bo Dahl and Eva Roe. 2004. Oars.",
    "Ada M. Finch. 2005. Sails.",
    "Carl Gow. 2006. Masts.",
)
FAMILY_FIRST = (
    "Abel Zoe, Nets, Oslo 2001.",
    "Bode Max, Zorn Ann, Ropes, Oslo 2002.",
    "Crane Ida, Tar, Oslo 2003.",
    "Dahl Bo i in., Oars, Oslo 2004.",
    "Finch Ada M., Sails, Oslo 2005.",
    "Gow Carl, Masts, Oslo 2006.",
)
NEITHER = [
    (("Abel, Z. 2001.", "Bode, M. 2002.", "Crane, I. 2003.", "Dahl, B. 2004.", "Finch, A. 2005."), "commas tell"),
    (("Abel ZA. Nets.", "Bode M. Ropes.", "Crane IJ. Tar.", "Dahl B. Oars.", "Finch A. Sails."), "initials"),
    (GIVEN_FIRST[:4], "too few"),
    ((*GIVEN_FIRST[3:], *GIVEN_FIRST[:3]), "in no order"),
    (
        ("Abel Bode. Nets.", "Bode Crane. Tar.", "Crane Dahl. Oars.", "Dahl Finch. Sails.", "Finch Gow. Masts."),
        "in both",
    ),
]


def test_a_list_in_the_order_of_last_words_has_given_names_first():
    assert names_written(GIVEN_FIRST) is Form.NATURAL
    assert names_written(f"[{number}] {entry}" for number, entry in enumerate(GIVEN_FIRST, 1)) is Form.NATURAL


def test_a_list_in_the_order_of_first_words_has_family_names_first():
    assert names_written(FAMILY_FIRST) is Form.FAMILY_FIRST


@pytest.mark.parametrize(("entries", "why"), NEITHER)
def test_a_list_that_tells_nothing(entries, why):
    assert names_written(entries) is None, why
