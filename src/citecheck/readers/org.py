"""Org manuscripts: text, citations of Org and org-ref, the lists that a keyword names."""

from __future__ import annotations

import re

from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.markdown_blocks import Part
from citecheck.readers.opaque import masked
from citecheck.readers.org_inline import OrgInline
from citecheck.readers.project import level
from citecheck.readers.reader import Reader
from citecheck.readers.weaving import Cut, invisible, line_ends, trimmed, weave
from citecheck.text.decoding import decode

# Code, examples, drawers, comments; quotations and verses are text.
_OPENING = re.compile(
    r"^[ \t]*+(?:#\+begin_(?P<block>src|example|export|comment|html|latex)\b[^\n]*+"
    r"|:(?P<drawer>properties|logbook|setup|results):[ \t]*+$|#[ \t][^\n]*+\n?)",
    re.IGNORECASE | re.MULTILINE,
)
_KEYWORD = re.compile(
    r"^[ \t]*+#\+(?P<name>[A-Za-z_]{1,40})(?:\[[^\]\n]{0,200}\])?:?[ \t]*+(?P<value>[^\n]*+)", re.MULTILINE
)
_LINE = re.compile(
    r"^(?:(?P<stars>\*++[ \t]++(?:[A-Z]{4,8}[ \t]++(?=\S))?)|[ \t]*+(?P<item>(?:[-+]|[0-9]{1,4}[.)])[ \t]++)"
    r"|(?P<note>\[fn:(?P<label>[\w-]{1,60})\][ \t]*+)|[ \t]*+(?P<row>\|)|[ \t]*+(?P<blank>$))",
    re.MULTILINE,
)
_LINKED = re.compile(r"(?<![\w:])(?:no)?bibliography:([^\s<>\[\]]{1,300})")
_FILE = re.compile(r"[^\s\"]{1,300}\.(?:bib|json|ya?ml)")
_TITLES = frozenset(("title", "subtitle", "caption"))


def read(raw: Raw) -> Document:
    """Read Org; code, drawers, comments and keywords are no text, but title and caption are."""
    decoded = decode(raw.data)
    text = level(decoded.text)
    hidden = _hidden(text)
    text = masked(text, hidden)
    cuts = [Cut(span.start, span.end) for span in hidden]
    lists = [name for found in _LINKED.finditer(text) for name in found[1].split(",")]
    parts = _parts(text, cuts, lists)
    inline = OrgInline(text)
    for part in parts:
        inline.read(part.span)
    woven = weave(decoded.text, [*cuts, *inline.cuts, *line_ends(decoded.text), *invisible(decoded.text)])
    if not woven.text.strip():
        raise ReadError(FaultKind.NO_TEXT, "the file holds code, comments or keywords, and no text")
    found_blocks = (Block(part.kind, trimmed(woven.text, woven.clean(part.span)), part.label) for part in parts)
    return Document(
        path=raw.path,
        format="org",
        text=woven.text,
        blocks=tuple(block for block in found_blocks if len(block.span)),
        sources=(Source(raw.path, decoded.text),),
        pieces=woven.pieces,
        verbatim=True,
        emphasis=tuple(sorted(map(woven.clean, inline.italics))),
        marks=tuple(mark.woven(woven) for mark in sorted(inline.marks)) or None,
        all_cited=inline.all_cited,
        lists=tuple(dict.fromkeys(name if "." in name else f"{name}.bib" for name in lists)),
        notes=decoded.notes,
    )


def _hidden(text: str) -> list[Span]:
    """Return code, drawers and comments, in order; what is never closed is text."""
    found: list[Span] = []
    lowered = text.lower() if len(text.lower()) == len(text) else text
    never: set[str] = set()
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        at = opening.end()
        closing = f"#+end_{opening['block'].lower()}" if opening["block"] else ":end:" if opening["drawer"] else None
        if closing in never:
            continue
        if closing is not None:
            end = lowered.find(closing, at)
            if end < 0:
                never.add(closing)
                continue
            at = end + len(closing)
        found.append(Span(opening.start(), at))
        at = max(at, opening.start() + 1)
    return found


def _parts(text: str, cuts: list[Cut], lists: list[str]) -> list[Part]:
    """Return the blocks; keywords are cut, and those that name a list are added to `lists`."""
    starts: dict[int, tuple[BlockKind, str | None]] = {0: (BlockKind.PARAGRAPH, None)}
    for keyword in _KEYWORD.finditer(text):
        name = keyword["name"].lower()
        if name == "bibliography":
            lists += _FILE.findall(keyword["value"])
        shown = keyword.start("value") if name in _TITLES else keyword.end()
        cuts.append(Cut(keyword.start(), shown))
        kind = BlockKind.CAPTION if name == "caption" else BlockKind.HEADING
        starts[keyword.start()] = (kind if name in _TITLES else BlockKind.PARAGRAPH, None)
        starts[keyword.end()] = (BlockKind.PARAGRAPH, None)
    for line in _LINE.finditer(text):
        end = text.find("\n", line.end())
        if line["stars"]:
            starts[line.start()] = (BlockKind.HEADING, None)
            starts[end if end >= 0 else len(text)] = (BlockKind.PARAGRAPH, None)
            cuts.append(Cut(*line.span("stars")))
        elif line["note"]:
            starts[line.start()] = (BlockKind.NOTE, line["label"])
            cuts.append(Cut(*line.span("note")))
        elif line["row"]:
            starts[line.start()] = (BlockKind.TABLE, None)
        else:
            starts.setdefault(line.start(), (BlockKind.PARAGRAPH, None))
            if line["item"]:
                cuts.append(Cut(*line.span("item")))
    ordered = sorted(starts)
    ends = [*ordered[1:], len(text)]
    return [
        Part(starts[at][0], Span(at, end), starts[at][1]) for at, end in zip(ordered, ends, strict=True) if at < end
    ]


READER = Reader(
    format="org",
    suffixes=(".org",),
    read=read,
    sniff=lambda _: False,
    description="Org, with its own citations and those of org-ref",
)
