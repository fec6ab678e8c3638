"""Writes the clean text of marked-up files, block by block, each character with the place it came from."""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.model.document import Block, BlockKind, Piece, SourceIndex
from citecheck.model.span import Span
from citecheck.readers.weaving import INVISIBLE

_BLANK = " \t\r\n\f"
# What does not stand in clean text as it does in the file: white space other than one blank, entities, the invisible.
_SPECIAL = re.compile(
    rf"[ \t\r\n\f]{{2,}}+|[\t\r\n\f]|&(?:#[0-9]{{1,9}}|#[xX][0-9A-Fa-f]{{1,8}}|\w{{1,32}}+);?|{INVISIBLE}"
)
_FILE = SourceIndex(0)

Kept = tuple[BlockKind | None, str | None]
"""Kind and label of a block."""


class Scribe:
    """Takes stretches of a file in reading order; afterwards `text`, `pieces` and `blocks` are those of a document.

    Runs of white space become one blank, entities their characters. What is written outside of any block is a
    paragraph. Rows of a table are parted by a line feed, other blocks by two.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[Piece] = []
        self.blocks: list[Block] = []
        self.length = 0
        self._texts: list[str] = []
        self._kind: BlockKind | None = None
        self._label: str | None = None
        self._start: int | None = None
        self._gap = True
        self._next = -1
        self._last = 0

    @property
    def text(self) -> str:
        """The clean text written so far."""
        return "".join(self._texts)

    @property
    def ending(self) -> str:
        """The last character of the block being written, "" at its beginning."""
        return self._texts[-1][-1] if self._start is not None else ""

    def begin(self, kind: BlockKind | None, label: str | None = None) -> Kept:
        """End the block before and let what follows be one of this kind; return what the one before was."""
        before = self._kind, self._label
        self.finish()
        self._kind, self._label = kind, label
        return before

    def finish(self) -> None:
        """End the block that is being written; more text begins another one of its kind."""
        if self._start is None:
            return
        while self.length > self._start and self._texts[-1].endswith(" "):
            self._shorten()
        if self.length > self._start:
            self.blocks.append(Block(self._kind or BlockKind.PARAGRAPH, Span(self._start, self.length), self._label))
        self._start, self._gap, self._next = None, True, -1

    def write(self, start: int, end: int) -> None:
        """Write what stands in the file from `start` to `end`."""
        source = self.source
        if self._gap and source[start] == " ":
            start += 1
        at = start
        for special in _SPECIAL.finditer(source, start, end):
            begin, close = special.span()
            if begin > at:
                self._copy(at, begin)
            at = close
            if source[begin] in _BLANK:
                self.blank(begin, close)
                continue
            written = special.group()
            meant = _meant(written) if written[0] == "&" else ""
            if meant == written:
                self._copy(begin, close)
            elif meant:
                self.insert(meant, begin, close)
        if at < end:
            self._copy(at, end)

    def write_literally(self, start: int, end: int) -> None:
        """Write a stretch of the file in which "&" stands for itself."""
        at = start
        for blank in re.compile(r"[ \t\r\n\f]++").finditer(self.source, start, end):
            if blank.start() > at:
                self._copy(at, blank.start())
            self.blank(*blank.span())
            at = blank.end()
        if at < end:
            self._copy(at, end)

    def blank(self, start: int, end: int) -> None:
        """Write one blank for this stretch of the file, none where one stands already or a block begins."""
        if not self._gap:
            self.insert(" ", start, end)

    def insert(self, words: str, start: int, end: int) -> None:
        """Write words that stand for this stretch of the file."""
        self._open()
        self._texts.append(words)
        self.pieces.append(Piece(self.length, _FILE, start, max(0, end - start)))
        self.length += len(words)
        self._gap = words[-1] in _BLANK
        self._next = -1
        self._last = end

    def tighten(self, words: str, start: int, end: int) -> None:
        """Take back the blank written last, and write `words` for this stretch of the file right behind the rest."""
        while self._start is not None and self.length > self._start and self._texts[-1].endswith(" "):
            self._shorten()
        self.insert(words, start, end)

    def _copy(self, start: int, end: int) -> None:
        self._open()
        if start != self._next:
            self.pieces.append(Piece(self.length, _FILE, start))
        self._texts.append(self.source[start:end])
        self.length += end - start
        self._gap = self.source[end - 1] == " "
        self._next = self._last = end

    def _open(self) -> None:
        """Begin a block where none is being written."""
        if self._start is not None:
            return
        if self.blocks:
            row = self.blocks[-1].kind is self._kind is BlockKind.TABLE
            parting = "\n" if row else "\n\n"
            self.pieces.append(Piece(self.length, _FILE, self._last, 0))
            self._texts.append(parting)
            self.length += len(parting)
            self._next = -1
        self._start = self.length

    def _shorten(self) -> None:
        """Take back the blank at the end of what is written."""
        left = self._texts.pop()[:-1]
        self.length -= 1
        self._next = -1
        if left:
            self._texts.append(left)
        elif self.pieces[-1].start == self.length:
            self.pieces.pop()


@lru_cache(maxsize=4096)
def _meant(entity: str) -> str:
    """Return the characters that an entity stands for, itself where it is none; "" where it may stand in no text."""
    import html

    return re.sub(rf"{INVISIBLE}|[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", html.unescape(entity))
