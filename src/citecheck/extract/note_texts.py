"""Where the footnotes or endnotes of a document stand, and which number each has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.extract.body import Body
from citecheck.languages.language import bare, words
from citecheck.model.document import BlockKind
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

# the head of a note: "12. See …" | "[12] See" | "12 See" | "¹² See" | "[^12]: See"
_HEAD = pattern(
    r"^[ \t]{0,3}(?:\[\^?(?P<square>[0-9]{1,4})\]:?|(?P<plain>[0-9]{1,4})[.):]?|(?P<raised>[⁰¹²³⁴-⁹]{1,4}))"
    r"[ \t\u00a0]{1,4}(?=\S)",
    re.MULTILINE,
)
_SHORT_LINE = pattern(r"^[^\n]{3,44}$", re.MULTILINE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

#: Numbered paragraphs without a heading are notes when at least so many follow one another.
_FEWEST = 3


@value
class Note:
    """One footnote or endnote; `number` is its number as the text shows it."""

    span: Span
    number: int | None


def notes(body: Body) -> tuple[Note, ...]:
    """Return the notes of a document: those its format marks, else numbered paragraphs in rising order."""
    marked = tuple(
        Note(block.span, int(block.label) if block.label and block.label.isdecimal() else None)
        for block in body.document.blocks
        if block.kind is BlockKind.NOTE
    )
    return marked or tuple(_numbered(body))


def _numbered(body: Body) -> Iterator[Note]:
    """Yield numbered paragraphs under a heading of notes, or else the last run of them that begins with 1."""
    for span in body.spans:
        heading = _heading(body.text, span)
        start = span.start if heading is None else heading
        runs = _runs(body.text, Span(start, span.end))
        if runs and (heading is not None or len(runs[-1]) >= _FEWEST):
            yield from runs[0] if heading is not None else runs[-1]


def _heading(text: str, span: Span) -> int | None:
    """Return where the last heading of notes ends, None where there is none."""
    found = None
    for line in _SHORT_LINE.finditer(text, span.start, span.end):
        if bare(line.group().strip(" \t#*=_:")) in words("notes_headings"):
            found = line.end()
    return found


def _runs(text: str, span: Span) -> list[list[Note]]:
    """Return the runs of paragraphs numbered 1, 2, 3 …; each note reaches to the next, the last to its blank line."""
    runs: list[list[Note]] = []
    expected = 0
    for head in _HEAD.finditer(text, span.start, span.end):
        digits: str = head["square"] or head["plain"] or head["raised"]
        number = int(digits.translate(_RAISED))
        if number == 1:
            runs.append([])
        elif number != expected or not runs:
            continue
        elif runs[-1]:
            last = runs[-1][-1]
            runs[-1][-1] = Note(Span(last.span.start, head.start()), last.number)
        end = text.find("\n\n", head.end(), span.end)
        runs[-1].append(Note(Span(head.end(), end if end >= 0 else span.end), number))
        expected = number + 1
    return runs
