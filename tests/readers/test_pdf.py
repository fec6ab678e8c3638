"""PDFs, each written by the test itself: text set at places on pages."""

import os
import signal
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.pdf import READER
from citecheck.readers.pdf_lines import plain

FONTS = {"F": "Times-Roman", "B": "Times-Bold", "I": "Times-Italic"}


def at(x, y, text, size=10, font="F"):
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, x, y, escaped.encode("cp1252"))


def column(x, y, lines, size=10, step=12, font="F"):
    return [at(x, y - step * number, line, size, font) for number, line in enumerate(lines)]


def stream(data, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(*pages, trailer=b"", extra=None, page_entries=b""):
    fonts = b" ".join(
        b"/%s << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % (key.encode(), name.encode())
        for key, name in FONTS.items()
    )
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", **(extra or {})}
    kids = []
    for number, operators in enumerate(pages):
        page, content = 10 + 2 * number, 11 + 2 * number
        kids.append(b"%d 0 R" % page)
        objects[page] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] %s /Contents %d 0 R /Resources << /Font << %s >> >>"
            b" >>" % (page_entries, content, fonts)
        )
        objects[content] = stream(b"\n".join(operators))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.5\n", {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    size = max(objects) + 1
    table = [b"0000000000 65535 f "]
    table += [b"%010d 00000 n " % places[one] if one in places else b"0000000000 65535 f " for one in range(1, size)]
    return out + b"xref\n0 %d\n%s\ntrailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, b"\n".join(table), size, trailer, len(out),
    )  # fmt: skip


def read(data):
    return READER.read(Raw("a.pdf", data))


def refused(data):
    with pytest.raises(ReadError) as caught:
        read(data)
    return caught.value.fault


LEFT = [
    "The first column opens with a line of full",
    "width, then with a second line of it, and",
    "after that there is a third one, as long as",
    "those before it. It goes on in the next line",
    "and in one more, so that it fills a column",
    "of some height, and it ends in the other",
]
RIGHT = [
    "column, where the sentence is at its end now",
    "and a new one begins that nobody has to read",
    "to know that it is there. Whoever counts them",
    "finds that there are as many lines as in the",
    "column on the left, which is what we want to",
    "have here. This line ends the page at last.",
]


@pytest.mark.parametrize("drawn_by_row", [False, True], ids=["column by column", "row by row"])
def test_two_columns_are_read_one_after_the_other(drawn_by_row):
    left, right = column(50, 700, LEFT), column(320, 700, RIGHT)
    drawn = [part for pair in zip(left, right, strict=True) for part in pair] if drawn_by_row else left + right
    document = read(pdf(drawn))
    assert document.text == " ".join([*LEFT, *RIGHT])
    assert len(document.blocks) == 1


def test_the_right_column_may_be_drawn_first():
    assert read(pdf(column(320, 700, RIGHT) + column(50, 700, LEFT))).text == " ".join([*LEFT, *RIGHT])


def test_what_stands_below_a_white_band_is_read_after_all_above_it():
    below = column(50, 500, ["What stands below on the left is read", "after all that stands above it."])
    beside = column(320, 500, ["And this is read last, since it is on", "the right and below."])
    drawn = below + column(50, 700, LEFT) + column(320, 700, RIGHT) + beside
    text = read(pdf(drawn)).text
    parts = ("The first column", "column, where", "What stands below", "And this is read last")
    assert sorted(parts, key=text.index) == list(parts)


def test_a_title_across_both_columns_stays_above_them():
    title = "A title that reaches far across both of the columns that stand below it here"
    document = read(pdf([at(50, 740, title, 14, "B"), *column(50, 700, LEFT), *column(320, 700, RIGHT)]))
    assert document.text == title + "\n\n" + " ".join([*LEFT, *RIGHT])
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the long govern-", "ment of it", "government"),  # a word divided, not seen elsewhere
        ("by Meyer-", "Lindner alone", "Meyer-Lindner"),  # a capital after it: the hyphen is the name's
        ("a self-", "evident truth, a self-evident one", "self-evident truth"),  # it is written so elsewhere
        ("in 1998-", "2004 as well", "1998-2004"),  # a range
        ("two- and three-", "fold", "threefold"),  # only the last one divides
        ("at https://doi.org/10.1000/abc-", "def42 as given", "10.1000/abc-def42"),  # part of an address
        ("at https://doi.org/10.1000/", "def42 as given", "10.1000/def42"),  # an address goes on
    ],
)
def test_hyphens_at_line_ends(first, second, expected):
    assert expected in read(pdf(column(50, 700, [first, second]))).text


