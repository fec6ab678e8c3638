"""Identifiers in a typed entry that a label announces: ISBN 978-…, ISSN …, arXiv:…, doi:…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.model.reference import Identifier, IdentifierKind
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

_LONGEST = 4_000
# ISBN 978-0-226-45804-5, ISBN-13: 978 0 226…, ISSN: 0028-0836, arXiv:1501.00001v2, doi: 10.1000/abc; not "the ISBN of"
_LABELLED = pattern(
    r"\b(?:(?P<ISBN>ISBN)(?:-1[03])?|(?P<ISSN>e?ISSN)|(?P<arXiv>arXiv)(?=:)|(?P<DOI>doi)(?=:))\s?:?\s?"
    r"(?P<number>[0-9][0-9Xx .v/‐-―-]{5,24}[0-9Xx]|(?<=[:\s])[^\s\"<>]{5,200})",
    re.IGNORECASE,
)
_LABELS: tuple[str, ...] = tuple(kind.value for kind in IdentifierKind if kind is not IdentifierKind.URL)
_NUMBERS = frozenset(("ISBN", "ISSN"))


def labelled_identifiers(text: str, entry: Span) -> Iterator[Identifier]:
    """Yield what labels announce in the entry; a word behind a label is no number."""
    for found in _LABELLED.finditer(text, entry.start, min(entry.end, entry.start + _LONGEST)):
        kind = IdentifierKind(_label(found))
        written = found["number"].rstrip(".,;)]")
        if kind.value in _NUMBERS and not written[:1].isdigit():
            continue
        yield Identifier(kind, written, Span(found.start("number"), found.start("number") + len(written)))


def _label(found: re.Match[str]) -> str:
    return next(label for label in _LABELS if found[label] is not None)
