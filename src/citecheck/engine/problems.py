"""From a manuscript to its problems: the rules are asked, what they find is graded and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citecheck.engine.settings import Settings
from citecheck.model.citation import CitationId
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Fix, Problem, Severity
from citecheck.rules.registry import rules
from citecheck.rules.rule import Rule

#: The one rule that speaks where there is no entry to check against.
NO_LIST = "no-reference-list"


def find_problems(manuscript: Manuscript, settings: Settings) -> tuple[tuple[Problem, ...], tuple[Fault, ...]]:
    """Return all problems, in text order and then list order, and a fault for each rule that failed."""
    problems: list[Problem] = []
    faults: list[Fault] = []
    for rule in rules():
        if _asked(rule, manuscript, settings):
            try:
                problems.extend(_problems(rule, manuscript, settings))
            except Exception as error:
                if settings.debug:
                    raise
                faults.append(_failure(rule, error))
    return tuple(sorted(problems, key=_order)), tuple(faults)


def disputed(problems: Iterable[Problem]) -> frozenset[CitationId]:
    """Return the citations that an error or a warning names."""
    named = {problem.finding.citation for problem in problems if problem.severity.rank <= Severity.WARNING.rank}
    return frozenset(citation for citation in named if citation is not None)


def _asked(rule: Rule, manuscript: Manuscript, settings: Settings) -> bool:
    """Whether `rule` is to be run: without any entry there is one thing to say, not one for each citation."""
    if rule.name in settings.ignore or (settings.select and rule.name not in settings.select):
        return False
    return bool(manuscript.references) or rule.name == NO_LIST


def _problems(rule: Rule, manuscript: Manuscript, settings: Settings) -> Iterator[Problem]:
    for finding in rule.check(manuscript):
        severity = finding.severity or rule.severity
        if finding.confidence < settings.min_confidence:
            severity = Severity.HINT
        yield Problem(rule.name, severity, finding, _fix(finding, manuscript.documents))


def _fix(finding: Finding, documents: Sequence[Document]) -> Fix | None:
    """Return the edits that mend a finding; what makes them is loaded only where something can be mended."""
    if finding.replacement is None and not finding.corrections:
        return None
    from citecheck.fix.edits import fix_of

    return fix_of(finding, documents)


def _failure(rule: Rule, error: Exception) -> Fault:
    return Fault(
        FaultKind.READ_IN_PART,
        f"internal error: the rule {rule.name} failed ({type(error).__name__}); the others went on",
    )


def _order(problem: Problem) -> tuple[bool, int, int, int, str, str]:
    """Text first, then list; what is said of the whole document before all."""
    finding = problem.finding
    of_entry = finding.citation is None and finding.reference is not None
    start, end = (finding.span.start, finding.span.end) if finding.span else (-1, -1)
    return of_entry, finding.document, start, end, problem.rule, finding.message
