"""PDF: the printed lines of its pages, put back into paragraphs; what holds only pictures of pages is said to do so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from citecheck.model.document import Document, Source
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.pdf_aims import links_to_lines
from citecheck.readers.pdf_apart import pages_apart
from citecheck.readers.pdf_columns import PlacedLine, in_reading_order
from citecheck.readers.pdf_furniture import without_furniture
from citecheck.readers.pdf_pages import PrintedPage
from citecheck.readers.pdf_paragraphs import paragraphs
from citecheck.readers.pdf_setting import Setter
from citecheck.readers.reader import Reader

#: Characters of text from one file.
LONGEST_TEXT = 20_000_000


def read(raw: Raw) -> Document:
    """Read a PDF that has text."""
    if not _is_pdf(raw.data):
        raise ReadError(FaultKind.DAMAGED, "the file is no PDF, or a damaged one")
    with closing(pages_apart(raw.data)) as printed:
        pages = list(_within_limits(printed))
    if not any(page.lines for page in pages):
        raise ReadError(FaultKind.NO_TEXT, "no text layer: the pages are pictures; run OCR first")
    lines: list[PlacedLine] = []
    for page in without_furniture(pages):
        lines += in_reading_order(page)
    setter = Setter([placed.line.text for placed in lines])
    for paragraph in paragraphs(lines):
        setter.add(paragraph)
    text = setter.text
    links = links_to_lines(text, setter.linked, setter.begun) if setter.linked else ()
    return Document(
        path=raw.path,
        format="pdf",
        text=text,
        blocks=tuple(setter.blocks),
        sources=(Source(raw.path, text),),
        emphasis=tuple(setter.italics),
        superscript=tuple(setter.raised),
        links=links,
    )


def _is_pdf(data: bytes) -> bool:
    """Whether the mark of PDFs stands where programs look for it."""
    return b"%PDF-" in data[:1024]


def _within_limits(pages: Iterator[PrintedPage]) -> Iterator[PrintedPage]:
    length = 0
    for page in pages:
        length += sum(len(line.text) for line in page.lines)
        if length > LONGEST_TEXT:
            raise ReadError(FaultKind.TOO_LARGE, f"the file holds too much text (limit {LONGEST_TEXT} characters)")
        yield page


READER = Reader(
    format="pdf",
    suffixes=(".pdf",),
    read=read,
    sniff=_is_pdf,
    description="PDF with a text layer",
    limit=100_000_000,
)
