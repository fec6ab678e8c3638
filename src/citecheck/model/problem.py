"""A problem: what a rule says about a manuscript, and how it could be mended."""

from __future__ import annotations

from enum import Enum

from citecheck.model.citation import CitationId
from citecheck.model.document import SourceIndex
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value


class Severity(Enum):
    """How much a problem matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    STYLE = "style"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst; grows as it matters less."""
        return _WORST_FIRST.index(self)


_WORST_FIRST = tuple(Severity)


@value
class Edit:
    """Replace `span` of a file (as decoded) by `text`."""

    document: int
    source: SourceIndex
    span: Span
    text: str


@value
class Fix:
    """Edits that mend one problem; safe ones touch typography only, never a name, a year or a key."""

    edits: tuple[Edit, ...]
    safe: bool


@value
class Correction:
    """The text that would stand at `span` of `Manuscript.documents[document]`, in clean text."""

    span: Span
    text: str
    document: int = 0


@value
class Finding:
    """What a rule yields: one sentence with both sides and no full stop, the place, and what is meant.

    `span` is in the text of `Manuscript.documents[document]`; None speaks of the whole document. `severity` is given
    only where it differs from the rule's own. `replacement` is the text that would stand at `span` to mend it;
    `corrections` are given instead where it is mended elsewhere than at `span`, or at several places at once.
    """

    message: str
    span: Span | None = None
    document: int = 0
    citation: CitationId | None = None
    reference: ReferenceId | None = None
    related: tuple[ReferenceId, ...] = ()
    suggestion: str | None = None
    help: str | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    replacement: str | None = None
    corrections: tuple[Correction, ...] = ()
    safe: bool = False
    fold: str | None = None
    """Findings of one rule with the same `fold` are the same defect, shown once to people."""


@value
class Problem:
    """A finding with the name of its rule and the severity in force."""

    rule: str
    severity: Severity
    finding: Finding
    fix: Fix | None = None


@value
class Mended:
    """A problem that was mended: where it stood before, both wordings in clean text, and the entry that told.

    `line` counts in the file, None where it has none. `entry` is the entry as the list writes it, None where the habit
    of the article or the chosen style told.
    """

    rule: str
    path: str
    line: int | None
    before: str
    after: str
    safe: bool
    entry: str | None = None