def test_paragraphs_are_parted_by_gaps_and_indents():
    first = ["A paragraph of two lines that fill the column as", "well as they can, until it comes to its end."]
    second = ["The next begins with an indent and is as long as", "the one before; then it has its end as well."]
    third = ["After a gap another one stands there, set off by", "nothing but white space, as is usual on screens."]
    lines = [at(50, 700, first[0]), at(50, 688, first[1]), at(62, 676, second[0]), at(50, 664, second[1])]
    lines += [at(50, 640, third[0]), at(50, 628, third[1])]
    assert read(pdf(lines)).text == "\n\n".join(" ".join(lines) for lines in (first, second, third))


def test_running_heads_page_numbers_and_footers_fall_out():
    pages = [
        [
            at(50, 770, "A. Writer" if number % 2 else "Journal of Lists 3 (2019)", 8),
            at(500, 770, str(40 + number), 8),
            *column(50, 700, [f"The text of page {word} is", f"here and {word} line more"]),
            at(200, 30, f"Page {number} of 4", 8),
        ]
        for number, word in enumerate(["one", "two", "three", "four"], 1)
    ]
    document = read(pdf(*pages))
    assert document.text == " ".join(
        f"The text of page {word} is here and {word} line more" for word in ("one", "two", "three", "four")
    )


def test_the_numbers_of_entries_at_the_heads_of_pages_are_no_page_numbers():
    pages = [
        [
            at(50, 700, f"{number}."),
            at(90, 700, f"{name}, A. 2001. On birds of"),
            at(50, 688, "the north. Leeds: Press."),
        ]
        for number, name in ((5, "Adler"), (17, "Brandt"), (29, "Celan"))
    ]
    text = read(pdf(*pages)).text
    assert [mark in text for mark in ("5.", "17.", "29.")] == [True] * 3


def test_pages_that_are_all_alike_are_no_furniture():
    page = column(50, 700, ["A sheet of which every", "copy is the same."])
    assert read(pdf(page, page)).text.startswith("A sheet of which every copy is the same.")


def test_raised_numbers_are_superscript_and_lowered_ones_are_not():
    document = read(
        pdf(
            [
                at(50, 700, "Water"),
                at(74, 704, "1,2", 6),
                at(86, 700, "or H"),
                at(104, 697, "2", 6),
                at(108, 700, "O is wet."),
            ]
        )
    )
    assert document.text.startswith("Water1,2")
    assert [span.of(document.text) for span in document.superscript] == ["1,2"]


def test_a_raised_range_may_have_blanks_in_it():
    document = read(pdf([at(50, 700, "Water"), at(76, 704, "25 \u2013 29", 6), at(100, 700, "is wet.")]))
    assert [span.of(document.text) for span in document.superscript] == ["25 \u2013 29"]


def test_italics_are_emphasis():
    document = read(
        pdf([at(50, 700, "It stands in"), at(102, 700, "The Book of Lists", font="I"), at(176, 700, "of 1999.")])
    )
    assert [span.of(document.text) for span in document.emphasis] == ["The Book of Lists"]


ENTRIES = [
    ["Adler, Mona. 2001. A book about lists and about", "those who keep them. Berlin: Verlag."],
    ["Brandt, Olaf. 2003. Another book, of which the title", "is so long that it takes a second and a", "third. Wien."],
    ["Celan, Ida, and Bo Dahl. 2005. The third in this list", "of books that nobody wrote. Rom: Casa."],
    ["Ernst, Eva. 2007. One more, which ends the list and", "has two lines like most of them. Paris: Maison."],
]  # fmt: skip


def listed(indent, gap):
    lines, y = [at(50, 700, "References", 12, "B")], 680
    for entry in ENTRIES:
        for number, line in enumerate(entry):
            lines.append(at(50 + (indent if number else 0), y, line))
            y -= 12
        y -= gap
    return read(pdf([*lines]))


@pytest.mark.parametrize(("indent", "gap"), [(15, 0), (15, 6), (0, 6)], ids=["hanging", "hanging, apart", "apart"])
def test_entries_of_a_list_are_paragraphs_where_their_setting_shows_them(indent, gap):
    assert listed(indent, gap).text == "\n\n".join(["References", *(" ".join(entry) for entry in ENTRIES)])


def test_lines_of_a_list_stay_lines_where_nothing_shows_its_entries():
    assert listed(0, 0).text == "References\n\n" + "\n".join(line for entry in ENTRIES for line in entry)


def test_a_sentence_that_ends_in_the_word_references_opens_no_list():
    lines = [
        "Nobody has to read all that is given in these",
        "references.",
        "The next sentence stands in a line of its own",
        "and",
    ]
    assert read(pdf(column(50, 700, lines))).text.endswith("its own and")


