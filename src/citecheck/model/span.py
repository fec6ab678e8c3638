"""A stretch of text: where something stands, in code points."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from citecheck.model.value import value


@value
class Span:
    """Half-open range of Unicode code points, counted from 0."""

    start: int
    end: int

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


class Cover:
    """Many spans, of which it is asked whether any overlaps another one; they may overlap among themselves."""

    __slots__ = ("_reached", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reached = list(accumulate((span.end for span in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Whether one of the spans shares at least one code point with `span`."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reached[before - 1] > span.start
