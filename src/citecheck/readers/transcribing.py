"""Walks the elements of a marked-up manuscript in reading order and writes its clean text: what formats share."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable

from citecheck.model.document import Block, BlockKind, Document, Link, Source
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import field, record, replace, value
from citecheck.readers.lost_letters import with_letters
from citecheck.readers.scribe import Scribe
from citecheck.text.decoding import TEXT_LIMIT
from citecheck.text.markup import CDATA, Chars, Element

Handler = Callable[[Element], None]

_FLAT = frozenset((BlockKind.NOTE, BlockKind.TABLE, BlockKind.CAPTION, BlockKind.ENTRY))
"""Blocks that hold their paragraphs as one."""


@record
class Marks:
    """What is said of stretches of the clean text while it is written."""

    italics: list[Chars] = field(default_factory=list)
    raised: list[Chars] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    unprinted: set[str] = field(default_factory=set)
    """Keys of the entries that stand in the file field by field, without their punctuation."""


class Transcriber:
    """Walks elements; `handlers` says by name what is done with one, all others are walked through.

    A note or a list that stands in the middle of a paragraph is put off until the paragraph ends.
    """

    def __init__(self, source: str) -> None:
        self.scribe = Scribe(source)
        self.marks = Marks()
        self.handlers: dict[str, Handler] = {CDATA: self.cdata}
        self.kind: BlockKind | None = None
        self._later: deque[tuple[Handler, Element]] = deque()
        self._catching_up = False

    def handle(self, handler: Handler, *names: str) -> None:
        """Let `handler` take the elements of these names."""
        for name in names:
            self.handlers[name] = handler

    def walk(self, element: Element) -> None:
        """Take everything inside an element."""
        handlers, scribe = self.handlers, self.scribe
        for child in element.children:
            if isinstance(child, tuple):
                scribe.write(*child)
                continue
            handler = handlers.get(child.name)
            if handler is None:
                self.walk(child)
            else:
                handler(child)

    def take(self, element: Element) -> None:
        """Take one element itself."""
        self.handlers.get(element.name, self.walk)(element)

    # Handlers: each takes one element.

    def skip(self, element: Element) -> None:
        """Leave it out."""

    def blank(self, element: Element) -> None:
        """Write a blank instead of it."""
        self.scribe.blank(element.start, element.end)

    def cdata(self, element: Element) -> None:
        """Write text in which nothing is markup."""
        for child in element.children:
            if isinstance(child, tuple) and child[1] > child[0]:
                self.scribe.write_literally(*child)

    def italic(self, element: Element) -> None:
        """Write it as emphasised."""
        start = self.scribe.length
        self.walk(element)
        self.marks.italics.append((start, self.scribe.length))

    def raised(self, element: Element) -> None:
        """Write it as superscript."""
        start = self.scribe.length
        self.walk(element)
        self.marks.raised.append((start, self.scribe.length))

    def container(self, element: Element) -> None:
        """Write it apart from what stands before and after it."""
        self.block(element, self.kind if self.kind in _FLAT else None)

    def paragraph(self, element: Element) -> None:
        """Write a paragraph; in a note, a cell, a caption or an entry it is a part of that."""
        self.block(element, BlockKind.PARAGRAPH)

    def heading(self, element: Element) -> None:
        """Write a heading."""
        self.block(element, BlockKind.HEADING)

    def caption(self, element: Element) -> None:
        """Write what stands under or over a figure or table."""
        self.block(element, BlockKind.CAPTION)

    def row(self, element: Element) -> None:
        """Write a row of a table, its cells parted by tabs."""
        if self.kind in _FLAT:
            self.block(element, BlockKind.TABLE)
            return
        outer, self.kind = self.kind, BlockKind.TABLE
        before = self.scribe.begin(BlockKind.TABLE)
        for place, cell in enumerate(element.elements):
            if place:
                self.scribe.tighten("\t", cell.start, cell.start)
            self.take(cell)
        self.scribe.begin(*before)
        self.kind = outer
        self._catch_up()

    def block(self, element: Element, kind: BlockKind | None, label: str | None = None) -> None:
        """Write an element as a block of its own, or as a part of the one it stands in."""
        if self.kind in _FLAT:
            self.blank(element)
            self.walk(element)
            self.scribe.blank(element.end, element.end)
            return
        outer, self.kind = self.kind, kind
        before = self.scribe.begin(kind, label)
        self.walk(element)
        self.scribe.begin(*before)
        self.kind = outer
        self._catch_up()

    def later(self, handler: Handler, element: Element) -> None:
        """Let `handler` take the element when the outermost block that is being written ends."""
        self._later.append((handler, element))
        self._catch_up()

    def _catch_up(self) -> None:
        if self._catching_up or self.kind is not None:
            return
        self._catching_up = True
        while self._later:
            handler, element = self._later.popleft()
            handler(element)
        self._catching_up = False

    def link(self, element: Element, targets: Iterable[str]) -> None:
        """Write an element as the citation of what its targets name."""
        start = self.scribe.length
        self.walk(element)
        self.marks.links += ((start, self.scribe.length, target) for target in targets)


@value
class About:
    """What a reader knows of a file beside its text."""

    path: str
    format: str
    language: str | None = None
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    """The names by which entries can be pointed to."""


def document_of(transcriber: Transcriber, about: About) -> Document:
    """Return what was transcribed as a document; raises `ReadError` where that is nothing, or too much."""
    scribe, marks = transcriber.scribe, transcriber.marks
    scribe.finish()
    text = scribe.text
    if not text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds markup and no text")
    if len(text) > TEXT_LIMIT:
        limit = TEXT_LIMIT // 1_000_000
        raise ReadError(FaultKind.TOO_LARGE, f"the text is too long (limit {limit} million characters)")
    spans = ((_tight(text, start, end), target) for start, end, target in marks.links)
    links = tuple(Link(span, target if target in about.keys else None, target) for span, target in spans if len(span))
    references = tuple(
        replace(one, id=ReferenceId(f"r{place}"), text=one.span.of(text))
        for place, one in enumerate(marks.references, start=1)
    )
    return Document(
        path=about.path,
        format=about.format,
        text=text,
        blocks=tuple(_filled(scribe.blocks, text)),
        sources=(Source(about.path, scribe.source),),
        pieces=tuple(scribe.pieces),
        emphasis=_spans(text, marks.italics),
        superscript=_spans(text, marks.raised),
        links=links,
        references=with_letters(references, links, text, marks.unprinted) or None,
        language=about.language,
        faults=about.faults,
        notes=about.notes,
    )


def language_of(tag: str | None) -> str | None:
    """Return the language that a tag such as en-GB names, None where it names none."""
    found = re.match(r"([A-Za-z]{2})(?:[-_]|\Z)", tag or "")
    return found[1].lower() if found else None


def _filled(blocks: list[Block], text: str) -> Iterable[Block]:
    return (block for block in blocks if block.span.of(text).strip())


def _spans(text: str, stretches: list[Chars]) -> tuple[Span, ...]:
    spans = (_tight(text, start, end) for start, end in stretches)
    return tuple(sorted(span for span in spans if len(span)))


def _tight(text: str, start: int, end: int) -> Span:
    """Return the span without the white space at its ends; a block that began inside may have taken back all of it."""
    end = min(end, len(text))
    start = min(start, end)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
