"""Writes a ref of JATS as it would be printed, also where it is tagged without any punctuation."""

from __future__ import annotations

from citecheck.model.span import Span
from citecheck.readers.transcribing import Transcriber
from citecheck.text.markup import CDATA, Element, contents, texts

NAMES = frozenset(("name", "string-name", "collab", "anonymous"))
TAGGED = frozenset(("element-citation", "nlm-citation"))
"""Elements that hold fields alone; the others hold the entry as it is printed."""

_SENTENCE = ". "
#: What is printed before a field where not a full stop.
_BEFORE = {"volume": " ", "supplement": " ", "issue": "(", "lpage": "–", "etal": ", ", "page-count": " "}
_BEFORE_IF = {
    ("year", "volume"): ";",
    ("publisher-loc", "publisher-name"): ": ",
    **{(before, pages): ":" for before in ("volume", "issue") for pages in ("fpage", "elocation-id", "page-range")},
}
_UNPRINTED = frozenset(("day", "label", "month", "object-id", "season"))
_UNPRINTED_IDS = frozenset(("coden", "medline", "other", "pmc", "pmcid", "pmid", "publisher-id"))
_CLOSE = frozenset((CDATA, "bold", "issue", "italic", "lpage", "sub", "sup"))
"""Elements that may follow another one without a blank between them."""


class Printing:
    """One entry as it is written; afterwards it is known where its authors and its year stand."""

    def __init__(self, to: Transcriber) -> None:
        self._to = to
        self._scribe = to.scribe
        self._before: Element | None = None
        self._names: tuple[int, int] | None = None
        self.year: Span | None = None

    @property
    def authors(self) -> Span | None:
        """Where the names stand that the entry begins with."""
        return Span(*self._names) if self._names else None

    def write(self, ref: Element, works: list[Element]) -> None:
        """Write label and works of a ref."""
        label = ref.child("label")
        if label is not None and not self._repeats(label, works[0]):
            self._to.walk(label)
            self._scribe.blank(label.end, label.end)
        for work in works:
            self._scribe.blank(work.start, work.start)
            if work.name in TAGGED:
                self._tagged(work)
            else:
                self._printed(work)

    def _repeats(self, label: Element, work: Element) -> bool:
        """Whether the work itself begins with the label: <label>8</label><mixed-citation>8 Lee."""
        shown = contents(self._scribe.source, label)
        first = next(texts(work), None)
        written = self._scribe.source[first[0] : first[1]].lstrip() if first else ""
        return bool(shown) and written.startswith(shown) and not written[len(shown) : len(shown) + 1].isalnum()

    def _printed(self, work: Element) -> None:
        """Write what holds its own punctuation; a blank that is missing between two elements is put in."""
        end = -1
        for child in work.children:
            if isinstance(child, tuple):
                self._scribe.write(*child)
            elif child.name != "label" or work.name == "ref":
                if child.start == end and child.name not in _CLOSE:
                    self._scribe.blank(end, end)
                end = child.end
                self._child(child)

    def _child(self, element: Element) -> None:
        """Write a field."""
        start = self._scribe.length
        if element.name == "pub-id" and not self._is_printed(element):
            return
        if element.name == "pub-id" and element.attribute("pub-id-type") == "doi":
            self._scribe.insert("doi:", element.start, element.start)
        if element.name == "etal" and not element.children:
            self._scribe.insert("et al", element.start, element.end)
        elif element.name == "person-group":
            self._printed(element)
        elif element.name in NAMES and not _is_punctuated(self._scribe.source, element):
            self._name(element)
        else:
            self._to.take(element)
        self._note(element, start)

    def _is_printed(self, element: Element) -> bool:
        return element.name not in _UNPRINTED and element.attribute("pub-id-type") not in _UNPRINTED_IDS

    def _note(self, element: Element, start: int) -> None:
        """Remember where authors and year stand."""
        if element.name in NAMES and self.year is None:
            self._names = (self._names[0] if self._names else start, self._scribe.length)
        elif element.name == "year" and self.year is None:
            self.year = Span(start, self._scribe.length)

    def _name(self, element: Element) -> None:
        """Write the parts of a name with a blank between them."""
        for place, part in enumerate(element.elements):
            if place:
                self._scribe.blank(part.start, part.start)
            self._to.take(part)

    def _tagged(self, work: Element) -> None:
        """Write fields with the punctuation that is usual between them."""
        self._before = None
        for child in work.elements:
            if child.name == "person-group":
                names = [one for one in child.elements if one.name in NAMES or one.name == "etal"]
                for place, name in enumerate(names):
                    self._field(name, ", " if place else _SENTENCE)
            elif self._is_printed(child) and (child.children or child.name == "etal"):
                before = self._name_before()
                listed = child.name in NAMES and before in NAMES
                usual = ", " if listed else _BEFORE.get(child.name, _SENTENCE)
                self._field(child, _BEFORE_IF.get((before, child.name), usual))
        self._close()

    def _close(self) -> None:
        """Close the bracket of an issue that stands last."""
        if self._before is not None and self._before.name == "issue":
            self._scribe.insert(")", self._before.end, self._before.end)

    def _name_before(self) -> str:
        return self._before.name if self._before is not None else ""

    def _field(self, element: Element, between: str) -> None:
        """Write a field behind the sign that parts it from the one before."""
        before = self._before
        if before is not None:
            closing = ")" if before.name == "issue" else ""
            if between == _SENTENCE and not closing and self._scribe.ending in ".?!":
                between = " "
            self._scribe.tighten(closing + between, before.end, element.start)
        self._before = element
        self._child(element)


def _is_punctuated(source: str, name: Element) -> bool:
    """Whether a name holds signs of its own between its parts, or is no more than text."""
    between = (child for child in name.children if isinstance(child, tuple))
    return name.child("surname") is None or any(source[start:end].strip() for start, end in between)
