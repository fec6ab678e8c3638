"""Sets the paragraphs of a PDF as text: lines joined, divided words mended, the lines of lists kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citecheck.model.document import Block, BlockKind
from citecheck.model.span import Span
from citecheck.readers.pdf_columns import PlacedLine
from citecheck.readers.pdf_entries import INDENTED
from citecheck.readers.pdf_lines import DIVIDED, PrintedLink
from citecheck.readers.pdf_paragraphs import Paragraph

_WORDS = re.compile(r"[^\W\d_]++(?:[-‐][^\W\d_]++)*+")
_HEAD = re.compile(r"[^\W\d_]++\Z")
_TAIL = re.compile(r"[^\W\d_]++")
_HYPHENS = "-‐" + DIVIDED
#: An address that goes on in the next line.
_ADDRESS = re.compile(r"(?:://|\bwww\.|\bdoi\.org/|\bdoi:\s?10\.|\b10\.[0-9]{4,9}/)\S*\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"[/_=?&%.]\Z")
_INDENT = "    "
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")


class Setter:
    """Takes paragraphs in order; afterwards `text`, `blocks`, `raised` and `italics` are those of a document.

    `linked` are the stretches of the text that lead somewhere, `begun` says where each line begins in it.
    """

    def __init__(self, lines: list[str]) -> None:
        self._known = _vocabulary(lines)
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.raised: list[Span] = []
        self.italics: list[Span] = []
        self.linked: list[PrintedLink] = []
        self.begun: list[tuple[PlacedLine, int]] = []

    @property
    def text(self) -> str:
        """The text set so far."""
        return "".join(self._parts)

    def add(self, paragraph: Paragraph) -> None:
        """Set one more paragraph."""
        if self._length:
            self._put("\n\n")
        if paragraph.listed or paragraph.kind is BlockKind.TABLE:
            self._rows(paragraph)
        else:
            self._joined(paragraph)

    def _joined(self, paragraph: Paragraph) -> None:
        """Set the lines of a paragraph as one."""
        start = self._length
        for placed, following in zip(paragraph.lines, [*paragraph.lines[1:], None], strict=True):
            text = placed.line.text
            end, between = self._seam(text, following.line.text) if following else (len(text), "")
            self._stretch(placed, 0, end)
            self._put(between)
        self._block(paragraph, start, paragraph.lines[0].page)

    def _rows(self, paragraph: Paragraph) -> None:
        """Set lines one by one, each with its indent; what is left of a divided word goes up to its beginning."""
        start, taken = self._length, 0
        for at, placed in enumerate(paragraph.lines):
            line = placed.line
            following = paragraph.lines[at + 1] if at + 1 < len(paragraph.lines) else None
            if taken < len(line.text):
                self._put(_INDENT if paragraph.listed and placed.inset > INDENTED else "")
                start = self._length if at == 0 else start
                end, between = self._seam(line.text, following.line.text) if following else (len(line.text), "")
                self._stretch(placed, taken, max(taken, end))
                taken = 0
                if following is not None and not between:
                    taken = self._rest(following)
            else:
                taken = 0
            if following is not None:
                if taken == len(following.line.text):
                    continue
                if following.page != placed.page:
                    self._block(paragraph, start, placed.page)
                    start = self._length + 1
                self._put("\n")
        self._block(paragraph, start, paragraph.lines[-1].page)

    def _rest(self, placed: PlacedLine) -> int:
        """Set the first word of a line and return how much of the line that takes."""
        text = placed.line.text
        end = text.find(" ")
        self._stretch(placed, 0, end if end >= 0 else len(text))
        return end + 1 if end >= 0 else len(text)

    def _stretch(self, placed: PlacedLine, start: int, end: int) -> None:
        """Set the text of a line from `start` to `end`."""
        line, by = placed.line, self._length - start
        if start == 0:
            self.begun.append((placed, self._length))
        if line.links:
            self.linked += (
                PrintedLink(span, link.spot) for link in line.links for span in _moved((link.span,), start, end, by)
            )
        self.raised += _moved(line.raised, start, end, by)
        self.italics += _moved(line.italics, start, end, by)
        self._put(line.text[start:end].replace(DIVIDED, "-"))

    def _block(self, paragraph: Paragraph, start: int, page: int) -> None:
        if self._length > start:
            self.blocks.append(Block(paragraph.kind, Span(start, self._length), paragraph.label, page))

    def _seam(self, before: str, after: str) -> tuple[int, str]:
        """Return how much of a line is set, its last hyphen with it or not, and what parts it from the next."""
        end = len(before)
        if before[-1] in _HYPHENS:
            head, tail = _HEAD.search(before[:-1]), _TAIL.match(after)
            if head is None and not before[-2:-1].isdecimal():
                return end, " "
            if _ADDRESS.search(before) or head is None or tail is None or not self._is_divided(head[0], tail[0]):
                return end, ""
            return end - 1, ""
        if _GOES_ON.search(before) and _ADDRESS.search(before) and (after[0].islower() or after[0].isdecimal()):
            return end, ""
        return end, "" if _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]) else " "

    def _is_divided(self, head: str, tail: str) -> bool:
        """Whether the hyphen between the two is one of word division, and no part of the word."""
        if tail[0].isupper() and not head.isupper():
            return False
        whole, apart = (head + tail).lower(), f"{head}-{tail}".lower()
        return whole in self._known or apart not in self._known

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _moved(spans: Iterable[Span], start: int, end: int, by: int) -> Iterator[Span]:
    """Yield the parts of spans between `start` and `end`, moved."""
    for span in spans:
        if span.start < end and start < span.end:
            yield Span(max(start, span.start), min(end, span.end)).shifted(by)


def _vocabulary(lines: list[str]) -> frozenset[str]:
    """Return the words that stand whole in some line, those with a hyphen as well."""
    if not any(line[-1] in _HYPHENS for line in lines):
        return frozenset()
    return frozenset(word.lower() for line in lines for word in _WORDS.findall(line))
