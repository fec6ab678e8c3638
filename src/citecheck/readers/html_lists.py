"""Which elements of a page are the entries of a reference list, and which are notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from citecheck.text.markup import Element, Tree, contents

#: How generators of pages mark a list, an entry and a list of notes: by role, class or id. No words for readers.
_LISTS = frozenset((
    "bib-list", "biblist", "bibliography", "citation-list", "csl-bib-body", "doc-bibliography", "ref-list",
    "reference-list", "references", "reflist", "refs", "works-cited",
))  # fmt: skip
_ENTRIES = frozenset(("bib-entry", "bibitem", "csl-entry", "doc-biblioentry", "ltx_bibitem"))
_NOTES = frozenset((
    "doc-endnotes", "doc-footnote", "endnotes", "fn", "fn-group", "footnote", "footnotes", "ltx_note", "rearnotes",
))  # fmt: skip

#: Elements that are neither lists nor notes, whatever they are called.
_NEITHER = frozenset(("a", "body", "html", "nav", "span", "sup"))
_BLOCKS = frozenset(("dd", "div", "dt", "li", "p", "tr"))
_YEAR = re.compile(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_FEWEST = 3
_LONGEST = 2_000


def names_of(element: Element) -> frozenset[str]:
    """Return role, classes, type and id of an element, in lower case."""
    if not element.written:
        return frozenset()
    found = (element.attribute(name) for name in ("class", "role", "epub:type", "id"))
    return frozenset(word for value in found if value for word in value.lower().split())


def entries_in(source: str, tree: Tree) -> dict[Element, str]:
    """Return the elements that are entries of a list, each with the name by which it is pointed to ("" without one)."""
    marked = [element for element in tree.elements if element.written and _ENTRIES & names_of(element)]
    if not marked:
        marked = [entry for one in _outermost(tree, _LISTS) for entry in _listed(one)]
    if not marked:
        return _pointed_at(source, tree)
    return {element: _key(element) for element in marked}


def notes_in(tree: Tree) -> dict[Element, str | None]:
    """Return the elements that are notes, each with its number."""
    notes: dict[Element, str | None] = {}
    for one in _outermost(tree, _NOTES):
        parts = [element for element in one.descendants() if element.name == "li"]
        if parts:
            notes.update((element, str(number)) for number, element in enumerate(parts, start=1))
        elif one.name not in {"section", "ol", "ul"}:
            notes[one] = None
    return notes


def _outermost(tree: Tree, names: frozenset[str]) -> Iterator[Element]:
    end = -1
    for element in tree.elements:
        marked = element.start >= end and element.written and element.name not in _NEITHER
        if marked and names & names_of(element):
            end = element.end
            yield element


def _listed(container: Element) -> list[Element]:
    """Return the entries of a list: its items, else its paragraphs."""
    items = [element for element in container.descendants() if element.name == "li"]
    if items:
        return [item for item in items if not any(element.name == "li" for element in item.descendants())]
    parts = [element for element in container.elements if element.name in {"p", "div", "dd"}]
    return (
        parts if len(parts) >= _FEWEST else [one for part in parts for one in part.elements if one.name in {"p", "dd"}]
    )


def _key(element: Element) -> str:
    """Return the name of an entry: its own id, or that of an anchor in it."""
    found = element.attribute("id")
    if found:
        return found
    for inner in element.descendants():
        name = inner.attribute("id") or (inner.attribute("name") if inner.name == "a" else None)
        if name:
            return name
    return ""


def _pointed_at(source: str, tree: Tree) -> dict[Element, str]:
    """Return the blocks that links of the page point to, where they look like a list: each with a year, none a note."""
    targets = Counter(
        href[1:] for one in tree.elements if one.name == "a" and (href := one.attribute("href")) and href[:1] == "#"
    )
    found: dict[Element, str] = {}
    block: Element | None = None
    for element in tree.elements:
        if element.name in _BLOCKS:
            block = element
        name = (element.attribute("id") or element.attribute("name")) if element.written else None
        if name in targets and name is not None and block is not None and element.start < block.end:
            found.setdefault(block, name)
    written = [contents(source, one) for one in found]
    like = sum(len(text) <= _LONGEST and _YEAR.search(text) is not None for text in written)
    back = sum(any((one.attribute("href") or "").startswith("#") for one in block.descendants()) for block in found)
    if len(found) < _FEWEST or like < 0.8 * len(found) or back > 0.5 * len(found):
        return {}
    return found
