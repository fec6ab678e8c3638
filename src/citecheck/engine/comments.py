"""Comments in a manuscript that leave problems alone: `citecheck: ignore RULE: reason`.

A comment behind the text of a line speaks of that line; one on a line of its own speaks of what follows: the rest of
the paragraph, or the next paragraph, entry, note or cell of a table.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from citecheck.model.document import Document, SourceIndex
from citecheck.model.ignore import Ignore, Means
from citecheck.model.manuscript import Manuscript
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.lines import LineTable
from citecheck.text.nearest import no_such

_LONGEST = 1000

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


@value
class _Page:
    """One source of one document of a manuscript."""

    manuscript: Manuscript
    number: int
    source: SourceIndex

    @property
    def document(self) -> Document:
        return self.manuscript.documents[self.number]

    @property
    def text(self) -> str:
        return self.document.sources[self.source].text


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
    for found in _COMMENTS[page.document.format].finditer(text):
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
        return _clean(page, Span(line.start, last.end))
    at = _clean(page, Span(comment.end, len(page.text)))
    if at is None:
        return None
    ends = [block.span.end for block in page.document.blocks if block.span.end > at.start]
    listed = (one.span for one in page.manuscript.references if one.document == page.number)
    ends += [span.end for span in listed if span.end > at.start]
    return Span(at.start, min(ends, default=at.end))


def _clean(page: _Page, span: Span) -> Span | None:
    """Return the clean text that was read from `span` of a source, from its first to its last sign."""
    document = page.document
    if not document.pieces:
        return span if len(span) else None
    ends = [piece.start for piece in document.pieces[1:]] + [len(document.text)]
    found: Span | None = None
    for piece, end in zip(document.pieces, ends, strict=True):
        length = piece.width if piece.width is not None else end - piece.start
        if piece.source != page.source or piece.offset + length <= span.start or piece.offset >= span.end:
            continue
        first, behind = piece.start, end
        if piece.width is None:
            first, behind = first + max(0, span.start - piece.offset), min(end, first + span.end - piece.offset)
        if first < behind:
            found = Span(min(first, found.start), max(behind, found.end)) if found else Span(first, behind)
    return found


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
