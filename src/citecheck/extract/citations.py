"""All citations of a body, read in the way of citing that prevails in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citecheck.extract import author_date, author_page, keyed, notes, numeric
from citecheck.extract.body import Body
from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.extract.recogniser import Recogniser
from citecheck.model.citation import Citation, CitationId, CitationKind, Style

#: Every way of citing that is looked for; of two that explain equally much the earlier one is taken.
RECOGNISERS: tuple[Recogniser, ...] = (
    keyed.RECOGNISER,
    author_date.RECOGNISER,
    numeric.RECOGNISER,
    notes.RECOGNISER,
    author_page.RECOGNISER,
)


@dataclass(frozen=True, slots=True)
class Found:
    """The citations in text order, the prevailing style, and the share of all evidence that speaks for it (0 to 1)."""

    citations: tuple[Citation, ...]
    style: Style
    share: float


def find_citations(body: Body) -> Found:
    """Return the citations of `body`, numbered c1, c2 … in text order."""
    lexicon = Lexicon(body.references)
    found = [(recogniser.style, recogniser.find(body)) for recogniser in RECOGNISERS]
    weights = [_weight(citations, lexicon) for _, citations in found]
    best = max(range(len(found)), key=lambda index: (weights[index], len(found[index][1]), -index))
    style, citations = found[best]
    if not citations:
        return Found((), Style.NONE, 1.0)
    numbered = tuple(
        replace(citation, id=CitationId(f"c{number}")) for number, citation in enumerate(citations, start=1)
    )
    return Found(numbered, style, round(weights[best] / (sum(weights) or 1), 3))


def _weight(citations: Sequence[Citation], lexicon: Lexicon) -> int:
    """Return how many of the citations the list explains: an entry is told, or has the first name and the year."""
    return sum(
        1 for citation in citations if citation.meant or (citation.meant is None and _is_listed(citation, lexicon))
    )


def _is_listed(citation: Citation, lexicon: Lexicon) -> bool:
    if citation.style is Style.AUTHOR_PAGE:
        return citation.kind is CitationKind.PARENTHETICAL
    if not citation.authors or citation.year is None:
        return citation.title is not None
    wanted = citation.year.number if citation.year.number is not None else citation.year.undated
    entries = lexicon.entries(words_of(citation.authors[0].text))
    return any(lexicon.year_of(index)[0] == wanted for index in entries)
