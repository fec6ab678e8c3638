"""What a list format is: a format of reference lists as data, and a function from its bytes to a document."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.value import value


@value
class ListFormat:
    """One format of reference lists. Every module of this package that reads one exports it as `LIST_FORMAT`.

    `read` returns a document whose `references` are the entries, with spans into its text (the file decoded), and
    raises `ReadError` and nothing else; a bad entry is a fault of the document or a flaw of the reference, and the
    rest is used. `sniff` looks at the first 4096 bytes.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[Raw], Document]
    sniff: Callable[[bytes], bool]
    description: str
