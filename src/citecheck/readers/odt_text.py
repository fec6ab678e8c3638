"""Walks an OpenDocument text in reading order: paragraphs, lists, tables, frames, notes, marks of managers."""

from __future__ import annotations

import re
from collections.abc import Callable

from citecheck.model.document import BlockKind
from citecheck.model.reference import Name
from citecheck.model.value import record, value
from citecheck.readers.composing import Composer
from citecheck.readers.fields import BIBLIOGRAPHY, Field, FieldKind, Record, read_field, works_of
from citecheck.readers.looks import PLAIN
from citecheck.readers.odt_changes import Changes
from citecheck.readers.odt_styles import TEXT, Styles, label
from citecheck.readers.tables import Layout, layout
from citecheck.text.xml import Element

Handler = Callable[[Element], None]

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

_BLANKS = re.compile(r"[ \t\r\n]++")
_NO_TEXT = (
    "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "table-of-content",
    "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index", "bibliography-source",
    "ruby-text", "hidden-text", "hidden-paragraph", "note-citation", "script",
)  # fmt: skip
_DEEPEST_LIST = 10
_MOST_NOTES = 50_000


@record
class _List:
    """A list that is open: its style, and the number of its last item."""

    style: str
    count: int
    waiting: str = ""
    """The number that the next paragraph shows."""


@value
class Called:
    """A note where the text calls it."""

    kind: str
    label: str | None
    page: int | None
    body: Element


