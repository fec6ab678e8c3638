"""The lines of a stretch of text, as the finding and the cutting of reference lists look at them."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.model.span import Span


@dataclass(slots=True)
class TextLine:
    """One line that is not blank: `start` and `end` leave out the white space around it.

    `gap` says that a blank line (or the start of the stretch) stands before it. Not frozen only because hundreds of
    thousands of them are made; nobody changes one.
    """

    start: int
    end: int
    indent: int
    gap: bool

    @property
    def length(self) -> int:
        """How many characters it shows."""
        return self.end - self.start

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def lines_of(text: str, span: Span) -> list[TextLine]:
    """Return the lines of `span` that are not blank, in order."""
    lines: list[TextLine] = []
    at, gap = span.start, True
    for raw in text[span.start : span.end].split("\n"):
        shown = raw.strip()
        if shown:
            indent = len(raw) - len(raw.lstrip())
            start = at + indent
            lines.append(TextLine(start, start + len(shown), indent, gap))
        gap = not shown
        at += len(raw) + 1
    return lines
