"""The data of Zotero and Mendeley in a manuscript: a citation of the Citation Style Language, as JSON."""

from __future__ import annotations

import base64
import binascii
import json

from citecheck.model.reference import Name
from citecheck.readers.fields import Field, FieldKind, Record, plain, works_of
from citecheck.readers.loose_json import member, members, words

_LONGEST = 10_000_000


def read(code: str) -> Field:
    """Return the citation whose JSON stands somewhere in a field's code; more may follow it."""
    at = code.find("{")
    if at < 0 or len(code) > _LONGEST:
        return Field(FieldKind.CITATION)
    try:
        data, _ = json.JSONDecoder().raw_decode(code, at)
    except (ValueError, RecursionError):
        return Field(FieldKind.CITATION)
    return _citation(data)


def read_tag(encoded: str) -> Field:
    """Return the citation that Mendeley keeps in the tag of a content control, as base 64."""
    try:
        code = base64.b64decode(encoded.encode("ascii", "ignore") + b"==").decode("utf-8", "replace")
    except (ValueError, binascii.Error):
        return Field(FieldKind.CITATION)
    return read(code)


def _citation(data: object) -> Field:
    written = members(member(data, "citationItems"))
    return Field(FieldKind.CITATION, works_of([_record(one) for one in written]), _shown(data))


def _shown(data: object) -> str | None:
    """Return the text that the manager made last, None where it says none or was told to keep another."""
    override = member(data, "manualOverride")
    if member(override, "isManuallyOverridden") is True or member(member(data, "properties"), "dontUpdate") is True:
        return None
    for text in (
        member(member(data, "properties"), "plainCitation"),
        member(member(data, "mendeley"), "plainTextFormattedCitation"),
        member(override, "citeprocText"),
    ):
        if isinstance(text, str) and text.strip():
            return plain(text)
    return None


def _record(cited: object) -> Record:
    work = member(cited, "itemData")
    uris = [uri for uri in members(member(cited, "uris") or member(cited, "uri")) if isinstance(uri, str)]
    # The number of an entry in its library may be that of another work in a co-author's; the address is not.
    key = uris[0] if uris else words(member(work, "id")) or words(member(cited, "id"))
    people = members(member(work, "author")) or members(member(work, "editor"))
    return Record(
        key,
        tuple(name for name in map(_name, people) if name is not None),
        _year(member(work, "issued")),
        words(member(work, "title")),
        words(member(work, "DOI")),
        words(member(work, "type")),
    )


def _name(person: object) -> Name | None:
    literal = words(member(person, "literal"))
    if literal:
        return Name(plain(literal), corporate=True)
    family = plain(words(member(person, "family")))
    if not family:
        return None
    particle = words(member(person, "non-dropping-particle"))
    return Name(family, plain(words(member(person, "given"))) or None, particle or None)


def _year(issued: object) -> str:
    parts = members(member(issued, "date-parts"))
    first = members(parts[0]) if parts else []
    return words(first[0]) if first else words(member(issued, "raw")) or words(member(issued, "literal"))
