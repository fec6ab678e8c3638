"""The data of Citavi in a manuscript: a placeholder, as JSON in base 64."""

from __future__ import annotations

import base64
import binascii
import json

from citecheck.model.reference import Name
from citecheck.readers.fields import Field, FieldKind, Record, plain, works_of
from citecheck.readers.loose_json import member, members, words

_LONGEST = 10_000_000


def read(code: str) -> Field:
    """Return the works that a placeholder names: {eyIk…}."""
    start, end = code.find("{"), code.rfind("}")
    if not 0 <= start < end or len(code) > _LONGEST:
        return Field(FieldKind.CITATION)
    inner = code[start + 1 : end]
    try:
        written = code[start : end + 1] if '"' in inner else _unpacked(inner)
        data = json.loads(written)
    except (ValueError, binascii.Error, RecursionError):
        return Field(FieldKind.CITATION)
    records = [_record(entry) for entry in members(member(data, "Entries"))]
    shown = plain(words(member(data, "Text")))
    return Field(FieldKind.CITATION, works_of(records), shown or None)


def _unpacked(code: str) -> str:
    return base64.b64decode("".join(code.split()) + "==").decode("utf-8-sig", "replace")


def _record(entry: object) -> Record:
    work = member(entry, "Reference")
    people = member(work, "Authors") or member(work, "Editors") or member(work, "Organizations")
    names = [_name(person) for person in members(people)]
    return Record(
        words(member(entry, "ReferenceId")) or words(member(work, "Id")),
        tuple(name for name in names if name is not None),
        words(member(work, "YearResolved")) or words(member(work, "Year")),
        words(member(work, "Title")),
        words(member(work, "Doi")),
        words(member(work, "ReferenceType")),
    )


def _name(person: object) -> Name | None:
    family = plain(words(member(person, "LastName")))
    given = plain(words(member(person, "FirstName")))
    return Name(family, given or None, words(member(person, "Prefix")) or None) if family else None
