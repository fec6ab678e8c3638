"""Comments in Word files: at their places whatever the words stand in, and nothing else changed."""

import io
import re
import zipfile

import pytest

from citecheck.engine.annotation import annotate
from citecheck.engine.settings import Settings
from citecheck.model.raw import Raw
from citecheck.readers.docx import read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs):
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p>{inside}</w:p>"


LIST = (
    par("References")
    + par("Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.")
    + par("Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.")
    + par("Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.")
)
RIGHT = "Nets are shared (Ostrom, 1990; Kuhn, 1962; Axelrod, 1984). "
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ADDIN OTHER </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
SIMPLE = '<w:fldSimple w:instr=" REF x ">{}</w:fldSimple>'
DELETED = '<w:del w:id="1"><w:r><w:delText>Ostrum</w:delText></w:r></w:del>'
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="v"><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent>'
    "</v:textbox></v:shape></w:pict></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
)

#: What a misspelled name stands in, and the words that the comment is to stand at.
PLACES = [
    (par(RIGHT + "Some (Ostrum, 1990) doubt."), "Ostrum", "in the middle of a run"),
    (par(RIGHT, "Some (Os", run("tr", "<w:b/>"), "um, 1990) doubt."), "Ostrum", "over three runs"),
    (par(RIGHT, f"<w:hyperlink>{run('Some (Ostrum, 1990) doubt.')}</w:hyperlink>"), "Ostrum", "in a link"),
    (par(RIGHT, FIELD.format(run("(Ostrum, 1990)"))), None, "in the result of a field: at the whole of it"),
    (par(RIGHT, SIMPLE.format(run("(Ostrum, 1990)"))), None, "in a simple field: at the whole of it"),
    (par(RIGHT, CONTROL.format(run("(Ostrum, 1990)"))), "Ostrum", "in a content control"),
    (par(RIGHT, f'<w:ins w:id="1">{run("Some (Ostrum, 1990)")}</w:ins>'), "Ostrum", "in a tracked insertion"),
    (par(RIGHT, DELETED, "So (Ostrum, 1990)."), "Ostrum", "behind a tracked deletion"),
    (
        par(RIGHT) + f"<w:tbl><w:tr><w:tc>{par('Nets')}</w:tc><w:tc>{par('(Ostrum, 1990)')}</w:tc></w:tr></w:tbl>",
        "Ostrum",
        "in the cell of a table",
    ),
    (
        par(RIGHT, "<w:r><w:t>So</w:t><w:tab/><w:t>(Ostrum, 1990)</w:t><w:br/><w:t>x</w:t></w:r>"),
        "Ostrum",
        "in a run with tabs and line breaks",
    ),
    (par(RIGHT, BOX.format(par("(Ostrum, 1990)"))), None, "in a text box, which cannot hold a comment: at the box"),
]


@pytest.fixture
def copy(tmp_path):
    """Return the parts of an annotated copy, its comments, and the words each of them is at."""

    def made(data, **chosen):
        highlight = chosen.pop("highlight", False)
        path = tmp_path / "a.docx"
        path.write_bytes(data)
        outcome, copied = annotate(str(path), Settings(debug=True, **chosen), highlight=highlight)
        (tmp_path / "copy.docx").write_bytes(copied)
        with zipfile.ZipFile(io.BytesIO(copied)) as archive:
            assert archive.testzip() is None
            parts = {name: archive.read(name) for name in archive.namelist()}
        return outcome, parts

    return made


def comments_of(parts):
    """Return author and paragraphs of each comment, and the words between its marks, by id."""
    from lxml import etree

    said = etree.fromstring(parts["word/comments.xml"])
    text = etree.fromstring(parts["word/document.xml"])
    found = {}
    for comment in said:
        id_ = comment.get(f"{W}id")
        paragraphs = ["".join(one.itertext(f"{W}t")) for one in comment.iter(f"{W}p")]
        found[id_] = (comment.get(f"{W}author"), paragraphs, _between(text, id_))
    return found


def _between(text, id_):
    words, inside = "", False
    for element in text.iter():
        if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == id_:
            inside = True
        elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == id_:
            return words
        elif inside and element.tag in {f"{W}t", f"{W}footnoteReference"}:
            words += element.text or "[note]"
    return None


@pytest.mark.parametrize(("body", "words", "why"), PLACES)
def test_a_comment_stands_at_the_words_that_are_meant(word, copy, body, words, why):
    _, parts = copy(word(body + LIST))
    ((author, paragraphs, marked),) = comments_of(parts).values()
    assert author == "citecheck"
    assert paragraphs[0] == "error: misspelled-author"
    assert paragraphs[-1].startswith("Entry 3: Ostrom, Elinor. 1990.")
    assert marked == (words or "(Ostrum, 1990)"), why


@pytest.mark.parametrize(("body", "words", "why"), PLACES)
def test_the_words_of_the_text_stay_what_they_were(word, tmp_path, copy, body, words, why):
    outcome, _ = copy(word(body + LIST), highlight=True)
    assert read(Raw("copy.docx", (tmp_path / "copy.docx").read_bytes())).text == outcome.manuscript.document.text, why


NOTE = f'<w:footnote w:id="2">{par("But see Ostrum (1990).")}</w:footnote>'


