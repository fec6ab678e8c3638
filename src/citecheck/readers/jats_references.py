"""The reference lists of a JATS article: each ref as an entry, with the fields that it is tagged with."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import BlockKind
from citecheck.model.reference import Name, Reference
from citecheck.model.value import replace
from citecheck.readers.jats_printing import NAMES, TAGGED, Printing
from citecheck.readers.tagged_entry import EMPTY, doi_in, person, printed_number, year_of
from citecheck.readers.transcribing import Transcriber
from citecheck.text.markup import Element, contents

_WORKS = frozenset((*TAGGED, "citation", "mixed-citation"))
_TITLES = ("article-title", "chapter-title", "data-title", "part-title")
_ADDRESSES = frozenset(("ext-link", "uri"))
_HEADING = "References"
_EDITORS = frozenset(("editor", "editors", "compiler"))


def take_list(to: Transcriber, entries: Element, section: int) -> None:
    """Write a list: its heading, then each of its entries, also those of the lists in it."""
    title = entries.child("title")
    if title is not None and contents(to.scribe.source, title):
        to.block(title, BlockKind.HEADING)
    elif entries.child("ref") is not None:
        to.scribe.begin(BlockKind.HEADING)
        to.scribe.insert(_HEADING, entries.start, entries.start)
    for one in entries.elements:
        if one.name == "ref":
            _take_entry(to, one, section)
        elif one.name == "ref-list":
            take_list(to, one, section)


def _take_entry(to: Transcriber, ref: Element, section: int) -> None:
    works = list(_works(ref)) or [ref]
    printing = Printing(to)
    to.scribe.begin(BlockKind.ENTRY)
    before, to.kind = len(to.scribe.blocks), BlockKind.ENTRY
    printing.write(ref, [work for work in works if work.name not in TAGGED] or works)
    to.scribe.finish()
    to.kind = None
    if len(to.scribe.blocks) == before:
        return
    ids = [key for one in (ref, *works) if (key := one.attribute("id"))]
    if all(work.name in TAGGED for work in works):
        to.marks.unprinted.add(ids[0] if ids else "")
    tagged = next((work for work in works if work.name in TAGGED), works[0])
    label = contents(to.scribe.source, ref.child("label") or works[0].child("label"))
    to.marks.references.append(
        replace(
            _fields(to.scribe.source, tagged),
            span=to.scribe.blocks[-1].span,
            section=section,
            key=ids[0] if ids else None,
            aliases=tuple(dict.fromkeys(ids[1:])),
            number=printed_number(label),
            author_span=printing.authors,
            year_span=printing.year,
        )
    )


def _works(ref: Element) -> Iterator[Element]:
    """Yield the works that a ref describes, or the ways in which it describes one."""
    for one in ref.elements:
        if one.name in _WORKS:
            yield one
        elif one.name == "citation-alternatives":
            yield from _works(one)


def _fields(source: str, work: Element) -> Reference:
    """Return what the elements of a work say; fields without an element stay empty."""
    first: dict[str, Element] = {}
    inside = work.descendants()
    for element in inside:
        first.setdefault(element.name, element)

    def said(*names: str) -> str | None:
        return next((said for name in names if name in first and (said := contents(source, first[name]))), None)

    title = said(*_TITLES)
    pages = said("page-range", "elocation-id") or said("fpage")
    last = said("lpage")
    return replace(
        EMPTY,
        authors=tuple(_names(source, work, editors=False)),
        editors=tuple(_names(source, work, editors=True)),
        et_al=any(_is_author_group(one) and one.child("etal") for one in work.elements)
        or work.child("etal") is not None,
        year=year_of(said("year") or ""),
        title=title or said("source"),
        container=said("source") if title else None,
        volume=said("volume"),
        issue=said("issue"),
        pages=f"{pages}–{last}" if pages and last and "page-range" not in first else pages,
        publisher=said("publisher-name"),
        place=said("publisher-loc"),
        doi=_doi(source, inside),
        url=said("ext-link", "uri"),
        type=work.attribute("publication-type"),
    )


def _is_author_group(element: Element) -> bool:
    return element.name == "person-group" and element.attribute("person-group-type") not in _EDITORS


def _names(source: str, work: Element, *, editors: bool) -> Iterator[Name]:
    """Yield the authors, or the editors; of names in no group all are authors."""
    for element in work.elements:
        if element.name in NAMES and not editors:
            yield from _name(source, element)
        elif element.name == "person-group" and _is_author_group(element) is not editors:
            for name in element.elements:
                yield from _name(source, name)


def _name(source: str, element: Element) -> Iterator[Name]:
    if element.name not in NAMES:
        return
    family = contents(source, element.child("surname"))
    if family:
        prefix = contents(source, element.child("prefix"))
        given = contents(source, element.child("given-names"))
        name = person(family, given, contents(source, element.child("suffix")))
        yield replace(name, particle=prefix) if prefix[:1].islower() else name
    elif written := contents(source, element):
        yield Name(written, corporate=True)


def _doi(source: str, inside: list[Element]) -> str | None:
    """Return the DOI that a field or an address among these elements names."""
    for element in inside:
        if element.name == "pub-id":
            named = element.attribute("pub-id-type") == "doi"
        else:
            named = element.name in _ADDRESSES and "doi.org" in contents(source, element)
        if named and (found := doi_in(contents(source, element))):
            return found
    return None
