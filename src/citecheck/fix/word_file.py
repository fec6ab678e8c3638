"""A Word file that is to be changed: its clean text with the way back to its elements, and its parts."""

from __future__ import annotations

import re
from bisect import bisect_right

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.docx import compose
from citecheck.readers.docx_parts import STRICT, Parts, W
from citecheck.readers.tracing import TracingComposer
from citecheck.text.xml import Element, write_xml

_NOTES = {f"{W}footnote": f"{W}footnoteReference", f"{W}endnote": f"{W}endnoteReference"}
_KINDS = {f"{W}footnotes": "footnotes", f"{W}endnotes": "endnotes"}


class WordFile:
    """A Word file as it is read, each word of the clean text with its origin; raises `ReadError`."""

    def __init__(self, raw: Raw) -> None:
        self._parts = Parts(raw.data)
        composer = TracingComposer()
        self.document = compose(raw, self._parts, composer)
        self.origins = composer.origins
        if not self.origins:
            raise ReadError(FaultKind.NO_TEXT, "the file holds no text of its own")
        self.text = self.origins[0].element.getroottree().getroot()
        self.main = self._parts.main
        self.relations = self._parts.relations
        self._is_strict = b"purl.oclc.org" in self.read(self.main)[:4_096]
        self._marks = {
            (origin.element.tag, origin.element.get(f"{W}id")): Span(origin.start, origin.end)
            for origin in reversed(self.origins)
            if origin.element.tag in _NOTES.values()
        }

    def in_text(self, span: Span) -> Span:
        """Return a span as it is; of one in a note, where no comment can stand, the mark of the note in the text."""
        at = bisect_right(self.origins, span.start, key=lambda origin: origin.end)
        origin = self.origins[min(at, len(self.origins) - 1)]
        for note in origin.element.iterancestors(*_NOTES):
            return self._marks.get((_NOTES[note.tag], note.get(f"{W}id")), Span(0, 1))
        return span

    @property
    def next_id(self) -> int:
        """A number above all that marks of changes and comments have in the text and its notes."""
        roots = {origin.element.getroottree().getroot() for origin in self.origins}
        written = (element.get(f"{W}id") or "" for root in roots for element in root.iter())
        return 1 + max((int(one) for one in written if re.fullmatch("[0-9]{1,8}", one)), default=0)

    def name(self, kind: str) -> str:
        """Return the name of a part that belongs to the text."""
        return self._parts.name(kind)

    def read(self, name: str) -> bytes:
        """Return a part that is there."""
        return self._parts.read(name) or b""

    def part(self, kind: str) -> bytes | None:
        """Return a part that belongs to the text, None where there is none."""
        return self._parts.read(self.name(kind))

    def changed(self, *, notes: bool) -> dict[str, bytes]:
        """Return the text as it is now, and with `notes` the notes."""
        roots = {self.main: self.text}
        for origin in self.origins if notes else ():
            root = origin.element.getroottree().getroot()
            if root.tag in _KINDS:
                roots[self.name(_KINDS[root.tag])] = root
        return {name: self.written(root) for name, root in roots.items()}

    def written(self, root: Element) -> bytes:
        """Return a part with this root, in the namespaces of the file."""
        return self._renamed(write_xml(root), back=True)

    def usual(self, data: bytes) -> bytes:
        """Return a part in the namespaces that most programs write."""
        return self._renamed(data, back=False)

    def named(self, relation: str) -> str:
        """Return the name of a relation as this file writes such names."""
        return self._renamed(relation.encode(), back=True).decode()

    def _renamed(self, data: bytes, *, back: bool) -> bytes:
        for strict, usual in STRICT if self._is_strict else ():
            data = data.replace(usual, strict) if back else data.replace(strict, usual)
        return data
