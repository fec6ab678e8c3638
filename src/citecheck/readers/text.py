"""Plain text: paragraphs between blank lines, and the marks of emphasis that pasted text often holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.emphasis import Mark, emphasised, in_address, mark
from citecheck.readers.reader import Reader
from citecheck.readers.shapes import is_unwrapped, kind_by_shape
from citecheck.readers.weaving import Cut, invisible, line_ends, weave
from citecheck.text.decoding import decode

# A line end, a line of white space only, and all white space after it. The patterns begin with a character or a class
# of them, which is what `re` searches for fast; so the first is used where no line ends with CR.
_BREAK = r"\n[^\S\n]*+\n\s*+"
_ANY_BREAK = r"[\r\n](?<!\r(?=\n))[^\S\r\n]*+[\r\n]\s*+"
_SIGNS = r"([*_])\1*+"


def read(raw: Raw) -> Document:
    """Read plain text; marks of emphasis fall out, everything else stays as it is."""
    decoded = decode(raw.data)
    text = decoded.text
    paragraphs = list(_paragraphs(text))
    cuts: list[Cut] = [*line_ends(text), *invisible(text)]
    italics = _emphasis(text, paragraphs, cuts)
    woven = weave(text, cuts)
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds nothing that can be seen")
    blocks = (Block(kind, woven.clean(span)) for span in paragraphs for kind, span in _blocks(text, span))
    return Document(
        path=raw.path,
        format="text",
        text=woven.text,
        blocks=tuple(block for block in blocks if len(block.span)),
        sources=(Source(raw.path, text),),
        pieces=woven.pieces,
        verbatim=True,
        emphasis=tuple(map(woven.clean, italics)),
        notes=decoded.notes,
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches of text between blank lines, without the white space around them."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for gap in re.finditer(_ANY_BREAK if "\r" in text else _BREAK, text):
        if start < gap.start() < end:
            yield Span(start, start + len(text[start : gap.start()].rstrip()))
            start = gap.end()
    if start < end:
        yield Span(start, end)


def _blocks(text: str, paragraph: Span) -> Iterable[tuple[BlockKind, Span]]:
    """Return the blocks of one paragraph: itself, or its lines where these are too long to be wrapped ones."""
    written = paragraph.of(text)
    if "\n" not in written and "\r" not in written:
        return ((kind_by_shape([written]), paragraph),)
    lines = [Span(*line.span()) for line in re.finditer(r"[^\r\n]++", written)]
    texts = [line.of(written) for line in lines]
    if not is_unwrapped(texts):
        return ((kind_by_shape(texts), paragraph),)
    return [
        (kind_by_shape([line.of(written)]), line.shifted(paragraph.start)) for line in lines if line.of(written).strip()
    ]


def _emphasis(text: str, paragraphs: list[Span], cuts: list[Cut]) -> list[Span]:
    """Return what is emphasised, paragraph by paragraph, and add the marks to `cuts`."""
    italics: list[Span] = []
    if "*" not in text and "_" not in text:
        return italics
    marks: list[Mark] = []
    following = iter(paragraphs)
    end = 0
    for run in re.finditer(_SIGNS, text):
        start = run.start()
        if start >= end:
            italics += emphasised(marks, cuts)
            marks = []
            end = next(span.end for span in following if span.end > start)
        found = mark(text, start, run.end(), inside_words=False)
        if found is not None and not (found.sign == "_" and in_address(text, start)):
            marks.append(found)
    italics += emphasised(marks, cuts)
    return italics


READER = Reader(
    format="text",
    suffixes=(".txt", ".text"),
    read=read,
    sniff=lambda _: False,
    description="Plain text",
)