def test_a_hanging_list_goes_on_in_another_column():
    left, right = [at(50, 720, "References", 12, "B")], []
    for part, x, entries in ((left, 50, ENTRIES[:2]), (right, 320, ENTRIES[2:])):
        lines = [(x + (15 if number else 0), line) for entry in entries for number, line in enumerate(entry)]
        part += [at(place, 700 - 12 * row, line) for row, (place, line) in enumerate(lines)]
    document = read(pdf(left + right))
    assert document.text == "\n\n".join(["References", *(" ".join(entry) for entry in ENTRIES)])


def test_footnotes_are_notes_and_the_text_goes_on_over_them():
    body = ["The text of the first page has a note and", "goes on over the end of the page as if there"]
    document = read(
        pdf(
            [*column(50, 700, body), at(50, 100, "7", 5), at(53, 97, "See the list of Adler, which is long.", 8)],
            column(50, 700, ["were none. Then it ends. It has three lines", "on this page."]),
        )
    )
    note = next(block for block in document.blocks if block.kind is BlockKind.NOTE)
    assert (note.label, note.page) == ("7", 1)
    assert "as if there were none." in document.text


def raised(x, y, number):
    return at(x, y + 4, str(number), 6)


def test_footnotes_as_large_as_the_text_are_known_by_their_raised_numbers():
    page = [
        at(50, 700, "The text of the first page has a note"),
        raised(190, 700, 3),
        at(50, 688, "and another"),
        raised(98, 688, 4),
        at(104, 688, "and goes on over the end of"),
        at(50, 676, "many more lines, of which this is the last and"),
        raised(50, 124, 3),
        at(54, 124, "Adler, who kept a list that was so long that"),
        at(50, 112, "12 pages did not hold it."),
        raised(50, 100, 4),
        at(54, 100, "Brandt, Lists."),
    ]
    document = read(pdf(page, column(50, 700, ["ends on the next page. It has three lines", "on this page."])))
    notes = [(one.label, one.span.of(document.text)) for one in document.blocks if one.kind is BlockKind.NOTE]
    assert notes == [
        ("3", "3Adler, who kept a list that was so long that 12 pages did not hold it."),
        ("4", "4Brandt, Lists."),
    ]
    assert "of which this is the last and ends on the next page." in document.text


@pytest.mark.parametrize(
    ("operators", "why"),
    [
        (
            [
                at(50, 700, "Ann Adler"),
                raised(92, 700, 1),
                raised(50, 680, 1),
                at(54, 680, "University of Lists, Leeds"),
                at(50, 650, "Abstract", 12, "B"),
                at(50, 630, "Lists are long, as is told in this article."),
            ],
            "an affiliation",
        ),
        (
            [
                at(50, 700, "So wrote Adler"),
                raised(114, 700, 1),
                at(50, 688, "and others before."),
                at(50, 660, "References", 12, "B"),
                raised(50, 640, 1),
                at(54, 640, "Adler, A. 2001. On lists."),
                raised(50, 628, 2),
                at(54, 628, "Brandt, B. 2002. On more."),
            ],
            "an entry of a list",
        ),
        (
            [
                at(50, 700, "So wrote Adler in a line"),
                at(50, 688, "and others before,"),
                raised(50, 676, 7),
                at(54, 676, "and so on"),
            ],
            "a mark that nothing in the text has",
        ),
    ],
)
def test_raised_numbers_that_begin_no_note(operators, why):
    assert all(block.kind is not BlockKind.NOTE for block in read(pdf(operators)).blocks), why


def test_the_notes_of_a_page_on_which_the_list_begins_stand_before_it():
    entries = ["Adler, Ann. 2001. On larks. Leeds: Press.", "Bell, Bob. 2002. On rooks. Leeds: Press."]
    listed = [at(50, 660, "References", 12, "B"), at(50, 630, entries[0]), at(50, 600, entries[1])]
    note = [at(50, 100, "7", 5), at(53, 97, "See the list of Adler, which is long.", 8)]
    document = read(pdf([at(50, 700, "The text has a note."), *listed, *note], [at(50, 700, "Cole, C. 2003. Birds.")]))
    shown = [block.span.of(document.text) for block in document.blocks]
    assert shown.index("7See the list of Adler, which is long.") < shown.index("References")
    assert shown[-3:] == [*entries, "Cole, C. 2003. Birds."]


def test_blocks_know_their_page():
    document = read(pdf([at(50, 700, "One page ends.")], [at(50, 700, "Another page ends.")]))
    assert [block.page for block in document.blocks] == [1, 2]
    assert document.place(document.blocks[1].span).page == 2


