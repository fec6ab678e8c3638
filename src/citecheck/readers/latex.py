"""LaTeX manuscripts of one file or many: text, citation commands, the lists they name or hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from citecheck.model.document import Block, Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.latex_groups import Groups
from citecheck.readers.latex_macros import find_macros
from citecheck.readers.latex_project import MARKUP
from citecheck.readers.latex_text import LatexText
from citecheck.readers.project import Project
from citecheck.readers.reader import Reader
from citecheck.readers.weaving import Cut, trimmed, weave

_BEGIN = re.compile(r"\\begin[ \t]*+\{document\}")
#: What a preamble holds that is printed.
_PRINTED = re.compile(r"\\(?:title|subtitle|abstract|abstracts|keywords|epigram)(?![A-Za-z])[ \t]*+(?=[\[{])")
_LISTS = re.compile(
    r"\\(?:(?P<many>bibliography(?!style|section|unit|font|space|name|item|indent)[A-Za-z]{0,20})"
    r"|addbibresource|addglobalbib|addsectionbib|bibliographyunit)"
    r"[ \t]*+(?:\[[^\[\]\n]{0,200}\])?[ \t\n]{0,5}\{(?P<names>[^{}]{1,2000})\}"
)
_SNIFF = re.compile(rb"\\documentclass\s*+(?:\[[^\]]{0,500}\])?\s*+\{|\\begin\s*+\{document\}")


def read(raw: Raw) -> Document:
    """Read a manuscript from its main file on; included files within its folder are read with it."""
    project = Project(raw, MARKUP)
    lists = _lists(project.text, raw)
    if lists and "\\bibitem" not in project.text:
        lists = _or_made_list(project, lists, raw)
    text = project.text
    groups = Groups(text)
    macros = find_macros(text, groups)
    latex = LatexText(text, groups, macros)
    printed = list(_printed(text, groups, macros.spans))
    latex.read(printed)
    woven = weave(project.written, [*_gaps(printed, len(text)), *project.cuts, *latex.cuts])
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds commands and comments, and no text")
    found = (Block(part.kind, trimmed(woven.text, woven.clean(part.span)), part.label) for part in latex.parts)
    return Document(
        path=raw.path,
        format="latex",
        text=woven.text,
        blocks=tuple(block for block in found if len(block.span)),
        sources=tuple(project.sources),
        pieces=tuple(project.pieces(woven)),
        verbatim=True,
        emphasis=tuple(sorted(map(woven.clean, latex.italics))),
        superscript=tuple(sorted(map(woven.clean, latex.raised))),
        marks=tuple(mark.woven(woven) for mark in latex.marks),
        all_cited=latex.all_cited,
        lists=lists,
        faults=tuple(project.faults),
        notes=tuple(dict.fromkeys(project.notes)),
    )


def _lists(text: str, raw: Raw) -> tuple[str, ...]:
    """Return the files that the manuscript names for its reference list, relative to it."""
    names: list[str] = []
    for found in _LISTS.finditer(text):
        for name in found["names"].split(",") if found["many"] else [found["names"]]:
            written = name.strip().strip('"').replace("\\jobname", PurePath(raw.path).stem)
            if written and not re.search(r"[\\#%]", written):
                names.append(f"{written}.bib" if found["many"] and not written.endswith(".bib") else written)
    return tuple(dict.fromkeys(names))


def _or_made_list(project: Project, lists: tuple[str, ...], raw: Raw) -> tuple[str, ...]:
    """Return the lists; where none of them is there, but one that BibTeX made of them, that is read with the text."""
    if raw.beside is None:
        return lists
    for name in lists:
        try:
            raw.beside(name)
        except ReadError:
            continue
        return lists
    try:
        made = raw.beside(f"{PurePath(raw.path).stem}.bbl")
    except ReadError:
        return lists
    if b"\\bibitem" not in made.data:
        return lists
    project.add(made, depth=1)
    project.notes.append(f"{lists[0]} is not there; the list is read from {made.path}")
    return ()


def _printed(text: str, groups: Groups, definitions: list[Span]) -> Iterator[Span]:
    """Yield what is printed: the body, and before it title and abstract; definitions are left out."""
    begin = _BEGIN.search(text)
    start = 0
    if begin is not None:
        start = begin.end()
        for command in _PRINTED.finditer(text, 0, begin.start()):
            _, at = groups.optional(command.end())
            inner, end = groups.braced(at)
            if inner is not None and end <= begin.start():
                yield inner
    at = start
    for definition in definitions:
        if definition.start >= at:
            yield Span(at, definition.start)
        at = max(at, definition.end)
    yield Span(at, len(text))


def _gaps(spans: list[Span], length: int) -> Iterator[Cut]:
    """Yield the cuts of all that stands between `spans`."""
    at = 0
    for span in sorted(spans):
        yield Cut(at, span.start, "\n\n" if at else "")
        at = max(at, span.end)
    yield Cut(at, length)


READER = Reader(
    format="latex",
    suffixes=(".tex", ".ltx", ".latex"),
    read=read,
    sniff=lambda head: _SNIFF.search(head) is not None,
    description="LaTeX, of one file or many",
)
