"""What a printed page leaves in a copied list: page numbers and running heads between entries."""

from __future__ import annotations

from collections import Counter

from citecheck.extract.text_lines import TextLine
from citecheck.text.pattern import pattern

_PAGE = pattern(r"\W{0,3}(?:[Pp]age |[Ss]\. |p\. ?)?[0-9]{1,4}(?: (?:of|/|von|de) [0-9]{1,4})?\W{0,3}")
_DIGITS = pattern(r"[0-9]+")


def without_furniture(lines: list[TextLine]) -> list[TextLine]:
    """Return the lines without page numbers and running heads."""
    heads = Counter(_DIGITS.sub("0", line.shown) for line in lines if line.length < 100)
    kept: list[TextLine] = []
    for at, line in enumerate(lines):
        if at and _is_furniture(line, heads):
            continue
        if at + 1 < len(lines) and _is_heading(line, lines[at + 1]):
            continue
        kept.append(line)
    return kept or lines


def _is_furniture(line: TextLine, heads: Counter[str]) -> bool:
    if line.length <= 16 and _PAGE.fullmatch(line.text, line.start, line.end):
        return line.gap
    return line.length < 100 and heads[_DIGITS.sub("0", line.shown)] > 2 and line.gap


def _is_heading(line: TextLine, following: TextLine) -> bool:
    """Whether the line is a heading inside the list: "A", "Books and articles", "Archives"."""
    if not line.gap or not following.gap or line.length > 60:
        return False
    shown = line.shown.strip("#*_ ")
    if not shown or any(letter.isdigit() or letter in ".,;()[]" for letter in shown):
        return False
    return following.name >= 2
