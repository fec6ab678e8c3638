"""How a reference list is set, and with it where each entry begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from citecheck.extract.entry_shape import bullet_end, is_address, label_at, name_strength, year_at
from citecheck.extract.furniture import without_furniture
from citecheck.extract.numbering import numbered
from citecheck.extract.text_lines import TextLine, lines_of
from citecheck.extract.wrapping import ENDED, ended, wrapped_starts
from citecheck.model.document import BlockKind, Document
from citecheck.model.span import Span
from citecheck.model.value import value

#: Lines longer than this are not wrapped by hand.
WIDEST = 130


@value
class Start:
    """An entry as its layout shows it: from its bullet or label to its last line; `key` where the format gives one."""

    span: Span
    labelled: bool = False
    bulleted: bool = False
    glued: bool = False
    key: str | None = None


def entry_starts(document: Document, span: Span) -> list[Start]:
    """Return the entries of the list, in order."""
    marked = _marked(document, span)
    if marked:
        return marked
    text = document.text
    lines = lines_of(text, span)
    if not lines:
        return []
    labels = numbered(text, lines)
    if labels is not None:
        return [Start(Span(one.start, one.end), labelled=one.labelled, glued=one.glued) for one in labels]
    lines = without_furniture(lines)
    bulleted = _bulleted(lines)
    if bulleted is not None:
        return [Start(part, bulleted=True) for part in _parts(lines, bulleted)]
    return [Start(part) for part in _parts(lines, _begins(lines))]


def _marked(document: Document, span: Span) -> list[Start]:
    """Return the blocks that the format itself marks as entries, where the list is made of them."""
    first = bisect_left(document.blocks, span.start, key=lambda block: block.span.start)
    last = bisect_left(document.blocks, span.end, key=lambda block: block.span.start)
    blocks = document.blocks[first:last]
    marked = [block for block in blocks if block.kind is BlockKind.ENTRY and len(block.span)]
    if marked and document.marks is not None and all(block.label for block in marked):
        return [Start(block.span, key=block.label) for block in marked]
    entries = [block.span for block in marked]
    if not entries or sum(map(len, entries)) < 0.8 * len(span):
        return []
    text = document.text
    return [
        Start(
            one,
            labelled=label_at(text, one.start, one.end) is not None and name_strength(text, one.start, one.end) == 0,
            bulleted=_is_bullet(TextLine(text, one, 0, gap=True)),
        )
        for one in entries
    ]


def _parts(lines: list[TextLine], begins: list[bool]) -> list[Span]:
    """Return the spans between the lines that begin an entry."""
    parts: list[Span] = []
    start = end = -1
    for line, begin in zip(lines, begins, strict=True):
        if begin or start < 0:
            if start >= 0:
                parts.append(Span(start, end))
            start = line.start
        end = line.end
    parts.append(Span(start, end))
    return parts


def _is_bullet(line: TextLine) -> bool:
    if bullet_end(line.text, line.start, line.end) is None:
        return False
    return not (line.repeats and line.text[line.start] in "—―–")


def _bulleted(lines: list[TextLine]) -> list[bool] | None:
    """Return which lines begin an entry where entries have bullets, None where they have none."""
    marks = Counter(line.text[line.start] for line in lines if _is_bullet(line))
    if not marks:
        return None
    mark, count = marks.most_common(1)[0]
    paragraphs = sum(line.gap for line in lines)
    if count < 3 and count < paragraphs:
        return None
    if lines[0].text[lines[0].start] != mark and count < 0.6 * max(3, paragraphs):
        return None
    return [line.text[line.start] == mark and _is_bullet(line) for line in lines]


def _begins(lines: list[TextLine]) -> list[bool]:
    """Return which lines begin an entry in a list without numbers and bullets."""
    if _separated(lines):
        return _joined(lines, [line.gap for line in lines])
    if _one_a_line(lines):
        return _joined(lines, [True] * len(lines))
    return wrapped_starts(lines)


def _separated(lines: list[TextLine]) -> bool:
    """Whether blank lines stand between entries and nowhere else."""
    paragraphs = sum(line.gap for line in lines)
    if paragraphs < 2 or paragraphs == len(lines):
        return False
    outside = sum(line.gap and _begins_with_name(line) for line in lines)
    inside = sum(not line.gap and ended(before) > 0 and _strong(line) for before, line in pairwise(lines))
    return outside >= 0.5 * paragraphs and inside <= 0.12 * (len(lines) - paragraphs) + 1


def _begins_with_name(line: TextLine) -> bool:
    return line.name >= 2 or line.repeats


def _strong(line: TextLine) -> bool:
    return line.repeats or line.name == 3 or (line.name == 2 and line.dated)


def _one_a_line(lines: list[TextLine]) -> bool:
    """Whether every line is a whole entry: lines differ freely in length, and each has what an entry has."""
    if len(lines) < 2:
        return True
    lengths = sorted(line.length for line in lines)
    if lengths[len(lengths) // 2] > WIDEST or lengths[-max(1, len(lengths) // 5)] > 1.5 * WIDEST:
        return True
    whole = sum(line.dated and (line.name > 0 or line.repeats or _begins_with_year(line)) for line in lines)
    return whole >= 0.9 * len(lines) or (2 * whole >= len(lines) and _all_whole(lines))


def _begins_with_year(line: TextLine) -> bool:
    """Whether a paragraph begins with a year: the authors of the entry before are left out."""
    return line.gap and year_at(line.text, line.start, line.start + 4) == line.start


def _all_whole(lines: list[TextLine]) -> bool:
    """Whether each line begins with a name and ends with a period, and one without a year has sentences as entries do.

    A single entry without a year tells nothing in a long list; of a short one it is a third.
    """
    return all(ended(line) == ENDED for line in lines[:-1]) and all(
        line.repeats or (line.name >= 2 and (line.dated or line.shown.count(". ") > 1)) for line in lines
    )


def _joined(lines: list[TextLine], begins: list[bool]) -> list[bool]:
    """Take back beginnings that are none: an address on its own line, a line that goes on in lower case."""
    kept = begins[:1]
    for before, line, begin in zip(lines, lines[1:], begins[1:], strict=False):
        kept.append(begin and not _goes_on(line, before))
    return kept


def _goes_on(line: TextLine, before: TextLine) -> bool:
    if is_address(line.text, line.start, line.end):
        return not line.dated or line.length < 160
    first = line.text[line.start]
    if first in "[(" and label_at(line.text, line.start, line.end) is None:
        return not line.dated
    if first.islower() and line.name == 0:
        return not (line.gap and line.dated and ended(before) > 0)
    return first in ",;:)"
