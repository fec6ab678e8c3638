"""BibTeX and BibLaTeX lists (.bib)."""

from __future__ import annotations

import logging
import re
from bisect import bisect_left
from collections.abc import Iterator

from citecheck.bibliography.bibtex_blocks import Entry, Written, salvaged_entry, whole_entry
from citecheck.bibliography.bibtex_inheritance import inherited
from citecheck.bibliography.bibtex_reference import reference_of
from citecheck.bibliography.bibtex_values import Macros, TooLongError, read_value
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind
from citecheck.model.raw import Raw
from citecheck.model.value import value
from citecheck.text.decoding import decode

#: What is written like an entry and is no work.
_NO_WORKS = frozenset(("bibnote", "control", "preamble", "set", "string", "xdata"))
_COMMENT = re.compile(r"@comment[ \t]*+\{", re.IGNORECASE)
_BRACE = re.compile(r"(?<!\\)[{}]")
_INK = re.compile(r"[^\n]")
_SNIFF = re.compile(rb"(?:^|\n)[ \t]*@[A-Za-z]{2,20}[ \t]*[{(][ \t\r\n]*[^\s,{}()]{1,200}[ \t\r\n]*[,=]")


@value
class Broken:
    """A block that bibtexparser could not read: where it begins, as far as it goes, and what is wrong with it."""

    start: int
    raw: str
    reason: str


@value
class Macro:
    """An @string definition."""

    name: str
    expression: str
    start: int


def read(raw: Raw) -> Document:
    """Return the list; entries with an error of syntax are kept as far as they can be read, and named as faults."""
    decoded = decode(raw.data)
    entries, faults = _entries(decoded.text)
    works = [entry for entry in inherited(entries) if entry.type not in _NO_WORKS]
    references = (reference_of(entry, at, decoded.text) for at, entry in enumerate(works, 1))
    return listed(raw, "bibtex", decoded, references, faults=faults)


def _entries(text: str) -> tuple[list[Entry], list[Fault]]:
    macros = Macros()
    lines = [mark.start() for mark in re.finditer("\n", text)]
    entries: list[Entry] = []
    faults: list[Fault] = []
    for block in _blocks(text, lines):
        broken: str | None = None
        what, kept = "a block", False
        match block:
            case Macro():
                broken, what = _define(block, macros), f"@string {block.name}"
            case Broken() | Written():
                entry = _entry(block, macros)
                broken, what = entry.broken, f"entry {entry.key}" if entry.key else f"an @{entry.type} without a key"
                if entry.key or entry.fields:
                    entries.append(entry)
                    kept = entry.type not in _NO_WORKS
        if broken is not None:
            line = bisect_left(lines, block.start) + 1
            faults.append(Fault(FaultKind.READ_IN_PART, f"line {line}: {what} is broken: {broken}", kept=kept))
    return entries, faults


def _entry(block: Written | Broken, macros: Macros) -> Entry:
    if isinstance(block, Broken):
        return salvaged_entry(block.raw, block.start, block.reason)
    return whole_entry(block, macros)


def _define(macro: Macro, macros: Macros) -> str | None:
    """Add an @string to those known; return what is wrong with it."""
    try:
        value = read_value(macro.expression, macros)
    except TooLongError:
        return "it grows too long"
    if value is None:
        return "a quote or a brace is missing"
    macros.values[macro.name.lower()] = value.text
    return None


def _blocks(text: str, lines: list[int]) -> Iterator[Written | Broken | Macro]:
    """Yield what bibtexparser finds, in the order of the file, each with the place where it begins.

    It keeps lines only; see `_starts`.
    """
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ImplicitComment,
        ParsingFailedBlock,
        String,
    )
    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)  # what it warns of becomes faults
    text = _without_comments(text)
    found = [block for block in Splitter(text).split().blocks if not isinstance(block, ImplicitComment)]
    starts = list(_starts(text, lines, [(block.raw or "", block.start_line or 0) for block in found]))
    for at, block in enumerate(found):
        start, raw = starts[at], block.raw or ""
        if _is_commented(text, start, raw):
            continue
        if isinstance(block, DuplicateFieldKeyBlock | DuplicateBlockKeyBlock) and block.ignore_error_block is not None:
            block = block.ignore_error_block  # noqa: PLW2901  # what bibtexparser refuses to call an entry is one
        if isinstance(block, Entry):
            yield Written(block.entry_type, block.key, tuple((f.key, f.value) for f in block.fields), start, raw)
        elif isinstance(block, String):
            yield Macro(block.key, block.value, start)
        elif isinstance(block, ParsingFailedBlock) and not raw.lower().startswith("@comment"):
            # Its own text ends where parsing failed; the rest of it stands before the next block.
            end = starts[at + 1] if at + 1 < len(starts) else len(text)
            yield Broken(start, text[start:end], _reason(getattr(block.error, "abort_reason", "")))


def _starts(text: str, lines: list[int], blocks: list[tuple[str, int]]) -> Iterator[int]:
    """Yield where each block begins: its own text is looked for from its line on, behind the one before it.

    One that failed may reach over the head of the next, so the search goes on one letter after a beginning.
    """
    at = 0
    for raw, line in blocks:
        start = text.find(raw, max(at, lines[line - 1] + 1 if line > 0 else 0))
        yield start
        at = start + 1


def _without_comments(text: str) -> str:
    """Return `text` with its @comment{…} blanked out, entries inside them too; one without an end is left alone."""
    kept: list[str] = []
    at = 0
    for comment in _COMMENT.finditer(text):
        if comment.start() < at:
            continue
        depth = 0
        for brace in _BRACE.finditer(text, comment.end() - 1):
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                kept += (text[at : comment.start()], _INK.sub(" ", text[comment.start() : brace.end()]))
                at = brace.end()
                break
        else:
            break  # nor will a later one end
    return "".join((*kept, text[at:]))


def _is_commented(text: str, start: int, raw: str) -> bool:
    """Whether every line of an entry is put out with a percent sign, as in LaTeX."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return (
        before.strip(" \t%") == ""
        and "%" in before
        and all(line.lstrip().startswith("%") for line in raw.splitlines()[1:] if line.strip(" \t})"))
    )


def _reason(abortion: str) -> str:
    """Return in plain words why bibtexparser gave a block up."""
    if "end of file" in abortion:
        return "it is never closed"
    if "Unexpected block start" in abortion:
        return "it is not closed before the next entry begins"
    if "after entry key, but found the end" in abortion:
        return "a field has no value"
    if abortion.startswith("Expected comma after entry key"):
        return "its key is missing, or the comma behind the key"
    return "a comma, a quote or a brace is missing or too many"


LIST_FORMAT = ListFormat(
    format="bibtex",
    suffixes=(".bib", ".bibtex", ".biblatex"),
    read=read,
    sniff=lambda head: _SNIFF.search(head) is not None,
    description="BibTeX and BibLaTeX",
)
