"""JATS, the XML of journals: its text in reading order, its xrefs as the truth for links, its refs as entries."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import BlockKind, Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.jats_references import take_list
from citecheck.readers.reader import Reader
from citecheck.readers.transcribing import About, Transcriber, document_of, language_of
from citecheck.text.declared import decode_markup, root_of
from citecheck.text.markup import Element, Tree, contents, read_tree, texts

_ROOTS = frozenset(("article", "articles", "book", "book-part-wrapper", "pmc-articleset", "sub-article"))
_DEEP_ROOTS = frozenset(("OAI-PMH", "collection", "records"))
"""Wrappers in which archives hand out articles."""

_SKIPPED = (
    "aff", "alt-text", "article-id", "author-notes", "code", "contrib-group", "counts", "custom-meta-group",
    "funding-group", "graphic", "history", "index-term", "inline-graphic", "inline-supplementary-material",
    "journal-meta", "kwd-group", "long-desc", "media", "object-id", "permissions", "processing-meta", "pub-date",
    "related-article", "related-object", "sec-meta", "self-uri", "target", "x-ref-list",
)  # fmt: skip
_BLANKS = ("break", "disp-formula", "disp-formula-group", "chem-struct-wrap", "inline-formula", "math", "tex-math")
_PARAGRAPHS = ("p", "attrib", "verse-line", "preformat", "term", "def", "subtitle-note")
_CONTAINERS = (
    "sec", "ack", "app", "app-group", "bio", "body", "back", "boxed-text", "def-item", "def-list", "disp-quote",
    "floats-group", "glossary", "list", "list-item", "notes", "speech", "statement",
    "table", "tbody", "thead", "tfoot", "table-wrap-foot", "verse-group", "fn-group",
)  # fmt: skip
_FLOATS = ("fig", "fig-group", "table-wrap", "table-wrap-group", "supplementary-material")
_IN_FRONT = frozenset(("abstract", "title-group", "trans-abstract"))
_PARTS = ("sub-article", "response")
_LISTS_OR_PARTS = frozenset(("ref-list", *_PARTS))
_NOTE_MARKS = frozenset(("aff", "author-notes", "corresp", "fn", "table-fn"))
_LONGEST_MARK = 6


def read(raw: Raw) -> Document:
    """Read JATS (NLM and BITS too); text stands in the file, formulas, metadata and pictures are left out."""
    decoded = decode_markup(raw.data)
    tree = read_tree(decoded.text)
    article = _article(tree.root)
    if article is None:
        name = next((element.name for element in tree.root.elements), None)
        said = f"its root element is <{name[:40]}>" if name else "it has no element"
        raise ReadError(FaultKind.UNREADABLE, f"the file is no XML that citecheck reads (JATS or TEI): {said}")
    writer = _Article(decoded.text, article, _lists(tree, article))
    writer.take_whole()
    about = About(
        path=raw.path,
        format="jats",
        language=language_of(article.attribute("xml:lang")),
        faults=tree.faults,
        notes=(*decoded.notes, *_left_out(writer.left_out)),
        keys=frozenset(writer.keys),
    )
    return document_of(writer, about)


def _left_out(kinds: list[str]) -> Iterator[str]:
    """Yield the note that says which parts of the file were not checked with the article."""
    if kinds:
        yield f"not checked: {', '.join(dict.fromkeys(kinds))}; a part with its own citations is an article of its own"


def _article(root: Element) -> Element | None:
    """Return the element that holds the article, None where there is none."""
    first = next(iter(root.elements), None)
    if first is None or first.name in _ROOTS:
        return first
    if first.name in _DEEP_ROOTS:
        return next((element for element in first.descendants() if element.name in _ROOTS), None)
    return None


class _Article(Transcriber):
    """Writes one article: title and abstract, body and back, and the reference lists after everything else."""

    def __init__(self, source: str, article: Element, lists: list[Element]) -> None:
        super().__init__(source)
        self.article = article
        self.lists = lists
        self.keys = {key for entries in lists for key in _ids(entries)}
        self.left_out: list[str] = []
        self._labels: list[Element] = []
        self.handle(self.skip, *_SKIPPED, "ref-list")
        self.handle(self.blank, *_BLANKS)
        self.handle(self._labelled_paragraph, *_PARAGRAPHS)
        self.handle(self._container, *_CONTAINERS)
        self.handle(self._float, *_FLOATS)
        self.handle(self._title, "title", "article-title", "subtitle", "trans-title")
        self.handle(self._caption, "caption")
        self.handle(self._front, "front", "front-stub", "book-meta", "book-part-meta")
        self.handle(self._label, "label")
        self.handle(self.italic, "italic")
        self.handle(self.raised, "sup")
        self.handle(self.row, "tr")
        self.handle(self._note, "fn")
        self.handle(self._xref, "xref")
        self.handle(self._apart, *_PARTS)

    def take_whole(self) -> None:
        """Write the article, then its lists."""
        self.walk(self.article)
        for section, entries in enumerate(self.lists):
            take_list(self, entries, section)

    def _front(self, element: Element) -> None:
        """Write title and abstract."""
        meta = element.child("article-meta") or element
        for part in meta.elements:
            if part.name in _IN_FRONT:
                self.container(part)

    def _label(self, element: Element) -> None:
        """Keep a label for the title or paragraph that it stands before; in a note or cell write it."""
        if self.kind is None:
            self._labels = [element]
        elif self.kind is not BlockKind.NOTE:
            self.walk(element)
            self.scribe.blank(element.end, element.end)

    def _with_label(self, element: Element, kind: BlockKind) -> None:
        """Write a block with the label that waits for it."""
        labels, self._labels = self._labels, []
        if labels:
            whole = Element(element.name, labels[0].start, element.end)
            whole.children += [*labels, *element.children]
            element = whole
        self.block(element, kind)

    def _labelled_paragraph(self, element: Element) -> None:
        self._with_label(element, BlockKind.PARAGRAPH)

    def _title(self, element: Element) -> None:
        self._with_label(element, BlockKind.HEADING)

    def _container(self, element: Element) -> None:
        self.container(element)
        self._labels = []

    def _float(self, element: Element) -> None:
        """Write a figure or table apart; a label that no caption took is its caption."""
        if self.kind is BlockKind.PARAGRAPH:
            self.later(self._float, element)
            return
        self.container(element)
        if self._labels:
            self.caption(self._labels.pop())

    def _caption(self, element: Element) -> None:
        self._with_label(element, BlockKind.CAPTION)

    def _note(self, element: Element) -> None:
        """Write a footnote behind the paragraph that it belongs to; that of a table is part of its caption."""
        if self.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION}:
            self.later(self._note, element)
            return
        self.block(element, BlockKind.NOTE, contents(self.scribe.source, element.child("label")) or None)

    def _apart(self, element: Element) -> None:
        """Leave out what goes with the article and is none of its text, and remember what it is."""
        kind = element.attribute("article-type") or element.attribute("response-type") or element.name
        language = element.attribute("xml:lang") if kind == "translation" else None
        self.left_out.append(f"{kind} ({language})" if language else kind)

    def _xref(self, element: Element) -> None:
        """Write a reference to something; that to an entry is a citation, that to a note only a mark."""
        kind = element.attribute("ref-type")
        targets = (element.attribute("rid") or "").split()
        if kind == "bibr" or (not kind and self.keys.intersection(targets)):
            self.link(element, targets)
        elif kind not in _NOTE_MARKS or sum(end - start for start, end in texts(element)) > _LONGEST_MARK:
            self.walk(element)


def _lists(tree: Tree, article: Element) -> list[Element]:
    """Return the reference lists of the article, without those in another list or another article."""
    lists: list[Element] = []
    end = article.start + 1
    for element in tree.elements:
        if end <= element.start < article.end and element.name in _LISTS_OR_PARTS:
            end = element.end
            if element.name == "ref-list":
                lists.append(element)
    return lists


def _ids(entries: Element) -> Iterator[str]:
    """Yield the names by which the entries of a list are pointed to: those of the refs, and of the works in them."""
    inside = -1
    for element in entries.descendants():
        if element.name == "ref":
            inside = element.end
        if element.start < inside and (key := element.attribute("id")):
            yield key


READER = Reader(
    format="jats",
    suffixes=(".xml", ".nxml", ".jats"),
    read=read,
    sniff=lambda head: root_of(head)[0] in _ROOTS and b"<html" not in head,
    description="JATS, NLM and BITS XML of journals and archives",
)
