"""How sure a fault is: the probability that it is one, by a model fitted on gold cases (docs/calibration.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.extract.lexicon import Lexicon
from citecheck.match.evidence import Evidence, kinds_of
from citecheck.match.weights import probability, weights
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.match import Match
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.value import replace

#: Evidence that may only count against a fault: of two faults at once neither is the surer for the other.
NEVER_FOR = ("double",)


def with_confidence(
    linked: Sequence[tuple[Citation, Match]],
    references: Mapping[ReferenceId, Reference],
    lexicon: Lexicon,
    margins: Mapping[CitationId, float],
) -> tuple[Match, ...]:
    """Return the matches, each fault with how sure it is: as sure as the least sure kind of difference."""
    model = weights().confidence
    evidence = Evidence(linked, references, lexicon, margins)

    def sure(citation: Citation, match: Match) -> float:
        # Where the document itself names the key there is nothing to weigh, nor where a link is inherited.
        if citation.kind is CitationKind.IBID or (citation.style is Style.KEYED and not match.differences):
            return match.confidence
        kinds = kinds_of(match)
        found = [probability(model, evidence.of(citation, match, kind)) for kind in kinds]
        return round(min(found) * (1.0 - citation.doubt), 2) if found else match.confidence

    found = [(match, sure(citation, match)) for citation, match in linked]
    return tuple(match if match.confidence == how else replace(match, confidence=how) for match, how in found)


def of_orphan() -> float:
    """Return how sure it is that no citation means an entry which none was found to mean."""
    return weights().rates["orphaned-reference"]


def of_duplicate() -> float:
    """Return how sure it is that two entries which look the same are one work."""
    return weights().rates["duplicate-reference"]
