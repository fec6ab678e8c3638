"""Which printed lines make a paragraph, a heading, a note, or the reference list of a PDF."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from statistics import median

from citecheck.languages.language import bare, words
from citecheck.model.document import BlockKind
from citecheck.model.value import field, record
from citecheck.readers.pdf_columns import PlacedLine
from citecheck.readers.pdf_entries import list_parts, same_column
from citecheck.readers.pdf_notes import notes_at_foot
from citecheck.readers.shapes import is_heading

_SENTENCE_ENDS = re.compile(r"[.!?:…。][\"'”’»)\]]{0,2}[0-9,–-]{0,8}\Z")
_NUMBERING = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-Z])[.):]?\s+")
# A figure that is no year, with the signs around it: "5,10", "[1,00", "9,73]", "-2,887", "12%".
_FIGURE = re.compile(r"(?<!\S)[(\[<>=±+−–-]{0,2}(?!(?:1[5-9]|20)[0-9]{2}[a-z]?\b)[0-9][0-9.,:/%)\]*–-]*+(?!\S)")
_LONGEST_HEADING = 200


@record
class Paragraph:
    """Lines that belong together. `listed`: they may be of a reference list and stay lines; `label` is a note's."""

    lines: list[PlacedLine] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    listed: bool = False
    label: str | None = None


def paragraphs(lines: list[PlacedLine]) -> list[Paragraph]:
    """Return the paragraphs of a document, whose lines are given in reading order; notes stand after their page.

    The notes of a page on which a reference list begins stand before it, else they would stand among its entries.
    """
    flow = _Flow(lines)
    found: list[Paragraph] = []
    waiting: list[Paragraph] = []
    for paragraph in flow.body():
        page = paragraph.lines[0].page
        found += (note for note in waiting if note.lines[0].page < page)
        waiting = [note for note in waiting if note.lines[0].page >= page]
        if paragraph.kind is BlockKind.HEADING and opens_list(paragraph.lines[0].line.text):
            found += (*waiting, *flow.notes_of(page))
            waiting = []
        found.append(paragraph)
        last = paragraph.lines[-1].page
        waiting += flow.notes_of(last)
    return [*found, *waiting, *flow.notes]


def opens_list(text: str) -> bool:
    """Whether a line that stands alone is the heading of a reference list."""
    if len(text) > 60 or text[0].islower() or (text.count(" ") > 6 and text[1] != " "):
        return False
    tokens = text.split(" ")
    shown = "".join(tokens) if len(tokens) > 4 and all(len(token) == 1 for token in tokens) else text
    return any(bare(one.strip(" .:")) in words("headings") for one in (shown, _NUMBERING.sub("", shown, count=1)))


