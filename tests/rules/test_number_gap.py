"""number-gap: the numbers that the list prints leave one out, or give one twice."""

import pytest

from citecheck.model.citation import Style
from citecheck.model.document import Document
from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.rules.number_gap import RULE


def manuscript(*lists: tuple[int | None, ...]) -> Manuscript:
    references = tuple(
        Reference(
            ReferenceId(f"s{section}p{place}"),
            Span(10 * place, 10 * place + 9),
            "",
            section=section,
            number=number,
            authors=(Name(f"Abend{place}"),),
            year=Year("2001", 2001),
        )
        for section, numbers in enumerate(lists)
        for place, number in enumerate(numbers)
    )
    return Manuscript((Document("a.txt", "text", "", (), ()),), (), references, (), (), Style.NUMERIC, 1.0, "en")


FLAGGED = [
    ((1, 2, 3, 5, 6), ["number 4 is missing in the list before “Abend3 2001”"], "one left out"),
    ((1, 2, 3, 7, 8), ["numbers 4 to 6 are missing in the list before “Abend3 2001”"], "several left out"),
    ((1, 2, 3, 3, 4), ["number 3 stands twice in the list, the second time before “Abend3 2001”"], "one twice"),
    (
        (1, 2, 3, 4, 5, 3, 6, 7, 8, 9, 10),
        [
            "number 3 follows number 5 in the list, before “Abend5 2001”",
        ],
        "one that falls back",
    ),
    ((1, 2, 3, None, 5, 6), ["number 4 is missing in the list before “Abend4 2001”"], "an entry that lost its number"),
]
CLEAN = [
    (((1, 2, 3, 4),), "in turn"),
    (((5, 6, 7, 8),), "a second part that goes on"),
    (((None, None, None),), "no numbers"),
    (((1,),), "one entry"),
    (((),), "no entry"),
    (((1, 2, 3), (1, 2, 3)), "two lists that each begin anew"),
    (((1, 2, 3), (4, 5, 6)), "two lists that go on"),
    (((12, 40, 7, 99),), "numbers that are no numbering"),
]


@pytest.mark.parametrize(("numbers", "messages", "why"), FLAGGED)
def test_a_gap(numbers, messages, why):
    assert [finding.message for finding in RULE.check(manuscript(numbers))] == messages, why


@pytest.mark.parametrize(("lists", "why"), CLEAN)
def test_no_gap(lists, why):
    assert list(RULE.check(manuscript(*lists))) == [], why


def test_the_finding_stands_at_the_entry_behind_the_gap():
    (finding,) = RULE.check(manuscript((1, 2, 4)))
    assert (finding.reference, finding.span) == ("s0p2", Span(20, 29))
