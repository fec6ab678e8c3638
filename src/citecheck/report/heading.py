"""What every report for people says first: what was read, and how many problems there are."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.languages.language import by_code
from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Severity
from citecheck.report.agreement import counted
from citecheck.report.defects import Defect
from citecheck.text.shown import shown

#: A style found in less than this part of the citations is shown with a question mark.
SURE = 0.8


def what_was_read(outcome: Outcome, manuscript: Manuscript) -> str:
    """Return the format, the way of citing, the language, and how many citations and entries were found."""
    if manuscript.alone:
        return f"{outcome.format} · {counted(len(manuscript.references), 'entry', 'entries')}"
    return f"{outcome.format} · {_style(manuscript)}{_language(manuscript)} · {_counts(manuscript)}"


def severities(found: Sequence[Defect]) -> str:
    """Return how many defects there are of each severity, worst first: "2 errors, 1 warning"."""
    counts = {severity: sum(defect.first.severity is severity for defect in found) for severity in Severity}
    words = {Severity.STYLE: ("style", "style")}
    return ", ".join(
        counted(number, *words.get(severity, (severity.value, f"{severity.value}s")))
        for severity, number in counts.items()
        if number
    )


def _style(manuscript: Manuscript) -> str:
    if not manuscript.citations:
        return manuscript.style.value
    if not manuscript.references:
        return f"{manuscript.style.value}?"
    part = f" ({int(100 * manuscript.share)} %)" if manuscript.share < 1 else ""
    return manuscript.style.value + ("?" if manuscript.share < SURE else "") + part


def _language(manuscript: Manuscript) -> str:
    found = by_code([manuscript.language]) if manuscript.language else ()
    return f", {found[0].name}" if found else ""


def _counts(manuscript: Manuscript) -> str:
    cited = counted(len(manuscript.citations), "citation", "citations")
    if not manuscript.references:
        return f"{cited}, no reference list"
    apart = [shown(document.path) for document in manuscript.documents[1:]]
    where = f" in {', '.join(apart)}" if apart else ""
    return f"{cited}, {counted(len(manuscript.references), 'entry', 'entries')}{where}"