class _Flow:
    """The lines of a document on their way into paragraphs."""

    def __init__(self, lines: list[PlacedLine]) -> None:
        sizes = Counter[float]()
        for placed in lines:
            sizes[round(placed.line.size * 2) / 2] += len(placed.line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        self.notes: list[Paragraph] = []
        self.lines = self._without_notes(lines)
        self.leading = _leading(self.lines)

    def body(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the text and of the lists."""
        section: list[PlacedLine] = []
        heading: PlacedLine | None = None
        for placed in self.lines:
            alone = opens_list(placed.line.text)
            if alone or (heading is not None and _is_such_a_heading(placed, heading, self.size)):
                yield from self._section(section, heading)
                section, heading = [], placed if alone else None
            section.append(placed)
        yield from self._section(section, heading)

    def notes_of(self, page: int) -> list[Paragraph]:
        """Return the notes up to this page that were not asked for before."""
        count = next((at for at, note in enumerate(self.notes) if note.lines[0].page > page), len(self.notes))
        asked, self.notes = self.notes[:count], self.notes[count:]
        return asked

    def _section(self, lines: list[PlacedLine], heading: PlacedLine | None) -> Iterator[Paragraph]:
        """Yield the paragraphs of a section; after the heading of a list, its entries."""
        if heading is None:
            yield from self._prose(lines)
            return
        yield Paragraph([heading], BlockKind.HEADING)
        if len(lines) > 1:
            parts, sure = list_parts(lines[1:], self._apart)
            for part in parts:
                yield Paragraph(part, listed=not sure)

    def _prose(self, lines: list[PlacedLine]) -> Iterator[Paragraph]:
        current = Paragraph()
        for at, placed in enumerate(lines):
            if current.lines and self._begins(current, placed, lines[at - 2] if at > 1 else None):
                yield self._finished(current)
                current = Paragraph()
            current.lines.append(placed)
        if current.lines:
            yield self._finished(current)

    def _begins(self, current: Paragraph, placed: PlacedLine, earlier: PlacedLine | None) -> bool:
        """Whether another paragraph than the current one begins with a line; `earlier` is the one but one before."""
        before = current.lines[-1]
        if not same_column(before, placed):
            return not self._goes_on(before, placed)
        if self._apart(before, placed) or _set_otherwise(before, placed) or is_row(before) != is_row(placed):
            return True
        if len(current.lines) == 1 and (_is_plain_heading(before, placed) or _is_next_of_one_line(before, placed)):
            return True
        return _is_set_off(before, placed, earlier)

    def _apart(self, before: PlacedLine, placed: PlacedLine) -> bool:
        """Whether a gap stands between two lines of a column."""
        down = before.line.base - placed.line.base
        return down < -0.5 * placed.line.size or down > self._usual(placed) * 1.2 + 0.6

    def _usual(self, placed: PlacedLine) -> float:
        """Return how far apart lines of this size stand."""
        return self.leading.get(round(placed.line.size * 2), 1.3 * placed.line.size)

    def _goes_on(self, before: PlacedLine, placed: PlacedLine) -> bool:
        """Whether a paragraph goes on in another column or on another page."""
        if _set_otherwise(before, placed) or is_row(before) or is_row(placed):
            return False
        if placed.line.text[0].islower() or before.line.divided or _is_open(before.line.text):
            return True
        return not _ends_sentence(before) and before.slack < 0.1

    def _finished(self, paragraph: Paragraph) -> Paragraph:
        paragraph.kind = self._kind(paragraph.lines)
        return paragraph

    def _kind(self, lines: list[PlacedLine]) -> BlockKind:
        tabbed = sum("\t" in placed.line.text or is_row(placed) for placed in lines)
        if (tabbed >= 2 and 2 * tabbed > len(lines)) or all(map(is_row, lines)):
            return BlockKind.TABLE
        if sum(len(placed.line.text) for placed in lines) < _LONGEST_HEADING:
            large = all(placed.line.bold or placed.line.size > 1.06 * self.size for placed in lines)
            if large or (len(lines) == 1 and is_heading(lines[0].line.text)):
                return BlockKind.HEADING
        return BlockKind.PARAGRAPH

    def _without_notes(self, lines: list[PlacedLine]) -> list[PlacedLine]:
        """Return the lines without the notes at the foot of columns, which are kept apart."""
        kept: list[PlacedLine] = []
        for _, group in groupby(lines, key=lambda placed: (placed.page, placed.column)):
            column = list(group)
            lists = [at for at, placed in enumerate(column) if opens_list(placed.line.text)]
            begins = notes_at_foot(column, self.size, lists)
            for at, placed in enumerate(column):
                if not begins or at < min(begins):
                    kept.append(placed)
                elif at in begins:
                    self._take_note(placed, begins[at])
                else:
                    self.notes[-1].lines.append(placed)
        return kept

    def _take_note(self, placed: PlacedLine, label: str | None) -> None:
        """Begin a note with a line; without a label it goes on with the note of the column before, if there is one."""
        if label is None and self.notes:
            self.notes[-1].lines.append(placed)
        else:
            self.notes.append(Paragraph([placed], BlockKind.NOTE, label=label))


def is_row(placed: PlacedLine) -> bool:
    """Whether a line looks like a row of a table: most of it is figures."""
    return _is_row(placed.line.text)


@lru_cache(maxsize=1024)  # a line is asked about beside each of its neighbours
def _is_row(text: str) -> bool:
    tokens = text.count(" ") + text.count("\t") + 1
    return tokens > 2 and 2 * len(_FIGURE.findall(text)) >= tokens


def _set_otherwise(before: PlacedLine, placed: PlacedLine) -> bool:
    """Whether two lines differ in type."""
    one, other = before.line, placed.line
    return abs(one.size - other.size) > 0.09 * other.size or one.bold != other.bold


def _is_set_off(before: PlacedLine, placed: PlacedLine, earlier: PlacedLine | None) -> bool:
    """Whether the indent of a line, or the short line before it, shows that a paragraph begins."""
    by = placed.inset - before.inset
    ended = _ends_sentence(before)
    full = before.slack < 0.06
    if 0.7 < by < 8:
        return ended or not full
    if by < -0.7 and earlier is not None and same_column(earlier, before) and abs(earlier.inset - before.inset) < 0.5:
        return ended or not full
    return ended and before.slack > 0.15 and not placed.line.text[0].islower()


def _is_such_a_heading(placed: PlacedLine, heading: PlacedLine, size: float) -> bool:
    """Whether a line is set as the heading of the list is, so that another section begins."""
    line, head = placed.line, heading.line
    set_apart = head.bold or head.size > 1.06 * size
    return (
        set_apart and line.bold == head.bold and abs(line.size - head.size) < 0.03 * head.size and len(line.text) < 80
    )


def _is_plain_heading(before: PlacedLine, placed: PlacedLine) -> bool:
    """Whether a line is a heading although nothing but its shortness shows it."""
    return before.slack > 0.35 and is_heading(before.line.text) and not placed.line.text[0].islower()


def _is_next_of_one_line(before: PlacedLine, placed: PlacedLine) -> bool:
    """Whether both lines are indented as first lines are, so that each is a paragraph."""
    return 0.7 < placed.inset < 4 and abs(placed.inset - before.inset) < 0.3 and _ends_sentence(before)


def _is_open(text: str) -> bool:
    """Whether a bracket that a line opens is closed further on."""
    return text.rfind("(") > text.rfind(")")


def _ends_sentence(placed: PlacedLine) -> bool:
    return _SENTENCE_ENDS.search(placed.line.text) is not None


def _leading(lines: list[PlacedLine]) -> dict[int, float]:
    """Return how far apart lines usually stand, by twice the size of their type."""
    steps = defaultdict[int, list[float]](list)
    for before, placed in pairwise(lines):
        down = before.line.base - placed.line.base
        if before.column == placed.column and 0.8 * placed.line.size < down < 2.6 * placed.line.size:
            steps[round(placed.line.size * 2)].append(down)
    return {size: median(found) for size, found in steps.items()}
