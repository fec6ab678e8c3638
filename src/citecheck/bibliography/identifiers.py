"""DOIs and other numbers as formats of lists write them."""

from __future__ import annotations

import re

from citecheck.model.reference import IdentifierKind

_ISSN = re.compile(r"(?<![0-9-])[0-9]{4}-?[0-9]{3}[0-9Xx](?![0-9-])")
_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>{}]{1,300}")


def book_or_journal(number: str) -> IdentifierKind:
    """Return what a standard number is of which only the digits are given: an ISSN has eight."""
    return IdentifierKind.ISSN if _ISSN.search(number) else IdentifierKind.ISBN


def read_doi(text: str | None) -> str | None:
    """Return the bare DOI in `text`, without resolver, label or what stands behind it."""
    found = _DOI.search(text) if text else None
    if found is None:
        return None
    doi = found[0].rstrip(".,;")
    return doi[:-1] if doi.endswith(")") and doi.count("(") < doi.count(")") else doi
