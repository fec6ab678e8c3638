"""The blocks of a Markdown manuscript: headings, paragraphs, list items, notes, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.model.document import BlockKind
from citecheck.model.span import Span
from citecheck.readers.weaving import Cut
from citecheck.text.pattern import pattern

_HEADING = pattern(r"[ ]{0,3}#{1,6}(?:[ \t]++|\Z)")
_HEADING_END = pattern(r"(?:[ \t]++#++)?[ \t]*+(?:\{[^{}\n]{0,300}\})?[ \t]*+\Z")
_BOLD_LINE = pattern(r"(\*\*|__)(?=\S)[^*_\n]{1,150}(?<=\S)\1[ \t]*+:?[ \t]*+\Z")
_RULE = pattern(r"([-*_])(?:[ \t]*+\1){2,}+[ \t]*+\Z")
_BULLET = pattern(r"[-+*][ \t]++(?=\S)")
_NUMBER = pattern(r"\(?([0-9]{1,9})[.)][ \t]++(?=\S)")
_NOTE = pattern(r"\[\^([^\]\s]{1,100})\]:[ \t]*+")
_TARGET = pattern(r"\[([^\]\^@][^\]]{0,200})\]:[ \t]*+<?[^\s<>]{1,2000}>?(?:[ \t]++[\"'(][^\n]{0,500}[\"')])?[ \t]*+\Z")
_QUOTE = pattern(r"(?:[ ]{0,3}>)++[ ]?")
_FENCED_DIV = pattern(r":{3,}+[^\n]*+\Z")
_IMAGE_LINE = pattern(r"!\[[^\n]*\]\([^()\n]{0,2000}\)(?:\{[^{}\n]{0,300}\})?[ \t]*+\Z")

_LONGEST_HEADING = 300


class Line(NamedTuple):
    """A line: where it stands in the file, and its text from the first sign that is not white space."""

    start: int
    end: int
    indent: int
    text: str


class Part(NamedTuple):
    """A block of a file: its kind, its span in the file, the label of a note."""

    kind: BlockKind
    span: Span
    label: str | None = None


class Blocks:
    """Reads the lines of a file one by one; afterwards `parts` are its blocks, `cuts` what belongs to none of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.cuts: list[Cut] = []
        self.targets: set[str] = set()
        """Labels of link definitions, in lower case."""
        self._open: list[Line] = []
        self._kind = BlockKind.PARAGRAPH
        self._label: str | None = None
        self._number: int | None = None
        """The number of the list item that is open."""
        self._table = False

    def read(self, spans: list[Span]) -> None:
        """Read the stretches of the text that hold blocks."""
        for span in spans:
            for line in self._lines(span):
                if line is None:
                    self._close()
                    self._table = False
                else:
                    self._read(line)
            self._close()
            self._table, self._label = False, None

    def _lines(self, span: Span) -> Iterator[Line | None]:
        """Yield the lines that hold text; None stands for blank lines."""
        end = span.start
        for found in re.compile(r"[^\r\n]++").finditer(self.text, span.start, span.end):
            written = found.group()
            gap = found.start() - end
            if gap > 1 and self.text[end : found.start()] != "\r\n":
                yield None
            end = found.end()
            bare = written.lstrip()
            if bare:
                yield Line(found.start(), end, len(written) - len(bare), bare)
            else:
                yield None

    def _read(self, line: Line) -> None:
        sign = line.text[0]
        if sign == ">" and (quote := _QUOTE.match(line.text)):
            begin = line.start + line.indent + quote.end()
            self.cuts.append(Cut(line.start, begin))
            rest = line.text[quote.end() :].lstrip()
            if not rest:
                self._close()
                return
            line = Line(line.start, line.end, line.end - line.start - len(rest), rest)
            sign = rest[0]
        if (sign.isalpha() and "|" not in line.text and not self._table) or not self._special(line, sign):
            self._text(line)

    def _special(self, line: Line, sign: str) -> bool:
        """Read a line that is more than text; return whether it was one."""
        if self._table or "|" in line.text or sign in "-=+":
            return self._row(line) or (sign in "-=" and self._underline(line)) or self._list(line, sign)
        if sign == "#" and _HEADING.match(self.text, line.start, line.end):
            return self._heading(line)
        if sign == "[":
            return self._definition(line)
        if sign == ":" and _FENCED_DIV.match(line.text):
            return self._drop(line)
        if sign == "!" and not self._open and _IMAGE_LINE.match(line.text):
            self.parts.append(Part(BlockKind.CAPTION, Span(line.start + line.indent, line.end)))
            return True
        if sign in "*_" and _BOLD_LINE.match(line.text) and not self._open:
            self._text(line)
            self._kind = BlockKind.HEADING
            return True
        return self._list(line, sign)

    def _list(self, line: Line, sign: str) -> bool:
        """Read a rule, or the first line of a list item."""
        if sign in "-*_" and _RULE.match(line.text):
            return self._drop(line)
        if sign in "-+*" and _BULLET.match(line.text):
            self._begin(line)
            self._number = 0
            return True
        number = _NUMBER.match(line.text) if sign in "(0123456789" else None
        # In the middle of a paragraph a number at the start of a line is a year or a page, unless it is the next item.
        follows = number and self._number is not None and int(number.group(1)) == self._number + 1
        if number and (follows or not self._open):
            self._begin(line)
            self._number = int(number.group(1))
            return True
        return False

    def _heading(self, line: Line) -> bool:
        self._close()
        written = self.text[line.start : line.end]
        marks = _HEADING.match(written)
        close = _HEADING_END.search(written, marks.end() if marks else 0)
        begin = line.start + (marks.end() if marks else 0)
        end = line.start + close.start() if close else line.end
        self.cuts += (Cut(line.start, begin), Cut(end, line.end))
        if begin < end:
            self.parts.append(Part(BlockKind.HEADING, Span(begin, end)))
        self._label = None
        return True

    def _underline(self, line: Line) -> bool:
        """Read the line under a heading."""
        if not self._open or self._number is not None or line.text.rstrip().strip(line.text[0]):
            return False
        if self._open[-1].end - self._open[0].start <= _LONGEST_HEADING:  # else it is a rule below a paragraph
            self._kind, self._label = BlockKind.HEADING, None
        self._close()
        self.cuts.append(Cut(line.start, line.end))
        return True

    def _definition(self, line: Line) -> bool:
        """Read a note, or the target of links."""
        note = _NOTE.match(line.text)
        if note:
            begin = line.start + line.indent + note.end()
            self.cuts.append(Cut(line.start, begin))
            self._begin(Line(begin, line.end, 0, line.text[note.end() :]))
            self._kind, self._label = BlockKind.NOTE, note.group(1)
            return True
        target = None if self._open else _TARGET.match(line.text)
        if target:
            self.targets.add(" ".join(target.group(1).lower().split()))
            return self._drop(line)
        return False

    def _row(self, line: Line) -> bool:
        """Read a row of a table, or the ruler under its head."""
        if not line.text.strip("-:|+= \t"):
            if "|" not in line.text and not re.search(r"--[ \t]++--", line.text) and not line.text.startswith("+-"):
                return False
            head = self._open.pop() if self._open and not self._table else None
            self._close()
            if head:
                self.parts.append(Part(BlockKind.TABLE, Span(head.start + head.indent, head.end)))
            self.cuts.append(Cut(line.start, line.end))
            self._table = True
            return True
        if self._table:
            self.parts.append(Part(BlockKind.TABLE, Span(line.start + line.indent, line.end)))
        return self._table

    def _drop(self, line: Line) -> bool:
        """Read a line that holds no text of the manuscript."""
        self._close()
        self.cuts.append(Cut(line.start, line.end))
        return True

    def _text(self, line: Line) -> None:
        """Read a line of a paragraph; one that is indented, after a blank line, goes on with the note before it."""
        if not self._open:
            goes_on = self._label is not None and (line.indent >= 4 or self.text[line.start] == "\t")
            self._kind = BlockKind.NOTE if goes_on else BlockKind.PARAGRAPH
            self._label = self._label if goes_on else None
        elif self._kind is BlockKind.HEADING:
            self._kind = BlockKind.PARAGRAPH  # a bold line with more lines under it
        self._open.append(line)

    def _begin(self, line: Line) -> None:
        """Begin a block with `line`."""
        self._close()
        self._kind, self._label = BlockKind.PARAGRAPH, None
        self._open.append(line)

    def _close(self) -> None:
        """End the block that is open."""
        if self._open:
            first = self._open[0]
            label = self._label if self._kind is BlockKind.NOTE else None
            self.parts.append(Part(self._kind, Span(first.start + first.indent, self._open[-1].end), label))
        self._open = []
        self._kind = BlockKind.PARAGRAPH
        self._number = None
