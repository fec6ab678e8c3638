"""Which problems are left out of a report, by whose decision, and which decisions no longer hit anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from citecheck.engine.settings import Settings
from citecheck.model.citation import Citation
from citecheck.model.ignore import Ignore, Means, Suppressed
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem
from citecheck.model.reference import Reference
from citecheck.model.value import value

#: What is left out because a rule is turned off has this reason.
TURNED_OFF = "the rule is turned off"
KNOWN = "known before"


@value
class Sifted:
    """The problems that remain, those left out, and what hit none of them.

    `unused` are the decisions that should have hit one in this manuscript, `idle` those that were perhaps written for
    another; so many of the problems of the baseline are `gone`.
    """

    problems: tuple[Problem, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Ignore, ...]
    idle: tuple[Ignore, ...]
    gone: int


def sift(
    problems: Iterable[Problem], manuscript: Manuscript, settings: Settings, silent: frozenset[str] = frozenset()
) -> Sifted:
    """Return what remains of the problems, and what comes of the decisions to leave some alone.

    Of the rules that are `silent` here and may speak with other settings no decision is unused.
    """
    decisions = [ignore for ignore in manuscript.ignores if ignore.reason is not None and ignore.mistake is None]
    known = Counter(settings.baseline)
    hits: set[Ignore] = set()
    remaining: list[Problem] = []
    suppressed: list[Suppressed] = []
    for problem in problems:
        hit = next((ignore for ignore in decisions if _speaks_of(ignore, problem, manuscript)), None)
        if hit is not None:
            hits.add(hit)
            suppressed.append(Suppressed(problem, hit.means, hit.reason or ""))
        elif problem.rule in settings.off:
            suppressed.append(Suppressed(problem, Means.CONFIGURATION, TURNED_OFF))
        elif known and _is_known(problem, manuscript, known):
            suppressed.append(Suppressed(problem, Means.BASELINE, KNOWN))
        else:
            remaining.append(problem)
    missed = [
        ignore
        for ignore in decisions
        if ignore not in hits and any(settings.asks(rule) and rule not in silent for rule in ignore.rules)
    ]
    unused = tuple(ignore for ignore in missed if _is_missed(ignore, manuscript))
    idle = tuple(ignore for ignore in missed if ignore not in unused)
    return Sifted(tuple(remaining), tuple(suppressed), unused, idle, sum(known.values()))


def _is_known(problem: Problem, manuscript: Manuscript, known: Counter[str]) -> bool:
    """Whether a baseline knows the problem; each time that it knows it counts for one."""
    from citecheck.report.fingerprints import fingerprint

    digits = fingerprint(problem, manuscript)
    if known[digits] < 1:
        return False
    known[digits] -= 1
    return True


def _speaks_of(ignore: Ignore, problem: Problem, manuscript: Manuscript) -> bool:
    if problem.rule not in ignore.rules:
        return False
    if ignore.means is Means.COMMENT:
        span = problem.finding.span
        here = problem.finding.document == ignore.document
        return here and span is not None and ignore.covers is not None and span.overlaps(ignore.covers)
    return _names_citation(ignore, problem, manuscript) and _names_entry(ignore, problem, manuscript)


def _names_citation(ignore: Ignore, problem: Problem, manuscript: Manuscript) -> bool:
    if ignore.citation is None:
        return True
    citation = problem.finding.citation
    return citation is not None and _is_cited(ignore.citation, manuscript.citation(citation), manuscript)


def _names_entry(ignore: Ignore, problem: Problem, manuscript: Manuscript) -> bool:
    if ignore.entry is None:
        return True
    finding = problem.finding
    meant = (*((finding.reference,) if finding.reference is not None else ()), *finding.related)
    return any(_is_listed(ignore.entry, manuscript.reference(one)) for one in meant)


def _is_cited(words: str, citation: Citation, manuscript: Manuscript) -> bool:
    """Whether `words` are the key of the citation, words as they stand in it, or names and year of it."""
    names = " ".join(name.text for name in citation.authors)
    named = f"{names} {citation.year.text if citation.year else ''}"
    return words == citation.key or _says(words, citation.span.of(manuscript.document.text), named)


def _is_listed(words: str, reference: Reference) -> bool:
    """Whether `words` are the key of the entry, words as they stand in it, or names, year and title of it."""
    names = " ".join(name.shown for name in reference.cited_as)
    named = f"{names} {reference.year.shown if reference.year else ''} {reference.title or ''}"
    return words == reference.key or _says(words, reference.text, named)


def _says(words: str, written: str, named: str) -> bool:
    """Whether `words` stand in `written` one behind the other, or in `named` in this order."""
    wanted = _words(words)
    sought = iter(_words(named))
    return f" {' '.join(wanted)} " in f" {' '.join(_words(written))} " or all(word in sought for word in wanted)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def _is_missed(ignore: Ignore, manuscript: Manuscript) -> bool:
    """Whether this manuscript should have the problem: the decision is for it alone, or names what stands in it."""
    if ignore.sole:
        return True
    if ignore.citation is not None:
        return any(_is_cited(ignore.citation, citation, manuscript) for citation in manuscript.citations)
    return ignore.entry is not None and any(_is_listed(ignore.entry, one) for one in manuscript.references)
