"""The text of an entry without its marks of emphasis, and the way back to the text as it stands."""

from __future__ import annotations

from bisect import bisect_right

from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: White space of any other kind, each one code point.
_SPACE = pattern(r"[^\S ]")
#: "*Journal*", "**Title**", "_Title_": emphasis as Markdown and e-mail write it.
_EMPHASIS = pattern(r"(?<![\w*])(?P<mark>\*{1,3}|_(?=[^\W_]))(?P<inner>[^*\n]{1,400}?)(?P=mark)(?![\w*])")


@value
class Unmarked:
    """Clean text, what was emphasised in it, and where marks were dropped."""

    text: str
    emphasis: tuple[Span, ...] = ()
    dropped: tuple[int, ...] = ()
    """For each code point dropped its place in the clean text."""

    def back(self, span: Span | None) -> Span | None:
        """Return a span of the clean text in the text as it stands."""
        if span is None or not self.dropped:
            return span
        last = max(span.start, span.end - 1)
        end = last + bisect_right(self.dropped, last) + 1 if len(span) else span.start
        start = span.start + bisect_right(self.dropped, span.start)
        return Span(start, max(start, end))


def unmark(text: str) -> Unmarked:
    """Return `text` with plain spaces and without marks of emphasis."""
    if not text.isprintable():  # a quick look: most entries have no space but plain ones
        text = _SPACE.sub(" ", text)
    if "*" not in text and "_" not in text:
        return Unmarked(text)
    parts: list[str] = []
    emphasis: list[Span] = []
    dropped: list[int] = []
    at = length = 0
    for found in _EMPHASIS.finditer(text):
        mark = len(found["mark"])
        before = text[at : found.start()]
        inner = found["inner"]
        start = length + len(before)
        dropped += [start] * mark + [start + len(inner)] * mark
        emphasis.append(Span(start, start + len(inner)))
        parts += (before, inner)
        at, length = found.end(), start + len(inner)
    if not emphasis:
        return Unmarked(text)
    parts.append(text[at:])
    return Unmarked("".join(parts), tuple(emphasis), tuple(dropped))
