"""Text as the page sets it: runs of upright, slanted and raised letters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from citecheck.model.document import Document
from citecheck.model.span import Span
from citecheck.model.value import value

#: Line ends and tabs are blanks in a paragraph.
_BLANKS = dict.fromkeys(range(0x09, 0x0E), " ")


@value
class Run:
    """Letters set alike."""

    text: str
    slanted: bool = False
    raised: bool = False


class Typesetter:
    """Sets any span of one document; each call costs what the span is long, however long the document is."""

    __slots__ = ("_raised", "_slanted", "_text")

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._slanted = _Stretches(document.emphasis)
        self._raised = _Stretches(document.superscript)

    def runs(self, span: Span) -> tuple[Run, ...]:
        """Return the letters of `span`, cut where their setting changes."""
        cuts = sorted({span.start, span.end, *self._slanted.edges(span), *self._raised.edges(span)})
        return tuple(
            Run(self._text[start:end].translate(_BLANKS), self._slanted.covers(start), self._raised.covers(start))
            for start, end in pairwise(cuts)
        )


class _Stretches:
    """Spans without overlap, in order."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def edges(self, within: Span) -> Iterator[int]:
        """Yield where a stretch begins or ends inside `within`."""
        first = bisect_right(self._ends, within.start)
        for at in range(first, bisect_left(self._starts, within.end)):
            for edge in (self._starts[at], self._ends[at]):
                if within.start < edge < within.end:
                    yield edge

    def covers(self, offset: int) -> bool:
        """Whether the letter at `offset` stands in a stretch."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
