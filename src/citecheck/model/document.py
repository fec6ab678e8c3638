"""A manuscript or a list as its reader hands it up: clean text, its blocks, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import NewType

from citecheck.model.fault import Fault
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import field, value

SourceIndex = NewType("SourceIndex", int)


class BlockKind(Enum):
    """What part a block plays in the manuscript."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ENTRY = "entry"
    """A list item or bibliography paragraph that the format itself marks as one entry of a reference list."""
    NOTE = "note"
    """A footnote or endnote; `label` is its number as the text shows it."""
    TABLE = "table"
    CAPTION = "caption"


@value
class Block:
    """One paragraph, heading, note, cell row or entry of a document; `span` is in the document's text."""

    kind: BlockKind
    span: Span
    label: str | None = None
    page: int | None = None


@value
class Source:
    """A file that was read, decoded: its path as given and its text."""

    path: str
    text: str


@value
class Piece:
    """A run of clean text and where it came from.

    Clean text from `start` on (up to the next piece) came from `source`, from code point `offset` on. With `width` None
    the two run side by side, one code point each; else the whole run stands for `width` code points of the file
    (an entity, a macro, a dropped hyphen).
    """

    start: int
    source: SourceIndex
    offset: int
    width: int | None = None


@value
class Place:
    """Where something stands in a file: its path and its span there, None when the format has no text of its own."""

    path: str
    source: SourceIndex
    span: Span | None
    page: int | None = None


@value
class Link:
    """A citation that the format itself tags with its target: a JATS xref, a HTML anchor, a field of a manager.

    `target` is a reference's key (see `Reference.key`), None when the tag names nothing that exists; `written` is
    what the tag says. `shown` is the text that a reference manager itself put there last, where it keeps that: by hand
    something else may have been typed over it since. `aim` is the line to which a link leads that knows a place and no
    key: the entry that begins there is meant.
    """

    span: Span
    target: str | None
    written: str
    shown: str | None = None
    aim: Span | None = None


@value
class KeyedMark:
    """A citation by key that the format itself marks as one: a command of LaTeX, a role of reStructuredText.

    `span` is that of the key, `cluster` that of the whole citation with what stands around the keys in it, `locator`
    that of the note behind the key, which may name a page.
    """

    span: Span
    key: str
    cluster: Span
    locator: Span | None = None


@value
class Document:
    r"""Clean text with positions.

    `text` is what is read; markup is gone from it. `pieces` lead back to `sources`, sorted by start; without pieces
    `text` is the first source's text itself. `emphasis`, `superscript` are spans of `text` in italics and raised.
    `references` are entries that the format holds as data (a .bib file, JATS), None when they must be found in the
    text.
    `works` are those that the fields of a reference manager name, as its data have them, each with the key that links
    aim at; where they stand in the list is still to be found.
    `marks` are the citations by key in text order where the reader knows them, None where they must be found in the
    text (Markdown) or the format has none; with `all_cited` the document cites its whole list at once (\nocite{*}).
    `lists` names files that the manuscript's own header gives for its reference list; `header` is the place in the
    first source where entries stand as data (CSL-YAML) in the header itself. `faults` say what was not read, `notes`
    what a person should know (a guessed encoding).
    """

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    pieces: tuple[Piece, ...] = ()
    verbatim: bool = False
    """Whether quoting the source as written is what a person expects (plain text, Markdown)."""
    emphasis: tuple[Span, ...] = ()
    superscript: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    references: tuple[Reference, ...] | None = None
    works: tuple[Reference, ...] = ()
    marks: tuple[KeyedMark, ...] | None = None
    all_cited: bool = False
    lists: tuple[str, ...] = ()
    header: Span | None = None
    language: str | None = None
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    _starts: tuple[int, ...] = field(init=False)
    _paged: tuple[int, ...] = field(init=False)
    """Where the blocks begin, if any of them tells its page."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(piece.start for piece in self.pieces))
        paged = any(block.page is not None for block in self.blocks)
        object.__setattr__(self, "_paged", tuple(block.span.start for block in self.blocks) if paged else ())

    @property
    def extracted(self) -> bool:
        """Whether `text` was taken out of a file that is no text (Word, PDF): its lines are none of the file."""
        return not self.verbatim and not self.pieces and (self.references is None or bool(self.blocks))

    def place(self, span: Span) -> Place:
        """Return where `span` of the clean text stands in the file; its end is mapped through its last character."""
        if not self.sources:
            return Place(self.path, SourceIndex(0), span, self.page_at(span.start))
        if not self.pieces:
            return Place(self.sources[0].path, SourceIndex(0), span, self.page_at(span.start))
        source, start, width = self._origin(span.start)
        end = start
        if span.end > span.start:
            last_source, last, width = self._origin(span.end - 1)
            end = last + width if last_source == source and last + width > start else start
        return Place(self.sources[source].path, source, Span(start, end), self.page_at(span.start))

    def quote(self, span: Span) -> str:
        """Return the words of `span` as a person would copy them from the manuscript."""
        if not self.verbatim or not self.pieces:
            return span.of(self.text)
        place = self.place(span)
        return place.span.of(self.sources[place.source].text) if place.span else span.of(self.text)

    def page_at(self, offset: int) -> int | None:
        """Return the page on which `offset` of the clean text stands, None where the format has none."""
        at = bisect_right(self._paged, offset) - 1
        return self.blocks[at].page if at >= 0 else None

    def _origin(self, offset: int) -> tuple[SourceIndex, int, int]:
        """Return source, offset there, and how many code points of the file the code point at `offset` stands for."""
        piece = self.pieces[(bisect_right(self._starts, offset) or 1) - 1]
        if piece.width is not None:
            return piece.source, piece.offset, piece.width
        return piece.source, piece.offset + (offset - piece.start if offset > piece.start else 0), 1
