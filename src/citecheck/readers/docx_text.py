"""Walks the text of a Word file in reading order: paragraphs, tables, text boxes, fields, tracked changes, notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citecheck.model.document import BlockKind
from citecheck.model.value import value
from citecheck.readers.composing import Composer
from citecheck.readers.docx_numbering import Numbering
from citecheck.readers.docx_parts import MC, VAL, W, is_on
from citecheck.readers.docx_styles import BODY, ParagraphStyle, Styles, whole
from citecheck.readers.field_csl import read_tag
from citecheck.readers.field_stack import FieldStack
from citecheck.readers.fields import BIBLIOGRAPHY, Field, FieldKind
from citecheck.readers.looks import PLAIN, Look
from citecheck.readers.note_marks import NoteMarks
from citecheck.readers.tables import Layout, layout
from citecheck.text.xml import Element

Handler = Callable[[Element], None]

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MENDELEY = ("MENDELEY_CITATION", "MENDELEY_BIBLIOGRAPHY")
_NO_TEXT = ("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "ffData")


@value
class Context:
    """What the text of a Word file is read with; with `original` tracked changes are as if refused, else accepted."""

    styles: Styles
    numbering: Numbering
    marks: NoteMarks
    bookmarks: dict[str, Field]
    understand: Callable[[Field], Field]
    original: bool = False


class Walker:
    """Writes one part of a Word file. Elements without a handler are walked through."""

    def __init__(self, root: Element, composer: Composer, context: Context) -> None:
        self._composer = composer
        self._context = context
        begins, ends = _ends_of_fields(root)
        self._fields = FieldStack(composer, context.understand, sure=begins == ends)
        self._look = PLAIN
        self._silent = False
        self._joins = False
        self._boxes: list[Element] = []
        self._marked: dict[str, tuple[int, Field]] = {}
        self.foreign = 0
        """How many parts of the text are kept in another file."""
        self._handlers = self._all_handlers()

    def _all_handlers(self) -> dict[str, Handler]:
        named: dict[str, Handler] = {
            **dict.fromkeys(_NO_TEXT, self._skip),
            **dict.fromkeys(("ins", "moveTo") if self._context.original else ("del", "moveFrom"), self._skip),
            "p": self._paragraph,
            "r": self._run,
            "tbl": self._table,
            "sdt": self._control,
            "txbxContent": self._boxes.append,
            "fldSimple": self._simple_field,
            "bookmarkStart": self._bookmark,
            "bookmarkEnd": self._bookmark_end,
            "altChunk": self._chunk,
            "subDoc": self._chunk,
        }
        return {f"{W}{name}": handler for name, handler in named.items()} | {
            f"{MC}AlternateContent": self._alternative,
            "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": self._formula,
        }

    def walk(self, element: Element) -> None:
        """Take everything inside an element."""
        handlers = self._handlers
        for child in element:
            handlers.get(child.tag, self.walk)(child)

    def finish(self) -> None:
        """Write what was put off."""
        self._composer.end_paragraph()
        while self._boxes:
            self.walk(self._boxes.pop(0))

    def _skip(self, element: Element) -> None:
        """Leave an element out."""

    def _chunk(self, _: Element) -> None:
        self.foreign += 1

    def _alternative(self, element: Element) -> None:
        """Take one of several forms of the same thing."""
        found = element.find(f"{MC}Choice")
        found = element.find(f"{MC}Fallback") if found is None else found
        if found is not None:
            self.walk(found)

    # Paragraphs and what stands in them

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties)
        outer = self._look, self._silent
        self._look, self._silent = style.look, style.kind is None
        label = self._label(properties, style)
        if not self._joins:
            kind = style.kind or BlockKind.PARAGRAPH
            if kind is BlockKind.PARAGRAPH and self._fields.bibliographies:
                kind = BlockKind.ENTRY
            self._composer.open(kind, prefix=label)
        self.walk(paragraph)
        self._joins = self._mark_is_gone(properties)
        if not self._joins:
            self._composer.end_paragraph()
        self._look, self._silent = outer
        while self._boxes and not self._joins:
            self.walk(self._boxes.pop(0))

    def _style(self, properties: Element | None) -> ParagraphStyle:
        """Return what a paragraph is by its style and its own properties."""
        if properties is None:
            return BODY
        named = properties.find(f"{W}pStyle")
        style = self._context.styles.paragraph(named.get(VAL) or "") if named is not None else BODY
        outline = properties.find(f"{W}outlineLvl")
        if style.kind is BlockKind.PARAGRAPH and outline is not None and (outline.get(VAL) or "9") in "012345678":
            return ParagraphStyle(BlockKind.HEADING, style.look, style.numbering)
        return style

    def _label(self, properties: Element | None, style: ParagraphStyle) -> str:
        """Return the number that Word shows before a paragraph, with a blank behind it."""
        number, level = style.numbering
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            list_, depth = own.find(f"{W}numId"), own.find(f"{W}ilvl")
            number = list_.get(VAL) if list_ is not None else number
            level = whole(depth.get(VAL)) if depth is not None else level
        if number is None or number == "0":
            return ""
        if level is None:
            named = properties.find(f"{W}pStyle") if properties is not None else None
            level = self._context.numbering.level(number, named.get(VAL) or "") if named is not None else 0
        label = self._context.numbering.label(number, min(level, 8))
        return f"{label} " if label else ""

    def _mark_is_gone(self, properties: Element | None) -> bool:
        """Whether a tracked change joins a paragraph with the next."""
        change = "ins" if self._context.original else "del"
        return properties is not None and properties.find(f"{W}rPr/{W}{change}") is not None

    def _run(self, run: Element) -> None:
        look = self._look
        for child in run:
            tag = child.tag
            self._composer.at = child
            if tag == _PROPERTIES:
                look = self._context.styles.changed(look, child)
            elif tag in _TEXTS:
                self._write(child.text or "", look)
            elif tag in _SIGNS:
                self._write(_SIGNS[tag], look)
            elif tag in _CODES:
                self._fields.code(child.text or "")
            elif tag == _FIELD:
                self._field(child)
            elif tag in _REFERENCES:
                self._note(child)
            elif tag == _PAGE:
                self._composer.turn((self._composer.page or 1) + 1)
            else:
                self._handlers.get(tag, self.walk)(child)

    def _write(self, text: str, look: Look) -> None:
        if not (look.hidden or self._silent or self._fields.hides):
            self._composer.write(text, italic=look.italic, raised=look.raised)

    def _formula(self, element: Element) -> None:
        self._composer.at = element
        self._write("".join(part.text or "" for part in element.iter(_MATH_TEXT)), self._look)

    def _note(self, reference: Element) -> None:
        """Write the mark of a note; the note itself follows at the end."""
        if self._silent or self._fields.hides:
            return
        kind = "footnotes" if reference.tag == _REFERENCES[0] else "endnotes"
        is_own_mark = is_on(reference) and reference.get(f"{W}customMarkFollows") in {"1", "true", "on"}
        mark = self._context.marks.mark(kind, reference.get(f"{W}id") or "", self._composer.page, own=is_own_mark)
        self._composer.call(mark)

    # Fields, content controls and bookmarks of reference managers

    def _field(self, element: Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.begin(element.findtext(f"{W}fldData"))
        elif kind == "separate":
            stored = element.findtext(f"{W}fldData")
            if stored:
                self._fields.store(stored)
            self._fields.separate()
        elif kind == "end":
            self._fields.end()

    def _simple_field(self, element: Element) -> None:
        self._fields.begin(element.findtext(f"{W}fldData"))
        self._fields.code(element.get(f"{W}instr") or "")
        self._fields.separate()
        self.walk(element)
        self._fields.end()

    def _control(self, control: Element) -> None:
        """Take a content control; Mendeley keeps a citation in its tag, Word a bibliography in its gallery."""
        content = control.find(f"{W}sdtContent")
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = (tag.get(VAL) or "") if tag is not None else ""
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        is_list = name.startswith((_MENDELEY[1], "CitaviBibliography")) or (
            gallery is not None and gallery.get(VAL) == "Bibliographies"
        )
        meaning = BIBLIOGRAPHY if is_list else None
        if name.startswith(_MENDELEY[0]):
            meaning = read_tag(name.rpartition("_")[2])
        start = self._composer.length
        self._fields.bibliographies += is_list
        if content is not None:
            self.walk(content)
        self._fields.bibliographies -= is_list
        if meaning is not None:
            self._composer.cite(start, meaning)

    def _bookmark(self, element: Element) -> None:
        meaning = self._context.bookmarks.get(element.get(f"{W}name") or "")
        if meaning is not None:
            self._marked[element.get(f"{W}id") or ""] = (self._composer.length, meaning)
            self._fields.bibliographies += meaning.kind is FieldKind.BIBLIOGRAPHY

    def _bookmark_end(self, element: Element) -> None:
        start, meaning = self._marked.pop(element.get(f"{W}id") or "", (0, None))
        if meaning is not None:
            self._composer.cite(start, meaning)
            self._fields.bibliographies -= meaning.kind is FieldKind.BIBLIOGRAPHY

    # Tables

    def _table(self, table: Element) -> None:
        rows = [list(self._cells(row)) for row in self._rows(table)]
        kind = layout([[_words(cell) for cell in row] for row in rows])
        for row in rows:
            if kind is Layout.PAGE or self._composer.is_held:
                for cell in row:
                    self.walk(cell)
                continue
            self._composer.open(BlockKind.ENTRY if kind is Layout.LIST else BlockKind.TABLE)
            self._composer.hold()
            for cell in row:
                self._composer.part(" " if kind is Layout.LIST else "\t")
                self.walk(cell)
            self._composer.release()
            self._composer.close()

    def _rows(self, parent: Element) -> Iterator[Element]:
        """Yield the rows of a table, those in content controls too; a row that was deleted is none."""
        change = "ins" if self._context.original else "del"
        for child in parent:
            if child.tag == f"{W}tr":
                if child.find(f"{W}trPr/{W}{change}") is None:
                    yield child
            elif child.tag in _WRAPPERS:
                yield from self._rows(child)

    def _cells(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag == f"{W}tc":
                yield child
            elif child.tag in _WRAPPERS:
                yield from self._cells(child)


_PROPERTIES, _FIELD, _PAGE = f"{W}rPr", f"{W}fldChar", f"{W}lastRenderedPageBreak"
_TEXTS = frozenset((f"{W}t", f"{W}delText"))
_CODES = frozenset((f"{W}instrText", f"{W}delInstrText"))
_REFERENCES = (f"{W}footnoteReference", f"{W}endnoteReference")
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_WRAPPERS = frozenset((f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"))


def _ends_of_fields(root: Element) -> tuple[int, int]:
    """Return how many fields begin in a part, and how many end."""
    kinds = [element.get(f"{W}fldCharType") for element in root.iter(_FIELD)]
    return kinds.count("begin"), kinds.count("end")


def _words(cell: Element) -> str:
    return "".join(part.text or "" for part in cell.iter(f"{W}t"))
