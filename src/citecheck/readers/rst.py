"""reStructuredText manuscripts: text, roles and notes that cite, the lists that a directive names."""

from __future__ import annotations

import re

from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.project import level
from citecheck.readers.reader import Reader
from citecheck.readers.rst_blocks import RstBlocks
from citecheck.readers.rst_inline import RstInline
from citecheck.readers.weaving import invisible, line_ends, trimmed, weave
from citecheck.text.decoding import decode

_CONFIGURED = re.compile(r"^bibtex_bibfiles\s{0,9}=\s{0,9}[\[(]([^\])]{0,2000})[\])]", re.MULTILINE)
_STRING = re.compile(r"[\"']([^\"'\n]{1,300})[\"']")


def read(raw: Raw) -> Document:
    """Read reStructuredText; code, comments and what directives are told are no text."""
    decoded = decode(raw.data)
    text = level(decoded.text)
    blocks = RstBlocks(text)
    blocks.read()
    inline = RstInline(text, {part.label for part in blocks.parts if part.label})
    for part in blocks.parts:
        inline.read(part.span)
    woven = weave(decoded.text, [*blocks.cuts, *inline.cuts, *line_ends(decoded.text), *invisible(decoded.text)])
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds code, comments or directives, and no text")
    found = (Block(part.kind, trimmed(woven.text, woven.clean(part.span)), part.label) for part in blocks.parts)
    lists = tuple(dict.fromkeys(blocks.lists)) or (_configured(raw) if inline.marks else ())
    # Beside a list apart, the entries in the text itself are what that need not have.
    own = {part.label for part in blocks.parts if part.kind is BlockKind.ENTRY} if lists else set()
    marks = tuple(mark.woven(woven) for mark in sorted(inline.marks) if mark.key not in own)
    return Document(
        path=raw.path,
        format="rst",
        text=woven.text,
        blocks=tuple(block for block in found if len(block.span)),
        sources=(Source(raw.path, decoded.text),),
        pieces=woven.pieces,
        verbatim=True,
        emphasis=tuple(sorted(map(woven.clean, inline.italics))),
        superscript=tuple(sorted(map(woven.clean, inline.raised))),
        marks=marks or None,
        all_cited=blocks.all_cited,
        lists=lists,
        notes=decoded.notes,
    )


def _configured(raw: Raw) -> tuple[str, ...]:
    """Return the lists that the configuration of Sphinx beside the manuscript names; it is read, not run."""
    if raw.beside is None:
        return ()
    try:
        configuration = decode(raw.beside("conf.py").data).text
    except ReadError:
        return ()
    found = _CONFIGURED.search(configuration)
    return tuple(_STRING.findall(found[1])) if found else ()


READER = Reader(
    format="rst",
    suffixes=(".rst", ".rest"),
    read=read,
    sniff=lambda _: False,
    description="reStructuredText, with the citations of sphinxcontrib-bibtex",
)
