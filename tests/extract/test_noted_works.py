"""Works that notes cite in full, as the entries of an article without a list."""

import time

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.extract.noted_works import works_in_notes
from citecheck.model.citation import Style
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.span import Span

#: Three full notes, so that the document is known to give its works in notes; a row's note is the last.
FRAME = (
    "Ann Abend, The Book of Nets: A History (Leiden: Harbour Press, 2001), 45.",
    "Bo Bristow and Cy Carrow, “On Ropes and Tar,” Journal of Boats 3 (2002): 1–9.",
    "Dee Delphin, *Tides* (Oslo: Tau, 2003).",
)


def document(*notes, running="Nets rot."):
    text = running + "\n\n"
    blocks = []
    for number, note in enumerate(notes, start=1):
        blocks.append(Block(BlockKind.NOTE, Span(len(text), len(text) + len(note)), label=str(number)))
        text += note + "\n\n"
    return Document("a.txt", "text", text, tuple(blocks), ())


READ = [
    ("Eva Eskola, Harbours of the North (London: Pier, 2004).", ["Eskola"], "Harbours of the North", 2004, "a book"),
    (
        "See also Eva Eskola, Harbours (Pier 2004) 12.",
        ["Eskola"],
        "Harbours",
        2004,
        "OSCOLA, behind words that lead in",
    ),
    ("Eva Eskola, ‘Harbours’ (2004) 3 J Boats 45.", ["Eskola"], "Harbours", 2004, "an article in OSCOLA"),
    ("E. Eskola and F. van Farrant, Boats (Bern: Tau, 2004).", ["Eskola", "van Farrant"], "Boats", 2004, "two authors"),
    ("Eva Eskola, Harbours, trans. Jo Gow (Bern: Tau, 2004).", ["Eskola"], "Harbours", 2004, "a translation"),
    ("Eva Eskola, Harbours, 2nd ed. (Bern: Tau, 2004).", ["Eskola"], "Harbours", 2004, "an edition"),
    ("Eva Eskola, *Nets, Ropes, and Tar* (Bern: Tau, 2004).", ["Eskola"], "Nets, Ropes, and Tar", 2004, "commas"),
    ("Eva Eskola, Harbours of the North, London 2004, 12.", ["Eskola"], "Harbours of the North", 2004, "no brackets"),
]

NOT_READ = [
    ("Abend, Book of Nets, 50.", "a short form"),
    ("Ibid., 12.", "ibid."),
    ("Nets were made of hemp (in 1812 too).", "a remark"),
    ("I owe this to Eva Eskola (London, 2004).", "thanks"),
    ("See above, note 3 (2004).", "a cross-reference"),
    ("Ann Abend, The Book of Nets: A History (Leiden: Harbour Press, 2001), 99.", "a work that is known"),
    ("", "nothing"),
    ("(2004)", "a year"),
]


@pytest.mark.parametrize(("note", "names", "title", "year", "why"), READ)
def test_a_full_note_is_an_entry(note, names, title, year, why):
    work = works_in_notes(document(*FRAME, note))[-1]
    assert ([name.shown for name in work.authors], work.title) == (names, title), why
    assert work.year is not None
    assert work.year.number == year


@pytest.mark.parametrize(("note", "why"), NOT_READ)
def test_what_gives_no_work_in_full(note, why):
    assert [work.title for work in works_in_notes(document(*FRAME, note or "-"))] == [
        "The Book of Nets: A History",
        "On Ropes and Tar",
        "Tides",
    ], why


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (document(*FRAME[:2]), "two works are no bibliography"),
        (
            document(*FRAME, running="So (Abend, 2001), (Bristow, 2002), (Gow, 2003), (Hale, 2004) say."),
            "an author–date article whose list is lost",
        ),
        (Document("a.txt", "text", "\n".join(FRAME), (), ()), "no notes"),
        (Document("a.txt", "text", "", (), ()), "an empty text"),
    ],
)
def test_documents_whose_notes_are_no_bibliography(made, why):
    assert works_in_notes(made) == (), why


def checked(tmp_path, *notes):
    path = tmp_path / "article.md"
    marks = " ".join(f"Sentence {number}.[^{number}]" for number in range(1, len(notes) + 1))
    texts = "\n\n".join(f"[^{number}]: {note}" for number, note in enumerate(notes, start=1))
    path.write_text(f"# Nets\n\n{marks}\n\n{texts}\n", "utf-8")
    outcome = check(str(path), Settings(debug=True))
    problems = [(one.rule, one.finding.span.of(outcome.manuscript.document.text)) for one in outcome.problems]
    return outcome.manuscript, problems


@pytest.mark.parametrize(
    ("note", "cited", "why"),
    [
        ("Abend, Book of Nets, 50.", 1, "a short title"),
        ("Delphin, *Tides*, 12.", 1, "a short title in italics"),
        ("Ibid., 12.", 1, "ibid."),
        ("Abend (n 1) 3.", 1, "a note before"),
        ("Bristow and Carrow, “On Ropes,” 4.", 1, "two names"),
        ("I owe this to a friend.", 0, "a remark"),
        ("Letter of 3 May 1912, Harbour Archive, box 7.", 0, "an archive"),
        ("Genesis 1, 3.", 0, "a verse"),
    ],
)
def test_notes_that_a_full_note_explains(tmp_path, note, cited, why):
    manuscript, problems = checked(tmp_path, *FRAME, note)
    assert problems == [], why
    assert manuscript.style is Style.NOTES
    assert len(manuscript.citations) == len(FRAME) + cited


@pytest.mark.parametrize(
    ("note", "marked", "why"),
    [
        ("Farrant, Why Boats Leak, 3.", "Farrant, Why Boats Leak, 3", "a short title"),
        ("Hale, “On Sails,” 12.", "Hale, “On Sails,” 12", "a short title in quotation marks"),
        ("See Hale and Gow, *Sails*, 12–14.", "Hale and Gow, Sails, 12–14", "two names"),
        ("Gow (n 2) 45.", "Gow (n 2) 45", "a note before"),
        ("Gow, op. cit., p. 4.", "Gow, op. cit", "op. cit."),
    ],
)
def test_a_short_form_without_its_full_form_is_missing(tmp_path, note, marked, why):
    _, problems = checked(tmp_path, *FRAME, note)
    assert problems == [("missing-reference", marked)], why


def test_a_long_text_of_notes_is_read_quickly():
    notes = [f"{'Ann, ' * 40}“Nets ({'x, ' * 40}” (" * 3] * 2000
    started = time.process_time()
    assert works_in_notes(document(*notes)) == ()
    assert time.process_time() - started < 5
