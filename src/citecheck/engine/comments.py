"""Comments in a manuscript that leave problems alone: `citecheck: ignore RULE: reason`.

A comment behind the text of a line speaks of that line; one on a line of its own speaks of what follows: the rest of
the paragraph, or the next paragraph, entry, note or cell of a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from citecheck.model.document import Piece, SourceIndex
from citecheck.model.ignore import Ignore, Means
from citecheck.model.manuscript import Manuscript
from citecheck.model.span import Span
from citecheck.text.lines import LineTable
from citecheck.text.nearest import no_such

_LONGEST = 1000
#: So many comments of one file are followed; what the others would leave alone is reported.
_MOST = 1000
_WORD = re.compile(r"\S")

_MARKUP = re.compile(rf"<!--[ \t\r\n]*+citecheck:(?P<said>[^<>]{{0,{_LONGEST}}}?)-->")
_PERCENT = re.compile(rf"(?<!\\)%++[ \t]*+citecheck:(?P<said>[^\n]{{0,{_LONGEST}}})")
_SLASHES = re.compile(rf"(?<![:/])//++[ \t]*+citecheck:(?P<said>[^\n]{{0,{_LONGEST}}})")
_DOTS = re.compile(rf"^[ \t]*+\.\.[ \t]++citecheck:(?P<said>[^\n]{{0,{_LONGEST}}})", re.MULTILINE)
_HASH = re.compile(rf"^[ \t]*+\#[ \t]++citecheck:(?P<said>[^\n]{{0,{_LONGEST}}})", re.MULTILINE)

#: How each format that has comments writes one; the others keep no text of their own in which one could stand.
_COMMENTS = {
    "markdown": _MARKUP, "html": _MARKUP, "jats": _MARKUP, "tei": _MARKUP, "latex": _PERCENT, "typst": _SLASHES,
    "rst": _DOTS, "org": _HASH,
}  # fmt: skip
#: What is said: the word, the rules, and behind a colon the reason.
_ORDER = re.compile(r"[ \t\r\n]*+ignore\b[ \t\r\n]*+(?P<rules>[^:]{0,500}+)(?::(?P<reason>.*+))?", re.DOTALL)


class _Page:
    """One source of one document of a manuscript, with the way from it to the clean text."""

    def __init__(self, manuscript: Manuscript, number: int, source: SourceIndex) -> None:
        self.document = document = manuscript.documents[number]
        self.number = number
        self.text = document.sources[source].text
        listed = (one.span.end for one in manuscript.references if one.document == number)
        self._ends = sorted([*(block.span.end for block in document.blocks), *listed])
        ends = [*(piece.start for piece in document.pieces[1:]), len(document.text)]
        runs = zip(document.pieces or (Piece(0, source, 0),), ends, strict=True)
        worded = ((piece, end) for piece, end in runs if _WORD.search(document.text, piece.start, end))
        self._runs = sorted((run for run in worded if run[0].source == source), key=lambda run: run[0].offset)
        self._offsets = [piece.offset for piece, _ in self._runs]

    def clean(self, span: Span) -> Span | None:
        """Return the clean text that was read from `span` of the source, from its first to its last sign."""
        found: Span | None = None
        for piece, end in self._runs[max(0, bisect_right(self._offsets, span.start) - 1) :]:
            if piece.offset >= span.end:
                break
            first, behind = piece.start, end
            if piece.width is None:
                first, behind = first + max(0, span.start - piece.offset), min(end, first + span.end - piece.offset)
            elif piece.offset + piece.width <= span.start:
                continue
            if first < behind:
                found = Span(min(first, found.start), max(behind, found.end)) if found else Span(first, behind)
        return found

    def following(self, at: int) -> Span | None:
        """Return the rest of the block or entry that goes on, or begins, behind `at` in the source."""
        for piece, end in self._runs[max(0, bisect_right(self._offsets, at) - 1) :]:
            first = piece.start + (max(0, at - piece.offset) if piece.width is None else 0)
            passed = piece.width is not None and piece.offset + piece.width <= at
            word = None if passed else _WORD.search(self.document.text, first, end)
            if word is not None:
                behind = bisect_right(self._ends, word.start())
                return Span(word.start(), self._ends[behind] if behind < len(self._ends) else len(self.document.text))
        return None


def ignores_in(manuscript: Manuscript, rules: tuple[str, ...]) -> tuple[Ignore, ...]:
    """Return the decisions that stand in comments of the article and of its lists, in the order of the text."""
    return tuple(
        ignore
        for number, document in enumerate(manuscript.documents)
        for source in range(len(document.sources))
        if document.format in _COMMENTS
        for ignore in _on_page(_Page(manuscript, number, SourceIndex(source)), rules)
    )


def _on_page(page: _Page, rules: tuple[str, ...]) -> Iterator[Ignore]:
    text = page.text
    table = LineTable(text)
    hidden = _hidden(page.document.format, text)
    for found in islice(_COMMENTS[page.document.format].finditer(text), _MOST):
        if hidden(found.start()):
            continue
        covers = _covered(page, Span(found.start(), found.end()), table)
        names, reason, mistake = _read(found["said"], rules)
        place = f"the comment on line {table.position(found.start()).line}"
        yield Ignore(
            names, reason, place, Means.COMMENT, document=page.number, covers=covers, sole=True, mistake=mistake
        )


def _read(said: str, rules: tuple[str, ...]) -> tuple[tuple[str, ...], str | None, str | None]:
    """Return the rules named, the reason, and what is wrong with the comment."""
    order = _ORDER.fullmatch(said)
    if order is None:
        return (), None, "it says something else than “ignore RULE: reason”"
    names = tuple(re.split(r"[\s,]+", order["rules"].strip())) if order["rules"].strip() else ()
    reason = " ".join((order["reason"] or "").split()) or None
    if not names:
        return (), reason, "it names no rule"
    wrong = next((name for name in names if name not in rules), None)
    return names, reason, no_such(wrong, rules, "rule") if wrong is not None else None


def _covered(page: _Page, comment: Span, table: LineTable) -> Span | None:
    """Return the stretch of clean text that a comment speaks of, None where nothing follows."""
    line = table.line(table.position(comment.start).line)
    last = table.line(table.position(max(comment.start, comment.end - 1)).line)
    if (page.text[line.start : comment.start] + page.text[comment.end : last.end]).strip():
        return page.clean(Span(line.start, last.end))
    return page.following(comment.end)


def _hidden(format: str, text: str) -> Callable[[int], bool]:
    """Return whether what begins at a place is code that only shows a comment."""
    if format == "markdown":
        from citecheck.readers.opaque import opaque

        spans = opaque(re.sub(r"\r(?!\n)", "\n", text))
    elif format == "latex":
        from citecheck.readers.latex_hidden import hidden

        spans = hidden(text)
    else:
        spans = []
    starts = [span.start for span in spans]

    def inside(at: int) -> bool:
        before = bisect_right(starts, at) - 1
        return before >= 0 and starts[before] < at < spans[before].end

    return inside
