"""Writes remarks as comments into a copy of an OpenDocument text; nothing else in it changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from citecheck.fix.packing import repacked
from citecheck.fix.remarks import AUTHOR, Remark
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.readers.odt import compose
from citecheck.readers.odt_styles import TEXT
from citecheck.readers.odt_text import OFFICE
from citecheck.readers.tracing import Origin, TracingComposer
from citecheck.text.xml import Element, write_xml

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_NAME = f"{OFFICE}name"
_NOTE = f"{TEXT}note"
_COLOURED = "citecheck-highlight"

Edge = tuple[int, int]
"""A place between two letters: which origin, and how many of its letters stand before."""


def annotated(raw: Raw, remarks: Sequence[Remark], *, highlight: bool) -> bytes:
    """Return the OpenDocument text with these comments in it, their places highlighted where that is asked for."""
    if highlight:
        coloured = _Text(raw)
        coloured.colour(span for remark in remarks for span in remark.marked)
        raw = replace(raw, data=coloured.packed())
    text = _Text(raw)
    text.comment(remarks)
    return text.packed()


class _Text:
    """The text of a file with the way back to its elements; raises `ReadError`."""

    def __init__(self, raw: Raw) -> None:
        composer = TracingComposer()
        compose(raw, composer)
        self._origins = composer.origins
        if not self._origins:
            raise ReadError(FaultKind.NO_TEXT, "the file holds no text of its own")
        self._data = raw.data
        self._root = self._origins[0].element.getroottree().getroot()

    def packed(self) -> bytes:
        """Return the file with its text as it is now."""
        written = write_xml(self._root)
        return repacked(self._data, {"content.xml": written}) if self._data.startswith(b"PK") else written

    def comment(self, remarks: Sequence[Remark]) -> None:
        """Write the comments, the last first, so that what stands before keeps its place."""
        marks_of_notes = (one for one in self._origins if one.element.tag == _NOTE and one.offset is None)
        notes = {one.element: Span(one.start, one.end) for one in marks_of_notes}
        taken = {one.get(_NAME) for one in self._root.iter(f"{OFFICE}annotation")}
        names = (
            name for name in (f"citecheck-{n}" for n in range(1, len(taken) + len(remarks) + 1)) if name not in taken
        )
        marks: list[tuple[Edge, bool, int, Element]] = []
        for number, (remark, name) in enumerate(zip(remarks, names, strict=False)):
            first, last = self._edges(self._in_text(remark.span, notes))
            marks.append((first, True, -number, self._annotation(name, remark.paragraphs)))
            marks.append((last, False, number, self._made(f"{OFFICE}annotation-end", {_NAME: name})))
        for (place, letters), _, _, element in sorted(marks, key=lambda mark: mark[:3], reverse=True):
            _insert(self._origins[place], letters, element)

    def colour(self, spans: Iterable[Span]) -> None:
        """Put a yellow background behind these places, in notes too."""
        for span in reversed(list(_united(spans))):
            (first, begin), (last, end) = self._edges(span)
            for place in range(last, first - 1, -1):
                origin = self._origins[place]
                if origin.offset is not None:
                    start = begin if place == first else 0
                    _wrap(origin, start, end if place == last else origin.end - origin.start, self._coloured())
        self._style()

    def _edges(self, span: Span) -> tuple[Edge, Edge]:
        """Return where a span begins and ends; of one that only the program adds to the text, what stands nearest."""
        first = min(bisect_left(self._origins, span.start + 1, key=lambda one: one.end), len(self._origins) - 1)
        last = max(first, bisect_left(self._origins, span.end, key=lambda one: one.start) - 1)
        begin, end = self._origins[first], self._origins[last]
        return (first, _letters(begin, span.start)), (last, _letters(end, max(span.end, end.start + 1), end=True))

    def _in_text(self, span: Span, notes: dict[Element, Span]) -> Span:
        """Return a span as it is; of one in a note, where no comment can stand, the mark of the note in the text."""
        at = bisect_left(self._origins, span.start + 1, key=lambda one: one.end)
        origin = self._origins[min(at, len(self._origins) - 1)]
        note = next(origin.element.iterancestors(_NOTE), None)
        return notes.get(note, Span(0, 1)) if note is not None else span

    def _annotation(self, name: str, paragraphs: Iterable[str]) -> Element:
        """Return a comment; without a date, so that the same article gives the same file."""
        annotation = self._made(f"{OFFICE}annotation", {_NAME: name})
        creator = self._made(_CREATOR, {})
        creator.text = AUTHOR
        annotation.append(creator)
        for words in paragraphs:
            paragraph = self._made(f"{TEXT}p", {})
            paragraph.text = words
            annotation.append(paragraph)
        return annotation

    def _coloured(self) -> Element:
        return self._made(f"{TEXT}span", {f"{TEXT}style-name": _COLOURED})

    def _style(self) -> None:
        """Tell what the background looks like, once."""
        styles = self._root.find(f"{OFFICE}automatic-styles")
        if styles is None:
            styles = self._made(f"{OFFICE}automatic-styles", {})
            body = self._root.find(f"{OFFICE}body")
            self._root.insert(self._root.index(body) if body is not None else 0, styles)
        if any(style.get(f"{_STYLE}name") == _COLOURED for style in styles):
            return
        style = self._made(f"{_STYLE}style", {f"{_STYLE}name": _COLOURED, f"{_STYLE}family": "text"})
        style.append(self._made(f"{_STYLE}text-properties", {f"{_FO}background-color": "#ffff00"}))
        styles.append(style)

    def _made(self, tag: str, attributes: dict[str, str]) -> Element:
        return self._root.makeelement(tag, attributes)


def _letters(origin: Origin, offset: int, *, end: bool = False) -> int:
    """Return how many letters of an origin stand before a place; one that is no text is before it or behind it."""
    if origin.offset is None:
        return int(end)
    return max(0, min(offset, origin.end) - origin.start)


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order, those that overlap as one."""
    open_: Span | None = None
    for span in sorted(spans):
        if open_ is not None and span.start <= open_.end:
            open_ = Span(open_.start, max(open_.end, span.end))
            continue
        if open_ is not None:
            yield open_
        open_ = span
    if open_ is not None:
        yield open_


def _wrap(origin: Origin, start: int, end: int, wrapping: Element) -> None:
    """Put letters of an origin into an element."""
    if start < end:
        _insert(origin, start, wrapping)
        held = wrapping.tail or ""
        wrapping.text, wrapping.tail = held[: end - start], held[end - start :]


def _insert(origin: Origin, letters: int, element: Element) -> None:
    """Put an element behind so many letters of an origin."""
    held, parent = origin.element, origin.element.getparent()
    if origin.offset is not None and not origin.tail:
        text, at = held.text or "", origin.offset + letters
        held.text, element.tail = text[:at], text[at:]
        held.insert(0, element)
    elif parent is not None and origin.offset is not None:
        text, at = held.tail or "", origin.offset + letters
        held.tail, element.tail = text[:at], text[at:]
        parent.insert(parent.index(held) + 1, element)
    elif parent is not None and letters:
        held.tail, element.tail = None, held.tail
        parent.insert(parent.index(held) + 1, element)
    elif parent is not None:
        parent.insert(parent.index(held), element)
