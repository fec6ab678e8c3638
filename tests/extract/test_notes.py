"""Citations in notes: full and short forms, ibid., op. cit., and notes that only talk."""

import time

import pytest

from citecheck.extract.body import Body
from citecheck.extract.notes import find
from citecheck.model.citation import Citation, CitationKind, Style
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span

ENTRIES = (
    ("abend", ("Abend",), "The Book of Nets: A History", 2001),
    ("bristow", ("Bristow", "Carrow"), "On Ropes and Tar", 2002),
    ("delphin", ("Delphin",), "Tides", 2003),
    ("eskola", ("Eskola",), "Harbours of the Northern Coast", 2004),
    ("eskola2", ("Eskola",), "Fish Markets and Their Law", 2005),
    ("farrant", ("van Farrant",), "Why Boats Leak", 2006),
)
#: Notes that cite in full, so that the document is known to cite in its notes; a row's note is the last.
FRAME = (
    "Ann Abend, The Book of Nets: A History (Leiden: Harbour Press, 2001).",
    "Bo Bristow and Cy Carrow, “On Ropes and Tar,” J. Boats 3 (2002): 1–9; Dee Delphin, Tides (Press, 2003), 7.",
    "Eva Eskola, Harbours of the Northern Coast (Press, 2004).",
    "Eva Eskola, Fish Markets and Their Law (Press, 2005).",
)


def entry(key: str, names: tuple[str, ...], title: str, year: int) -> Reference:
    return Reference(
        ReferenceId(key),
        Span(0, 0),
        f"{' and '.join(names)}. {title}. {year}.",
        authors=tuple(Name(name) for name in names),
        year=Year(str(year), year),
        title=title,
    )


def body(running: str, notes: tuple[str, ...], *, blocks: bool = False) -> Body:
    text = running + "\n\nNotes\n\n"
    made: list[Block] = []
    for number, note in enumerate(notes, start=1):
        text += "" if blocks else f"{number}. "
        made.append(Block(BlockKind.NOTE, Span(len(text), len(text) + len(note)), label=str(number)))
        text += note + "\n\n"
    document = Document("a.txt", "text", text, tuple(made) if blocks else (), ())
    return Body(document, (Span(0, len(text)),), tuple(entry(*one) for one in ENTRIES))


def last(note: str, before: tuple[str, ...] = FRAME) -> list[Citation]:
    made = body("Nets rot.¹", (*before, note))
    start = made.text.rindex(note)
    return [citation for citation in find(made) if citation.span.start >= start]


FLAGGED = [
    ("Fay van Farrant, Why Boats Leak (Press, 2006).", ["farrant"], "full form"),
    ("Abend, Book of Nets, 45.", ["abend"], "short title without its article and subtitle"),
    ("See also Eskola, “Fish Markets,” 3.", ["eskola2"], "short title tells two works apart"),
    ("Eskola, Harbours of the Northern Coast, 3; Abend, Book of Nets, 4.", ["eskola", "abend"], "two in one note"),
    ("Delphin, Tides, 45.", ["delphin"], "a title of one word behind its author"),
    ("The word is old (cf., e.g., Bristow and Carrow, “On Ropes and Tar,” 5).", ["bristow"], "inside a sentence"),
    ("Ibid., 45.", ["eskola2"], "ibid. repeats the note before"),
    ("ibid.", ["eskola2"], "ibid. in lower case"),
    ("Ebd., S. 12.", ["eskola2"], "the German ibid."),
    ("Id. at 5.", ["eskola2"], "id. at a page"),
    ("Abend, op. cit., p. 12.", ["abend"], "op. cit."),
    ("Bristow (n 2) 45.", ["bristow"], "OSCOLA: a surname and the note before"),
    ("See Delphin, 45.", ["delphin"], "a surname and a page"),
    ("Delphin.", ["delphin"], "nothing but a surname"),
    ("See Bristow and Carrow.", ["bristow"], "nothing but two surnames"),
    ("Bristow and Carrow (n 2) 45.", ["bristow"], "OSCOLA: two surnames and the note before"),
    ("Tides, 12.", ["delphin"], "a title of one word and a page, its author being named in the text"),
    ("Tides.", ["delphin"], "nothing but a title of one word"),
    ("Tides, op. cit.", ["delphin"], "a title of one word, cited before"),
    (
        "Ann Abend, The Book of Nets, in: Eva Eskola ed., Fish Markets and Their Law (Press, 2005), 3.",
        ["abend"],
        "a book that holds the work is no citation beside it, though listed",
    ),
    ("Fish Markets and Their Law (Press, 2005).", ["eskola2"], "a title and its imprint"),
    ("Eskola, op. cit., 12.", ["eskola2"], "op. cit. means the work cited last"),
    ("Abend, op. cit., 12; ibid., 13.", ["abend", "abend"], "ibid. in the same note"),
    ("Uma Unknown, “On Sails,” Journal of Boats 4 (2011): 3–9.", [None], "a work that the list does not have"),
    ("Zoe Abent, The Book of Nets: A History (Leiden: Harbour Press, 2001).", ["abend"], "a slip in the name"),
]

