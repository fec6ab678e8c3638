"""CSL-JSON lists (.json), as Zotero, Crossref and Pandoc write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.csl import reference_of
from citecheck.bibliography.json_places import JsonCursor, JsonError
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.text.decoding import decode

#: The members that hold the items where the list is an object.
_LISTS = frozenset(("items", "references"))
_SNIFF = re.compile(
    rb'\s*+(?:\{\s*+"(?:items|references)"\s*+:\s*+)?\[\s*+\{\s*+"'
    rb'(?:id|type|title|author|issued|DOI|URL|container-title|citation-key|abstract|accessed)"'
)


def read(raw: Raw) -> Document:
    """Return the list; where the JSON breaks off, the items before that are used and the place is named."""
    decoded = decode(raw.data)
    faults: list[Fault] = []
    return listed(raw, "csl-json", decoded, list(_references(decoded.text, faults)), faults=faults)


def _references(text: str, faults: list[Fault]) -> Iterator[Reference]:
    """Yield the items; what is wrong with the list is added to `faults`. Raises `ReadError` where it holds no item."""
    cursor = JsonCursor(text, len(text) - len(text.lstrip()))
    number = 0
    first = True
    strange: list[Span] = []
    try:
        _go_to_list(cursor)
        while not cursor.passes("]"):
            if not first:
                cursor.expect(",")
            first = False
            if text.startswith("{", cursor.at):
                members, place = cursor.members()
                number += 1
                yield _reference(members, place, number, text)
            else:
                _, place = cursor.value()
                strange.append(place)
    except JsonError as error:
        line = _line(text, error.at)
        if not number:
            raise ReadError(FaultKind.DAMAGED, f"line {line}: this is no CSL-JSON") from error
        message = f"line {line}: the JSON breaks off, what follows is not read"
        faults.append(Fault(FaultKind.READ_IN_PART, message))
    if strange:
        message = f"line {_line(text, strange[0].start)}: no object, where an item should stand"
        more = f" (and {len(strange) - 1} more)" if len(strange) > 1 else ""
        faults.append(Fault(FaultKind.READ_IN_PART, message + more))


def _reference(members: dict[str, tuple[object, Span]], place: Span, number: int, text: str) -> Reference:
    item = {name: value for name, (value, _) in members.items()}
    places = {name: where for name, (_, where) in members.items()} | {"": place}
    return reference_of(item, number, text, places)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _go_to_list(cursor: JsonCursor) -> None:
    """Go past the bracket that opens the list of items; raises `JsonError` where there is none."""
    if cursor.passes("["):
        return
    cursor.expect("{")
    while True:
        if cursor.name() in _LISTS and cursor.passes("["):
            return
        cursor.value()
        cursor.expect(",")


LIST_FORMAT = ListFormat(
    format="csl-json",
    suffixes=(".json", ".csljson"),
    read=read,
    sniff=lambda head: _SNIFF.match(head) is not None,
    description="CSL-JSON (Zotero, Crossref, Pandoc)",
)
