"""Marks of emphasis, `*et al.*` and `_ibid._`: which of them belong together, and which are mere asterisks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from citecheck.model.span import Span
from citecheck.readers.weaving import Cut

_LONGEST_ADDRESS = 300


class Mark(NamedTuple):
    """A run of one sign that may open or close emphasis, as the characters around it allow."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool


def mark(text: str, start: int, end: int, *, inside_words: bool) -> Mark | None:
    """Return the run of signs at `start`, None where it can be no emphasis: amid blanks, or in a word.

    The rules are those of CommonMark: an opening mark leans on what follows, a closing one on what stands before;
    `inside_words` says whether it may do so in the middle of a word (`*` in Markdown).
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isdigit() and after.isdigit():
        return None  # 2*3
    before_word, after_word = before.isalnum(), after.isalnum()
    leans_right = not after.isspace() and (after_word or not before_word)
    leans_left = not before.isspace() and (before_word or not after_word)
    if not inside_words:
        leans_right, leans_left = leans_right and not before_word, leans_left and not after_word
    if not leans_right and not leans_left:
        return None
    return Mark(text[start], start, end, leans_right, leans_left)


def emphasised(marks: Iterable[Mark], cuts: list[Cut]) -> list[Span]:
    """Return what stands in italics between `marks`, which are those of one paragraph, and add the marks to `cuts`.

    A closing mark takes the nearest open one of its sign: the asterisk before an entry ("included in the
    meta-analysis") is left alone beside the italic title. Each mark is opened and closed once, so this is linear.
    """
    open_marks: dict[str, list[tuple[int, int]]] = {}
    italics: list[Span] = []
    for sign, first_sign, end, opens, closes in marks:
        start = first_sign
        waiting = open_marks.setdefault(sign, [])
        while closes and waiting and start < end:
            first, last = waiting.pop()
            width = min(end - start, last - first)
            if last - width > first:
                waiting.append((first, last - width))
            cuts.append(Cut(last - width, last))
            cuts.append(Cut(start, start + width))
            if width % 2:  # two signs are bold, one or three are italic
                italics.append(Span(last, start))
            start += width
        if opens and start < end:
            waiting.append((start, end))
    return italics


def in_address(text: str, offset: int) -> bool:
    """Whether `offset` stands in a web address, whose underscores are its own."""
    scheme = text.rfind("://", max(0, offset - _LONGEST_ADDRESS), offset)
    return scheme >= 0 and not any(char.isspace() for char in text[scheme:offset])