CLEAN = [
    ("Delphin and his men had left.", "a surname and a verb"),
    ("Tides of 1953 were high.", "a title of one word and a year behind words"),
    ("I owe this to Bo Bristow.", "thanks to a listed author"),
    ("Nets were made of hemp; ropes were not.", "two remarks"),
    ("On nets and tides see above, chapter 3.", "a cross-reference"),
    ("See n 2.", "a note referred to"),
    ("The harbours of the north were small.", "words that a title has too"),
    ("Tides were high in 1953.", "a title of one word that is a word"),
    ("Eskola, who knew them, was silent.", "a listed name and a relative clause"),
    ("By 1812, Delphin and his men had left.", "a year and a name"),
    ("They fell by half (from 20 to 10).", "numbers in brackets"),
    ("The Harbour Press, founded in Leiden (1901), printed it.", "a year of foundation"),
    ("My translation; emphasis added.", "remarks of an editor"),
    ("Idle nets, 45 of them, were sold.", "a word that begins like id."),
    ("Letter of 3 May 1912, Harbour Archive, box 7.", "an archive"),
    ("", "nothing"),
    ("Interview with E. Eskola, Oslo, May 2011.", "an interview"),
    ("Cf. Abend’s remark on nets.", "a listed name in a genitive"),
    ("Carrow said that “nets rot”.", "a quotation"),
    ("§ 12 of the Act applies.", "a paragraph of a law"),
]


@pytest.mark.parametrize(("note", "meant", "why"), FLAGGED)
def test_a_note_cites(note, meant, why):
    assert [(citation.meant or (None,))[0] for citation in last(note)] == meant, why


@pytest.mark.parametrize(("note", "why"), CLEAN)
def test_a_note_that_only_talks(note, why):
    assert [citation.meant for citation in last(note or "-")] == [], why


def test_kinds_and_names():
    found = find(body("Nets rot.¹", (*FRAME, "Ibid., 3.")))
    assert [citation.kind for citation in found[-2:]] == [CitationKind.NOTE, CitationKind.IBID]
    assert {citation.style for citation in found} == {Style.NOTES}
    assert [name.text for name in found[1].authors] == ["Bristow", "Carrow"]
    assert found[0].year is not None
    assert found[0].year.number == 2001


def test_spans_reach_from_the_first_name_to_the_page():
    made = body("Nets rot.¹", (*FRAME, "See also Ann Abend, Book of Nets, 45, and passim."))
    shown = [citation.span.of(made.text) for citation in find(made)]
    assert shown[0] == "Ann Abend, The Book of Nets: A History (Leiden: Harbour Press, 2001)"
    assert shown[2] == "Dee Delphin, Tides (Press, 2003), 7"
    assert shown[-1] == "Ann Abend, Book of Nets, 45"


def test_notes_that_the_format_marks_are_read_where_they_stand():
    found = find(body("Nets rot.", (*FRAME, "Abend, Book of Nets, 45."), blocks=True))
    assert found[-1].meant == ("abend",)


def test_titles_are_found_in_the_text_too_once_the_notes_cite():
    running = "As Abend says (The Book of Nets, 5), the harbours of the northern coast were small."
    found = find(body(running, FRAME))
    assert found[0].meant == ("abend",)
    assert len(found) == 6


def test_a_container_is_not_cited_beside_its_chapter():
    note = "Fay van Farrant, “Why Boats Leak,” in Harbours of the Northern Coast, ed. Eva Eskola (Press, 2004)."
    assert [citation.meant for citation in last(note)] == [("farrant",)]


@pytest.mark.parametrize("piece", ["Abend, ", "ibid.; ", "Book of ", "“Tides,” ", "(2001) ", "; ", "A. "])
def test_time_grows_with_the_text_only(piece, grows_evenly):
    def seconds(times: int) -> float:
        made = body("Nets rot.¹", (*FRAME, piece * times))
        began = time.process_time()
        find(made)
        return time.process_time() - began

    assert grows_evenly(seconds, 2_000, 8_000)


@pytest.mark.parametrize(
    ("notes", "why"),
    [
        (("I owe this to Bo Bristow.", "Nets were of hemp.", "So were ropes."), "notes that only talk"),
        (("(Abend 2001).", "See Bristow and Carrow (2002).", "Delphin (2003: 7)."), "author and year in notes"),
        ((), "no notes"),
    ],
)
def test_a_document_whose_notes_hold_no_references(notes, why):
    assert find(body("Nets rot (Abend 2001).", notes)) == (), why


def test_a_short_form_that_nothing_answers_is_a_citation_where_it_gives_a_page():
    assert [(one.meant, one.locator.text) for one in last("Marsden, Wages on the Water, 41.")] == [((), "41")]
    assert last("Marsden, as everybody knows, was a boatman.") == []
