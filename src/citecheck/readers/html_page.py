"""Walks a page of HTML and writes what a reader of it sees."""

from __future__ import annotations

from citecheck.model.document import BlockKind
from citecheck.model.value import replace
from citecheck.readers.html_lists import entries_in, names_of, notes_in
from citecheck.readers.tagged_entry import EMPTY
from citecheck.readers.transcribing import Transcriber
from citecheck.text.markup import Element, Tree, contents, texts

_SKIPPED = (
    "audio", "button", "canvas", "colgroup", "datalist", "dialog", "embed", "head", "iframe", "img", "input", "link",
    "map", "menu", "meta", "nav", "noscript", "object", "picture", "rp", "rt", "script", "select", "style", "svg",
    "template", "textarea", "title", "video", "wbr",
)  # fmt: skip
_CODE = ("code", "kbd", "samp", "math")
_PARAGRAPHS = ("address", "dd", "dt", "li", "p", "pre", "summary")
_CONTAINERS = (
    "article", "aside", "blockquote", "body", "center", "details", "div", "dl", "fieldset", "figure", "footer", "form",
    "header", "main", "ol", "section", "table", "tbody", "tfoot", "thead", "ul",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LAYOUT = frozenset((*_HEADINGS, "blockquote", "ol", "section", "table", "ul"))
"""What stands in the cells of a table that only sets out the page."""

_NOTE_MARKS = frozenset(("doc-noteref", "footnote-ref", "footnoteref", "fnref", "noteref"))
_WAYS_BACK = frozenset(("doc-backlink", "footnote-back", "footnote-backref", "fnbackref", "reversefootnote"))
_CITED = frozenset(("bibr", "citation", "doc-biblioref", "ltx_ref"))
_HIDDEN = ("hidden", "display:none", "display: none", 'role="navigation"', "aria-hidden", "page-list", "pagebreak")
_LONGEST_MARK = 6


class Page(Transcriber):
    """Writes one page. Afterwards `certain` are the links that the page itself calls citations."""

    def __init__(self, source: str, tree: Tree) -> None:
        super().__init__(source)
        self.root = tree.root
        self.entries = entries_in(source, tree)
        self.notes = {} if self._are_notes_entries(tree) else notes_in(tree)
        self.certain: set[tuple[int, int]] = set()
        self._marks_of = frozenset(name for note in self.notes if (name := note.attribute("id")))
        self._numbers: dict[Element, int] = {}
        self._section = 0
        self._after_entry = 0
        self.handle(self.skip, *_SKIPPED)
        self.handle(self.blank, *_CODE)
        self.handle(self._paragraph, *_PARAGRAPHS)
        self.handle(self._container, *_CONTAINERS)
        self.handle(self.heading, *_HEADINGS)
        self.handle(self.caption, "caption", "figcaption")
        self.handle(self._row, "tr")
        self.handle(self.italic, "em", "i", "cite", "var")
        self.handle(self.raised, "sup")
        self.handle(self._break, "br", "hr")
        self.handle(self._anchor, "a")
        self.handle(self._span, "span")

    def take_whole(self) -> None:
        """Write the page."""
        self.walk(self.root)

    def _are_notes_entries(self, tree: Tree) -> bool:
        """Whether the list and the notes are one, as on pages that cite in notes."""
        return bool(self.entries) and any(note in self.entries for note in notes_in(tree))

    def _is_hidden(self, element: Element) -> bool:
        return bool(element.written) and any(sign in element.written for sign in _HIDDEN) and _hides(element)

    def _paragraph(self, element: Element) -> None:
        """Write a paragraph, an item, an entry or a note."""
        if element in self.entries:
            self._entry(element)
        elif element in self.notes:
            self.block(element, BlockKind.NOTE, self.notes[element])
        elif not self._is_hidden(element) and not (element.name == "pre" and element.child("code") is not None):
            self.paragraph(element)

    def _container(self, element: Element) -> None:
        """Write what stands in a part of the page."""
        if element in self.entries:
            self._entry(element)
        elif element in self.notes:
            self.block(element, BlockKind.NOTE, self.notes[element])
        elif not self._is_hidden(element):
            if element.name == "ol" and "list-style" not in element.written:
                self._count(element)
            self.container(element)

    def _count(self, element: Element) -> None:
        """Number the items of a list as the page shows them."""
        start = element.attribute("start") or ""
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        self._numbers.update((item, number) for number, item in enumerate(element.elements, start=first))

    def _entry(self, element: Element) -> None:
        """Write an entry, and before it the number that the page shows where its list counts."""
        if self.kind is not None:
            self.container(element)
            return
        scribe = self.scribe
        scribe.finish()
        if (
            any(block.kind is BlockKind.HEADING for block in scribe.blocks[self._after_entry :])
            and self.marks.references
        ):
            self._section += 1
        self.kind = BlockKind.ENTRY
        scribe.begin(BlockKind.ENTRY)
        before = len(scribe.blocks)
        number = self._numbers.get(element)
        if number is not None and not contents(scribe.source, element)[:1].isdecimal():
            scribe.insert(f"{number}. ", element.start, element.attributes_at)
        self.walk(element)
        scribe.begin(None)
        self.kind = None
        self._after_entry = len(scribe.blocks)
        if len(scribe.blocks) > before:
            key = self.entries[element] or None
            self.marks.references.append(replace(EMPTY, span=scribe.blocks[-1].span, key=key, section=self._section))

    def _row(self, element: Element) -> None:
        """Write a row of a table; one that sets out the page is walked through."""
        if any(inner.name in _LAYOUT for cell in element.elements for inner in cell.elements):
            for cell in element.elements:
                self.container(cell)
        else:
            self.row(element)

    def _break(self, element: Element) -> None:
        """Write the end of a line."""
        if (
            self.kind in {BlockKind.TABLE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.ENTRY}
            or not self.scribe.ending
        ):
            self.blank(element)
        else:
            self.scribe.tighten("\n", element.start, element.end)

    def _span(self, element: Element) -> None:
        """Write a part of a line; the citations of pandoc name the entries that are meant."""
        names = names_of(element)
        if "math" in names or self._is_hidden(element):
            self.blank(element)
            return
        cited = element.attribute("data-cites")
        if cited is None or any(inner.name == "a" for inner in element.descendants()):
            self.walk(element)
            return
        start = len(self.marks.links)
        self.link(element, [f"ref-{key}" for key in cited.split()])
        self.certain.update((first, last) for first, last, _ in self.marks.links[start:])

    def _anchor(self, element: Element) -> None:
        """Write a link; marks of notes and ways back from them are no text."""
        names = names_of(element)
        target = element.attribute("href") or ""
        if names & _WAYS_BACK or (names & _NOTE_MARKS and self._is_mark(element)):
            return
        name = target.rpartition("#")[2] if "#" in target and "://" not in target else ""
        if not name:
            self.walk(element)
        elif name in self._marks_of and self._is_mark(element):
            return
        else:
            start = self.scribe.length
            self.link(element, [name])
            if names & _CITED:
                self.certain.add((start, self.scribe.length))

    def _is_mark(self, element: Element) -> bool:
        return sum(end - start for start, end in texts(element)) <= _LONGEST_MARK


def _hides(element: Element) -> bool:
    """Whether an element is not shown."""
    return (
        "display:none" in (element.attribute("style") or "").replace(" ", "")
        or element.attribute("aria-hidden") == "true"
        or element.attribute("role") == "navigation"
        or element.attribute("epub:type") in {"page-list", "pagebreak"}
        or element.has("hidden")
    )
