"""How reference lists are cut into entries."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.cutting import Cut, cut
from citecheck.extract.lists import FoundList
from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.span import Span

WORKS = tuple(
    """
Abbott, Kenneth W., and Duncan Snidal. 1998. Why states act through formal organizations. World Politics 42 (1): 3–32.
Bull, Hedley. 1977. The anarchical society: A study of order in world politics. London: Macmillan.
Keohane, Robert O. 1984. After hegemony: Cooperation and discord in the world. Princeton, NJ: University Press.
Manners, Ian. 2002. Normative power Europe: A contradiction? Journal of Common Market Studies 40 (2): 235–258.
Putnam, Robert D. 1988. Diplomacy and politics: The logic of two-level games. International Organization 42: 427–460.
Waltz, Kenneth N. 1979. Theory of international politics. Reading, MA: Addison-Wesley.
Wendt, Alexander. 1992. Anarchy is what states make of it: The construction of power. World Politics 46 (2): 391–425.
    """.strip().splitlines()
)


def cuts(text: str, *blocks: Block) -> tuple[Cut, ...]:
    document = Document("list.txt", "text", text, blocks, (Source("list.txt", text),))
    return cut(document, FoundList(Span(0, len(text))))


def pieces(text: str) -> list[str]:
    return [" ".join(one.span.of(text).split()) for one in cuts(text)]


def wrapped(entry: str, width: int, first: str = "", rest: str = "") -> str:
    return "\n".join(textwrap.wrap(entry, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(WORKS), "one a line"),
        ("\n\n".join(WORKS), "one a line, blank lines between"),
        ("\r\n".join(WORKS), "the line ends of Windows"),
        ("\n\n".join(wrapped(work, 60) for work in WORKS), "wrapped, blank lines between"),
        ("\n".join(wrapped(work, 64) for work in WORKS), "wrapped at 64 columns without blank lines"),
        ("\n".join(wrapped(work, 78) for work in WORKS), "wrapped at 78 columns without blank lines"),
        ("\n".join(wrapped(work, 70, rest="    ") for work in WORKS), "hanging indent"),
        ("\n".join(wrapped(work, 70, first="    ") for work in WORKS), "first lines indented"),
        ("\n".join(f"- {work}" for work in WORKS), "hyphens as bullets"),
        ("\n".join(f"* {work}" for work in WORKS), "asterisks as bullets"),
        ("\n".join(f"• {work}" for work in WORKS), "bullets"),
        ("\n".join(wrapped(work, 70, first="- ", rest="  ") for work in WORKS), "bullets, wrapped"),
        ("\n\n".join([*WORKS[:3], "117", *WORKS[3:]]), "a page number between"),
        ("\n\n".join(["A", *WORKS[:1], "B", *WORKS[1:2], "K–W", *WORKS[2:]]), "letters of the alphabet between"),
        ("\n\n".join(["Books and articles", *WORKS]), "a heading inside the list"),
    ],
)
def test_the_layouts_of_a_list(text: str, why: str) -> None:
    assert pieces(text) == list(WORKS), why


@pytest.mark.parametrize(
    ("form", "label", "why"),
    [
        ("{}. {}", "{}.", "a period"),
        ("[{}] {}", "[{}]", "square brackets"),
        ("({}) {}", "({})", "round brackets"),
        ("{}) {}", "{})", "a closing bracket"),
        ("{} {}", "{}", "the bare number"),
        ("{}.\n{}", "{}.", "the number on its own line"),
        ("{}.\t{}", "{}.", "a tab"),
    ],
)
def test_the_number_belongs_to_the_entry(form: str, label: str, why: str) -> None:
    text = "\n".join(form.format(number, work) for number, work in enumerate(WORKS, 1))
    found = cuts(text)
    assert [one.span.of(text) for one in found] == [form.format(n, work) for n, work in enumerate(WORKS, 1)], why
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[2].label == label.format(3)


def test_a_missing_number_does_not_stop_the_count() -> None:
    text = "\n".join(f"[{number}] {work}" for number, work in zip((1, 2, 4, 5, 6, 8, 9), WORKS, strict=True))
    assert [one.number for one in cuts(text)] == [1, 2, 4, 5, 6, 8, 9]


def test_a_year_at_the_beginning_of_a_line_is_no_number() -> None:
    text = "\n".join(f"{number}. {wrapped(work, 50)}" for number, work in enumerate(WORKS, 1))
    text += "\n8. Cox, Robert. Social forces. Millennium,\n1981. Second printing."
    assert len(cuts(text)) == 8


def test_keys_are_labels() -> None:
    text = "[Bul77] H. Bull. The anarchical society. 1977.\n[Keo84] R. O. Keohane. After hegemony. 1984.\n"
    text += "[Wal79] K. N. Waltz. Theory of international politics. 1979."
    assert [(one.label, one.number) for one in cuts(text)] == [("[Bul77]", None), ("[Keo84]", None), ("[Wal79]", None)]


def test_a_numbered_list_in_one_paragraph() -> None:
    text = " ".join(f"[{number}] {work}" for number, work in enumerate(WORKS, 1))
    found = cuts(text)
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6, 7]
    assert not any(one.glued for one in found)


def test_two_numbers_on_one_line_are_glued() -> None:
    numbered = [f"{number}. {work}" for number, work in enumerate(WORKS, 1)]
    text = "\n".join([*numbered[:2], f"{numbered[2]} {numbered[3]}", *numbered[4:]])
    assert [one.glued for one in cuts(text)] == [False, False, False, True, False, False, False]


@pytest.mark.parametrize("dash", ["———.", "—.", "––– .", "---.", "--", "___.", "— — —.", "-,", "———,"])
def test_dashes_stand_for_the_author(dash: str) -> None:
    text = f"{WORKS[0]}\n{WORKS[1]}\n{dash} 1984. Justice in relations. Waterloo: University Press.\n{WORKS[2]}"
    assert [one.repeated for one in cuts(text)] == [False, False, True, False]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/abbott",
        "<https://example.org/abbott>",
        "doi:10.1000/182",
        "DOI: 10.1000/182",
        "www.example.org",
    ],
)
def test_an_address_on_its_own_line_belongs_to_the_entry_before(address: str) -> None:
    text = "\n".join([WORKS[0], address, *WORKS[1:]])
    assert pieces(text) == [f"{WORKS[0]} {address}", *WORKS[1:]]


BELL, COLE, DAHL = (
    "Bell, Ann. 2001. On larks. Leeds: Press.",
    "Cole, Carl. 2003. On wrens. London: Press.",
    "Dahl, Dora. 2005. On rooks. York: Press.",
)
NO_YEAR = "Cole, Carl. On wrens. London: Press."


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["one a line", "apart"])
@pytest.mark.parametrize(
    "entries", [(BELL, NO_YEAR, DAHL), (BELL, NO_YEAR), (NO_YEAR, DAHL), (BELL, DAHL, "Edwards, E. On nothing. York.")]
)
def test_an_entry_without_a_year_is_one_in_a_short_list_too(entries: tuple[str, ...], between: str) -> None:
    assert pieces(between.join(entries)) == list(entries)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((BELL[:-1] + ", with a word on rooks by", "Dahl, Dora. York: Press."), "the line before has not ended"),
        ((BELL, "New York, Random House."), "a place and a house"),
        ((BELL, "See also Cole, Carl. On wrens."), "no name begins the line"),
        ((BELL, "Reprinted. London: Press."), "one word is no name"),
    ],
)
def test_a_line_without_a_year_goes_on_with_the_entry(lines: tuple[str, ...], why: str) -> None:
    assert pieces("\n".join(lines)) == [" ".join(lines)], why


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        ((f"{BELL} {COLE}",), [1]),
        ((f"{BELL} {COLE}", DAHL), [1]),
        ((BELL, f"{COLE} {DAHL}"), [2]),
        (("Bell, A. (2001). On larks. Leeds: Press. Cole, Carl (2003). On wrens. York: Press.",), [1]),
        ((f"{DAHL} {COLE}",), []),  # out of order: it may be something else
        ((f"{BELL} New York, 2003. Reprint.",), []),
        ((f"{BELL} Reprint, London, 2003. On paper.",), []),
        ((f"{BELL} In Cole, Carl. 2003. On wrens. London: Press.",), []),
    ],
)
def test_two_entries_on_one_line_of_a_short_list(lines: tuple[str, ...], places: list[int]) -> None:
    assert [at for at, one in enumerate(cuts("\n".join(lines))) if one.glued] == places


@pytest.mark.parametrize(
    ("glued", "head", "why"),
    [
        (f"{WORKS[1]} {WORKS[2]}", "Keohane, Robert", "two persons’ works"),
        (f"{WORKS[1]} Government of Canada. 1985. Competitiveness and security. Ottawa.", "Government of", "a body"),
        (f"{WORKS[1]} Freedom House. 2008. Nations in transit. New York.", "Freedom House", "a body of two words"),
        (f"{WORKS[1]} https://example.org/bull. Cox, Robert. 1981. Social forces. Millennium.", "Cox, R", "an address"),
    ],
)
def test_two_entries_on_one_line_are_cut(glued: str, head: str, why: str) -> None:
    text = "\n".join([WORKS[0], glued, *WORKS[3:], "Young, Oran. 1989. International cooperation. Ithaca: Cornell."])
    found = cuts(text)
    assert [one.glued for one in found[:4]] == [False, False, True, False], why
    assert found[2].span.of(text).startswith(head)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (
            "Bull, Hedley. 1966. Grotius. In Diplomatic investigations, ed. Martin Wight. 1966. London: Allen.",
            "an editor",
        ),
        ("Bull, Hedley. 1977. The anarchical society. London: Macmillan. 1995. Second edition.", "a later edition"),
        (
            "Bull, Hedley. 1980. The great irresponsibles. International Journal. 1980. Vol. 35, no. 3.",
            "a journal’s year",
        ),
        (
            "Bull, H. (1980) The great irresponsibles? Reprinted in Alderson, K. (2000) Hedley Bull on order.",
            "a reprint",
        ),
        ("Bull, Hedley. 1979. Natural law. [Naturrecht. 1979. Übersetzt von K. Hahn.]", "a translated title"),
        ("Bull, Hedley. 1983. Order. Adelphi Papers. 1983. London: IISS.", "a series out of order"),
    ],
)
def test_one_entry_is_not_cut_in_two(entry: str, why: str) -> None:
    assert pieces("\n".join([WORKS[0], entry, *WORKS[2:]])) == [WORKS[0], entry, *WORKS[2:]], why


def test_blocks_that_the_format_marks_are_the_entries() -> None:
    text = "First work by nobody\nsecond line\n\nSecond work"
    blocks = (Block(BlockKind.ENTRY, Span(0, 32)), Block(BlockKind.ENTRY, Span(34, 45)))
    assert [one.span for one in cuts(text, *blocks)] == [Span(0, 32), Span(34, 45)]


def test_other_scripts() -> None:
    text = "Иванов И. И. История Казахстана. Алматы, 2010.\nПетров П. П. Внешняя политика. М.: Наука, 2012.\n"
    text += "王小明. 2010. 中国的外交政策. 北京: 人民出版社."
    assert len(cuts(text)) == 3


@given(st.lists(st.sampled_from([*WORKS, "\n", "\n\n", " ", "3. ", "[4] ", "- ", "———. ", "2004", "Doe"]), max_size=12))
def test_entries_are_apart_in_order_and_lose_no_word_between(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for one in cuts(text):
        assert end <= one.span.start < one.span.end <= len(text)
        assert one.span.of(text).strip() == one.span.of(text)
        end = one.span.end


@pytest.mark.parametrize(
    "line", ["A. 2000.\n", "Doe, J. 2000. Aa Bb. ", "[1] x\n", "- a\n", "3. ", "Doe,\n", "—\n", "((("]
)
def test_cutting_grows_with_the_text(line: str, grows_evenly) -> None:
    def spent(times: int) -> float:
        text = line * times
        began = time.process_time()
        cuts(text)
        return time.process_time() - began

    assert grows_evenly(spent, 2_000, 8_000)
