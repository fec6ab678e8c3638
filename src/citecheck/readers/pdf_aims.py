"""Where the links of a PDF lead: a place on a page, and the line of the text that begins there."""

from __future__ import annotations

import re
from collections import defaultdict

from citecheck.model.document import Link
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.readers.pdf_columns import PlacedLine
from citecheck.readers.pdf_lines import PrintedLink, Spot

#: A link leads to a line whose foot lies so far below the place, in sizes of its type: TeX raises the place by a whole
#: line, so that the line above has its foot at the very height.
_NEAREST, _FARTHEST = 0.25, 3.0
#: So far to the left of its column, in sizes of its type, a place may lie.
_BESIDE = 3.0
_BETWEEN = re.compile(r"[^\w\n]{0,3}")

Begun = tuple[PlacedLine, int]


def links_to_lines(text: str, linked: list[PrintedLink], begun: list[Begun]) -> tuple[Link, ...]:
    """Return the links that lead to a line; `begun` are the lines of the document and where they begin in `text`."""
    pages: dict[int, list[Begun]] = defaultdict(list)
    after: dict[int, int] = {}
    for at, (placed, start) in enumerate(begun):
        pages[placed.page].append((placed, start))
        after[start] = begun[at + 1][1] if at + 1 < len(begun) else len(text)
    aims: dict[Spot, Span | None] = {}
    links: list[Link] = []
    for one in sorted(linked, key=lambda one: one.span):
        if one.spot not in aims:
            line = _line_at(one.spot, pages.get(one.spot.page, []))
            aims[one.spot] = None if line is None else Span(line, max(line, after[line]))
        aim = aims[one.spot]
        if aim is None or one.span.overlaps(aim):
            continue
        link = Link(one.span, None, f"page {one.spot.page}", aim=aim)
        if links and links[-1].aim == aim and _BETWEEN.fullmatch(text, links[-1].span.end, link.span.start):
            links[-1] = replace(link, span=Span(links[-1].span.start, link.span.end))
        else:
            links.append(link)
    return tuple(links)


def _line_at(spot: Spot, lines: list[Begun]) -> int | None:
    """Return where the highest line that stands below a place begins; None where that is far, or in doubt."""
    below = [
        (placed, start)
        for placed, start in lines
        if _NEAREST <= (spot.top - placed.line.base) / placed.line.size <= _FARTHEST
    ]
    inside = [
        (placed, start)
        for placed, start in below
        if spot.left is not None and placed.column_left - _BESIDE * placed.line.size <= spot.left <= placed.column_right
    ]
    found = inside or below
    if not found or (not inside and len({placed.column for placed, _ in found}) > 1):
        return None
    return min(found, key=lambda one: (-one[0].line.base, one[0].line.left))[1]
