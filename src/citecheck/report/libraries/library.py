"""What a library is: entries written in a format that reference managers take in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.model.reference import Reference
from citecheck.model.value import value


@value
class Library:
    """One format of libraries. Every module of this package that writes one exports it as `LIBRARY`.

    `write` returns the whole file, ending with a line feed; the same entries give the same text.
    """

    format: str
    suffixes: tuple[str, ...]
    write: Callable[[Sequence[Reference]], str]
    description: str


def type_of(reference: Reference) -> str:
    """Return the CSL type of an entry; where a typed entry does not say it, what its fields make likely."""
    if reference.type is not None:
        return reference.type
    if reference.container is not None:
        journal = reference.volume or reference.issue or not (reference.publisher or reference.editors)
        return "article-journal" if journal else "chapter"
    if reference.publisher or reference.place:
        return "book"
    return "webpage" if reference.url else "document"
