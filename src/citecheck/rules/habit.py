"""What the rules about an article's own habits say alike: a citation that does otherwise, and what would mend it."""

from __future__ import annotations

from citecheck.extract.habits import Deviation
from citecheck.model.problem import Finding

#: How sure a rule is that a citation against the habit is a slip.
CONFIDENCE = 0.9


def against_habit(deviation: Deviation, message: str, *, fold: str | None = None, safe: bool = True) -> Finding:
    """Return the finding of a deviation; those of one `fold`, else those of one kind, are told together."""
    return Finding(
        message,
        span=deviation.span,
        citation=deviation.citation,
        replacement=deviation.replacement,
        safe=safe,
        confidence=CONFIDENCE,
        fold=fold or deviation.kind,
    )
