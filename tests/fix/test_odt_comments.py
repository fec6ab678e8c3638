"""Comments in OpenDocument texts: at their places whatever the words stand in, and nothing else changed."""

import io
import re
import zipfile

import pytest

from citecheck.engine.annotation import annotate
from citecheck.engine.settings import Settings
from citecheck.model.raw import Raw
from citecheck.readers.odt import read

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def par(inside):
    return f"<text:p>{inside}</text:p>"


LIST = (
    par("References")
    + par("Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.")
    + par("Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.")
    + par("Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.")
)
RIGHT = "Nets are shared (Ostrom, 1990; Kuhn, 1962; Axelrod, 1984). "
NOTE = (
    '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>But see Ostrum (1990).</text:p></text:note-body></text:note>"
)
TABLE = (
    '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row>'
    "<table:table-cell>{}</table:table-cell><table:table-cell>{}</table:table-cell></table:table-row></table:table>"
)
PLACES = [
    (par(f"{RIGHT}Some (Ostrum, 1990) doubt."), "Ostrum", "in the middle of a paragraph"),
    (par(f"{RIGHT}Some (Os<text:span>tr</text:span>um, 1990) doubt."), "Ostrum", "over a span"),
    (par(f"{RIGHT}<text:span>Some (Ostrum, 1990)</text:span> doubt."), "Ostrum", "inside a span"),
    (par(f"{RIGHT}<text:tab/>(Ostrum,<text:s/>1990)<text:line-break/>x"), "Ostrum", "between a tab and a blank"),
    (par(f"{RIGHT}\n   Some\n   (Ostrum, 1990)"), "Ostrum", "among blanks that are one"),
    (
        TABLE.format(par(RIGHT), par("(Ostrum, 1990)")),
        "Ostrum",
        "in the cell of a table",
    ),
    (par(f"{RIGHT}{NOTE} Go on."), "", "in a note: at its mark"),
]


@pytest.fixture
def copy(tmp_path):
    """Return the outcome, the copy and its text."""

    def made(data, *, highlight=False, name="a.odt"):
        path = tmp_path / name
        path.write_bytes(data)
        outcome, copied = annotate(str(path), Settings(debug=True), highlight=highlight)
        (tmp_path / f"copy-{name}").write_bytes(copied)
        return outcome, copied

    return made


def content(data):
    from lxml import etree

    if not data.startswith(b"PK"):
        return etree.fromstring(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return etree.fromstring(archive.read("content.xml"))


def comments_of(root):
    """Return what each comment says, and the words between its marks."""
    found = []
    for annotation in root.iter(f"{OFFICE}annotation"):
        name = annotation.get(f"{OFFICE}name")
        creator, *paragraphs = ("".join(one.itertext()) for one in annotation if not one.tag.endswith(("}date", "}i")))
        found.append((creator, paragraphs, _between(root, annotation, name)))
    return found


def _between(root, annotation, name):
    from lxml import etree

    written = etree.tostring(root, encoding="unicode")
    own = etree.tostring(annotation, encoding="unicode", with_tail=False)
    behind = written.partition(own.partition(">")[0].split()[-1])[2].partition("</office:annotation>")[2]
    inside = re.split(rf'<office:annotation-end office:name="{name}"', behind)[0]
    return re.sub(r"<[^>]*>", "", re.sub(r"<text:note .*</text:note>", "", inside))


@pytest.mark.parametrize(("body", "words", "why"), PLACES)
@pytest.mark.parametrize("highlight", [False, True])
def test_a_comment_stands_at_the_words_that_are_meant(open_text, copy, body, words, why, highlight):
    outcome, copied = copy(open_text(body + LIST), highlight=highlight)
    ((creator, paragraphs, marked),) = comments_of(content(copied))
    assert creator == "citecheck"
    assert paragraphs[0] == "error: misspelled-author"
    assert paragraphs[-1].startswith("Entry 3: Ostrom, Elinor. 1990.")
    assert marked == words, why
    assert read(Raw("copy.odt", copied)).text == outcome.manuscript.document.text


def test_only_the_text_is_changed(open_text, copy):
    data = open_text(par(f"{RIGHT}Some (Ostrum, 1990)") + LIST)
    _, copied = copy(data)
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copied)) as after:
        assert after.namelist() == before.namelist()
        assert [name for name in after.namelist() if after.read(name) != before.read(name)] == ["content.xml"]
        assert after.infolist()[0].compress_type == zipfile.ZIP_STORED


def test_highlighted_are_the_words_alone(open_text, copy):
    _, copied = copy(open_text(par(f"{RIGHT}Some (Os<text:span>tr</text:span>um, 1990){NOTE}") + LIST), highlight=True)
    spans = content(copied).iter(f"{TEXT}span")
    coloured = [
        [one.text, *(part.tail for part in one)]
        for one in spans
        if one.get(f"{TEXT}style-name") == "citecheck-highlight"
    ]
    assert ["".join(filter(None, words)) for words in coloured] == ["Os", "tr", "um", "Ostrum"]


def test_a_flat_file_is_one_part(open_text, copy):
    with zipfile.ZipFile(io.BytesIO(open_text(par(f"{RIGHT}Some (Ostrum, 1990)") + LIST))) as archive:
        flat = archive.read("content.xml").replace(b"document-content", b"document")
    mime = b' office:mimetype="application/vnd.oasis.opendocument.text" '
    _, copied = copy(flat.replace(b" office:version", mime + b"office:version", 1), name="a.fodt")
    assert [marked for *_, marked in comments_of(content(copied))] == ["Ostrum"]


def test_libreoffice_opens_a_copy_and_shows_all_its_comments(open_text, copy, tmp_path, libreoffice):
    _, copied = copy(open_text("".join(body for body, *_ in PLACES) + LIST), highlight=True)
    theirs = content(libreoffice(tmp_path / "copy-a.odt", "odt"))
    ours = comments_of(content(copied))
    assert len(ours) == len(PLACES)
    assert [one[:2] for one in comments_of(theirs)] == [one[:2] for one in ours]