def test_a_page_turned_by_its_writer_is_read_upright():
    turned = [b"q 0 1 -1 0 600 0 cm", *column(50, 300, LEFT), b"Q"]
    assert read(pdf(turned, page_entries=b"/Rotate 90")).text == " ".join(LEFT)


def test_a_stamp_across_the_margin_falls_out():
    stamp = b"BT /F 14 Tf 0 1 -1 0 30 200 Tm (arXiv:2001.00001v1) Tj ET"
    assert read(pdf([stamp, *column(50, 700, LEFT)])).text == " ".join(LEFT)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\ufb01nd the e\ufb03cient", "find the efficient"),  # ligatures
        ("M¨uller, Jos´e, Franc¸ois", "Müller, José, François"),  # accents printed apart, as old TeX fonts do
        ("Mu\u0308ller", "Müller"),  # combining marks
        ("a\u200bb\x03c", "abc"),  # what nobody sees
        ("10˚C at 5′", "10˚C at 5′"),  # no letter takes these signs
        ("x² + ½", "x² + ½"),  # meant so
    ],
)
def test_letters_are_written_as_they_are_meant(written, meant):
    assert plain(written) == meant


def test_without_a_text_layer_it_says_so():
    fault = refused(pdf([b"0 0 100 100 re f"]))
    assert fault.kind is FaultKind.NO_TEXT
    assert fault.message == "no text layer: the pages are pictures; run OCR first"


def test_a_password_is_asked_for_in_vain():
    locked = b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    data = pdf([at(50, 700, "Secret")], trailer=b"/Encrypt 9 0 R /ID [<00> <00>]", extra={9: locked})
    assert refused(data).kind is FaultKind.PASSWORD


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 20], ids=["empty", "head", "noise"]
)
def test_what_is_no_pdf_is_damaged(data):
    assert refused(data).kind is FaultKind.DAMAGED


def test_a_truncated_file_is_damaged_or_read_without_its_end():
    whole = pdf(column(50, 700, LEFT))
    for length in range(20, len(whole), 97):
        try:
            assert set(read(whole[:length]).text.split()) <= set(" ".join(LEFT).split())
        except ReadError as error:
            assert error.fault.kind in {FaultKind.DAMAGED, FaultKind.NO_TEXT}  # noqa: PT017


def test_too_many_pages_are_refused():
    data = pdf(*([at(50, 700, "x")] for _ in range(2001)))
    assert refused(data).message == "the file has 2001 pages (limit 2000)"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="without fork PDFium runs in this very process")
def test_a_stream_that_swells_ends_only_the_reading(monkeypatch):
    monkeypatch.setattr("citecheck.readers.pdf_apart._MEMORY", 100_000_000)
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(b" " * 10_000_000) for _ in range(30)) + packer.flush()
    data = pdf([at(50, 700, "x")], extra={30: stream(bomb, b"/Filter /FlateDecode")})
    data = data.replace(b"/Contents 11 0 R", b"/Contents 30 0 R")
    assert refused(data).kind in {FaultKind.READER_DIED, FaultKind.NO_TEXT}


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no such clock")
def test_no_process_is_left_behind_when_reading_is_broken_off(monkeypatch):
    def ring(*_):
        raise TimeoutError

    def forked():
        children.append(fork())
        return children[-1]

    children, fork = [], os.fork
    monkeypatch.setattr(os, "fork", forked)
    data = pdf(*(column(50, 700, LEFT) for _ in range(300)))
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(TimeoutError):
            read(data)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="there is no such signal")
def test_no_process_is_left_behind_when_the_deadline_comes_while_it_is_made(monkeypatch):
    def ring(*_):
        raise TimeoutError

    def forked():
        child = fork()
        if child:
            children.append(child)
            signal.raise_signal(signal.SIGALRM)  # to this thread, where it waits until signals are let in again
        return child

    children, fork = [], os.fork
    monkeypatch.setattr(os, "fork", forked)
    before = signal.signal(signal.SIGALRM, ring)
    try:
        with pytest.raises(TimeoutError):
            read(pdf(*(column(50, 700, LEFT) for _ in range(300))))
    finally:
        signal.signal(signal.SIGALRM, before)
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.integers(0, 4000), noise=st.binary(max_size=40))
def test_any_bytes_in_it_raise_only_read_errors(place, noise):
    whole = pdf(column(50, 700, LEFT), column(50, 700, RIGHT))
    place %= len(whole)
    try:
        document = read(whole[:place] + noise + whole[place + len(noise) :])
    except ReadError:
        return
    assert document.text.strip()
    assert all(block.span.of(document.text).strip() for block in document.blocks)
