"""HTML pages: what a reader of the page sees, without menus and scripts; links to entries of the list are evidence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from citecheck.model.document import Document, Link
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.readers.html_page import Page
from citecheck.readers.reader import Reader
from citecheck.readers.transcribing import About, document_of, language_of
from citecheck.text.declared import decode_markup, root_of
from citecheck.text.markup import Element, Tree, read_tree

_DOCTYPE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<!doctype\s+html", re.IGNORECASE)


def read(raw: Raw) -> Document:
    """Read a page; text stands in the file, its entities and runs of white space made plain."""
    return read_page(raw)


def read_page(raw: Raw, *, in_book: bool = False) -> Document:
    """Read a page; of one in a book all links are kept, for what they point to may stand on another page."""
    decoded = decode_markup(raw.data)
    tree = read_tree(decoded.text, html=True)
    page = Page(decoded.text, tree)
    page.take_whole()
    keys = frozenset(page.entries.values()) - {""}
    inside = page.marks.links
    if not in_book:
        page.marks.links = [link for link in inside if link[2] in keys or link[:2] in page.certain]
    about = About(
        path=raw.path,
        format="html",
        language=language_of(_tag(tree)),
        faults=tree.faults,
        notes=decoded.notes,
        keys=keys,
    )
    document = document_of(page, about)
    if in_book or page.entries or not inside:
        return document
    return replace(document, links=(*document.links, *_aimed(document, tree, inside)))


def _aimed(document: Document, tree: Tree, links: list[tuple[int, int, str]]) -> Iterator[Link]:
    """Yield the links of a page that marks no entries with the block to which they lead: an entry may begin there."""
    targets = {name for _, _, name in links}
    places = [(piece.offset, piece.start) for piece in document.pieces if piece.width != 0]
    places.sort()
    begun = [block.span.start for block in document.blocks]
    aims: dict[str, Span] = {}
    for element in tree.elements:
        name = (element.attribute("id") or element.attribute("name")) if element.written else None
        at = bisect_left(places, (element.start, 0)) if name in targets else len(places)
        if name is not None and at < len(places):
            start = places[at][1]
            end = max(start, document.blocks[max(0, bisect_right(begun, start) - 1)].span.end)
            aims.setdefault(name, Span(start, end))
    for start, end, name in links:
        if name in aims and document.text[start:end].strip():
            yield Link(Span(start, end), None, name, aim=aims[name])


def _tag(tree: Tree) -> str | None:
    """Return the language that the page says it is in."""
    root: Element | None = next((element for element in tree.elements if element.name == "html"), None)
    return (root.attribute("lang") or root.attribute("xml:lang")) if root else None


def sniff(head: bytes) -> bool:
    """Whether a file says in its first bytes that it is HTML."""
    return _DOCTYPE.match(head) is not None or root_of(head)[0].lower() == "html"


READER = Reader(
    format="html",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    sniff=sniff,
    description="HTML pages, also those that pandoc, Word and browsers save",
)
