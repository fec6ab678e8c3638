"""Where the reference lists of a manuscript stand: under their headings, or by the look of their entries."""

from __future__ import annotations

import re
from bisect import bisect_right

from citecheck.extract.entry_evidence import SURE
from citecheck.extract.entry_shape import label_at
from citecheck.extract.headings import LONGEST, ends_list, opens_list, opens_notes, plain_heading
from citecheck.extract.list_extent import Extent, extent, stretches
from citecheck.extract.text_lines import TextLine, lines_of
from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

_NO_ENTRIES = frozenset({BlockKind.NOTE, BlockKind.TABLE, BlockKind.CAPTION})

#: The text of a footnote in Markdown.
_FOOTNOTE = pattern(r"^\[\^[^\]\n]{1,40}\]:", re.MULTILINE)
_SENTENCE_ENDS = {"", ".", ")", "]", ">", "/"}
#: Without a heading, so many entries must follow each other.
FEWEST = 4


@value
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
    if heading is None and (keyed := _keyed(document)):
        return keyed
    found = _under_headings(document, heading)
    if found or heading is not None:
        return found
    return _by_shape(document.text, _stops(document, _short_lines(document.text), 0))


def lists_of_file(document: Document) -> tuple[FoundList, ...]:
    """Return the lists of a file that holds nothing else; without headings all of its text is one list."""
    text = document.text
    found = _under_headings(document, None)
    first = min((one.heading_span.start for one in found if one.heading_span), default=len(text))
    lines = lines_of(text, Span(0, first))
    if lines and (not found or extent(text, lines).weight >= SURE):
        return (FoundList(Span(lines[0].start, lines[-1].end)), *found)
    return found


def _under_headings(document: Document, heading: str | None) -> tuple[FoundList, ...]:
    """Return the lists under a heading that says so, or under one of the words given."""
    text = document.text
    short = _short_lines(text)
    headings = _headings(document, short, heading)
    if not headings:
        return ()
    stops = sorted({*_stops(document, short, headings[0].start), *(line.start for line in headings)})
    found = (_under(text, line, stops, lenient=heading is not None) for line in headings)
    return tuple(one for one in found if one is not None)


def _keyed(document: Document) -> tuple[FoundList, ...]:
    """Return the lists whose entries the format itself gives keys, as LaTeX does: runs of entries."""
    if document.marks is None:
        return ()
    found: list[FoundList] = []
    last = -1
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.ENTRY and block.label is not None:
            begin = found.pop().span.start if place == last + 1 and found else block.span.start
            found.append(FoundList(Span(begin, block.span.end)))
            last = place
    return tuple(found)


def _closed(document: Document) -> list[Block]:
    """Return the blocks in which no list can stand."""
    return [block for block in document.blocks if block.kind in _NO_ENTRIES]


def _inside(blocks: list[Block], offset: int) -> bool:
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


def _headings(document: Document, short: list[Span], heading: str | None) -> list[Span]:
    """Return the lines that could be the heading of a list."""
    text, closed = document.text, _closed(document)
    if heading is None:
        found = (line for line in short if opens_list(line.of(text)))
    else:
        wanted = {plain_heading(heading), fold(heading)}
        found = (line for line in short if not wanted.isdisjoint((plain_heading(line.of(text)), fold(line.of(text)))))
    return [line for line in found if not _inside(closed, line.start)]


def _stops(document: Document, short: list[Span], since: int) -> list[int]:
    """Return the offsets at which a list ends in any case: headings of what follows lists, notes, tables."""
    text = document.text
    stops = {block.span.start for block in _closed(document)} | {len(text)}
    for line in short:
        if line.start >= since and ends_list(line.of(text)) and _stands_alone(text, line.start):
            stops.add(line.start)
    stops |= {found.start() for found in _FOOTNOTE.finditer(text, since)}
    return sorted(stop for stop in stops if stop >= since)


def _stands_alone(text: str, start: int) -> bool:
    """Whether the line is not the wrapped end of a sentence: a blank line or a full stop stands before it."""
    before = text[max(0, start - 80) : start].rstrip(" \t#*_")
    last = before.rstrip()[-1:]
    return before.endswith("\n\n") or last in _SENTENCE_ENDS or last.isdigit()


def _under(text: str, heading: Span, stops: list[int], *, lenient: bool) -> FoundList | None:
    """Return the list under a heading, None where no entries follow it."""
    after = bisect_right(stops, heading.start)
    stop = stops[after] if after < len(stops) else len(text)
    lines = lines_of(text, Span(heading.end, stop))
    if lines and not lines[0].shown.strip("=-_*~ "):  # the line under a heading
        lines = lines[1:]
    reach = extent(text, lines)
    if reach.weight < SURE and lenient and lines:
        reach = Extent(0, len(lines), len(lines), SURE)
    if reach.weight < SURE:
        return None
    return FoundList(Span(lines[reach.first].start, lines[reach.last - 1].end), heading, heading.of(text))


def _are_notes(text: str, lines: list[TextLine], reach: Extent) -> bool:
    """Whether a stretch under the heading of notes is the notes, and not a list whose numbers begin anew."""
    if 2 * reach.numbered <= reach.entries:
        return False
    label = label_at(text, lines[reach.first].start, lines[reach.first].end)
    return reach.first < 2 or label is None or label.number != 1


def _by_shape(text: str, stops: list[int]) -> tuple[FoundList, ...]:
    """Return the stretch without a heading that looks like a list: the last of those that come near the best."""
    found: list[tuple[float, Span]] = []
    start = 0
    for stop in stops:
        lines = lines_of(text, Span(start, stop))
        notes = bool(lines) and opens_notes(lines[0].shown)
        found += [
            (reach.weight, Span(lines[reach.first].start, lines[reach.last - 1].end))
            for reach in stretches(text, lines)
            if reach.entries >= FEWEST
            and reach.weight >= reach.entries
            and not (notes and _are_notes(text, lines, reach))
        ]
        start = stop
    best = max((weight for weight, _ in found), default=0.0)
    return tuple(FoundList(span) for weight, span in found if weight >= 0.4 * best)[-1:]