class Walker:
    """Writes the text of a file. Elements without a handler are walked through.

    Tracked changes are as if accepted, but for those that are `refused`.
    """

    def __init__(self, composer: Composer, styles: Styles, refused: Changes | None = None) -> None:
        self._composer = composer
        self._refused = refused or Changes()
        self._left_out: set[str] = set()
        self._styles = styles
        self._look = PLAIN
        self._depth = 0
        self._lists: list[_List] = []
        self._last_numbers: dict[str, int] = {}
        self._bibliographies = 0
        self._later: list[Element] = []
        self._marked: dict[str, int] = {}
        self.notes: list[Called] = []
        self._handlers = self._all_handlers()

    def _all_handlers(self) -> dict[str, Handler]:
        named: dict[str, Handler] = {
            **dict.fromkeys(_NO_TEXT, self._skip),
            **dict.fromkeys(("p", "h"), self._paragraph),
            "span": self._span,
            "list": self._list,
            "list-item": self._item,
            "section": self._section,
            "bibliography": self._bibliography,
            "s": lambda _: self._write(" "),
            "tab": lambda _: self._write("\t"),
            "line-break": lambda _: self._write("\n"),
            "soft-page-break": lambda _: self._composer.turn((self._composer.page or 1) + 1),
            "note": self._note,
            "change-start": self._change,
            "change-end": self._change_end,
            "change": self._deletion,
            "reference-mark-start": self._mark,
            "reference-mark-end": self._mark_end,
            "bibliography-mark": self._bibliography_mark,
        }
        return {f"{TEXT}{name}": handler for name, handler in named.items()} | {
            f"{_TABLE}table": self._table,
            **dict.fromkeys((f"{OFFICE}annotation", f"{OFFICE}forms", f"{OFFICE}event-listeners"), self._skip),
            **dict.fromkeys((f"{_SVG}title", f"{_SVG}desc"), self._skip),
        }

    def walk(self, element: Element) -> None:
        """Take everything inside an element; text stands between elements too."""
        handlers, composer = self._handlers, self._composer
        composer.at, composer.in_tail = element, False
        if element.text and self._depth:
            self._write(element.text)
        for child in element:
            composer.at, composer.in_tail = child, False
            handlers.get(child.tag, self.walk)(child)
            if child.tail and self._depth:
                composer.at, composer.in_tail = child, True
                self._write(child.tail)

    def _skip(self, element: Element) -> None:
        """Leave an element out."""

    def _write(self, text: str) -> None:
        if not (self._look.hidden or self._left_out):
            look = self._look
            self._composer.write(
                _BLANKS.sub(" ", text) if len(text) > 1 else text, italic=look.italic, raised=look.raised
            )

    # Blocks

    def _paragraph(self, paragraph: Element) -> None:
        if self._depth:  # in a frame that hangs on a paragraph
            self._later.append(paragraph)
            return
        name = paragraph.get(f"{TEXT}style-name") or ""
        kind = BlockKind.HEADING if paragraph.tag == f"{TEXT}h" else self._styles.kind(name)
        if kind is BlockKind.PARAGRAPH and self._bibliographies:
            kind = BlockKind.ENTRY
        if not self._left_out:  # else its beginning was inserted, and it goes on with the one before
            self._composer.open(kind, prefix=self._number())
        outer, self._look = self._look, self._styles.look("paragraph", name)
        self._depth += 1
        self.walk(paragraph)
        self._depth -= 1
        self._look = outer
        if not self._left_out:
            self._composer.end_paragraph()
        while self._later:
            self._paragraph(self._later.pop(0))

    def _number(self) -> str:
        """Return the number of the item that begins, once."""
        if not self._lists:
            return ""
        waiting, self._lists[-1].waiting = self._lists[-1].waiting, ""
        return waiting

    def _list(self, element: Element) -> None:
        named = element.get(f"{TEXT}style-name")
        style = named or (self._lists[-1].style if self._lists else "")
        continues = (
            element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list") is not None
        )
        level = self._styles.level(style, min(len(self._lists) + 1, _DEEPEST_LIST))
        start = _number(level.get(f"{TEXT}start-value"), 1) if level is not None else 1
        self._lists.append(_List(style, self._last_numbers.get(style, start - 1) if continues else start - 1))
        self.walk(element)
        closed = self._lists.pop()
        self._last_numbers[style] = closed.count

    def _item(self, element: Element) -> None:
        if self._lists:
            open_ = self._lists[-1]
            open_.count = _number(element.get(f"{TEXT}start-value"), open_.count + 1)
            level = self._styles.level(open_.style, min(len(self._lists), _DEEPEST_LIST))
            shown = label(level, open_.count) if level is not None else ""
            open_.waiting = f"{shown} " if shown else ""
        self.walk(element)

    def _section(self, element: Element) -> None:
        if element.get(f"{TEXT}display") == "none":
            return
        meaning = read_field(element.get(f"{TEXT}name") or "")
        self._within(element, is_list=meaning == BIBLIOGRAPHY)

    def _bibliography(self, element: Element) -> None:
        self._within(element, is_list=True)

    def _within(self, element: Element, *, is_list: bool) -> None:
        self._bibliographies += is_list
        self.walk(element)
        self._bibliographies -= is_list

    def _table(self, table: Element) -> None:
        rows = [list(row.iterchildren(f"{_TABLE}table-cell")) for row in table.iter(f"{_TABLE}table-row")]
        kind = layout([[_words(cell) for cell in row] for row in rows])
        if (
            kind is Layout.PAGE
            or self._composer.is_held
            or next(table.iterdescendants(f"{_TABLE}table"), None) is not None
        ):
            self.walk(table)
            return
        for row in rows:
            self._composer.open(BlockKind.ENTRY if kind is Layout.LIST else BlockKind.TABLE)
            self._composer.hold()
            for cell in row:
                self._composer.part(" " if kind is Layout.LIST else "\t")
                self.walk(cell)
            self._composer.release()
            self._composer.close()

    # What stands in paragraphs

    def _span(self, span: Element) -> None:
        outer = self._look
        self._look = self._look.joined(self._styles.look("text", span.get(f"{TEXT}style-name") or ""))
        self.walk(span)
        self._look = outer

    def _note(self, note: Element) -> None:
        """Write the mark of a note; the note itself follows at the end."""
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        if body is None or self._look.hidden or self._left_out or len(self.notes) >= _MOST_NOTES:
            return
        label_ = "".join(str(part) for part in citation.itertext()).strip()[:20] if citation is not None else ""
        self.notes.append(Called(note.get(f"{TEXT}note-class") or "", label_ or None, self._composer.page, body))
        self._composer.call(label_)

    # Tracked changes that are refused

    def _change(self, element: Element) -> None:
        name = element.get(f"{TEXT}change-id") or ""
        if name in self._refused.insertions:
            self._left_out.add(name)

    def _change_end(self, element: Element) -> None:
        self._left_out.discard(element.get(f"{TEXT}change-id") or "")

    def _deletion(self, element: Element) -> None:
        """Write what was deleted here: its first paragraph goes on with the text, the text with its last."""
        deleted = self._refused.deletions.get(element.get(f"{TEXT}change-id") or "")
        if deleted is None:
            return
        if not self._depth:
            self.walk(deleted)
            return
        for at, paragraph in enumerate(deleted.iter(f"{TEXT}p", f"{TEXT}h")):
            if at:
                self._composer.end_paragraph()
                self._composer.open(BlockKind.PARAGRAPH)
            self.walk(paragraph)

    def _mark(self, element: Element) -> None:
        self._marked[element.get(f"{TEXT}name") or ""] = self._composer.length

    def _mark_end(self, element: Element) -> None:
        name = element.get(f"{TEXT}name") or ""
        start = self._marked.pop(name, None)
        meaning = read_field(name) if start is not None else None
        if start is not None and meaning is not None:
            self._composer.cite(start, meaning)

    def _bibliography_mark(self, element: Element) -> None:
        """Take a citation of the program's own bibliography."""
        start = self._composer.length
        self.walk(element)
        authors = (element.get(f"{TEXT}author") or "").split(";")
        record = Record(
            element.get(f"{TEXT}identifier") or "",
            tuple(Name(author.partition(",")[0].strip()) for author in authors[:1_000] if author.strip()),
            element.get(f"{TEXT}year") or "",
            element.get(f"{TEXT}title") or "",
        )
        self._composer.cite(start, Field(FieldKind.CITATION, works_of([record])))


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and re.fullmatch(r"[0-9]{1,9}", written) else otherwise


def _words(cell: Element) -> str:
    return "".join(str(part) for part in cell.itertext())
