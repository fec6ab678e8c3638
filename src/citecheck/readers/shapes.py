"""What a paragraph of plain text is by its looks: a heading, a table, lines that are paragraphs each."""

from __future__ import annotations

from citecheck.model.document import BlockKind
from citecheck.text.pattern import pattern

_MOST_OF_A_HEADING = 100
_MOST_WORDS_OF_A_HEADING = 14
_WRAPPED_AT_MOST = 160
"""No text is wrapped by hand at more columns than this; a longer line is a paragraph of its own."""

# Signs that end a sentence or leave it open, and a quotation or bracket behind them; no heading ends so.
_SENTENCE_END = pattern(r"[.,;!…。、；][\"'”’»)\]]{0,2}\Z")

# Columns pasted from a table are kept apart by tabs; so is a number or bullet from its entry, which is no column.
_COLUMNS = pattern(r"\A(?![\[(]?+(?:[0-9]{1,4}|[^\w\s])[\]).]{0,2}\t[^\t]*+\Z)[^\t]*+\t")


def kind_by_shape(lines: list[str]) -> BlockKind:
    """Return what the lines of one paragraph, without the blank lines around it, are."""
    if len(lines) == 1:
        return BlockKind.HEADING if is_heading(lines[0]) else BlockKind.PARAGRAPH
    tabbed = sum(_COLUMNS.search(line.strip()) is not None for line in lines)
    return BlockKind.TABLE if tabbed >= 2 and tabbed * 2 > len(lines) else BlockKind.PARAGRAPH


def is_heading(line: str) -> bool:
    """Whether a line that stands alone may be a heading: short, no sentence, begun as a heading is."""
    bare = line.strip().strip("*_#= \t")
    if not bare or len(bare) > _MOST_OF_A_HEADING or len(bare.split()) > _MOST_WORDS_OF_A_HEADING:
        return False
    if _SENTENCE_END.search(bare) or bare[0].islower() or bare[0] in '-–—•·([<"“«':
        return False
    return "://" not in bare and "@" not in bare and any(char.isalpha() for char in bare)


def is_unwrapped(lines: list[str]) -> bool:
    """Whether each of the lines is a paragraph, as in text pasted from a word processor."""
    return len(lines) > 1 and max(map(len, lines)) > _WRAPPED_AT_MOST
