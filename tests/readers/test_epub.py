import io
import zipfile

import pytest

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.epub import READER, read
from citecheck.readers.registry import reader_for

CONTAINER = "<container><rootfiles><rootfile full-path='{}'/></rootfiles></container>"
PACKAGE = (
    "<package xmlns='http://www.idpf.org/2007/opf'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:language>en-GB"
    "</dc:language></metadata><manifest>{}</manifest><spine>{}</spine></package>"
)
PAGE = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body>{}</body></html>"
TEXT = PAGE.format("<h1>Mills</h1><p>As <a href='end.xhtml#r1'>Lee 2001</a> says, <em>et al.</em></p>")
LIST = PAGE.format("<h1>References</h1><ol class='references'><li id='r1'>Lee, A. (2001). Mills.</li></ol>")


def book(pages, *, order=None, opf="OEBPS/c.opf", more=()):
    hrefs = list(pages) if order is None else order
    manifest = "".join(
        f"<item id='i{place}' href='{name}' media-type='application/xhtml+xml'/>" for place, name in enumerate(hrefs)
    )
    spine = "".join(f"<itemref idref='i{place}'/>" for place in range(len(hrefs)))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER.format(opf))
        archive.writestr("OEBPS/c.opf", PACKAGE.format(manifest, spine))
        for name, page in pages.items():
            archive.writestr(f"OEBPS/{name}", page)
        for name, content in more:
            archive.writestr(name, content)
    return Raw("a.epub", data.getvalue())


def test_pages_follow_each_other_in_reading_order():
    found = read(book({"end.xhtml": LIST, "text.xhtml": TEXT}, order=["text.xhtml", "end.xhtml"]))
    assert found.text == "Mills\n\nAs Lee 2001 says, et al.\n\nReferences\n\n1. Lee, A. (2001). Mills."
    assert [block.kind for block in found.blocks] == [
        BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ENTRY,
    ]  # fmt: skip
    assert found.language == "en"
    assert [span.of(found.text) for span in found.emphasis] == ["et al."]
    assert found.faults == ()


def test_links_from_page_to_page():
    found = read(book({"text.xhtml": TEXT, "end.xhtml": LIST}))
    assert [(link.span.of(found.text), link.target) for link in found.links] == [("Lee 2001", "r1")]
    assert [(one.key, one.span.of(found.text)) for one in found.references] == [("r1", "1. Lee, A. (2001). Mills.")]


def test_places_are_those_of_the_text():
    found = read(book({"text.xhtml": TEXT, "end.xhtml": LIST}))
    span = found.references[0].span
    assert found.place(span).span == span


def test_a_page_that_is_not_there_is_said():
    found = read(book({"text.xhtml": TEXT}, order=["text.xhtml", "lost.xhtml", "../../../etc/passwd"]))
    assert [fault.kind for fault in found.faults] == [FaultKind.READ_IN_PART] * 2
    assert "OEBPS/lost.xhtml" in found.faults[0].message


@pytest.mark.parametrize(
    ("raw", "kind", "why"),
    [
        (Raw("a.epub", b"PK\x03\x04 no archive"), FaultKind.DAMAGED, "no archive"),
        (book({"text.xhtml": TEXT}, opf="nowhere.opf"), FaultKind.DAMAGED, "no package"),
        (book({"text.xhtml": PAGE.format("")}), FaultKind.NO_TEXT, "no text"),
        (Raw("a.epub", b""), FaultKind.UNREADABLE, "nothing"),
    ],
)
def test_what_cannot_be_read(raw, kind, why):
    with pytest.raises(ReadError) as error:
        read(raw)
    assert error.value.fault.kind is kind, why


def test_is_known_by_its_first_member():
    assert reader_for("-", book({"text.xhtml": TEXT}).data) is READER
