"""EPUB books: their chapters in reading order, each a page of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from citecheck.model.document import Block, Document, Link, Source
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.readers.archive import Archive
from citecheck.readers.html import read_page
from citecheck.readers.reader import Reader
from citecheck.readers.transcribing import language_of
from citecheck.text.decoding import TEXT_LIMIT
from citecheck.text.xml import Element, parse_xml

_WHAT = "an EPUB book"
_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html"))
_BETWEEN = "\n\n"


@value
class _Book:
    """The names of a book's pages in reading order, and its language."""

    pages: tuple[str, ...]
    language: str | None


def read(raw: Raw) -> Document:
    """Read a book; its text is that of its pages, one after the other."""
    archive = Archive(raw.data, _WHAT)
    book = _book(archive)
    pages: list[Document] = []
    faults: list[Fault] = []
    length = 0
    for name in book.pages:
        page = _page(archive, name, faults)
        if page is None:
            continue
        length += len(page.text)
        if length > TEXT_LIMIT:
            limit = TEXT_LIMIT // 1_000_000
            raise ReadError(FaultKind.TOO_LARGE, f"the text is too long (limit {limit} million characters)")
        pages.append(page)
    if not pages:
        raise ReadError(FaultKind.NO_TEXT, "the book holds no page with text")
    return _joined(raw.path, pages, book.language, tuple(faults))


def _page(archive: Archive, name: str, faults: list[Fault]) -> Document | None:
    """Return a page, None where it holds no text or cannot be read, which is added to `faults`."""
    data = archive.read(name)
    if data is None:
        faults.append(Fault(FaultKind.READ_IN_PART, f"the page {name[:100]} is missing in the file"))
        return None
    try:
        page = read_page(Raw(name, data), in_book=True)
    except ReadError as error:
        if error.fault.kind is not FaultKind.NO_TEXT:
            message = f"the page {name[:100]} was not read: {error.fault.message}"
            faults.append(Fault(FaultKind.READ_IN_PART, message))
        return None
    faults += (replace(fault, message=f"{name[:100]}: {fault.message}") for fault in page.faults)
    return page


def _book(archive: Archive) -> _Book:
    """Return what the book says of itself; raises `ReadError`."""
    name = next((one.get("full-path") for one in _named(_part(archive, _CONTAINER), "rootfile")), None)
    if not name:
        raise ReadError(FaultKind.DAMAGED, "the book does not say where its table of contents is")
    package = _part(archive, name)
    folder = PurePosixPath(name).parent
    paths = {
        one.get("id"): _path(folder, one.get("href") or "")
        for one in _named(package, "item")
        if one.get("media-type") in _PAGES and "nav" not in (one.get("properties") or "").split()
    }
    spine = dict.fromkeys(one.get("idref") for one in _named(package, "itemref"))
    pages = tuple(path for idref in spine if (path := paths.get(idref)) is not None)
    language = next((one.text for one in _named(package, "language")), None)
    return _Book(pages, language_of(language))


def _part(archive: Archive, name: str) -> Element:
    data = archive.read(name)
    if data is None:
        raise ReadError(FaultKind.DAMAGED, f"the file is damaged: {_WHAT} has a part {name[:100]}, and this has none")
    return parse_xml(data)


def _named(root: Element, name: str) -> Iterator[Element]:
    """Yield the elements of this name, whatever its prefix."""
    return root.iter("{*}" + name)


def _path(folder: PurePosixPath, href: str) -> str:
    """Return the name of a part as the archive has it; what leads out of it is the name of no part."""
    parts: list[str] = []
    for part in (folder / unquote(href.partition("#")[0])).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _joined(path: str, pages: list[Document], language: str | None, faults: tuple[Fault, ...]) -> Document:
    """Return the pages as one document; what one page links to may stand in another."""
    keys = {key for page in pages for one in page.references or () if (key := one.key)}
    texts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    references: list[Reference] = []
    emphasis: list[Span] = []
    superscript: list[Span] = []
    at = 0
    for page in pages:
        texts.append(page.text)
        blocks += (replace(block, span=block.span.shifted(at)) for block in page.blocks)
        emphasis += (span.shifted(at) for span in page.emphasis)
        superscript += (span.shifted(at) for span in page.superscript)
        links += (
            replace(link, span=link.span.shifted(at), target=link.written)
            for link in page.links
            if link.written in keys
        )
        section = 1 + max((one.section for one in references), default=-1)
        for one in page.references or ():
            id_ = ReferenceId(f"r{len(references) + 1}")
            references.append(replace(one, id=id_, span=one.span.shifted(at), section=one.section + section))
        at += len(page.text) + len(_BETWEEN)
    text = _BETWEEN.join(texts)
    return Document(
        path=path,
        format="epub",
        text=text,
        blocks=tuple(blocks),
        sources=(Source(path, text),),
        emphasis=tuple(emphasis),
        superscript=tuple(superscript),
        links=tuple(links),
        references=tuple(references) or None,
        language=language or next((page.language for page in pages if page.language), None),
        faults=faults,
        notes=tuple(dict.fromkeys(note for page in pages for note in page.notes)),
    )


READER = Reader(
    format="epub",
    suffixes=(".epub",),
    read=read,
    sniff=lambda head: head.startswith(b"PK") and b"mimetypeapplication/epub+zip" in head[:100],
    description="EPUB books",
    limit=300_000_000,
)
