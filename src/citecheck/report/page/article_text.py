"""The text of an article as the page shows it: block by block, with its marks, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.manuscript import Manuscript
from citecheck.model.span import Cover, Span
from citecheck.model.value import value
from citecheck.report.page.marks import Mark
from citecheck.report.page.typesetting import Run, Typesetter


@value
class Part:
    """Letters of a block under one mark, or under none. `anchored` is set where the mark begins."""

    runs: tuple[Run, ...]
    mark: Mark | None = None
    anchored: bool = False


@value
class ShownBlock:
    """A block as it is shown; `entries` is set instead of text where the list stood that is shown apart."""

    kind: str
    parts: tuple[Part, ...] = ()
    label: str | None = None
    page: int | None = None
    """The page, where it is another one than that of the block before."""
    entries: bool = False


def article_text(manuscript: Manuscript, marks: Sequence[Mark], typesetter: Typesetter) -> Iterator[ShownBlock]:
    """Yield the blocks of the article; of its lists only what is no entry, once the place of the first is named."""
    entries = _listed(manuscript)
    page, listing, at = None, False, 0
    for block in _blocks(manuscript.document):
        while at < len(marks) and marks[at].span.end <= block.span.start:
            at += 1
        last = at
        while last < len(marks) and marks[last].span.start < block.span.end:
            last += 1
        if last == at and entries.overlaps(block.span):
            if not listing:
                yield ShownBlock("list", entries=True)
            listing = True
            continue
        listing = False
        turned = block.page if block.page != page else None
        page = block.page or page
        parts = tuple(_parts(block.span, marks[at:last], typesetter))
        yield ShownBlock(block.kind.value, parts, block.label, turned)


def _listed(manuscript: Manuscript) -> Cover:
    """Return the parts of the article that hold an entry of a list in it; entries in notes are in no list."""
    lists = Cover(found.span for found in manuscript.lists if found.document == 0)
    of_article = (reference.span for reference in manuscript.references if reference.document == 0)
    return Cover(span for span in of_article if len(span) and lists.overlaps(span))


def _blocks(document: Document) -> Iterator[Block]:
    """Yield the blocks in text order, with one for any text between them, so that nothing is left out."""
    end = 0
    for block in sorted(document.blocks, key=lambda block: block.span):
        if document.text[end : block.span.start].strip():
            yield Block(BlockKind.PARAGRAPH, Span(end, block.span.start))
        start = max(end, block.span.start)
        if block.span.end > start:
            yield Block(block.kind, Span(start, block.span.end), block.label, block.page)
        end = max(end, block.span.end)
    if document.text[end:].strip():
        yield Block(BlockKind.PARAGRAPH, Span(end, len(document.text)))


def _parts(block: Span, marks: Sequence[Mark], typesetter: Typesetter) -> Iterator[Part]:
    """Yield the letters of a block in order; of a mark that reaches over its edge, those inside."""
    at = block.start
    for mark in marks:
        start, end = max(at, mark.span.start), min(block.end, mark.span.end)
        if at < start:
            yield Part(typesetter.runs(Span(at, start)))
        yield Part(typesetter.runs(Span(start, end)), mark, anchored=start == mark.span.start)
        at = end
    if at < block.end:
        yield Part(typesetter.runs(Span(at, block.end)))
