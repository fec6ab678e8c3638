"""Puts the clean text of a manuscript together, block by block, for formats that have no text of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from citecheck.model.document import Block, BlockKind, Document, Link, Source
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import record, replace
from citecheck.readers.fields import Field, FieldKind
from citecheck.readers.shapes import kind_by_shape
from citecheck.readers.weaving import INVISIBLE
from citecheck.text.decoding import TEXT_LIMIT
from citecheck.text.xml import Element

_BETWEEN_BLOCKS = "\n\n"
_LONGEST_HEADING = 200
NOTES_HEADING = "Notes"
#: Longer stretches than this are no citation: a field that was opened and never closed.
_LONGEST_CITATION = 2_000


@record
class _Open:
    """The block that is being written; `start` is None until its first visible character."""

    kind: BlockKind
    label: str | None
    page: int | None
    lead: str = ""
    prefix: str = ""
    gap: str = ""
    start: int | None = None


class Composer:
    """Takes text in reading order; afterwards `document` makes a document of it.

    A block begins with its first visible character; one without any is none. Between `hold` and `release` further
    blocks are parts of the one that is open (paragraphs of a note, of a cell), parted by a line feed.
    """

    def __init__(self) -> None:
        self.length = 0
        self.page: int | None = None
        self.at: Element | None = None
        """The element whose text is written, for whoever must find it again."""
        self.in_tail = False
        """Whether it is the text behind the element."""
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._block: list[str] = []
        self._open: _Open | None = None
        self._held = 0
        self._has_notes = False
        self._italics: list[tuple[int, int]] = []
        self._raised: list[tuple[int, int]] = []
        self._cited: list[tuple[int, int, Field]] = []

    def open(self, kind: BlockKind, *, label: str | None = None, lead: str = "", prefix: str = "") -> None:
        """Begin a block; `lead` stands before it and is no part of it, `prefix` is (the number of a list item)."""
        if self._held:
            self._go_on(prefix)
            return
        self.close()
        self._open = _Open(kind, label, self.page, lead, prefix)

    def _go_on(self, prefix: str) -> None:
        """Begin a further paragraph of the block that is held open."""
        block = self._open
        if block is not None and block.start is None:
            block.prefix = block.prefix or prefix
        elif block is not None:
            block.gap = (block.gap or "\n") + prefix

    def list_here(self) -> None:
        """Say that the block that is open belongs to a reference list, if it holds nothing else yet."""
        if self._open is not None and self._open.start is None and self._open.kind is BlockKind.PARAGRAPH:
            self._open.kind = BlockKind.ENTRY

    def part(self, gap: str) -> None:
        """Let what follows be parted by `gap` from what stands in the block already."""
        if self._open is not None and self._open.start is not None:
            self._open.gap = gap

    def turn(self, page: int) -> None:
        """Say that what follows stands on this page."""
        self.page = page
        if self._open is not None and self._open.start is None:
            self._open.page = page

    @property
    def is_held(self) -> bool:
        """Whether all that follows belongs to the block that is open."""
        return self._held > 0

    def end_paragraph(self) -> None:
        """End the block that is open, unless it is held."""
        if not self._held:
            self.close()

    def hold(self) -> None:
        """Let everything up to `release` be one block."""
        self._held += 1

    def release(self) -> None:
        """End what `hold` began."""
        self._held -= 1

    def call(self, label: str) -> None:
        """Write the mark of a note as Markdown does: a raised number could be a cited one, or go on a year."""
        if label:
            self.write(f"[^{label}]")

    def begin_notes(self) -> None:
        """Write the heading over the notes, once."""
        if not self._has_notes:
            self._has_notes = True
            self.page = self.at = None
            self.open(BlockKind.HEADING)
            self.write(NOTES_HEADING)

    @contextmanager
    def note(self, label: str | None, page: int | None) -> Iterator[None]:
        """Let all that is written inside be one note, called on this page; its number stands before it."""
        self.close()
        self._open = _Open(BlockKind.NOTE, label, page, f"[^{label}]: " if label else "")
        self.hold()
        yield
        self.release()
        self.close()

    def close(self) -> None:
        """End the block that is open."""
        block, self._open = self._open, None
        if block is None or block.start is None:
            return
        written = "".join(self._block)
        text = written.rstrip()
        self._block = []
        self._texts.append(text)
        self.length -= len(written) - len(text)
        self.blocks.append(Block(block.kind, Span(block.start, self.length), block.label, block.page))
        for marks in (self._italics, self._raised):
            while marks and marks[-1][1] > self.length:
                start, _ = marks.pop()
                if start < self.length:
                    marks.append((start, self.length))

    def write(self, text: str, *, italic: bool = False, raised: bool = False) -> None:
        """Write text into the open block, into a paragraph where none is open."""
        if not text.isascii():
            text = re.sub(INVISIBLE, "", text)
        block = self._open
        if block is None:
            block = self._open = _Open(BlockKind.PARAGRAPH, None, self.page)
        if block.start is None:
            text = text.lstrip()
            if text:
                self._begin(block)
        elif block.gap and text.strip():
            self._append(block.gap)
            block.gap = ""
            text = text.lstrip()
        if not text:
            return
        start = self.length
        self._append(text)
        if italic:
            _extend(self._italics, start, self.length)
        if raised:
            _extend(self._raised, start, self.length)

    def cite(self, start: int, field: Field) -> None:
        """Say that what was written from `start` on is what a field shows."""
        if field.kind is FieldKind.CITATION and start < self.length:
            self._cited.append((start, self.length, field))

    def _begin(self, block: _Open) -> None:
        before = (_BETWEEN_BLOCKS if self._texts else "") + block.lead
        self._texts.append(before)
        self.length += len(before)
        block.start = self.length
        if block.prefix:
            self._append(block.prefix)

    def _append(self, text: str) -> None:
        self._block.append(text)
        self.length += len(text)
        if self.length > TEXT_LIMIT:
            limit = TEXT_LIMIT // 1_000_000
            raise ReadError(FaultKind.TOO_LARGE, f"the text is too long (limit {limit} million characters)")

    def document(self, path: str, format: str, faults: Iterable[Fault] = (), notes: Iterable[str] = ()) -> Document:
        """Return what was written as a document; raises `ReadError` where that is nothing."""
        self.close()
        text = "".join(self._texts)
        if not text:
            raise ReadError(FaultKind.NO_TEXT, "the file holds no text")
        if not any(block.kind is BlockKind.HEADING for block in self.blocks):
            self.blocks = [_by_shape(block, text) for block in self.blocks]
        works: dict[str, Reference] = {}
        links = tuple(_links(text, self._cited, works))
        return Document(
            path=path,
            format=format,
            text=text,
            blocks=tuple(self.blocks),
            sources=(Source(path, text),),
            emphasis=tuple(Span(*one) for one in self._italics),
            superscript=tuple(Span(*one) for one in self._raised),
            links=links,
            works=tuple(works.values()),
            faults=tuple(faults),
            notes=tuple(notes),
        )


def _extend(marks: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch; one that goes on with the last is joined to it."""
    if marks and marks[-1][1] == start:
        start = marks.pop()[0]
    marks.append((start, end))


def _by_shape(block: Block, text: str) -> Block:
    """Return the block as a heading where it looks like one: in a manuscript whose headings are typed by hand."""
    if block.kind is not BlockKind.PARAGRAPH or len(block.span) > _LONGEST_HEADING or "\n" in block.span.of(text):
        return block
    return replace(block, kind=kind_by_shape([block.span.of(text)]))


def _links(text: str, cited: list[tuple[int, int, Field]], works: dict[str, Reference]) -> Iterable[Link]:
    """Yield a link for each work of each field, and gather the works by their keys."""
    for start, end, field in cited:
        span = _tight(text, start, min(end, len(text)))
        if not 0 < len(span) <= _LONGEST_CITATION:
            continue
        for work in field.works:
            key = work.key or ""
            works.setdefault(key, work)
            yield Link(span, key, key, field.shown)


def _tight(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends."""
    written = text[start:end]
    return Span(start + len(written) - len(written.lstrip()), start + len(written.rstrip()))
