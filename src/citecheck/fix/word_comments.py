"""Writes remarks as comments into a copy of a Word file; nothing else in it changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence

from citecheck.fix.packing import repacked
from citecheck.fix.remarks import AUTHOR, Remark
from citecheck.fix.word_file import WordFile
from citecheck.fix.word_runs import PROPERTIES, RUN, SPACE, TEXT, Runs, holder, outside_fields
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.docx_parts import VAL, W
from citecheck.text.xml import Element, parse_xml, write_xml

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
#: What stands behind the highlighting among the properties of a run, by the order of the standard.
_BEHIND_HIGHLIGHT = frozenset(
    f"{W}{name}" for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath", "rPrChange",
    )
)  # fmt: skip


def annotated(raw: Raw, remarks: Sequence[Remark], *, highlight: bool) -> bytes:
    """Return the Word file with these comments in it, and with their places highlighted where that is asked for."""
    file = WordFile(raw)
    runs = Runs(file.origins)
    placed = [(file.in_text(remark.span), remark) for remark in remarks]
    coloured = [span for remark in remarks for span in remark.marked] if highlight else []
    edges = [*(span for span, _ in placed), *coloured]
    runs.cut(offset for span in edges for offset in (span.start, span.end))
    comments = file.part("comments")
    root = _comments(comments, file)
    number = 1 + max((_number(one) for one in root), default=-1)
    for id_, (_, remark) in enumerate(placed, number):
        root.append(_comment(root, str(id_), remark.paragraphs))
    for id_, (span, _) in reversed([*enumerate(placed, number)]):
        _anchor(runs, span, str(id_))
    for span in coloured:
        _colour(runs, span)
    changed = {file.name("comments"): file.written(root), **file.changed(notes=highlight)}
    if comments is None:
        changed |= _announced(file)
    return repacked(raw.data, changed)


def _comments(part: bytes | None, file: WordFile) -> Element:
    """Return the root of the comments, empty where the file has none yet."""
    if part is not None:
        return parse_xml(file.usual(part))
    return file.text.makeelement(f"{W}comments", nsmap={"w": W[1:-1]})


def _number(comment: Element) -> int:
    written = comment.get(f"{W}id") or ""
    return int(written) if re.fullmatch("[0-9]{1,9}", written) else -1


def _comment(root: Element, id_: str, paragraphs: Iterable[str]) -> Element:
    """Return a comment; without a date, so that the same article gives the same file."""
    comment = root.makeelement(f"{W}comment", {f"{W}id": id_, f"{W}author": AUTHOR, f"{W}initials": "cc"})
    for words in paragraphs:
        paragraph = root.makeelement(f"{W}p")
        run = root.makeelement(RUN)
        text = root.makeelement(TEXT, {SPACE: "preserve"})
        text.text = words
        run.append(text)
        paragraph.append(run)
        comment.append(paragraph)
    return comment


def _anchor(runs: Runs, span: Span, id_: str) -> None:
    """Put the marks of a comment round its place."""
    found = runs.of(span)
    first = outside_fields(holder(found[0].element), behind=False)
    last = outside_fields(holder(found[-1].element), behind=True)
    first.addprevious(first.makeelement(f"{W}commentRangeStart", {f"{W}id": id_}))
    mark = last.makeelement(RUN)
    mark.append(last.makeelement(f"{W}commentReference", {f"{W}id": id_}))
    end = last.makeelement(f"{W}commentRangeEnd", {f"{W}id": id_})
    last.addnext(end)
    end.addnext(mark)


def _colour(runs: Runs, span: Span) -> None:
    """Highlight the words of a place, in a note in the note itself."""
    for origin in runs.of(span):
        run = next(origin.element.iterancestors(RUN), None)
        if run is not None:
            _highlight(run)


def _highlight(run: Element) -> None:
    look = run.find(PROPERTIES)
    if look is None:
        look = run.makeelement(PROPERTIES)
        run.insert(0, look)
    if look.find(f"{W}highlight") is None:
        before = sum(child.tag not in _BEHIND_HIGHLIGHT for child in look)
        look.insert(before, run.makeelement(f"{W}highlight", {VAL: "yellow"}))


def _announced(file: WordFile) -> dict[str, bytes]:
    """Return the two parts that tell of the comments, where the file had none before."""
    relations = parse_xml(file.read(file.relations))
    ids = {one.get("Id") for one in relations}
    id_ = next(name for name in (f"rIdComments{n or ''}" for n in range(len(ids) + 1)) if name not in ids)
    target = posixpath.relpath(file.name("comments"), posixpath.dirname(file.main))
    relations.append(
        relations.makeelement(f"{_RELATIONS}Relationship", {"Id": id_, "Type": file.named(_RELATION), "Target": target})
    )
    types = parse_xml(file.read("[Content_Types].xml"))
    name = f"/{file.name('comments')}"
    types.append(types.makeelement(f"{_TYPES}Override", {"PartName": name, "ContentType": _COMMENTS_TYPE}))
    return {file.relations: write_xml(relations), "[Content_Types].xml": write_xml(types)}
