"""CSL-YAML: items of CSL data as Pandoc keeps them, in a file of their own or in the header of a manuscript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.csl import reference_of
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference
from citecheck.text.decoding import decode
from citecheck.text.yaml_tree import Node, read_yaml

_SNIFF = re.compile(
    rb"(?:^|\n)references[ \t]*:[ \t]*(?:#[^\n]{0,200})?\r?\n[ \t]*-[ \t]+[A-Za-z\"']|\A(?:---\s*\n)?-[ \t]+id[ \t]*:"
)


def read(raw: Raw) -> Document:
    """Return the list; where the YAML breaks off, the items before that are used and the place is named."""
    decoded = decode(raw.data)
    root, error = read_yaml(decoded.text)
    references = list(read_items(root, decoded.text)) if root is not None else []
    if not references:
        raise ReadError(FaultKind.DAMAGED, f"this is no CSL-YAML: {error.reason if error else 'it holds no items'}")
    faults: list[Fault] = []
    if error is not None:
        line = decoded.text.count("\n", 0, error.at) + 1
        faults.append(Fault(FaultKind.READ_IN_PART, f"line {line}: {error.reason}, what follows is not read"))
    return listed(raw, "csl-yaml", decoded, references, faults=faults)


def read_items(root: Node, text: str) -> Iterator[Reference]:
    """Yield the references of a list of items, or of the field `references` of what holds one."""
    held = root.value.get("references") if isinstance(root.value, dict) else root
    items = held.value if held is not None and isinstance(held.value, list) else []
    for number, node in enumerate(items, 1):
        if isinstance(node.value, dict):
            places = {name: inner.span for name, inner in node.value.items()} | {"": node.span}
            yield reference_of({name: inner.plain for name, inner in node.value.items()}, number, text, places)


LIST_FORMAT = ListFormat(
    format="csl-yaml",
    suffixes=(),
    read=read,
    sniff=lambda head: _SNIFF.search(head) is not None,
    description="CSL-YAML (Pandoc)",
)
