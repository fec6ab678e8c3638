"""All citations of a body, read in the way of citing that prevails in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citecheck.extract import author_date
from citecheck.extract.body import Body
from citecheck.model.citation import Citation, CitationId, Style


@dataclass(frozen=True, slots=True)
class Found:
    """The citations in text order, the prevailing style, and the share of the citations that are in it."""

    citations: tuple[Citation, ...]
    style: Style
    share: float


def find_citations(body: Body) -> Found:
    """Return the citations of `body`, numbered c1, c2 … in text order."""
    found = author_date.find(body)
    numbered = tuple(replace(citation, id=CitationId(f"c{number}")) for number, citation in enumerate(found, start=1))
    return Found(numbered, Style.AUTHOR_DATE if found else Style.NONE, 1.0)
