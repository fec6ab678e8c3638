"""Lines and columns of a text, as an editor counts them: from 1, columns in code points."""

from __future__ import annotations

import re
from bisect import bisect_right

from citecheck.model.span import Span
from citecheck.model.value import value

_END, _ANY_END = re.compile(r"\n"), re.compile(r"\r\n?+|\n")


@value
class Position:
    """A place in a text; `line` and `column` count from 1."""

    line: int
    column: int


class LineTable:
    """Where the lines of a text begin, made in one pass.

    A line ends with LF, CRLF (one line end, two code points) or a lone CR, which is what editors and compilers agree
    on. Form feed, vertical tab, U+0085, U+2028 and U+2029 end no line here (`str.splitlines` would count them).
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts = [0, *[end.end() for end in (_ANY_END if "\r" in text else _END).finditer(text)]]

    def __len__(self) -> int:
        """The number of lines; a text that ends with a line end has an empty last one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return line and column of the code point at `offset`; beyond the end means the end, before 0 the start."""
        return Position(*self.counted(offset))

    def counted(self, offset: int) -> tuple[int, int]:
        """Return the same as two numbers."""
        if not 0 <= offset <= self._length:
            offset = 0 if offset < 0 else self._length
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, position: Position) -> int:
        """Return the offset of `position`; the inverse of `position`. Outside the text it is the nearest."""
        if position.line < 1:
            return 0
        if position.line > len(self._starts):
            return self._length
        span = self.line(position.line)
        last = span.end if position.line == len(self._starts) else span.end - 1
        return min(span.start + max(position.column, 1) - 1, last)

    def line(self, number: int) -> Span:
        """Return the span of line `number`, its line end included."""
        end = self._starts[number] if number < len(self._starts) else self._length
        return Span(self._starts[number - 1], end)
