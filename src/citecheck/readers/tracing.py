"""Follows each character of the clean text back to the element of the XML that it came from."""

from __future__ import annotations

import re

from citecheck.model.value import record
from citecheck.readers.composing import Composer
from citecheck.readers.weaving import INVISIBLE
from citecheck.text.xml import Element


@record
class Origin:
    """Clean text from `start` to `end` stands in the text of an element, or in its tail, from `offset` on.

    Without an offset the element as a whole stands for the text: a tab, the mark of a note, a formula.
    """

    start: int
    end: int
    element: Element
    offset: int | None
    tail: bool = False


class TracingComposer(Composer):
    """Composes the same text as any composer, and keeps the origin of all that was written, in text order."""

    def __init__(self) -> None:
        super().__init__()
        self.origins: list[Origin] = []

    def write(self, text: str, *, italic: bool = False, raised: bool = False) -> None:
        """Write text that comes from the element that the composer is `at`."""
        block = self._open
        begins = block is None or block.start is None or bool(block.gap and text.strip())
        super().write(text, italic=italic, raised=raised)
        kept = re.sub(INVISIBLE, "", text)
        kept = kept.lstrip() if begins else kept
        if self.at is not None and kept:
            self._trace(kept, self.length - len(kept))

    def close(self) -> None:
        """End a block; the blanks at its end were no text after all."""
        super().close()
        while self.origins and self.origins[-1].end > self.length:
            last = self.origins.pop()
            if last.start < self.length:
                last.end = self.length
                self.origins.append(last)

    def _trace(self, kept: str, start: int) -> None:
        """Take down where the letters of `kept` stand in the element, whose blanks and invisible signs may be more."""
        element = self.at
        if element is None:
            return
        held = (element.tail if self.in_tail else element.text) or ""
        runs = _runs(kept, held)
        if runs is None:
            self.origins.append(Origin(start, start + len(kept), element, None))
            return
        for at, length, offset in runs:
            self.origins.append(Origin(start + at, start + at + length, element, offset, self.in_tail))


def _runs(kept: str, held: str) -> list[tuple[int, int, int]] | None:
    """Return the stretches of `kept` that stand side by side with `held`: place, length, place there; None if not all.

    `kept` is what is left of `held` without some of its blanks and its invisible signs.
    """
    if kept == held:
        return [(0, len(kept), 0)]
    runs: list[tuple[int, int, int]] = []
    at = 0
    for offset, sign in enumerate(held):
        if at == len(kept):
            break
        if sign == kept[at] or (sign.isspace() and kept[at] == " "):
            if runs and runs[-1][2] + runs[-1][1] == offset:
                place, length, begin = runs[-1]
                runs[-1] = (place, length + 1, begin)
            else:
                runs.append((at, 1, offset))
            at += 1
    return runs if at == len(kept) else None
