"""Whether the lines of a file that was given as a list are entries at all, or the sentences of something else."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.model.reference import Reference

#: Of a list so large a part at least tells where or by whom something was published.
LEAST = 0.4


def are_entries(references: Sequence[Reference]) -> bool:
    """Whether enough of them have what sentences do not have: names with a year, a DOI, an address, an imprint."""
    return sum(map(_is_entry, references)) >= LEAST * len(references) if references else False


def _is_entry(reference: Reference) -> bool:
    dated = reference.year is not None
    printed = reference.publisher or reference.pages or reference.volume
    return bool((dated and (reference.cited_as or printed)) or reference.doi or reference.url or reference.number)
