"""A line of a file with a place in it marked, cut to the width of a terminal."""

from __future__ import annotations

import unicodedata

from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.shown import shown

_ELLIPSIS = "…"


@value
class Excerpt:
    """A window of a line, safe to show, in three parts: what stands before the place, the place, what follows."""

    before: str
    marked: str
    after: str

    @property
    def marks(self) -> str:
        """The line of ^^^ that goes below it."""
        return " " * columns(self.before) + "^" * max(1, columns(self.marked))


def excerpt(text: str, span: Span, width: int) -> Excerpt:
    """Return the line of `text` in which `span` begins, in at most `width` columns, most of them before the place."""
    line = _line(text, span.start)
    end = max(span.start, min(span.end, line.end))
    marked = _head(text[span.start : end], width - 2)
    left = max(0, width - columns(marked))
    before, after = text[line.start : span.start].lstrip(), text[end : line.end].rstrip()
    wanted = _measured(after, left)
    room = left - min(wanted, left // 3)
    shown_before = _tail(before, room)
    return Excerpt(shown_before, marked, _head(after, left - columns(shown_before)))


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def fitted(text: str, width: int) -> str:
    """Return the head of `text` on one line, safe to show, with an ellipsis where it is cut."""
    return _head(" ".join(text[: 4 * width + 4].split()), width)


def _line(text: str, offset: int) -> Span:
    """Return the span of the line around `offset`, without its end."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [at for at in (text.find("\n", offset), text.find("\r", offset, offset + 2_000)) if at >= 0]
    return Span(start, min(ends, default=len(text)))


def _head(text: str, width: int) -> str:
    """Return as much of the beginning of `text` as fits."""
    whole = shown(text[: width + 1], None)
    if len(text) <= width and columns(whole) <= width:
        return whole
    return _prefix(shown(text[:width], None), width - 1) + _ELLIPSIS if width > 0 else ""


def _tail(text: str, width: int) -> str:
    """Return as much of the end of `text` as fits, cut between words where one begins soon."""
    whole = shown(text[-width - 1 :], None) if width > 0 else ""
    if len(text) <= width and columns(whole) <= width:
        return whole
    if width < 1:
        return ""
    kept = _prefix(whole[::-1], width - 1)[::-1]
    gap = kept.find(" ")
    return _ELLIPSIS + (kept[gap + 1 :] if 0 <= gap < len(kept) // 3 else kept)


def _measured(text: str, most: int) -> int:
    """Return the columns of `text`, counted no further than `most`."""
    return min(most, columns(shown(text[:most], None)))


def _prefix(text: str, width: int) -> str:
    """Return the longest beginning of `text` that takes at most `width` columns."""
    if text.isascii():
        return text[: max(0, width)]
    taken = 0
    for index, character in enumerate(text):
        taken += _columns_of(character)
        if taken > width:
            return text[:index]
    return text


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
