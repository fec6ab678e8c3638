"""The notes at the foot of a column of a PDF: set smaller than the text, or known by their raised numbers."""

from __future__ import annotations

import re

from citecheck.readers.pdf_columns import PlacedLine

_NOTE = re.compile(r"([0-9]{1,3}|[*†‡§])(?=\s*[^\s0-9.,)])")
_FIGURES = re.compile(r"[0-9]{1,3}")
#: Notes are set smaller than the text by at least this factor.
_SMALLER = 0.94
#: Type that is larger than the text by this factor is that of a heading.
_LARGER = 1.06
#: Notes in the size of the text take at most this share of a column.
_MOST = 0.75


def notes_at_foot(column: list[PlacedLine], size: float, lists: list[int]) -> dict[int, str | None]:
    """Return the lines at which notes at the foot of a column begin, each with its number or sign; {} without notes.

    `size` is that of the text's type, `lists` the lines that are headings of reference lists.
    """
    first = _smaller(column, size)
    if first < len(column):
        if first == 0 or first - 1 in lists:
            return {}
        labels = {at: note_label(column[at]) for at in range(first, len(column))}
        return {at: label for at, label in labels.items() if label is not None or at == first}
    found = _as_large(column, size)
    # Right below its heading stand the entries of a list, which may have raised numbers too.
    return {} if not found or (lists and min(found) <= lists[-1] + 1) else found


def _smaller(column: list[PlacedLine], size: float) -> int:
    """Return where notes in smaller type than the text's begin, the length of the column where none do."""
    first = found = len(column)
    while first > 0 and column[first - 1].line.size < _SMALLER * size:
        first -= 1
        if note_label(column[first]) and first > 0 and column[first - 1].line.size >= _SMALLER * size:
            found = first
    return found


def _as_large(column: list[PlacedLine], size: float) -> dict[int, str | None]:
    """Return where notes in the type of the text begin, with their numbers.

    Each begins with a number that is raised in the text above, and they run on, or begin anew. Where they are not
    raised themselves, they are those that the text above has, all of them and no other.
    """
    marks = _marks(column)
    labels = [(at, label) for at, placed in enumerate(column) if (label := note_label(placed)) and label in marks]
    for begins in ([one for one in labels if _is_raised(column[one[0]])], labels):
        chain: dict[int, str | None] = {}
        for at, label in reversed(begins):
            if chain and chain[min(chain)] not in {str(int(label) + 1), "1"}:
                break
            chain[at] = label
        if not chain or len(column) - min(chain) > _MOST * len(column):
            continue
        above, numbers = _marks(column[: min(chain)]), set(chain.values())
        fitting = numbers <= above if begins is not labels else numbers == above
        if fitting and not any(_is_heading(placed, column[min(chain)], size) for placed in column[min(chain) :]):
            return dict(sorted(chain.items()))
    return {}


def note_label(placed: PlacedLine) -> str | None:
    """Return the number or sign with which a note begins."""
    line = placed.line
    found = _NOTE.match(line.text)
    if found is None:
        return None
    return found[1] if _is_raised(placed) or not found[1].isdecimal() or line.text[found.end()] == " " else None


def _is_raised(placed: PlacedLine) -> bool:
    """Whether a line begins with a raised sign."""
    return bool(placed.line.raised) and placed.line.raised[0].start == 0


def _is_heading(placed: PlacedLine, note: PlacedLine, size: float) -> bool:
    """Whether a line is set as no line of a note is."""
    return placed.line.bold != note.line.bold or placed.line.size > _LARGER * size


def _marks(lines: list[PlacedLine]) -> set[str | None]:
    """Return the numbers that are raised behind words."""
    return {
        number
        for placed in lines
        for span in placed.line.raised
        if span.start > 0
        for number in _FIGURES.findall(span.of(placed.line.text))
    }
