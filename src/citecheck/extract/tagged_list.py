"""The reference lists that a format itself tags: each entry known, its missing fields read from its words."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.entry import following, read_entry, reference
from citecheck.model.document import BlockKind, Document
from citecheck.model.manuscript import ReferenceList
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import replace

#: Fields that are taken from the words of an entry where its tags do not give them.
_READ = (
    "authors", "editors", "year", "title", "container", "volume", "issue", "pages", "doi", "url", "number",
    "author_span", "year_span",
)  # fmt: skip


def tagged_lists(document: Document) -> tuple[tuple[ReferenceList, ...], tuple[Reference, ...], tuple[Span, ...]]:
    """Return the lists of a document that holds its entries as data, the entries, and the spans that are no list."""
    references: list[Reference] = []
    for one in document.references or ():
        references.append(_completed(one, references[-1] if references else None))
    sections: dict[int, list[Reference]] = {}
    for one in references:
        sections.setdefault(one.section, []).append(one)
    lists = tuple(_list(document, entries) for entries in sections.values())
    return lists, tuple(references), tuple(_rest(document, [one.span for one in lists]))


def _completed(tagged: Reference, before: Reference | None) -> Reference:
    """Return the entry, its words read where the tags do not say by whom it is, of which year, or what it is called."""
    if tagged.cited_as and tagged.year and tagged.title:
        return tagged
    entry = following(read_entry(tagged.text), before)
    read = reference(entry, id=tagged.id, span=tagged.span, text=tagged.text)
    whole = replace(tagged, flaws=read.flaws)
    if not tagged.cited_as:
        whole = replace(whole, authors=read.authors, editors=read.editors, et_al=read.et_al)
    missing = {name: getattr(read, name) for name in _READ[2:] if getattr(tagged, name) is None}
    return replace(whole, **missing)


def _list(document: Document, entries: list[Reference]) -> ReferenceList:
    span = Span(min(one.span.start for one in entries), max(one.span.end for one in entries))
    before = [block for block in document.blocks if block.span.end <= span.start]
    heading = before[-1] if before and before[-1].kind is BlockKind.HEADING else None
    return ReferenceList(0, span, heading.span.of(document.text) if heading else None, len(entries))


def _rest(document: Document, taken: list[Span]) -> Iterator[Span]:
    """Yield the spans of the document outside of its lists."""
    at = 0
    for span in sorted(taken):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < len(document.text):
        yield Span(at, len(document.text))
