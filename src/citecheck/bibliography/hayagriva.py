"""Hayagriva lists (.yml), which Typst reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.csl_yaml import read_items
from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.bibliography.names import body, inverted, person
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.decoding import Decoded, decode
from citecheck.text.yaml_tree import Node, YamlError, read_yaml

#: Types and the CSL types they mean; of what is part of something else the type of the whole decides.
_TYPES = {
    "article": "article-journal", "chapter": "chapter", "entry": "entry", "anthos": "chapter", "report": "report",
    "thesis": "thesis", "web": "webpage", "book": "book", "proceedings": "book", "conference": "paper-conference",
    "anthology": "book", "reference": "book", "manuscript": "manuscript", "patent": "patent", "case": "legal_case",
    "newspaper": "article-newspaper", "legislation": "legislation", "video": "motion_picture", "audio": "song",
    "misc": "document", "repository": "software", "periodical": "periodical", "blog": "post-weblog", "thread": "post",
}  # fmt: skip
_IDENTIFIERS = {kind.value.lower(): kind for kind in IdentifierKind}
_SNIFF = re.compile(
    rb"(?:^|\n)[^\s#:][^\n:]{0,200}:[ \t]*\r?\n(?:[ \t]*(?:#[^\n]{0,500})?\r?\n)*[ \t]+type[ \t]*:[ \t]*[A-Za-z\"']"
)


def read(raw: Raw) -> Document:
    """Return the list; where the YAML breaks off, the entries before that are used and the place is named."""
    decoded = decode(raw.data)
    root, error = read_yaml(decoded.text)
    faults = [_broken(decoded.text, error)] if error is not None else []
    if root is None or not isinstance(root.value, dict | list):
        reason = error.reason if error else "it holds no entries"
        raise ReadError(FaultKind.DAMAGED, f"this is no Hayagriva list: {reason}")
    return _listed(raw, decoded, root, faults)


def _listed(raw: Raw, decoded: Decoded, root: Node, faults: list[Fault]) -> Document:
    if isinstance(root.value, list) or (isinstance(root.value, dict) and "references" in root.value):
        return listed(raw, "csl-yaml", decoded, list(read_items(root, decoded.text)), faults=faults)
    return listed(raw, "hayagriva", decoded, list(_references(root, decoded.text)), faults=faults)


def _broken(text: str, error: YamlError) -> Fault:
    line = text.count("\n", 0, error.at) + 1
    return Fault(FaultKind.READ_IN_PART, f"line {line}: {error.reason}, what follows is not read")


def _references(root: Node, text: str) -> Iterator[Reference]:
    entries = root.value if isinstance(root.value, dict) else {}
    for number, (key, node) in enumerate(entries.items(), 1):
        if isinstance(node.value, dict):
            start = _line_start(text, node.span.start, key)
            place = Span(start, node.span.end)
            yield replace(_reference(node.value, place, text), id=ReferenceId(f"r{number}"), key=key)


def _line_start(text: str, at: int, key: str) -> int:
    """Return where the key of an entry stands, on the line above its first field."""
    line = text.rfind("\n", 0, max(0, text.rfind(":", 0, at))) + 1
    found = text.find(key, line, at)
    return found if found >= 0 else line


def _reference(fields: dict[str, Node], span: Span, text: str) -> Reference:
    parent = _parent(fields)
    authors, editors = _names(fields.get("author")), _names(fields.get("editor")) or _names(parent.get("editor"))
    author, date = fields.get("author"), fields.get("date")
    return Reference(
        id=ReferenceId(""),
        span=span,
        text=span.of(text),
        authors=authors,
        editors=editors,
        year=_year(date or parent.get("date")),
        title=_words(fields.get("title")),
        container=_words(parent.get("title")),
        volume=_words(fields.get("volume") or parent.get("volume")),
        issue=_words(fields.get("issue") or parent.get("issue")),
        pages=_words(fields.get("page-range")),
        publisher=_words(fields.get("publisher") or parent.get("publisher"), "name"),
        place=_words(fields.get("location") or parent.get("location")),
        doi=_doi(fields) or _doi(parent),
        url=_words(fields.get("url") or parent.get("url")),
        type=_TYPES.get((_words(fields.get("type")) or "misc").lower(), "document"),
        identifiers=tuple(_identifiers(fields)),
        author_span=author.span if author is not None else None,
        year_span=date.span if date is not None else None,
    )


def _parent(fields: dict[str, Node]) -> dict[str, Node]:
    """Return the fields of what an entry is a part of, the first where there are several."""
    node = fields.get("parent")
    value = node.value if node is not None else None
    if isinstance(value, list) and value:
        value = value[0].value
    return value if isinstance(value, dict) else {}


def _words(node: Node | None, name: str = "value") -> str | None:
    """Return the words of a field: written at once, or as the `value` among others (short forms, dates)."""
    value = node.value if node is not None else None
    if isinstance(value, dict):
        inner = value.get(name) or value.get("value")
        value = inner.value if inner is not None else None
    return (" ".join(value.replace("{", "").replace("}", "").split()) or None) if isinstance(value, str) else None


def _year(node: Node | None) -> Year | None:
    written = _words(node)
    return read_year(written) if written else None


def _doi(fields: dict[str, Node]) -> str | None:
    numbers = fields.get("serial-number")
    if numbers is not None and isinstance(numbers.value, dict):
        return read_doi(_words(numbers.value.get("doi")))
    return read_doi(_words(numbers)) or read_doi(_words(fields.get("url")))


def _identifiers(fields: dict[str, Node]) -> Iterator[Identifier]:
    """Yield the serial numbers of an entry that say what they are, and its address."""
    numbers, url = fields.get("serial-number"), fields.get("url")
    for name, node in numbers.value.items() if numbers is not None and isinstance(numbers.value, dict) else ():
        kind, words = _IDENTIFIERS.get(name.lower()), _words(node)
        if kind is not None and words:
            yield Identifier(kind, words, node.span)
    if url is not None and (words := _words(url)):
        yield Identifier(IdentifierKind.URL, words, url.span)


def _names(node: Node | None) -> tuple[Name, ...]:
    """Return the persons of a field: one or a list, as words or with the parts of the name apart."""
    if node is None:
        return ()
    nodes = node.value if isinstance(node.value, list) else [node]
    found = (_name(one) for one in nodes)
    return tuple(name for name in found if name is not None)


def _name(node: Node) -> Name | None:
    if isinstance(node.value, str):
        return inverted(node.value)
    if not isinstance(node.value, dict):
        return None
    family, given = _words(node.value.get("name")), _words(node.value.get("given-name"))
    if family is None:
        return None
    particle, suffix = _words(node.value.get("prefix")), _words(node.value.get("suffix"))
    return person(family, given, particle=particle, suffix=suffix) if given or particle else body(family)


LIST_FORMAT = ListFormat(
    format="hayagriva",
    suffixes=(".yml", ".yaml"),
    read=read,
    sniff=lambda head: _SNIFF.search(head) is not None,
    description="Hayagriva (Typst)",
)
