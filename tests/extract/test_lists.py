"""Where reference lists are found, and where they end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.lists import find_lists, lists_of_file
from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.span import Span

BODY = (
    "The Union was slow to act in Central Asia, and its partners were quick to see it (Anceschi 2014). "
    "Others have said so before, though they did not agree on why this was the case (Koch 2013).\n\n"
)
ENTRIES = (
    "Anceschi, Luca. 2014. The tyranny of pragmatism. Central Asian Affairs 1 (1): 1–24.\n"
    "Koch, Natalie. 2013. Kazakhstan’s changing geopolitics. Geoforum 50: 110–118.\n"
    "Olcott, Martha Brill. 2002. Kazakhstan: Unfulfilled promise. Washington, DC: Carnegie Endowment.\n"
)


def written(text: str, *blocks: Block) -> Document:
    """A document as the reader of plain text makes it."""
    whole = blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    return Document("article.txt", "text", text, whole, (Source("article.txt", text),))


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("References", "the plain case"),
        ("REFERENCES", "capitals"),
        ("References:", "a colon"),
        ("**References**", "Markdown emphasis left in a text file"),
        ("# References", "a Markdown heading left in a text file"),
        ("References\n==========", "an underlined heading"),
        ("5. References", "a section number"),
        ("5 References", "a section number without a period"),
        ("5References", "a number that lost its space"),
        ("VI. References", "a roman numeral"),
        ("R E F E R E N C E S", "spaced letters"),
        ("References and notes", "two words of which the list knows the pair"),
        ("References (continued)", "a remark in brackets"),
        ("Literaturverzeichnis", "German"),
        ("Références bibliographiques", "French"),
        ("Referencias bibliográficas", "Spanish"),
        ("Список литературы", "Russian"),
        ("Bibliography and further reading", "two headings in one"),
    ],
)
def test_a_list_is_found_under_its_heading(heading: str, why: str) -> None:
    text = f"{BODY}{heading}\n\n{ENTRIES}"
    (found,) = find_lists(written(text))
    assert found.heading == heading.split("\n", maxsplit=1)[0], why
    assert found.span.of(text) == ENTRIES.strip()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BODY * 3, "an article without a list"),
        (f"{BODY}References\n\n{BODY}", "a heading that no entries follow"),
        (f"{BODY}The\nReferences\nare gathered at the end of the volume.\n\n{BODY}", "the word in a wrapped sentence"),
        ("Contents\n\nReferences\nAppendix\nIndex\n\n" + BODY, "a table of contents alone"),
        (f"{BODY}Notes\n\n" + "".join(f"{n}. {line}\n" for n, line in enumerate(ENTRIES.splitlines() * 2, 1)), "notes"),
        ("", "nothing"),
        ("\n\n \n", "white space"),
        ("References", "a heading and nothing else"),
    ],
)
def test_no_list_is_found(text: str, why: str) -> None:
    assert find_lists(written(text)) == (), why


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ("Appendix A\n\nTable of the interviews held in 2014.\n", "an appendix"),
        ("Table 1. Exports\n1999 2000 2001\n12 14 15\n", "a table"),
        ("About the author\n\nJane Doe, PhD (2004), teaches law in Bern.\n", "a biography"),
        ("Figure 2: The course of events\n", "a figure legend"),
        ("[^1]: See Koch (2013) and the literature that is given there.\n", "a footnote of Markdown"),
        (BODY, "sentences without a heading"),
        ("We thank the two readers of this journal, who have saved us from many errors.\n", "thanks without a heading"),
    ],
)
def test_what_follows_the_list_is_body_again(after: str, why: str) -> None:
    text = f"{BODY}References\n\n{ENTRIES}\n{after}"
    (found,) = find_lists(written(text))
    assert found.span.of(text) == ENTRIES.strip(), why


def test_the_heading_in_the_table_of_contents_is_passed_over() -> None:
    text = f"Contents\n\n1. Introduction\n2. References\n\n1. Introduction\n\n{BODY}2. References\n\n{ENTRIES}"
    (found,) = find_lists(written(text))
    assert found.heading_span == Span(text.rindex("2. References"), text.rindex("2. References") + 13)


def test_each_chapter_has_its_list() -> None:
    text = f"Chapter 1\n\n{BODY}References\n\n{ENTRIES}\nChapter 2\n\n{BODY}References\n\n{ENTRIES}"
    found = find_lists(written(text))
    assert [one.span.of(text) for one in found] == [ENTRIES.strip(), ENTRIES.strip()]


def test_a_divided_list_is_several() -> None:
    text = f"{BODY}References\n\nPrimary sources\n\nFreedom House. 2008. Nations in transit. New York.\n\n"
    text += f"Secondary sources\n\n{ENTRIES}"
    assert [one.heading for one in find_lists(written(text))] == ["Primary sources", "Secondary sources"]


def test_page_numbers_do_not_end_a_list() -> None:
    first, second, third = ENTRIES.splitlines()
    text = f"{BODY}References\n\n{first}\n\n212\n\n{second}\n\nCentral Asian Affairs\n\n{third}\n"
    (found,) = find_lists(written(text))
    assert found.span.of(text).endswith(third)


def test_words_of_introduction_are_no_entry() -> None:
    text = f"{BODY}References\n\nWorks marked with an asterisk are cited in the tables only.\n\n{ENTRIES}"
    (found,) = find_lists(written(text))
    assert found.span.of(text) == ENTRIES.strip()


def test_a_list_without_a_heading_is_found_by_its_look() -> None:
    more = "Tsertsvadze, Tika. 2013. Trading values with Kazakhstan. EUCAM Policy Brief 32.\n"
    text = BODY * 4 + ENTRIES + more
    (found,) = find_lists(written(text))
    assert found.heading is None
    assert found.span.of(text) == (ENTRIES + more).strip()


def test_the_heading_can_be_given() -> None:
    text = f"{BODY}What I have read\n\n{ENTRIES}\nReferences\n\n{ENTRIES}"
    (found,) = find_lists(written(text), "what I have READ")
    assert found.heading == "What I have read"
    assert find_lists(written(text), "Something else") == ()


def test_a_note_is_no_list() -> None:
    text = f"References\n\n{ENTRIES}"
    assert find_lists(written(text, Block(BlockKind.NOTE, Span(0, len(text)), "1"))) == ()


@pytest.mark.parametrize(
    ("text", "lists", "why"),
    [
        ("Doe, Jane. Bern.\nRoe, Ann. 2001. Bonn.\n", 1, "too short to be found by its look"),
        (f"References\n\n{ENTRIES}", 1, "a heading of its own"),
        (f"{ENTRIES}\nFurther reading\n\n{ENTRIES}", 2, "entries before the first heading"),
        (" \n", 0, "nothing"),
    ],
)
def test_a_file_that_is_a_list(text: str, lists: int, why: str) -> None:
    assert len(lists_of_file(written(text))) == lists, why


@given(st.lists(st.sampled_from(["References\n", *ENTRIES.splitlines(keepends=True), BODY, "\n", "12\n", "[1] "])))
def test_lists_do_not_overlap_and_lie_in_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = find_lists(written(text))
    ends = [0]
    for one in found:
        assert one.span.start >= ends[-1]
        assert one.span.of(text).strip() == one.span.of(text) != ""
        ends.append(one.span.end)
    assert ends[-1] <= len(text)


@pytest.mark.parametrize(
    "line",
    ["A. 2000.\n", "References\n\n", "[1] x\n", "Doe, J. 2000. A. ", "(", "A.-", "Aa, ", "1\n", "Appendix\n\n", BODY],
)
def test_finding_grows_with_the_text(line: str, grows_evenly) -> None:
    def spent(times: int) -> float:
        document = written("References\n\n" + line * times)
        began = time.process_time()
        find_lists(document)
        return time.process_time() - began

    assert grows_evenly(spent, 2_000, 8_000)
