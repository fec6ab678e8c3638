"""Lists written in XML (EndNote, MODS, Zotero): their records, and the fields of a record with their places."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from citecheck.bibliography.listing import listed
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.declared import decode_markup
from citecheck.text.markup import Element, Tree, contents, read_tree


@value
class Part:
    """An element of a list together with the text of the file, in which its words stand."""

    source: str
    element: Element

    @property
    def name(self) -> str:
        """The name of the element, without prefix."""
        return self.element.name

    @property
    def words(self) -> str | None:
        """What stands in the element, None where that is nothing."""
        return contents(self.source, self.element) or None

    @property
    def place(self) -> Span:
        """Where that stands: between the tags of the innermost element that holds all of it."""
        children = self.element.children
        if len(children) == 1 and not isinstance(children[0], tuple):
            return Part(self.source, children[0]).place
        spans = [child if isinstance(child, tuple) else (child.start, child.end) for child in children]
        return Span(spans[0][0], spans[-1][1]) if spans else Span(self.element.start, self.element.end)

    def attribute(self, name: str) -> str | None:
        """Return the value of an attribute, None where it is missing or empty."""
        return self.element.attribute(name) or None

    def inside(self, *path: str) -> Iterator[Part]:
        """Yield the elements to which this path of names leads; without one all that are directly inside."""
        for child in self.element.children:
            if isinstance(child, tuple) or (path and child.name != path[0]):
                continue
            part = Part(self.source, child)
            if len(path) > 1:
                yield from part.inside(*path[1:])
            else:
                yield part

    def first(self, *path: str) -> Part | None:
        """Return the first element at the end of this path that has words."""
        return next((part for part in self.inside(*path) if part.words), None)

    def said(self, *path: str) -> str | None:
        """Return the words of the first element at the end of this path that has any."""
        found = self.first(*path)
        return found.words if found is not None else None


@value
class Record:
    """One entry as it stands in the file: its element, its number, and where it stands."""

    part: Part
    number: int
    span: Span

    @property
    def text(self) -> str:
        """The entry as it stands."""
        return self.span.of(self.part.source)


def read_records(
    raw: Raw, format: str, names: Container[str], read: Callable[[Record, Tree], Reference | None]
) -> Document:
    """Return the list of the elements of these names, each read by `read`, which gives None for what is no work.

    Raises `ReadError` where there is no such element. What has neither names nor title is named as a fault.
    """
    decoded = decode_markup(raw.data)
    tree = read_tree(decoded.text)
    found = [Part(decoded.text, element) for element in tree.elements if element.name in names]
    if not found:
        raise ReadError(FaultKind.DAMAGED, "the XML holds no record of a reference list")
    references: list[Reference] = []
    faults = list(tree.faults)
    for part, following in zip(found, (*found[1:], None), strict=True):
        reference = read(Record(part, len(references) + 1, _span(part, following)), tree)
        if reference is None:
            continue
        if reference.title is None and not reference.cited_as:
            line = decoded.text.count("\n", 0, part.element.start) + 1
            faults.append(Fault(FaultKind.READ_IN_PART, f"line {line}: the record has neither names nor title"))
            continue
        references.append(reference)
    return listed(raw, format, decoded, references, faults=faults)


def _span(part: Part, following: Part | None) -> Span:
    """Return where a record stands; one whose end tag is missing ends where the next begins."""
    start, end = part.element.start, part.element.end
    if following is not None and following.element.start < end:
        end = following.element.start
    while end > start and part.source[end - 1].isspace():
        end -= 1
    return Span(start, end)


def place_of(parts: list[Part]) -> Span | None:
    """Return where these elements stand, from the first to the last."""
    return Span(parts[0].place.start, parts[-1].place.end) if parts else None
