"""TEI, the XML of editions and of programs that read PDFs: its refs are the truth for links, its bibls the entries."""

from __future__ import annotations

from citecheck.model.document import BlockKind, Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.reader import Reader
from citecheck.readers.tei_references import take_entry
from citecheck.readers.transcribing import About, Transcriber, document_of, language_of
from citecheck.text.declared import decode_markup, root_of
from citecheck.text.markup import Element, Tree, read_tree

_ROOTS = frozenset(("TEI", "teiCorpus", "TEI.2"))
_SKIPPED = ("fw", "gb", "graphic", "listBibl", "media", "notatedMusic", "pb")
_BLANKS = ("formula", "gap", "lb", "cb", "math")
_PARAGRAPHS = ("p", "ab", "item", "l", "byline", "epigraph", "closer", "opener", "signed", "trailer", "stage", "sp")
_CONTAINERS = (
    "abstract", "back", "body", "div", "div1", "div2", "div3", "div4", "floatingText", "front", "group", "lg", "list",
    "table", "text", "titlePage",
)  # fmt: skip
_NUMBER = "#number"
_ENTRIES = frozenset(("bibl", "biblFull", "biblStruct"))


def read(raw: Raw) -> Document:
    """Read TEI; the header gives the title and the abstract, the lists stand at the end."""
    decoded = decode_markup(raw.data)
    tree = read_tree(decoded.text)
    root = next(iter(tree.root.elements), None)
    if root is None or root.name not in _ROOTS:
        raise ReadError(FaultKind.UNREADABLE, "the file is no TEI: its root element is another one")
    edition = _Edition(decoded.text, tree)
    edition.take_whole()
    text = root.child("text")
    tag = (text.attribute("xml:lang") if text else None) or root.attribute("xml:lang")
    about = About(
        path=raw.path,
        format="tei",
        language=language_of(tag),
        faults=tree.faults,
        notes=decoded.notes,
        keys=frozenset(edition.keys),
    )
    return document_of(edition, about)


class _Edition(Transcriber):
    """Writes one text: title and abstract from the header, then the text, then its lists."""

    def __init__(self, source: str, tree: Tree) -> None:
        super().__init__(source)
        self._tree = tree
        self._lists = _lists(tree)
        self.keys = {key for one in self._lists for entry in one.elements if (key := entry.attribute("xml:id"))}
        self.handle(self.skip, *_SKIPPED)
        self.handle(self.blank, *_BLANKS)
        self.handle(self.paragraph, *_PARAGRAPHS)
        self.handle(self.container, *_CONTAINERS)
        self.handle(self._head, "head")
        self.handle(self._number, _NUMBER)
        self.handle(self._figure, "figure")
        self.handle(self._header, "teiHeader")
        self.handle(self.row, "row")
        self.handle(self._note, "note")
        self.handle(self._ref, "ref", "ptr")
        self.handle(self._highlighted, "hi")
        self.handle(self.italic, "emph", "foreign")

    def take_whole(self) -> None:
        """Write the text, then its lists."""
        self.walk(self._tree.root)
        for section, entries in enumerate(self._lists):
            head = entries.child("head")
            if head is not None:
                self.block(head, BlockKind.HEADING)
            else:
                self.scribe.begin(BlockKind.HEADING)
                self.scribe.insert("References", entries.start, entries.start)
            for entry in entries.elements:
                if entry.name in _ENTRIES:
                    take_entry(self, entry, section)

    def _header(self, element: Element) -> None:
        """Write title and abstract."""
        for one in element.descendants():
            if one.name == "titleStmt" and (title := one.child("title")) is not None:
                self.block(title, BlockKind.HEADING)
                break
        for one in element.descendants():
            if one.name == "abstract":
                self.container(one)

    def _head(self, element: Element) -> None:
        """Write a heading with its number."""
        number = element.attribute_place("n")
        if number is None:
            self.heading(element)
            return
        numbered = Element(element.name, element.start, element.end)
        prefix = Element(_NUMBER, *number)
        prefix.children.append(number)
        numbered.children += [prefix, *element.children]
        self.heading(numbered)

    def _number(self, element: Element) -> None:
        """Write the number of a heading, and a blank behind it."""
        self.walk(element)
        self.scribe.blank(element.end, element.end)

    def _figure(self, element: Element) -> None:
        """Write heading and description of a figure or table as its caption, and the table."""
        if self.kind is BlockKind.PARAGRAPH:
            self.later(self._figure, element)
            return
        for one in element.elements:
            if one.name in {"head", "label", "figDesc"}:
                self.caption(one)
            elif one.name in {"table", "note", "p"}:
                self.take(one)

    def _note(self, element: Element) -> None:
        """Write a note behind the paragraph that it belongs to."""
        if self.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION}:
            self.later(self._note, element)
        else:
            self.block(element, BlockKind.NOTE, element.attribute("n"))

    def _ref(self, element: Element) -> None:
        """Write a reference; one to an entry is a citation, one to a note only a mark."""
        targets = [target[1:] for target in (element.attribute("target") or "").split() if target.startswith("#")]
        kind = element.attribute("type")
        if kind in {"foot", "note", "noteAnchor"}:
            return
        if kind in {"bibr", "bibl"} or self.keys.intersection(targets):
            self.link(element, targets)
        else:
            self.walk(element)

    def _highlighted(self, element: Element) -> None:
        """Write what is set off, in the way the text says."""
        how = f"{element.attribute('rend') or ''} {element.attribute('rendition') or ''}".lower()
        if "sup" in how:
            self.raised(element)
        elif "ital" in how:
            self.italic(element)
        else:
            self.walk(element)


def _lists(tree: Tree) -> list[Element]:
    """Return the reference lists of the text: those of the header describe its source."""
    lists: list[Element] = []
    end = -1
    for element in tree.elements:
        if element.start >= end:
            if element.name == "teiHeader":
                end = element.end
            elif element.name == "listBibl" and any(one.name in _ENTRIES for one in element.elements):
                lists.append(element)
                end = element.end
    return lists


READER = Reader(
    format="tei",
    suffixes=(".tei",),
    read=read,
    sniff=lambda head: root_of(head)[0] in _ROOTS,
    description="TEI XML, also that of GROBID",
)
