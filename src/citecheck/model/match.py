"""Which entry a citation means, how sure that is, and how the two differ."""

from __future__ import annotations

from enum import Enum

from citecheck.model.citation import CitationId
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value


class Verdict(Enum):
    """What matching found for a citation."""

    ONE = "one"
    """One entry, and citation and entry agree."""
    NEAR = "near"
    """One entry is meant, but the two differ: see the differences."""
    SEVERAL = "several"
    """Two or more entries fit equally well."""
    NONE = "none"
    """Nothing in the list is meant."""


class DifferenceKind(Enum):
    """In what a citation differs from the entry meant."""

    SPELLING = "spelling"
    YEAR = "year"
    SUFFIX = "suffix"
    AUTHOR_MISSING = "author-missing"
    AUTHOR_ADDED = "author-added"
    AUTHOR_ORDER = "author-order"
    ET_AL = "et-al"
    """Et al. where the entry has too few authors for it."""


@value
class Difference:
    """One difference: what the citation writes, what the entry has, and where in the manuscript it shows."""

    kind: DifferenceKind
    cited: str
    listed: str
    span: Span
    list_errs: bool = False
    """Whether it is the entry rather than the citation that looks wrong."""


@value
class Match:
    """The verdict on one citation. `nearest` names, for NONE, what comes closest in the list, best first."""

    citation: CitationId
    verdict: Verdict
    references: tuple[ReferenceId, ...] = ()
    differences: tuple[Difference, ...] = ()
    confidence: float = 1.0
    nearest: tuple[ReferenceId, ...] = ()
