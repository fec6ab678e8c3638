"""From a manuscript to its problems: the rules are asked, what they find is graded and put in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citecheck.engine.ignoring import sift
from citecheck.engine.plugins import all_rules
from citecheck.engine.settings import Settings
from citecheck.model.citation import CitationId
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind
from citecheck.model.ignore import Ignore, Suppressed
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Fix, Problem, Severity
from citecheck.model.value import replace, value
from citecheck.rules.rule import Rule, Scope

#: The one rule that speaks where there is no entry to check against.
NO_LIST = "no-reference-list"
#: The one that tells of entries that could not be read whole.
BROKEN_ENTRY = "malformed-entry"
#: The one rule that cannot speak of the list of a library.
ORPHAN = "orphaned-reference"
#: What every comment to us holds.
SIGN = "citecheck:"
#: The rules that ask what the decisions to leave problems alone are worth: asked last, and bound by none of them.
OF_IGNORES = frozenset(("ignore-without-reason", "unused-ignore"))


@value
class Found:
    """What came of asking the rules: the problems, those left out, and what a report should say besides."""

    problems: tuple[Problem, ...] = ()
    faults: tuple[Fault, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    idle: tuple[Ignore, ...] = ()
    notes: tuple[str, ...] = ()


def find_problems(manuscript: Manuscript, settings: Settings) -> Found:
    """Return all problems, in text order and then list order, and a fault for each rule that failed."""
    known = all_rules(settings.plugins)
    manuscript = replace(manuscript, ignores=(*_in_comments(manuscript, known, settings), *settings.ignores))
    problems, faults = _asked_all([rule for rule in known if rule.name not in OF_IGNORES], manuscript, settings)
    sifted = sift(problems, manuscript, settings, _silent(known, manuscript))
    manuscript = replace(manuscript, unused=sifted.unused)
    more, failed = _asked_all([rule for rule in known if rule.name in OF_IGNORES], manuscript, settings)
    left = (*sifted.problems, *(problem for problem in more if problem.rule not in settings.off))
    return Found(
        tuple(sorted(left, key=_order)),
        (*faults, *failed),
        tuple(sorted(sifted.suppressed, key=lambda one: _order(one.problem))),
        sifted.idle,
        _noted(sifted.gone),
    )


def _silent(known: Iterable[Rule], manuscript: Manuscript) -> frozenset[str]:
    """Return the rules that may find something with other settings: by another style, of a list that is no library."""
    by_style = {rule.name for rule in known if rule.severity is Severity.STYLE and manuscript.house is None}
    unknowable = manuscript.library or manuscript.excerpt or manuscript.document.all_cited
    return frozenset(by_style | ({ORPHAN} if unknowable else set()))


def _in_comments(manuscript: Manuscript, known: Iterable[Rule], settings: Settings) -> tuple[Ignore, ...]:
    """Return the decisions that stand in comments; most manuscripts hold none, and are not looked through for them."""
    texts = (source.text for document in manuscript.documents for source in document.sources)
    if not settings.comments or not any(SIGN in text for text in texts):
        return ()
    from citecheck.engine.comments import ignores_in

    return ignores_in(manuscript, tuple(rule.name for rule in known))


def _asked_all(asked: Iterable[Rule], manuscript: Manuscript, settings: Settings) -> tuple[list[Problem], list[Fault]]:
    """Return what the rules find, and a fault for each that failed."""
    problems: list[Problem] = []
    faults: list[Fault] = []
    for rule in asked:
        if _asked(rule, manuscript, settings):
            try:
                problems.extend(_problems(rule, manuscript, settings))
            except Exception as error:
                if settings.debug:
                    raise
                if rule.name not in settings.off:
                    faults.append(_failure(rule, error))
    return problems, faults


def untold(faults: tuple[Fault, ...], manuscript: Manuscript, shown: Iterable[Problem]) -> tuple[Fault, ...]:
    """Return the faults but those of broken entries, where each of these entries has a problem that tells of it."""
    broken = {reference.id for reference in manuscript.references if reference.broken}
    told = {problem.finding.reference for problem in shown if problem.rule == BROKEN_ENTRY}
    return tuple(fault for fault in faults if not fault.kept) if broken <= told else faults


def disputed(problems: Iterable[Problem]) -> frozenset[CitationId]:
    """Return the citations that an error or a warning names."""
    named = {problem.finding.citation for problem in problems if problem.severity.rank <= Severity.WARNING.rank}
    return frozenset(citation for citation in named if citation is not None)


def _asked(rule: Rule, manuscript: Manuscript, settings: Settings) -> bool:
    """Whether `rule` is to be run: without any entry there is one thing to say, not one for each citation."""
    if not settings.asks(rule.name) or rule.scope is (Scope.ARTICLE if manuscript.alone else Scope.LIST):
        return False
    return bool(manuscript.references) or rule.name == NO_LIST


def _problems(rule: Rule, manuscript: Manuscript, settings: Settings) -> Iterator[Problem]:
    chosen = dict(settings.severities).get(rule.name)
    for finding in rule.check(manuscript):
        severity = finding.severity or rule.severity
        if chosen is not None and severity is not Severity.HINT:
            severity = chosen
        if finding.confidence < settings.min_confidence:
            severity = Severity.HINT
        yield Problem(rule.name, severity, finding, _fix(finding, manuscript.documents))


def _noted(gone: int) -> tuple[str, ...]:
    """Return what is said of a baseline that knows problems which are no longer there."""
    if not gone:
        return ()
    are = "1 problem of the baseline is" if gone == 1 else f"{gone} problems of the baseline are"
    return (f"{are} no longer there; --write-baseline writes it anew",)


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
