"""The lines of a stretch of text, as the finding and the cutting of reference lists look at them."""

from __future__ import annotations

from citecheck.extract.entry_shape import is_dated, name_strength, repeats_author
from citecheck.model.span import Span


class TextLine:
    """One line that is not blank: `start` and `end` leave out the white space around it.

    `gap` says that a blank line (or the start of the stretch) stands before it. What its beginning looks like is found
    out once, when first asked for.
    """

    __slots__ = ("_dated", "_name", "_repeats", "end", "gap", "indent", "start", "text")

    def __init__(self, text: str, span: Span, indent: int, *, gap: bool) -> None:
        self.text = text
        self.start = span.start
        self.end = span.end
        self.indent = indent
        self.gap = gap
        self._name: int | None = None
        self._dated: bool | None = None
        self._repeats: bool | None = None

    @property
    def length(self) -> int:
        """How many characters it shows."""
        return self.end - self.start

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def shown(self) -> str:
        """What it shows."""
        return self.text[self.start : self.end]

    @property
    def name(self) -> int:
        """How much it begins as entries do, see `name_strength`."""
        if self._name is None:
            self._name = name_strength(self.text, self.start, self.end)
        return self._name

    @property
    def dated(self) -> bool:
        """Whether a year stands in it."""
        if self._dated is None:
            self._dated = is_dated(self.text, self.start, self.end)
        return self._dated

    @property
    def repeats(self) -> bool:
        """Whether it begins with dashes for the author of the entry before."""
        if self._repeats is None:
            self._repeats = repeats_author(self.text, self.start, self.end)
        return self._repeats


def lines_of(text: str, span: Span) -> list[TextLine]:
    """Return the lines of `span` that are not blank, in order."""
    lines: list[TextLine] = []
    begin = text.rfind("\n", 0, span.start) + 1
    at, gap = (span.start if text[begin : span.start].strip() else begin), True
    for raw in text[at : span.end].split("\n"):
        shown = raw.strip()
        if shown:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            lines.append(TextLine(text, Span(start, start + len(shown)), indent, gap=gap))
        gap = not shown
        at += len(raw) + 1
    return lines
