"""The parts of a Word file: which of them holds the text, the notes, the styles, and how its elements are called."""

from __future__ import annotations

import posixpath

from citecheck.model.fault import FaultKind, ReadError
from citecheck.readers.archive import Archive
from citecheck.text.xml import Element, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = f"{W}val"

_WHAT = "a Word file (docx)"
_USUAL = "word/document.xml"
_BIBLIOGRAPHY = b"officeDocument/2006/bibliography"
#: The namespaces of strict Office Open XML, and those that every program writes by default.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)


class Parts:
    """The parsed parts of a Word file, each by the kind of its relation to the text: "styles", "footnotes"."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data, _WHAT)
        self._main = self._target("_rels/.rels", "officeDocument", "") or _USUAL
        folder, name = posixpath.split(self._main)
        self._folder = folder
        self._relations = posixpath.join(folder, "_rels", f"{name}.rels")

    @property
    def main(self) -> str:
        """The name of the part that holds the text."""
        return self._main

    @property
    def relations(self) -> str:
        """The name of the part that tells what belongs to the text."""
        return self._relations

    def name(self, kind: str) -> str:
        """Return the name of a part that belongs to the text, whether it is there or would be new."""
        return self._target(self._relations, kind, self._folder) or posixpath.join(self._folder, f"{kind}.xml")

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is none; raises `ReadError`."""
        return self._archive.read(name)

    def text(self) -> Element:
        """Return the part that holds the text; raises `ReadError`."""
        found = self._parsed(self._main)
        if found is None:
            raise ReadError(FaultKind.DAMAGED, "the file is damaged: it holds no text part (word/document.xml)")
        return found

    def beside(self, kind: str) -> Element | None:
        """Return a part that belongs to the text, None where there is none; raises `ReadError`."""
        return self._parsed(self.name(kind))

    def sources(self) -> Element | None:
        """Return the list of sources that Word keeps for its own citations."""
        for name in self._archive.names():
            if name.startswith("customXml/item") and name.count("/") == 1:
                data = self._archive.read(name)
                if data and _BIBLIOGRAPHY in data[:2_000]:
                    return parse_xml(data)
        return None

    def properties(self) -> Element | None:
        """Return the properties in which Zotero keeps citations that are bookmarks."""
        return self._parsed("docProps/custom.xml")

    def _parsed(self, name: str) -> Element | None:
        data = self._archive.read(name)
        if data is None:
            return None
        if b"purl.oclc.org" in data[:4_096]:
            for strict, usual in STRICT:
                data = data.replace(strict, usual)
        return parse_xml(data)

    def _target(self, relations: str, kind: str, folder: str) -> str | None:
        """Return the name of the part to which a relation of this kind leads inside the file."""
        root = self._parsed(relations)
        for relation in root if root is not None else ():
            is_inside = relation.get("TargetMode") != "External"
            if is_inside and (relation.get("Type") or "").endswith(f"/{kind}"):
                target = relation.get("Target") or ""
                return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        return None


def is_on(element: Element | None) -> bool:
    """Whether a property such as italics is there and not switched off."""
    return element is not None and element.get(VAL) not in {"0", "false", "off", "none"}
