"""How a reference list is set, and with it where each entry begins and ends."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from citecheck.extract.entry_shape import bullet_end, is_dated, label_at, name_strength, repeats_author
from citecheck.extract.furniture import without_furniture
from citecheck.extract.numbering import numbered
from citecheck.extract.text_lines import TextLine, lines_of
from citecheck.extract.wrapping import ended, wrapped_starts
from citecheck.model.document import BlockKind, Document
from citecheck.model.span import Span

#: Lines longer than this are not wrapped by hand.
WIDEST = 130

_ADDRESSES = ("http", "www.", "doi:", "doi ", "doi.org", "10.1", "isbn", "issn", "pmid")


@dataclass(frozen=True, slots=True)
class Start:
    """An entry as its layout shows it: from its bullet or label to its last line."""

    span: Span
    labelled: bool = False
    bulleted: bool = False
    glued: bool = False


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
    lines = without_furniture(text, lines)
    bulleted = _bulleted(text, lines)
    if bulleted is not None:
        return [Start(part, bulleted=True) for part in _parts(lines, bulleted)]
    return [Start(part) for part in _parts(lines, _begins(text, lines))]


def _marked(document: Document, span: Span) -> list[Start]:
    """Return the blocks that the format itself marks as entries, where the list is made of them."""
    first = bisect_left(document.blocks, span.start, key=lambda block: block.span.start)
    last = bisect_left(document.blocks, span.end, key=lambda block: block.span.start)
    blocks = document.blocks[first:last]
    entries = [block.span for block in blocks if block.kind is BlockKind.ENTRY and len(block.span)]
    if not entries or sum(map(len, entries)) < 0.8 * len(span):
        return []
    text = document.text
    return [
        Start(
            one,
            labelled=label_at(text, one.start, one.end) is not None and name_strength(text, one.start, one.end) == 0,
            bulleted=_is_bullet(text, TextLine(one.start, one.end, 0, gap=True)),
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


def _is_bullet(text: str, line: TextLine) -> bool:
    return bullet_end(text, line.start, line.end) is not None and not (
        repeats_author(text, line.start, line.end) and text[line.start] in "—―–"
    )


def _bulleted(text: str, lines: list[TextLine]) -> list[bool] | None:
    """Return which lines begin an entry where entries have bullets, None where they have none."""
    marks = Counter(text[line.start] for line in lines if _is_bullet(text, line))
    if not marks:
        return None
    mark, count = marks.most_common(1)[0]
    paragraphs = sum(line.gap for line in lines)
    if count < 3 and count < paragraphs:
        return None
    if text[lines[0].start] != mark and count < 0.6 * max(3, paragraphs):
        return None
    return [text[line.start] == mark and _is_bullet(text, line) for line in lines]


def _begins(text: str, lines: list[TextLine]) -> list[bool]:
    """Return which lines begin an entry in a list without numbers and bullets."""
    if _separated(text, lines):
        return _joined(text, lines, [line.gap for line in lines])
    if _one_a_line(text, lines):
        return _joined(text, lines, [True] * len(lines))
    return wrapped_starts(text, lines)


def _separated(text: str, lines: list[TextLine]) -> bool:
    """Whether blank lines stand between entries and nowhere else."""
    paragraphs = sum(line.gap for line in lines)
    if paragraphs < 2 or paragraphs == len(lines):
        return False
    outside = sum(line.gap and _begins_with_name(text, line) for line in lines)
    inside = sum(
        not line.gap and ended(text, before) > 0 and _strong(text, line)
        for before, line in zip(lines, lines[1:], strict=False)
    )
    return outside >= 0.5 * paragraphs and inside <= 0.12 * (len(lines) - paragraphs) + 1


def _begins_with_name(text: str, line: TextLine) -> bool:
    return name_strength(text, line.start, line.end) >= 2 or repeats_author(text, line.start, line.end)


def _strong(text: str, line: TextLine) -> bool:
    if repeats_author(text, line.start, line.end):
        return True
    strength = name_strength(text, line.start, line.end)
    return strength == 3 or (strength == 2 and is_dated(text, line.start, line.end))


def _one_a_line(text: str, lines: list[TextLine]) -> bool:
    """Whether every line is a whole entry: lines differ freely in length, and each has what an entry has."""
    if len(lines) < 2:
        return True
    lengths = sorted(line.length for line in lines)
    if lengths[len(lengths) // 2] > WIDEST or lengths[-max(1, len(lengths) // 5)] > 1.5 * WIDEST:
        return True
    whole = sum(is_dated(text, line.start, line.end) and _able(text, line) for line in lines)
    return whole >= 0.9 * len(lines)


def _able(text: str, line: TextLine) -> bool:
    return name_strength(text, line.start, line.end) > 0 or repeats_author(text, line.start, line.end)


def _joined(text: str, lines: list[TextLine], begins: list[bool]) -> list[bool]:
    """Take back beginnings that are none: an address on its own line, a line that goes on in lower case."""
    kept = begins[:1]
    for before, line, begin in zip(lines, lines[1:], begins[1:], strict=False):
        kept.append(begin and not _goes_on(text, line, before))
    return kept


def _goes_on(text: str, line: TextLine, before: TextLine) -> bool:
    shown = text[line.start : min(line.end, line.start + 12)].lstrip("<([").casefold()
    if shown.startswith(_ADDRESSES):
        return not is_dated(text, line.start, line.end) or line.length < 160
    first = text[line.start]
    if first in "[(" and label_at(text, line.start, line.end) is None:
        return not is_dated(text, line.start, line.end)
    if first.islower() and name_strength(text, line.start, line.end) == 0:
        return not (line.gap and is_dated(text, line.start, line.end) and ended(text, before) > 0)
    return first in ",;:)"
