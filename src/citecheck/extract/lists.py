"""Where the reference lists of a manuscript stand: under their headings, or by the look of their entries."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from citecheck.extract.headings import LONGEST, ends_list, opens_list, plain_heading
from citecheck.extract.list_extent import Extent, extent, stretches
from citecheck.extract.text_lines import TextLine, lines_of
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.span import Span
from citecheck.text.folding import fold

_NO_ENTRIES = frozenset({BlockKind.NOTE, BlockKind.TABLE, BlockKind.CAPTION})

#: The text of a footnote in Markdown.
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:", re.MULTILINE)
#: Without a heading, so many entries must follow each other.
FEWEST = 4


@dataclass(frozen=True, slots=True)
class FoundList:
    """A reference list: the stretch of its entries, and the heading over it where there is one."""

    span: Span
    heading_span: Span | None = None
    heading: str | None = None


def find_lists(document: Document, heading: str | None = None) -> tuple[FoundList, ...]:
    """Return the reference lists in text order; with `heading` only those under a heading of these words.

    A heading counts where entries follow it, so that a table of contents and a sentence are passed over. Where no
    heading leads to entries, the stretch that looks most like a list is taken.
    """
    text = document.text
    closed = _closed(document)
    headings = _headings(document, heading, closed)
    stops = _stops(document, headings, closed)
    found = [one for line in headings if (one := _under(text, line, stops, lenient=heading is not None))]
    if found or heading is not None:
        return tuple(found)
    return _by_shape(text, stops)


def whole(document: Document) -> FoundList:
    """Return the whole document as one list, for a file that holds nothing else."""
    text = document.text
    lines = lines_of(text, Span(0, len(text)))
    headed = len(lines) > 1 and opens_list(lines[0].span.of(text))
    heading = lines[0].span if headed else None
    return FoundList(Span(heading.end if heading else 0, len(text)), heading, heading.of(text) if heading else None)


def _closed(document: Document) -> tuple[Block, ...]:
    """Return the blocks in which no list can stand."""
    return tuple(block for block in document.blocks if block.kind in _NO_ENTRIES)


def _inside(blocks: tuple[Block, ...], offset: int) -> bool:
    at = bisect_right(blocks, offset, key=lambda block: block.span.start) - 1
    return at >= 0 and offset < blocks[at].span.end


def _short_lines(text: str) -> list[Span]:
    """Return the lines that are short enough for a heading."""
    lines: list[Span] = []
    at = 0
    for raw in text.split("\n"):
        if 2 < len(raw) <= 2 * LONGEST:
            shown = raw.strip()
            if len(shown) > 2:
                start = at + len(raw) - len(raw.lstrip())
                lines.append(Span(start, start + len(shown)))
        at += len(raw) + 1
    return lines


def _headings(document: Document, heading: str | None, closed: tuple[Block, ...]) -> list[Span]:
    """Return the lines that could be the heading of a list."""
    wanted = plain_heading(heading) if heading is not None else None
    text = document.text
    lines = (line for line in _short_lines(text) if not _inside(closed, line.start))
    if wanted is None:
        return [line for line in lines if opens_list(line.of(text))]
    return [line for line in lines if wanted in {plain_heading(line.of(text)), fold(line.of(text))}]


def _stops(document: Document, headings: list[Span], closed: tuple[Block, ...]) -> list[int]:
    """Return the offsets at which a list ends in any case: headings of what follows lists, notes, tables."""
    text = document.text
    stops = {line.start for line in headings} | {block.span.start for block in closed} | {len(text)}
    stops |= {line.start for line in _short_lines(text) if ends_list(line.of(text)) and _stands_alone(text, line.start)}
    stops |= {found.start() for found in _FOOTNOTE.finditer(text)}
    return sorted(stops)


def _stands_alone(text: str, start: int) -> bool:
    """Whether the line is not the wrapped end of a sentence: a blank line or a full stop stands before it."""
    before = text[max(0, start - 80) : start].rstrip(" \t#*_")
    return (
        before.endswith("\n\n")
        or before.rstrip()[-1:] in {"", ".", ")", "]", ">", "/"}
        or before.rstrip()[-1:].isdigit()
    )


def _under(text: str, heading: Span, stops: list[int], *, lenient: bool) -> FoundList | None:
    """Return the list under a heading, None where no entries follow it."""
    stop = stops[bisect_right(stops, heading.start)] if stops[-1] > heading.start else len(text)
    lines = _under_rule(text, lines_of(text, Span(heading.end, stop)))
    reach = extent(text, lines)
    enough = reach.weight >= 1.5 or (lenient and reach.weight > 0)
    if not enough and not (lenient and lines):
        return None
    if not enough:
        reach = Extent(0, len(lines), len(lines), 0.0)
    span = Span(lines[reach.first].start, lines[reach.last - 1].end)
    return FoundList(span, heading, heading.of(text))


def _under_rule(text: str, lines: list[TextLine]) -> list[TextLine]:
    """Leave out the line of dashes or equals signs that underlines a heading."""
    if lines and not lines[0].span.of(text).strip("=-_*~ "):
        return lines[1:]
    return lines


def _by_shape(text: str, stops: list[int]) -> tuple[FoundList, ...]:
    """Return the stretch without a heading that looks most like a list, the last of equals."""
    best, weight, start = None, 0.0, 0
    for stop in stops:
        lines = lines_of(text, Span(start, stop))
        for reach in stretches(text, lines):
            if reach.entries >= FEWEST and reach.weight >= weight:
                weight = reach.weight
                best = Span(lines[reach.first].start, lines[reach.last - 1].end)
        start = stop
    return (FoundList(best),) if best else ()
