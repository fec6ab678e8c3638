"""How sure a verdict is: a probability fitted on gold cases (docs/calibration says how)."""

from __future__ import annotations

from citecheck.match.candidates import Comparison
from citecheck.model.citation import Citation


def confidence(citation: Citation, meant: Comparison | None, *, certain: bool) -> float:
    """Return how likely the verdict is right, from 0 to 1, rounded to two places."""
    sure = 0.97 if certain else 0.8
    if meant is not None:
        sure -= 0.03 * meant.cost
    return round(max(0.05, sure * (1.0 - citation.doubt)), 2)
