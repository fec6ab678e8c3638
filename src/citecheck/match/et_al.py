"""Et al. for a work of two authors, where the article names both otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citecheck.model.citation import Citation
from citecheck.model.match import Difference, DifferenceKind, Match, Verdict
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.value import replace

#: So many pairs named in full are a habit; et al. for one of them is a slip, for more of them a practice. So it is
#: where the very pair is named in full elsewhere.
FEWEST = 3
_PAIR = 2


def overdone(
    citations: Sequence[Citation], matches: Sequence[Match], references: Mapping[ReferenceId, Reference]
) -> tuple[Match, ...]:
    """Return the matches with a difference where et al. stands for one person, against the habit of the article."""
    pairs = [place for place, match in enumerate(matches) if _is_pair(citations[place], match, references)]
    shortened = [place for place in pairs if citations[place].et_al is not None]
    full = [matches[place].references[0] for place in pairs if citations[place].et_al is None]
    if len(shortened) != 1 or (len(full) < FEWEST and matches[shortened[0]].references[0] not in full):
        return tuple(matches)
    result = list(matches)
    for place in shortened:
        citation, match = citations[place], matches[place]
        names = " and ".join(name.shown for name in references[match.references[0]].cited_as)
        span = citation.et_al or citation.span
        difference = Difference(DifferenceKind.ET_AL, "et al.", names, span)
        result[place] = replace(match, verdict=Verdict.NEAR, differences=(*match.differences, difference))
    return tuple(result)


def _is_pair(citation: Citation, match: Match, references: Mapping[ReferenceId, Reference]) -> bool:
    """Whether the citation gives names of its own and means one entry of just two persons."""
    if citation.inherited or not citation.authors or len(match.references) != 1:
        return False
    reference = references[match.references[0]]
    return (
        len(reference.cited_as) == _PAIR
        and not reference.et_al
        and not any(name.corporate for name in reference.cited_as)
    )
