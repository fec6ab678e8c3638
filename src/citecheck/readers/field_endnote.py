"""The data of EndNote in a manuscript: an XML record for each work cited."""

from __future__ import annotations

import base64
import binascii

from citecheck.model.fault import ReadError
from citecheck.model.reference import Name
from citecheck.readers.fields import Field, FieldKind, Record, plain, works_of
from citecheck.text.xml import Element, parse_xml

_LONGEST = 10_000_000


def read(code: str, stored: str | None) -> Field:
    """Return the works that a field names, in its code or in the data beside it (base 64)."""
    at = code.find("<EndNote")
    data = code[at:].encode() if at >= 0 else _unpacked(stored or "")
    start, end = data.find(b"<EndNote"), data.rfind(b"</EndNote>")
    if not 0 <= start < end or len(data) > _LONGEST:
        return Field(FieldKind.CITATION)
    try:
        root = parse_xml(data[start : end + len(b"</EndNote>")])
    except ReadError:
        return Field(FieldKind.CITATION)
    cites = list(root.iterchildren("Cite"))[:1_000]
    shown = next((plain(text) for cite in cites if (text := _text(cite, "DisplayText"))), None)
    return Field(FieldKind.CITATION, works_of([_record(cite) for cite in cites]), shown)


def _unpacked(stored: str) -> bytes:
    try:
        data = base64.b64decode("".join(stored.split()) + "==")
    except (ValueError, binascii.Error):
        return b""
    # Field data of older versions are UTF-16.
    return data.decode("utf-16-le", "ignore").encode() if b"<\0E\0n\0d\0" in data[:200] else data.replace(b"\0", b"")


def _record(cite: Element) -> Record:
    """Return one work; two libraries may number different works alike, so the library is part of the key."""
    record = cite.find("record")
    where = record if record is not None else cite
    number = _text(cite, "RecNum") or _text(where, "rec-number")
    library = where.find("foreign-keys/key")
    found = [_words(author) for author in where.iterfind("contributors/authors/author")]
    authors = found or [_text(cite, "Author")]
    return Record(
        f"{library.get('db-id') or ''}#{number}" if library is not None and number else number and f"#{number}",
        tuple(_name(author) for author in authors[:1_000] if author),
        _text(where, "dates/year") or _text(cite, "Year"),
        _text(where, "titles/title"),
        _text(where, "electronic-resource-num"),
    )


def _name(written: str) -> Name:
    """Return a name: "Smith, J. A."; one that ends with a comma is a body."""
    family, comma, given = written.partition(",")
    if comma and not given.strip():
        return Name(family.strip(), corporate=True)
    return Name(family.strip() or written, given.strip() or None)


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return _words(found) if found is not None else ""


def _words(element: Element) -> str:
    """Return the text of an element and of the styles inside it."""
    return plain("".join(str(part) for part in element.itertext())[:1_000])
