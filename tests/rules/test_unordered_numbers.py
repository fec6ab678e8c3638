"""unordered-numbers: first mentions out of turn, where the list is in the order of citation."""

import pytest

from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.manuscript import Manuscript, ReferenceList
from citecheck.model.match import Match, Verdict
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.rules.unordered_numbers import RULE

HIGHEST = 12


def manuscript(numbers: str, *, style: Style = Style.NUMERIC, lists: int = 1) -> Manuscript:
    """Cite these numbers in turn; those joined by "+" share a bracket, one with a "t" stands in a table."""
    text = ""
    citations: list[Citation] = []
    blocks: list[Block] = []
    for written in numbers.split():
        start = len(text)
        in_table = written.startswith("t")
        group = written.removeprefix("t")
        text += "[" + group.replace("+", ", ") + "] "
        cluster = Span(start, len(text) - 1)
        blocks.append(Block(BlockKind.TABLE if in_table else BlockKind.PARAGRAPH, cluster))
        for number in group.split("+"):
            at = text.index(number, start)
            citations.append(
                Citation(
                    CitationId(f"c{len(citations)}"),
                    Span(at, at + len(number)),
                    CitationKind.NUMERIC,
                    Style.NUMERIC,
                    cluster,
                    number=int(number),
                )
            )
    references = tuple(Reference(ReferenceId(f"r{n}"), Span(0, 0), "", number=n) for n in range(1, HIGHEST + 1))
    matches = tuple(
        Match(one.id, Verdict.ONE, (ReferenceId(f"r{one.number}"),))
        if (one.number or 0) <= HIGHEST
        else Match(one.id, Verdict.NONE)
        for one in citations
    )
    return Manuscript(
        (Document("a.txt", "text", text, tuple(blocks), ()),),
        (ReferenceList(0, Span(0, 0), None, HIGHEST),) * lists,
        references,
        tuple(citations),
        matches,
        style,
        1.0,
        "en",
    )


FLAGGED = [
    ("1 2 5 3 4 6 7 8", ["number 5 is first cited out of turn: 3 comes only after it"], "too early"),
    ("1 3 4 5 6 2 7 8", ["number 2 is first cited out of turn: 6 comes before it"], "too late"),
    (
        "1 2 7 8 3 4 5 6 9 10 11",
        ["numbers 7 to 8 are first cited out of turn: 3 comes only after them"],
        "a passage that was moved is one finding",
    ),
    ("1+2 4+3 9 5 6 7 8", ["number 9 is first cited out of turn: 5 comes only after it"], "in brackets of several"),
]
CLEAN = [
    ("1 2 3 4 5 6", "in turn"),
    ("1 2 1 3 2 4 1 5", "cited again"),
    ("1+2+3 4 5 6", "several in one bracket"),
    ("3+1+2 4 5 6", "the order inside a bracket is no matter of this rule"),
    ("1 2 4 5 7 8", "numbers that are never cited are orphans"),
    ("5 2 7 1 6 3 4", "a list in another order"),
    ("12 3 9 1 8 2 7", "an alphabetical list"),
    ("1 2 t5 3 4 5 6", "first cited in a table that stands early"),
    ("1 2 4 5 6 t3 7 3 8", "cited in a table, of which nobody knows where it is called"),
    ("1 2 40 3 4 5", "a number beyond the list is missing, not out of turn"),
    ("2 1 3", "too few to show an order"),
    ("", "nothing cited"),
]


@pytest.mark.parametrize(("numbers", "messages", "why"), FLAGGED)
def test_a_number_out_of_turn(numbers, messages, why):
    assert [finding.message for finding in RULE.check(manuscript(numbers))] == messages, why


@pytest.mark.parametrize(("numbers", "why"), CLEAN)
def test_numbers_in_turn(numbers, why):
    assert list(RULE.check(manuscript(numbers))) == [], why


def test_other_styles_and_several_lists_are_left_alone():
    assert list(RULE.check(manuscript("1 2 5 3 4 6 7 8", style=Style.AUTHOR_DATE))) == []
    assert list(RULE.check(manuscript("1 2 5 3 4 6 7 8", lists=2))) == []


def test_the_finding_stands_at_the_first_mention():
    made = manuscript("1 2 5 3 4 5 6 7 8")
    (finding,) = RULE.check(made)
    assert finding.span is not None
    assert finding.span.of(made.document.text) == "5"
    assert finding.citation == "c2"
