"""DOIs as formats of lists write them."""

from __future__ import annotations

import re

_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>{}]{1,300}")


def read_doi(text: str | None) -> str | None:
    """Return the bare DOI in `text`, without resolver, label or what stands behind it."""
    found = _DOI.search(text) if text else None
    if found is None:
        return None
    doi = found[0].rstrip(".,;")
    return doi[:-1] if doi.endswith(")") and doi.count("(") < doi.count(")") else doi
