"""The blocks of reStructuredText: titles, paragraphs, notes, citations, list items; code and comments fall out."""

from __future__ import annotations

import re
from typing import NamedTuple

from citecheck.model.document import BlockKind
from citecheck.model.span import Span
from citecheck.readers.markdown_blocks import Part
from citecheck.readers.weaving import Cut

_LINE = re.compile(r"([ \t]*+)([^\n]*+)(?:\n|\Z)")
_RULER = re.compile(r"([!-/:-@\[-`{-~])\1++[ \t]*+\Z")
_DIRECTIVE = re.compile(r"\.\.[ \t]++(?:\|[^|\n]{1,100}\|[ \t]++)?([A-Za-z][\w:+.-]{0,60})::[ \t]*+(.*+)\Z")
_NOTE = re.compile(r"\.\.[ \t]++\[([^\]\n]{1,100})\](?:[ \t]++|\Z)")
_TARGET = re.compile(r"(?:\.\.[ \t]++_|__[ \t])")
_ITEM = re.compile(r"(?:[-*+•]|\(?(?:[0-9]{1,4}|#|[A-Za-z])[.)])[ \t]++(?=\S)")
_FIELD = re.compile(r":[A-Za-z][\w -]{0,40}:(?:[ \t]|\Z)")
#: Directives whose content is text, and those among them whose argument is text too.
_TEXTS = frozenset((
    "admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "topic",
    "sidebar", "epigraph", "highlights", "pull-quote", "compound", "container", "figure", "table", "list-table",
    "seealso", "rubric", "abstract", "centered", "only", "tab", "dropdown",
))  # fmt: skip
_TITLED = frozenset(("admonition", "topic", "sidebar", "rubric", "table", "list-table", "centered", "note", "warning"))


class Line(NamedTuple):
    """A line: where its words begin and end, and how far it is indented."""

    start: int
    end: int
    indent: int
    next: int


class RstBlocks:
    """Reads the lines of a file; afterwards `parts` are its blocks, `cuts` what is no text, `lists` the lists named."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.cuts: list[Cut] = []
        self.lists: list[str] = []
        self.all_cited = False
        self._lines = [
            Line(found.start(2), found.end(2), len(found[1].expandtabs()), found.end())
            for found in _LINE.finditer(text)
            if found.end() > found.start()
        ]
        self._open: list[Line] = []
        self._kind = BlockKind.PARAGRAPH
        self._label: str | None = None

    def read(self) -> None:
        """Read all lines."""
        at = 0
        while at < len(self._lines):
            at = self._read(at)
        self._close()

    def _words(self, line: Line) -> str:
        return self.text[line.start : line.end]

    def _read(self, at: int) -> int:
        """Read the line of this number; return the number of the next to read."""
        line = self._lines[at]
        words = self._words(line)
        if not words.strip():
            self._close()
            return at + 1
        if words.startswith(("..", "__ ")) and not self._open:
            return self._explicit(at, words)
        if _RULER.match(words) and len(words) >= 2:
            return self._ruler(at)
        if not self._open and (item := _ITEM.match(words) or _FIELD.match(words)):
            self._begin(line, item.end())
        else:
            item = _ITEM.match(words) if words[0] in "-*+•" else None
            if item is not None:
                self._close()
                self._begin(line, item.end())
            else:
                self._open.append(line)
        if words.rstrip().endswith("::"):
            return self._literal(at)
        return at + 1

    def _begin(self, line: Line, width: int) -> None:
        self.cuts.append(Cut(line.start, line.start + width))
        self._open.append(Line(line.start + width, line.end, line.indent, line.next))

    def _close(self) -> None:
        """End the block that is open."""
        if self._open:
            self.parts.append(Part(self._kind, Span(self._open[0].start, self._open[-1].end), self._label))
        self._open = []
        self._kind, self._label = BlockKind.PARAGRAPH, None

    def _ruler(self, at: int) -> int:
        """Read the line over or under a title, a transition, or a ruler of a table."""
        line = self._lines[at]
        if len(self._open) == 1:
            self._kind = BlockKind.HEADING
        self._close()
        self.cuts.append(Cut(line.start, line.end))
        return at + 1

    def _block_end(self, at: int, indent: int) -> int:
        """Return the number of the first line after `at` that is not indented deeper than `indent`."""
        while at < len(self._lines) and (self._lines[at].indent > indent or not self._words(self._lines[at]).strip()):
            at += 1
        return at

    def _literal(self, at: int) -> int:
        """Pass over the code behind a paragraph that ends with two colons."""
        line = self._lines[at]
        after = next((n for n in range(at + 1, len(self._lines)) if self._words(self._lines[n]).strip()), at + 1)
        if after == at + 1 or after >= len(self._lines) or self._lines[after].indent <= line.indent:
            return at + 1
        self._close()
        end = self._block_end(after, line.indent)
        self._drop(after, end)
        return end

    def _drop(self, first: int, end: int) -> None:
        """Cut lines that hold no text."""
        if first < end:
            self.cuts.append(Cut(self._lines[first].start, self._lines[end - 1].end))

    def _explicit(self, at: int, words: str) -> int:
        """Read what begins with two full stops: a note, a citation, a directive, a target or a comment."""
        line = self._lines[at]
        note = _NOTE.match(words)
        if note is not None:
            return self._note(at, note)
        end = self._block_end(at + 1, line.indent)
        directive = _DIRECTIVE.match(words)
        if directive is None:
            self._drop(at, at + 1 if _TARGET.match(words) else end)
            return at + 1 if _TARGET.match(words) else end
        name = directive[1].lower()
        first = at + 1
        while first < end and _FIELD.match(self._words(self._lines[first])):
            first += 1
        if name in ("bibliography", "footbibliography"):
            self.lists += directive[2].split()
            self.all_cited = self.all_cited or any(
                self._words(line).startswith(":all:") for line in self._lines[at + 1 : first]
            )
        if name not in _TEXTS:
            self._drop(at, end)
            return end
        if name in _TITLED and directive[2].strip():
            self._begin(line, directive.start(2))
            self._close()
            at += 1
        self._drop(at, first)
        return first

    def _note(self, at: int, note: re.Match[str]) -> int:
        """Read a footnote, or a citation: an entry of the manuscript's own list."""
        line = self._lines[at]
        label = note[1]
        end = self._block_end(at + 1, line.indent)
        self.cuts.append(Cut(line.start, line.start + note.end()))
        last = self._lines[end - 1] if end > at + 1 else line
        footnote = label.isdecimal() or label[0] in "#*"
        kind = BlockKind.NOTE if footnote else BlockKind.ENTRY
        self.parts.append(Part(kind, Span(line.start + note.end(), last.end), label))
        return end