def test_what_stands_in_a_note_is_said_at_its_mark(word, copy):
    body = par(RIGHT, '<w:r><w:footnoteReference w:id="2"/></w:r>', "Go on.") + LIST
    _, parts = copy(word(body, NOTE))
    ((_, paragraphs, marked),) = comments_of(parts).values()
    assert marked == "[note]"
    assert paragraphs[0] == "error: misspelled-author"
    assert parts["word/footnotes.xml"].decode().count("Ostrum") == 1


def test_only_what_comments_need_is_changed(word, copy):
    data = word(par(RIGHT + "Some (Ostrum, 1990).", '<w:r><w:footnoteReference w:id="2"/></w:r>') + LIST, NOTE)
    _, parts = copy(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    changed = {name for name in parts if before.get(name) != parts[name]}
    assert changed == {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml", "word/comments.xml"}
    marks = re.compile(rb"<w:r><w:commentReference [^>]*/></w:r>|<w:commentRange[^>]*/>")
    words = re.sub(rb"<[^>]*>", b"", marks.sub(b"", parts["word/document.xml"]))
    assert words.strip() == re.sub(rb"<[^>]*>", b"", before["word/document.xml"])


def test_the_same_article_gives_the_same_bytes(word, copy, tmp_path):
    data = word(par(RIGHT + "Some (Ostrum, 1990).") + LIST)
    copy(data)
    first = (tmp_path / "copy.docx").read_bytes()
    copy(data)
    assert (tmp_path / "copy.docx").read_bytes() == first


def test_comments_of_others_stay_and_ours_get_numbers_of_their_own(word, copy):
    kept = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="Ada">{par("Why?")}</w:comment></w:comments>'
    data = word(par(RIGHT + "Some (Ostrum, 1990).") + LIST, more={"word/comments.xml": kept})
    _, parts = copy(data)
    assert [(id_, author) for id_, (author, *_) in comments_of(parts).items()] == [("7", "Ada"), ("8", "citecheck")]


def test_an_error_is_said_at_each_place_and_a_habit_once(word, copy):
    habit = "Nets (Ostrom, 1990; Kuhn, 1962; Axelrod, 1984; Ostrom, 1990; Kuhn, 1962; Axelrod, 1984). "
    body = par(habit + "Some (Ostrum, 1990) and more (Ostrum, 1990).") + par("They rot (Kuhn 1962), and (Ostrom 1990).")
    _, parts = copy(word(body + LIST))
    said = [(paragraphs[0], marked) for _, paragraphs, marked in comments_of(parts).values()]
    assert said == [
        ("error: misspelled-author", "Ostrum"),
        ("error: misspelled-author", "Ostrum"),
        ("style: inconsistent-comma", "Kuhn 1962"),
    ]
    (*_, (_, paragraphs, _)) = comments_of(parts).values()
    assert paragraphs[-1] == "The same in 1 other place: “Ostrom 1990”."


def test_what_is_said_of_the_whole_document_stands_at_its_beginning(word, copy):
    _, parts = copy(word(par("Nets are shared (Ostrom, 1990).")))
    ((_, paragraphs, marked),) = comments_of(parts).values()
    assert paragraphs[0] == "warning: no-reference-list"
    assert marked


def test_a_strict_file_stays_strict(word, copy):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    _, parts = copy(word(par(RIGHT + "Some (Ostrum, 1990).") + LIST, main=strict))
    assert strict.encode() in parts["word/document.xml"]
    assert strict.encode() in parts["word/comments.xml"]
    assert W[1:-1].encode() not in parts["word/document.xml"]


def test_highlighted_are_the_words_alone(word, copy):
    body = par(RIGHT + "Some (Ostrum, 1990).", '<w:r><w:footnoteReference w:id="2"/></w:r>') + LIST
    _, parts = copy(word(body, NOTE), highlight=True)
    coloured = re.compile(r'<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">([^<]*)')
    assert coloured.findall(parts["word/document.xml"].decode()) == ["Ostrum"]
    assert coloured.findall(parts["word/footnotes.xml"].decode()) == ["Ostrum"]


def test_another_reader_finds_each_comment_at_its_words(word, copy, tmp_path):
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    body = par(RIGHT + "Some (Ostrum, 1990).", '<w:r><w:footnoteReference w:id="2"/></w:r>') + LIST
    copy(word(body, NOTE))
    comments = docx.Document(tmp_path / "copy.docx").comments
    assert [(one.comment_id, one.author, one.text.splitlines()[0]) for one in comments] == [
        (0, "citecheck", "error: misspelled-author"),
        (1, "citecheck", "error: misspelled-author"),
    ]


def test_libreoffice_opens_a_copy_and_shows_all_its_comments(word, copy, tmp_path, libreoffice):
    bodies = "".join(body for body, *_ in PLACES)
    body = bodies + par(RIGHT, '<w:r><w:footnoteReference w:id="2"/></w:r>') + LIST
    _, parts = copy(word(body, NOTE), highlight=True)
    made = libreoffice(tmp_path / "copy.docx", "docx")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        shown = {name: archive.read(name) for name in archive.namelist()}
    ours, theirs = comments_of(parts), comments_of(shown)
    assert len(theirs) == len(ours) == len(PLACES) + 1
    said = sorted((author, "".join(paragraphs)) for author, paragraphs, _ in theirs.values())
    assert said == sorted((author, "".join(paragraphs)) for author, paragraphs, _ in ours.values())
    assert b"Ostrum" in libreoffice(tmp_path / "copy.docx", "txt:Text (encoded):UTF8")
