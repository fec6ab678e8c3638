"""Citations by label: [Smith12] where the list prints such labels."""

import pytest

from citecheck.extract.body import Body
from citecheck.extract.numeric import find
from citecheck.model.document import Document
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span

LABELS = ("Abe01", "BCD+12", "BCD+12a", "GoF", "Knu97")


def body(text: str, labels: tuple[str, ...] = LABELS) -> Body:
    entries = tuple(
        Reference(ReferenceId(f"r{place}"), Span(0, 0), f"[{label}] A. Author. On nets.")
        for place, label in enumerate(labels)
    )
    return Body(Document("a.txt", "text", text, (), ()), (Span(0, len(text)),), entries)


FLAGGED = [
    ("Nets rot [Abe01].", ["Abe01"], "one label"),
    ("Nets rot [BCD+12, BCD+12a].", ["BCD+12", "BCD+12a"], "two labels"),
    ("Nets rot [see Knu97, p. 5].", ["Knu97"], "a lead and a page"),
    ("As [GoF] has it.", ["GoF"], "a label without a year"),
    ("Nets rot [Xyz03].", ["Xyz03"], "a label that the list does not have"),
]
CLEAN = [
    ("Nets rot [sic].", "an editor's remark"),
    ("She [Knuth] said so.", "an insertion"),
    ("Nets rot [in 2012].", "an insertion with a year"),
    ("Nets rot [3].", "a number where labels cite"),
    ("Knu97 without brackets", "no bracket"),
    ("Nets (Abe01) rot.", "another bracket"),
]


@pytest.mark.parametrize(("text", "keys", "why"), FLAGGED)
def test_a_label_is_cited(text, keys, why):
    assert [citation.key for citation in find(body(text))] == keys, why


@pytest.mark.parametrize(("text", "why"), CLEAN)
def test_a_bracket_without_a_label(text, why):
    assert find(body(text)) == (), why


def test_a_label_means_its_entry_and_an_unknown_one_none():
    found = find(body("Nets [BCD+12a, p. 5; Xyz03] rot."))
    assert [citation.meant for citation in found] == [("r2",), ()]
    assert found[0].locator is not None
    assert found[0].locator.text == "p. 5"


def test_a_list_of_numbers_has_no_labels():
    assert find(body("Nets rot [Abe01].", ("1", "2", "3"))) == ()
