"""Lists written in XML (EndNote, MODS, Zotero): their records, and the fields of a record with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from citecheck.bibliography.listing import listed
from citecheck.bibliography.years import place_of_year
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.declared import decode_markup
from citecheck.text.markup import Element, contents, read_tree


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
        return (
            Part(self.source, element) for element in (_below(self.element, path) if path else self.element.elements)
        )

    def first(self, *path: str) -> Part | None:
        """Return the first element at the end of this path that has words."""
        for element in _below(self.element, path):
            if contents(self.source, element):
                return Part(self.source, element)
        return None

    def said(self, *path: str) -> str | None:
        """Return the words of the first element at the end of this path that has any."""
        for element in _below(self.element, path):
            if words := contents(self.source, element):
                return words
        return None


def _below(element: Element, path: tuple[str, ...]) -> list[Element]:
    """Return the elements to which a path of names leads from an element."""
    found = [element]
    for name in path:
        found = [child for one in found for child in one.children if type(child) is Element and child.name == name]
    return found


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


class MarkupList:
    """A list in XML that was opened: its text, its elements, and what is amiss with it."""

    def __init__(self, raw: Raw) -> None:
        """Read the markup; raises `ReadError`."""
        self._raw = raw
        self._decoded = decode_markup(raw.data)
        self._tree = read_tree(self._decoded.text)

    @property
    def parts(self) -> Iterator[Part]:
        """Every element, in the order of the file."""
        return (Part(self._decoded.text, element) for element in self._tree.elements)

    def records(self, chosen: Callable[[Element], bool]) -> Iterator[Record]:
        """Yield the records, which are the elements chosen; raises `ReadError` where there is none."""
        found = [part for part in self.parts if chosen(part.element)]
        if not found:
            raise ReadError(FaultKind.DAMAGED, "the XML holds no record of a reference list")
        for number, part in enumerate(found, 1):
            yield Record(part, number, _span(part, found[number] if number < len(found) else None))

    def document(self, format: str, references: Iterable[Reference]) -> Document:
        """Return the document of these entries; what has neither names nor title is no entry, but a fault."""
        kept: list[Reference] = []
        faults = list(self._tree.faults)
        for reference in references:
            if reference.title is not None or reference.cited_as:
                kept.append(reference)
                continue
            line = self._decoded.text.count("\n", 0, reference.span.start) + 1
            faults.append(Fault(FaultKind.READ_IN_PART, f"line {line}: the record has neither names nor title"))
        return listed(self._raw, format, self._decoded, kept, faults=faults)


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


def year_place(part: Part | None) -> Span | None:
    """Return where in an element of a date the year stands."""
    if part is None:
        return None
    place = part.place
    found = place_of_year(place.of(part.source))
    return Span(place.start + found[0], place.start + found[1]) if found else place
