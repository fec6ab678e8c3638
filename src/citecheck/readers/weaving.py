"""Clean text out of a file's text: what is markup falls out, and every character left remembers where it stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from citecheck.model.document import Piece, SourceIndex
from citecheck.model.span import Span
from citecheck.model.value import value

#: What nobody sees, as a pattern: zero-width characters, soft hyphens, bidirectional marks, tags.
_UNSEEN = "[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
INVISIBLE = f"{_UNSEEN}{_UNSEEN}*+"


class Cut(NamedTuple):
    """A stretch of the file's text that is no text of the manuscript; `text` stands in its place, mostly nothing.

    A tuple, not a dataclass: hostile Markdown makes a million of them, and they are sorted.
    """

    start: int
    end: int
    text: str = ""


@value
class Woven:
    """Clean text, the pieces that lead back to the file, and the way from the file's text into it."""

    text: str
    pieces: tuple[Piece, ...]
    _cuts: list[Cut]
    _starts: list[int]
    _lost: list[int]
    """How many code points the clean text is shorter after each cut."""

    def clean(self, span: Span) -> Span:
        """Return where a span of the file's text stands in the clean text, without what was cut at its ends."""
        start = self._offset(span.start, after=True)
        return Span(start, max(start, self._offset(span.end, after=False)))

    def _offset(self, offset: int, *, after: bool) -> int:
        """Return the offset in the clean text; inside a cut it is the cut's start there, or its end if `after`."""
        at = bisect_right(self._starts, offset if after else offset - 1) - 1
        if at < 0:
            return offset
        cut = self._cuts[at]
        if offset >= cut.end:
            return offset - self._lost[at]
        begin = cut.end - self._lost[at] - len(cut.text)
        return begin + len(cut.text) if after and offset > cut.start else begin


def weave(source: str, cuts: Iterable[Cut]) -> Woven:
    """Return the clean text of `source`. Where cuts overlap, the one that begins first comes first."""
    texts: list[str] = []
    pieces: list[Piece] = []
    kept: list[Cut] = []
    starts: list[int] = []
    lost: list[int] = []
    file, length = SourceIndex(0), 0
    at = 0
    for planned in sorted(cuts):
        cut = planned
        if cut.end <= max(at, cut.start):
            continue
        if cut.start < at:
            cut = Cut(at, cut.end, cut.text)
        if cut.start > at:
            texts.append(source[at : cut.start])
            pieces.append(Piece(length, file, at))
            length += cut.start - at
        if cut.text:
            texts.append(cut.text)
            pieces.append(Piece(length, file, cut.start, cut.end - cut.start))
            length += len(cut.text)
        at = cut.end
        kept.append(cut)
        starts.append(cut.start)
        lost.append(at - length)
    if not kept:
        return Woven(source, (), [], [], [])
    if at < len(source):
        texts.append(source[at:])
        pieces.append(Piece(length, file, at))
    return Woven("".join(texts), tuple(pieces), kept, starts, lost)


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    written = span.of(text)
    start = span.start + len(written) - len(written.lstrip())
    return Span(start, max(start, span.start + len(written.rstrip())))


def line_ends(source: str) -> Iterable[Cut]:
    """Yield the cuts that make every line end of `source` a line feed."""
    if "\r" in source:
        for end in re.finditer(r"\r\n?+", source):
            yield Cut(end.start(), end.start() + 1, "" if len(end.group()) == 2 else "\n")


def invisible(source: str) -> Iterable[Cut]:
    """Yield the cuts of what nobody sees: zero-width characters, soft hyphens, bidirectional marks, tags.

    Left in, they split names and years in two, and a citation that cannot be read would pass for none.
    """
    if not source.isascii():
        for run in re.finditer(INVISIBLE, source):
            yield Cut(*run.span())
