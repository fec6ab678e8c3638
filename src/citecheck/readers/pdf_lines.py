"""A printed line of a PDF: its text made plain, and where it stands on the page."""

from __future__ import annotations

import re
import unicodedata

from citecheck.model.span import Span
from citecheck.model.value import replace, value

#: What PDFium puts where a line ends in a hyphen that it takes for one of word division.
DIVIDED = "\ufffe"

# Characters that nobody sees or that stand for a letter without a meaning: controls, noncharacters, zero-width ones.
_HIDDEN = dict.fromkeys([*range(32), *range(0x7F, 0xA0), *range(0x200B, 0x2010), 0xFEFF, 0xFFFD, 0xFFFF])
_PLAIN: dict[int, str | None] = {
    **_HIDDEN, 0x09: " ", 0xA0: " ", 0xAD: DIVIDED, 0x02: DIVIDED,
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "ft", 0xFB06: "st",
}  # fmt: skip
# An accent that was printed apart from its letter, as old TeX fonts have it: "M¨uller", "Jos´e", "Franc¸ois".
_APART = re.compile(r"([A-Za-z]?)([´`¨ˆ˜ˇ˘˙˚˝¯¸˛])([A-Za-zı]?)")
_COMBINING = str.maketrans(
    "´`¨ˆ˜ˇ˘˙˚˝¯¸˛", "\u0301\u0300\u0308\u0302\u0303\u030c\u0306\u0307\u030a\u030b\u0304\u0327\u0328"
)


@value
class Spot:
    """A place on a page, in points from its lower left corner; `left` is None where only its height is told."""

    page: int
    left: float | None
    top: float


@value
class PrintedLink:
    """A stretch of a line that leads to a place in the same file."""

    span: Span
    spot: Spot


@value
class PrintedLine:
    """One line as printed, in points from the lower left corner of the page; `base` is the height it stands on.

    `raised` and `italics` are spans of its text. `beside`: more of the same row stands to its left.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    raised: tuple[Span, ...] = ()
    italics: tuple[Span, ...] = ()
    beside: bool = False
    links: tuple[PrintedLink, ...] = ()

    @property
    def divided(self) -> bool:
        """Whether it ends within a word."""
        return self.text.endswith(DIVIDED)


def plain(text: str) -> str:
    """Return text as it is meant: ligatures as letters, accents on their letters, nothing invisible."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_PLAIN)
    if text.isascii():
        return text
    if _APART.search(text):
        text = _APART.sub(_accented, text)
    return unicodedata.normalize("NFC", text)


def _accented(found: re.Match[str]) -> str:
    """Return an accent on the letter behind it, else on the one before, else all as it is."""
    before, accent, after = found.groups()
    mark = accent.translate(_COMBINING)
    behind = unicodedata.normalize("NFC", after.replace("ı", "i") + mark)
    if accent not in "¸˛" and after and len(behind) == 1:
        return f"{before}{behind}"
    ahead = unicodedata.normalize("NFC", before + mark)
    return f"{ahead}{after}" if before and len(ahead) == 1 else found.group()


def on_one_row(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether `line` goes on to the right of `before`, as it does after a raised number."""
    largest = max(before.size, line.size)
    return abs(before.base - line.base) < 0.55 * largest and line.left > before.right - 0.6 * largest


def joined(before: PrintedLine, line: PrintedLine, space: str) -> PrintedLine:
    """Return two parts of a row as one line."""
    by = len(before.text) + len(space)
    main = before if before.size >= line.size else line
    return replace(
        before,
        text=before.text + space + line.text,
        left=min(before.left, line.left),
        right=max(before.right, line.right),
        base=main.base,
        size=main.size,
        bold=before.bold and line.bold,
        raised=(*before.raised, *(span.shifted(by) for span in line.raised)),
        italics=(*before.italics, *(span.shifted(by) for span in line.italics)),
        links=(*before.links, *(replace(link, span=link.span.shifted(by)) for link in line.links)),
    )
