"""What every page of a PDF carries around its text: running heads, page numbers, footers."""

from __future__ import annotations

import re
from collections import defaultdict

from citecheck.model.value import replace
from citecheck.readers.pdf_lines import PrintedLine
from citecheck.readers.pdf_pages import PrintedPage

#: Furniture stands among so many rows at the top, or at the bottom, of a page.
_ROWS = 4
#: On how many points it may stand higher on one page than on another.
_SWAY = 5.0
#: The number of an entry or a heading, set apart from its words.
_ORDINAL = re.compile(r"[(\[]?0[.)\]]+\Z")
_NUMBER = re.compile(r"[0-9]+|\b[ivxlc]{1,7}\b")


def without_furniture(pages: list[PrintedPage]) -> list[PrintedPage]:
    """Return the pages without the lines that several of them have at one height, their numbers aside.

    Where nothing else is on any page, that is the text.
    """
    edges = [_edge_lines(page.lines) for page in pages]
    heights = defaultdict[str, list[tuple[float, int]]](list)
    for page, lines in zip(pages, edges, strict=True):
        for line in lines:
            heights[_shown(line)].append((line.base, page.number))
    kept: list[PrintedPage] = []
    for page, lines in zip(pages, edges, strict=True):
        dropped = {
            id(line)
            for line in lines
            if any(
                number != page.number and abs(base - line.base) < _SWAY for base, number in heights[_shown(line)][:400]
            )
        }
        left = [line for line in page.lines if id(line) not in dropped]
        dropped -= {id(line) for line in lines if _ORDINAL.match(_shown(line)) and _begins_a_row(line, left)}
        kept.append(replace(page, lines=tuple(line for line in page.lines if id(line) not in dropped)))
    return kept if any(page.lines for page in kept) else pages


def _edge_lines(lines: tuple[PrintedLine, ...]) -> list[PrintedLine]:
    """Return the lines of the uppermost and lowest rows."""
    heights = sorted({round(line.base / 2) for line in lines})
    if not heights:
        return []
    low, high = heights[min(_ROWS, len(heights)) - 1], heights[-min(_ROWS, len(heights))]
    return [line for line in lines if round(line.base / 2) <= low or round(line.base / 2) >= high]


def _begins_a_row(line: PrintedLine, others: list[PrintedLine]) -> bool:
    """Whether words stand to the right of a line, on its height."""
    return any(abs(one.base - line.base) < 0.3 * line.size and one.left > line.right for one in others)


def _shown(line: PrintedLine) -> str:
    """Return the words of a line with every number made the same."""
    return _NUMBER.sub("0", " ".join(line.text.lower().split()))
