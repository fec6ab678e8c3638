"""Markdown as scholars write it: Pandoc, Quarto, R Markdown, MyST; its markup falls out, its citation keys stay."""

from __future__ import annotations

import re

from citecheck.model.document import Block, BlockKind, Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.front_matter import FrontMatter, front_matter
from citecheck.readers.inline import Inline
from citecheck.readers.markdown_blocks import Blocks, Part
from citecheck.readers.markdown_project import MARKUP
from citecheck.readers.project import Project
from citecheck.readers.reader import Reader
from citecheck.readers.shapes import kind_by_shape
from citecheck.readers.weaving import Cut, weave
from citecheck.text.decoding import decode
from citecheck.text.pattern import pattern

_DIRECTIVE = pattern(r"^(?:`{3,}|:{3,})\{bibliography\}([^\n`]{0,500})", re.MULTILINE)
_CONFIGURATIONS = ("_quarto.yml", "_metadata.yml", "_config.yml", "myst.yml")
_LONGEST_CONFIGURATION = 65_536
_CONFIGURED = pattern(
    r"^[ \t]{0,8}(?:bibliography|bibtex_bibfiles)[ \t]*+:[^\n]*+(?:\n[ \t]*+-[ \t]++[^\n]*+)*+", re.MULTILINE
)
_FILE = pattern(r"[^\s\"'\[\],]{1,300}\.(?:bib|json|ya?ml)\b")


def read(raw: Raw) -> Document:
    """Read Markdown, with the files that it includes.

    Code, comments, pictures and the header are no text; indented paragraphs are, not code.
    """
    project = Project(raw, MARKUP)
    visible = project.text
    header = front_matter(visible) or FrontMatter(Span(0, 0))
    blocks = Blocks(visible)
    blocks.read([*header.texts, Span(header.span.end, len(visible))])
    parts = _with_headings(visible, blocks.parts)
    inline = Inline(visible, blocks.targets)
    for part in parts:
        inline.read(part.span)

    woven = weave(project.written, [*_header_cuts(header), *project.cuts, *blocks.cuts, *inline.cuts])
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds code, comments or a header, and no text")
    whole = len(project.sources) == 1 and len(project.sources[0].text) == len(visible)
    found = (Block(part.kind, woven.clean(part.span), part.label) for part in parts)
    return Document(
        path=raw.path,
        format="markdown",
        text=woven.text,
        blocks=tuple(block for block in found if len(block.span)),
        sources=tuple(project.sources),
        pieces=woven.pieces if whole else tuple(project.pieces(woven)),
        verbatim=True,
        emphasis=tuple(sorted(map(woven.clean, inline.italics))),
        superscript=tuple(sorted(map(woven.clean, inline.raised))),
        all_cited=header.all_cited,
        lists=header.lists or _directed(project.written) or _configured(raw, visible),
        header=header.span if header.holds_entries else None,
        language=header.language,
        faults=tuple(project.faults),
        notes=tuple(dict.fromkeys((*project.notes, *header.notes))),
    )


def _directed(written: str) -> tuple[str, ...]:
    """Return the lists that directives of MyST name."""
    return tuple(dict.fromkeys(name for found in _DIRECTIVE.finditer(written) for name in found[1].split()))


def _configured(raw: Raw, source: str) -> tuple[str, ...]:
    """Return the lists that the configuration of Quarto, Jupyter Book or MyST beside the manuscript names."""
    if raw.beside is None or not ("[@" in source or "{cite" in source or "\n@" in source):
        return ()
    for name in _CONFIGURATIONS:
        try:
            settings = decode(raw.beside(name).data).text
        except ReadError:
            continue
        if (found := _CONFIGURED.search(settings[:_LONGEST_CONFIGURATION])) is not None:
            return tuple(dict.fromkeys(_FILE.findall(found[0])))
    return ()


def _header_cuts(header: FrontMatter) -> list[Cut]:
    """Return the header without the text that stands in it."""
    cuts: list[Cut] = []
    at = 0
    for text in sorted(header.texts):
        cuts.append(Cut(at, text.start))
        at = text.end
    return [*cuts, Cut(at, header.span.end, "\n" if header.texts else "")]


def _with_headings(text: str, parts: list[Part]) -> list[Part]:
    """Return the blocks; where no heading is marked as one, short lines that stand alone are taken for headings."""
    if any(part.kind is BlockKind.HEADING for part in parts):
        return parts
    return [
        part._replace(kind=kind_by_shape([part.span.of(text)]))
        if part.kind is BlockKind.PARAGRAPH and "\n" not in part.span.of(text)
        else part
        for part in parts
    ]


READER = Reader(
    format="markdown",
    suffixes=(".md", ".markdown", ".qmd", ".rmd", ".myst"),
    read=read,
    sniff=lambda _: False,
    description="Markdown, with the extensions of Pandoc, Quarto, R Markdown and MyST",
)
