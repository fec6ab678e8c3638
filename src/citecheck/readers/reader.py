"""What a reader is: a format and a function from its bytes to a document."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.value import value


@value
class Reader:
    """One manuscript format. Every module of this package that reads a format exports one as `READER`.

    `sniff` looks at the first 4096 bytes and says whether they are certainly of this format; a format that cannot be
    told by content says False and is chosen by its suffix. `read` raises `ReadError` and nothing else. No file of more
    than `limit` bytes is opened. A format that keeps track of changes is read by `read_original` as if they were all
    refused.
    """

    format: str
    suffixes: tuple[str, ...]
    read: Callable[[Raw], Document]
    sniff: Callable[[bytes], bool]
    description: str
    limit: int = 20_000_000
    read_original: Callable[[Raw], Document] | None = None
