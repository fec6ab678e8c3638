"""Typst manuscripts of one file or many: text, references by key, the lists they name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from citecheck.model.document import Block, Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.project import Include, Markup, Project
from citecheck.readers.reader import Reader
from citecheck.readers.typst_text import TypstText
from citecheck.readers.weaving import trimmed, weave

# Comments, code and strings; a string is kept, but what begins in it is no comment (an address).
_HIDDEN = re.compile(r"\\.|\"(?:[^\"\\\n]|\\.){0,2000}+\"|//|/\*|(?P<ticks>`++)|https?://", re.DOTALL)
_INCLUDE = re.compile(r"#?\binclude[ \t]*+\(?[ \t]*+\"(?P<name>[^\"\n]{1,300})\"[ \t]*+\)?")
_BIBLIOGRAPHY = re.compile(r"\bbibliography[ \t]*+\((?=(?P<arguments>[^)]{0,1000}))")
_LIST = re.compile(r"\"([^\"\n]{1,300}\.(?:bib|ya?ml))\"")
_BIB = re.compile(r"\"([^\"\n]{1,300}\.bib)\"")
_FULL = re.compile(r"\bfull[ \t]*+:[ \t]*+true\b")
_LONGEST_CODE = 100_000


def _hidden(text: str) -> list[Span]:
    """Return comments and code between backticks, in order; what is never closed is text."""
    found: list[Span] = []
    unclosed: set[str] = set()
    at = 0
    while (sign := _HIDDEN.search(text, at)) is not None:
        at = sign.end()
        closing = sign["ticks"] or {"//": "\n", "/*": "*/"}.get(sign.group())
        if closing is None or closing in unclosed or closing == "``":
            continue
        end = text.find(closing, at)
        if end < 0 and closing != "\n":
            unclosed.add(closing)
            continue
        at = len(text) if end < 0 else end + (len(closing) if closing != "\n" else 0)
        found.append(Span(sign.start(), at))
    return found


def _includes(text: str) -> Iterator[Include]:
    """Yield where a file includes others as text; what it imports is code."""
    for found in _INCLUDE.finditer(text):
        yield Include(Span(*found.span()), (found["name"],), beside_main=found["name"].startswith("/"))


_MARKUP = Markup(_hidden, _includes)


def read(raw: Raw) -> Document:
    """Read a manuscript from its main file on; included files within its folder are read with it."""
    project = Project(raw, _MARKUP)
    typst = TypstText(project.text)
    typst.read()
    woven = weave(project.written, [*project.cuts, *typst.cuts])
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds code and comments, and no text")
    lists, full = _lists(project, raw)
    found = (Block(part.kind, trimmed(woven.text, woven.clean(part.span))) for part in typst.parts)
    return Document(
        path=raw.path,
        format="typst",
        text=woven.text,
        blocks=tuple(block for block in found if len(block.span)),
        sources=tuple(project.sources),
        pieces=tuple(project.pieces(woven)),
        verbatim=True,
        emphasis=tuple(sorted(map(woven.clean, typst.italics))),
        marks=tuple(mark.woven(woven) for mark in sorted(typst.marks) if mark.key not in typst.labels),
        all_cited=full,
        lists=lists,
        faults=tuple(project.faults),
        notes=tuple(dict.fromkeys(project.notes)),
    )


def _lists(project: Project, raw: Raw) -> tuple[tuple[str, ...], bool]:
    """Return the lists that the files name, relative to the main one, and whether all their entries are printed.

    Where nothing calls `bibliography` with a name, a template does, and the main file names the list to that.
    """
    lists: list[str] = []
    full = False
    folder = str(PurePosixPath(raw.path).parent)
    for source in project.sources:
        own = posixpath.relpath(str(PurePosixPath(source.path).parent), folder)
        for call in _BIBLIOGRAPHY.finditer(source.text):
            names = _LIST.findall(call["arguments"])
            lists += [posixpath.normpath(posixpath.join(own, name)) for name in names]
            full = full or (bool(names) and _FULL.search(call["arguments"]) is not None)
    return tuple(dict.fromkeys(lists or _BIB.findall(project.sources[0].text))), full


READER = Reader(
    format="typst",
    suffixes=(".typ",),
    read=read,
    sniff=lambda _: False,
    description="Typst, of one file or many",
)
