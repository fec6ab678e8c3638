"""What came of checking one file: what a report shows."""

from __future__ import annotations

from citecheck.model.citation import CitationId
from citecheck.model.fault import Fault
from citecheck.model.ignore import Ignore, Suppressed
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Verdict
from citecheck.model.problem import Mended, Problem, Severity
from citecheck.model.value import value

#: The format of a file of which nothing could be read.
UNKNOWN_FORMAT = "unknown"


@value
class Outcome:
    """One file, checked. `manuscript` is None where it could not be read at all; `problems` are in report order.

    `disputed` are the citations that an error or a warning names, whether that is among the problems to show or not.
    `suppressed` are those left out by somebody's decision, `idle` the decisions of the configuration that hit none here
    and may have been made for another file. `configuration` is the file that had a say in the settings. From `fail_on`
    on a problem fails the check, with None none does.
    """

    path: str
    format: str
    manuscript: Manuscript | None
    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    disputed: frozenset[CitationId] = frozenset()
    mended: tuple[Mended, ...] = ()
    """What was mended before these problems were found."""
    suppressed: tuple[Suppressed, ...] = ()
    idle: tuple[Ignore, ...] = ()
    configuration: str | None = None
    fail_on: Severity | None = Severity.WARNING

    @property
    def agreeing(self) -> int:
        """How many citations mean one entry, differ from it in nothing, and are not disputed."""
        matches = self.manuscript.matches if self.manuscript else ()
        return sum(match.verdict is Verdict.ONE and match.citation not in self.disputed for match in matches)
