"""Links inside a PDF, each written by the test itself: an area on one page, a place on the same or another one."""

import shutil
import subprocess

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.fault import ReadError
from citecheck.model.raw import Raw
from citecheck.readers.pdf import READER

TEXT = "Larks are told apart by Bell (2001), as Cole saw."
LIST = [
    "References",
    "Bell, Ann. 2001. On larks and their songs, told apart for the first time.",
    "    Leeds: Press.",
    "Bell, Bea. 2001. On rooks and their nests, in fields and in towns. York:",
    "    Press.",
    "Cole, Carl. 2003. On wrens, which nobody sees. London: Press.",
]
SIZE = 10
OFFICE = shutil.which("soffice")
#: Where the lines of the list stand on the second page.
FEET = [700, 680, 668, 656, 644, 632]
#: Letters of the test's own font are as wide as half of its size.
WIDE = 0.5 * SIZE


def at(x, y, text, size=SIZE):
    escaped = text.replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf {x} {y} Td ({escaped}) Tj ET"


def link(words, aim, *, more="", line=TEXT, x=50, y=700):
    """Return a link over these words of a line; `aim` is what stands behind its place of destination."""
    left = x + WIDE * line.index(words)
    right = left + WIDE * len(words)
    return f"<< /Type /Annot /Subtype /Link /Rect [{left} {y - 3} {right} {y + 8}] {aim} {more} >>"


def pdf(links, text=(TEXT,), listed=LIST, catalog=""):
    """Return a file of two pages, the text with its links and the list."""
    pages = [
        [at(50, 700 - 12 * row, line) for row, line in enumerate(text)],
        [at(62 if line[0] == " " else 50, y, line.strip()) for line, y in zip(listed, FEET, strict=False)],
    ]
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 7 0 R >> >>"
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        f"<< {page} /Contents 5 0 R /Annots [{' '.join(links)}] >>",
        f"<< {page} /Contents 6 0 R >>",
        *(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream" for drawn in map("\n".join, pages)),
        (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255"
            f" /Widths [{' '.join(['500'] * 224)}] >>"
        ),
    ]
    out, places = "%PDF-1.5\n", []
    for number, written in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {size}\n0000000000 65535 f \n{table}" + tail).encode("cp1252")


def read(data):
    return READER.read(Raw("a.pdf", data))


def linked(*links, **more):
    """Return what each link shows and the line that it leads to."""
    document = read(pdf(links, **more))
    return [(one.span.of(document.text), one.aim.of(document.text).partition(".")[0]) for one in document.links]


