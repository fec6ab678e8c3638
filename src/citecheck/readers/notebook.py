"""Jupyter notebooks (.ipynb): the cells that are text, one after the other; code and its output are left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from citecheck.model.document import Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.value import replace
from citecheck.readers.markdown import read as read_markdown
from citecheck.readers.reader import Reader
from citecheck.text.decoding import decode

_SNIFF = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*+\{[^\x00]{0,2000}?\"(?:cells|nbformat|worksheets)\"\s*+:")
_LIMIT = 20_000_000
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def read(raw: Raw) -> Document:
    """Read a notebook; places are in the text that its cells make together."""
    decoded = decode(raw.data)
    try:
        notebook = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise ReadError(FaultKind.DAMAGED, "this is no notebook: its JSON is broken") from error
    text = "\n\n".join(_texts(notebook))
    if len(text) > _LIMIT:
        raise ReadError(FaultKind.TOO_LARGE, f"its text is too long (limit {_LIMIT:,} characters)")
    document = read_markdown(Raw(raw.path, _SURROGATES.sub("\ufffd", text).encode(), raw.beside))
    notes = (*decoded.notes, *document.notes)
    return replace(document, format="ipynb", sources=(), pieces=(), header=None, verbatim=False, notes=notes)


def _texts(notebook: object) -> Iterator[str]:
    """Yield the text of each cell of Markdown, and of a first cell that is the header of a manuscript."""
    for number, cell in enumerate(_cells(notebook)):
        source = cell.get("source", cell.get("input"))
        if isinstance(source, list):
            source = "".join(line for line in source if isinstance(line, str))
        if not isinstance(source, str):
            continue
        header = number == 0 and cell.get("cell_type") == "raw" and source.startswith("---")
        if cell.get("cell_type") in ("markdown", "heading") or header:
            yield source


def _cells(notebook: object) -> list[dict[str, object]]:
    """Return the cells, which the older format keeps in sheets; raises `ReadError` where there are none."""
    cells: object = None
    if isinstance(notebook, dict):
        cells = notebook.get("cells")
        sheets = notebook.get("worksheets")
        if cells is None and isinstance(sheets, list) and sheets and isinstance(sheets[0], dict):
            cells = sheets[0].get("cells")
    if not isinstance(cells, list):
        raise ReadError(FaultKind.DAMAGED, "this is no notebook: it has no cells")
    return [cell for cell in cells if isinstance(cell, dict)]


READER = Reader(
    format="ipynb",
    suffixes=(".ipynb",),
    read=read,
    sniff=lambda head: _SNIFF.match(head) is not None and b'"cell_type"' in head,
    description="Jupyter notebooks",
)