def meant(tmp_path, *links, **more):
    """Return each citation with the entries that it means, by their authors."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(links, **more))
    manuscript = check(str(path), Settings(debug=True)).manuscript
    entries = {entry.id: entry.text.partition(".")[0] for entry in manuscript.references}
    text = manuscript.document.text
    found = zip(manuscript.citations, manuscript.matches, strict=True)
    return [(cited.span.of(text), [entries[one] for one in match.references]) for cited, match in found]


BELL = ("Bell, Ann", "Bell, Bea")


@pytest.mark.parametrize(
    ("aim", "entry"),
    [
        ("/Dest [4 0 R /XYZ 50 690 null]", "Bell, Ann"),  # the upper edge of the line, as word processors write it
        ("/Dest [4 0 R /XYZ 50 668 null]", "Bell, Bea"),  # a whole line higher: the foot of the line above, as TeX does
        ("/Dest [4 0 R /XYZ 45 669.2 0]", "Bell, Bea"),  # the same, a little beside it
        ("/Dest [4 0 R /FitH 666]", "Bell, Bea"),  # only the height
        ("/Dest [4 0 R /FitBH 666]", "Bell, Bea"),
        ("/Dest [4 0 R /FitR 50 600 500 666]", "Bell, Bea"),  # a part of the page
        ("/A << /S /GoTo /D [4 0 R /XYZ 50 690 null] >>", "Bell, Ann"),  # an action
        ("/A << /S /GoTo /D (cite.bell) >>", "Bell, Bea"),  # a name, as hyperref writes it
        ("/Dest /old", "Bell, Ann"),  # a name as PDF 1.1 has it
    ],
)
def test_a_link_leads_to_the_line_at_its_place(aim, entry):
    catalog = (
        "/Names << /Dests << /Names [(cite.bell) << /D [4 0 R /XYZ 50 667 null] >>] >> >>"
        " /Dests << /old [4 0 R /XYZ 50 690 null] >>"
    )
    assert linked(link("Bell (2001", aim), catalog=catalog) == [("Bell (2001", entry)]


@pytest.mark.parametrize(
    "aim",
    [
        "",  # nowhere
        "/Dest [4 0 R /Fit]",  # a page as a whole
        "/Dest [4 0 R /XYZ null null null]",
        "/Dest [4 0 R /XYZ 50 790 null]",  # far above any line
        "/Dest [4 0 R /XYZ 50 20 null]",  # below the last
        "/Dest [4 0 R /XYZ 1e39 1e39 0]",
        "/Dest [4 0 R /XYZ (a) [] <<>>]",
        "/Dest [4 0 R /Nonsense 50 690]",
        "/Dest [99 0 R /XYZ 50 690 0]",  # no such page
        "/Dest [-1 /XYZ 50 690 0]",
        "/Dest [4000000000 /XYZ 50 690 0]",
        "/Dest []",
        "/Dest 1 0 R",
        "/Dest (no such name)",
        "/Dest /again",  # a name that means itself
        "/A << /S /GoTo /D (round) >>",  # a tree of names that is its own branch
        "/A << /S /GoToR /F (other.pdf) /D [4 0 R /XYZ 50 690 null] >>",  # another file
        "/A << /S /URI /URI (https://example.org/) >>",
        "/A << /S /Launch /F (program) >>",
        "/A << /S /JavaScript /JS (app.alert\\(1\\)) >>",
    ],
)
def test_what_leads_to_no_line_is_no_evidence(aim):
    catalog = "/Names << /Dests 1 0 R /Kids [1 0 R] >> /Kids [1 0 R] /Dests << /again /again >>"
    assert linked(link("Bell (2001", aim), catalog=catalog) == []


@pytest.mark.parametrize("rect", ["[0 0 0 0]", "[1e39 -1e39 5 5]", "[]", "[(a) (b) (c) (d)]", "[50 10 900 20]"])
def test_an_area_without_words_is_no_link(rect):
    assert linked(f"<< /Subtype /Link /Rect {rect} /Dest [4 0 R /XYZ 50 690 null] >>") == []


def test_thousands_of_links_on_a_page_are_read_up_to_a_limit():
    many = [link("Bell (2001", "/Dest [4 0 R /XYZ 50 690 null]")] * 2_500
    assert linked(*many)[:1] == [("Bell (2001", "Bell, Ann")]


@pytest.mark.parametrize(
    ("top", "entries"), [(690, ["Bell, Ann"]), (668, ["Bell, Bea"]), (None, ["Bell, Ann", "Bell, Bea"])]
)
def test_a_link_tells_which_of_two_entries_is_meant(tmp_path, top, entries):
    links = [link("Bell (2001", f"/Dest [4 0 R /XYZ 50 {top} null]")] if top else []
    assert meant(tmp_path, *links) == [("Bell (2001)", entries)]


def test_links_over_name_and_year_are_one_citation(tmp_path):
    aim = "/Dest [4 0 R /XYZ 50 668 null]"
    assert meant(tmp_path, link("Bell", aim), link("2001", aim)) == [("Bell (2001)", ["Bell, Bea"])]


def test_a_link_over_two_lines_is_one(tmp_path):
    lines = [
        "Larks are told apart in the north by (see also Bell,",
        "2001) and nobody else, as all who have seen it say.",
    ]
    aim = "/Dest [4 0 R /XYZ 50 668 null]"
    links = [link("Bell,", aim, line=lines[0]), link("2001", aim, line=lines[1], y=688)]
    assert meant(tmp_path, *links, text=lines) == [("Bell, 2001", ["Bell, Bea"])]


def test_one_link_may_have_an_area_on_each_of_two_lines():
    lines = [
        "Larks are told apart in the north by (see also Bell,",
        "2001) and nobody else, as all who have seen it say.",
    ]
    quads = "/QuadPoints [285 708 310 708 285 697 310 697 50 696 70 696 50 685 70 685]"
    aim = "/Dest [4 0 R /XYZ 50 668 null]"
    assert linked(link("Bell", aim, more=quads, line=lines[0]), text=lines) == [("Bell, 2001", "Bell, Bea")]


def test_a_link_whose_words_are_those_of_another_entry_does_not_decide(tmp_path):
    text = ["Larks are told apart by Cole (2003), as all say."]
    wrong = link("Cole (2003", "/Dest [4 0 R /XYZ 50 690 null]", line=text[0])
    assert meant(tmp_path, wrong, text=text) == [("Cole (2003)", ["Cole, Carl"])]


def test_a_link_over_what_no_citation_was_seen_in_is_one(tmp_path):
    cited = link("Cole", "/Dest [4 0 R /XYZ 50 640 null]")
    assert ("Cole", ["Cole, Carl"]) in meant(tmp_path, cited)


def test_links_to_the_text_and_to_headings_are_no_citations(tmp_path):
    aims = "/Dest [4 0 R /XYZ 50 712 null]", "/Dest [3 0 R /XYZ 50 712 null]", "/Dest [4 0 R /XYZ 50 800 null]"
    marks = [link(words, aim) for words, aim in zip(("Larks", "told", "saw"), aims, strict=True)]
    assert [words for words, _ in meant(tmp_path, *marks)] == ["Bell (2001)"]


def test_files_whose_links_are_damaged_are_still_read():
    whole = pdf([link("Bell (2001", "/Dest [4 0 R /XYZ 50 690 null]")])
    start = whole.index(b"/Annots")
    for place in range(start, start + 120, 7):
        try:
            assert read(whole[:place] + b"<<[((" + whole[place + 5 :]).text
        except ReadError as error:
            assert error.fault.message  # noqa: PT017


PAGE = """<html><body><p>Larks are told apart in the south by <a href="#b">Bell (2001)</a>, as Cole (2003) saw.</p>
<p style="page-break-before: always"></p><h1>References</h1>
<p><a name="a"></a>Bell, Ann. 2001. <i>On larks.</i> Leeds: Press.</p>
<p><a name="b"></a>Bell, Bea. 2001. <i>On rooks.</i> York: Press.</p>
<p><a name="c"></a>Cole, Carl. 2003. <i>On wrens.</i> London: Press.</p></body></html>"""


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_links_in_a_file_of_libreoffice(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(tmp_path)]
    subprocess.run([OFFICE, profile, *convert, str(tmp_path / "a.html")], check=True, capture_output=True, timeout=120)
    document = READER.read(Raw("a.pdf", (tmp_path / "a.pdf").read_bytes()))
    shown = [(one.span.of(document.text), one.aim.of(document.text)[:9]) for one in document.links]
    assert shown == [("Bell (2001)", "Bell, Bea")]
