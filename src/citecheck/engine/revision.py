"""Two versions of one article: each problem of the old one is looked for among those of the new.

A place says nothing here, since a revision moves everything. A problem is known by its rule and by what it is about:
the words of the citation, the entry that is meant. Where the words were touched too it is known by less of them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from citecheck.model.citation import Citation
from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Finding, Problem
from citecheck.model.reference import Reference
from citecheck.model.revision import Revision, Standing
from citecheck.text.folding import latin

#: What a problem is known by: folded words; None where it has nothing of the kind.
Key = tuple[object, ...] | None


def compare(before: Outcome, after: Outcome) -> Revision:
    """Return what became of each problem; one defect at three places is three, of which two may be mended."""
    olds = [_keys(problem, before.manuscript) for problem in before.problems]
    news = [_keys(problem, after.manuscript) for problem in after.problems]
    now_of = _paired(olds, news)
    was_of = {now: was for was, now in now_of.items()}
    gone = [at for at in range(len(olds)) if at not in now_of]
    hidden = [_keys(one.problem, after.manuscript) for one in after.suppressed]
    excused = _paired([olds[at] for at in gone], hidden)
    return Revision(
        before,
        after,
        mended=tuple(before.problems[at] for at in gone),
        standing=tuple(Standing(before.problems[was_of[now]], after.problems[now]) for now in sorted(was_of)),
        new=tuple(problem for at, problem in enumerate(after.problems) if at not in was_of),
        excused=tuple(before.problems[gone[at]] for at in sorted(excused)),
    )


def _paired(olds: Sequence[Sequence[Key]], news: Sequence[Sequence[Key]]) -> dict[int, int]:
    """Return which problem of the new version each of the old one is: by the closest keys first, each at most once."""
    now_of: dict[int, int] = {}
    taken: set[int] = set()
    for tier in range(max((len(keys) for keys in olds), default=0)):
        waiting: defaultdict[Key, deque[int]] = defaultdict(deque)
        for now, keys in enumerate(news):
            if now not in taken and keys[tier] is not None:
                waiting[keys[tier]].append(now)
        for was, keys in enumerate(olds):
            if was not in now_of and keys[tier] is not None and waiting[keys[tier]]:
                now_of[was] = waiting[keys[tier]].popleft()
                taken.add(now_of[was])
    return now_of


def _keys(problem: Problem, manuscript: Manuscript | None) -> tuple[Key, ...]:
    """Return what the problem is known by, from all that can be said of it down to the least that still tells it."""
    finding, rule = problem.finding, problem.rule
    if manuscript is None:
        return ((rule, latin(finding.message)), None, None, None, None, None)
    citation = manuscript.citation(finding.citation) if finding.citation is not None else None
    entry = _entry(finding, manuscript)
    cited = _cited(citation, manuscript) if citation else None
    words = latin(finding.span.of(manuscript.documents[finding.document].text)) if finding.span else None
    title = entry.title if entry and entry.title else None
    numbered = citation is not None and citation.number is not None and entry is not None  # by another number tomorrow
    return (
        (rule, cited, _listed(entry), words, finding.suggestion),
        (rule, cited, _listed(entry)) if cited or entry else None,
        (rule, "entry", _listed(entry)) if entry else None,
        (rule, "cited", cited) if cited and not numbered else None,
        (rule, "names and title", _names(entry), latin(title)) if entry and title and not citation else None,
        (rule, "neither", words) if not citation and not entry else None,
    )


def _entry(finding: Finding, manuscript: Manuscript) -> Reference | None:
    """Return the one entry that the problem is about."""
    if finding.reference is not None:
        return manuscript.reference(finding.reference)
    return manuscript.reference(finding.related[0]) if len(finding.related) == 1 and not finding.citation else None


def _cited(citation: Citation, manuscript: Manuscript) -> tuple[str, ...]:
    """Return a citation by its names and year, whatever stands between them; by its number, key or words without."""
    if citation.authors:
        return (*(latin(name.text) for name in citation.authors), citation.year.shown if citation.year else "")
    return (latin(citation.span.of(manuscript.document.text)),)


def _listed(entry: Reference | None) -> tuple[str, ...] | None:
    """Return an entry by its names, year and title, by which it is the same in a typed list and in a .bib."""
    if entry is None:
        return None
    if not entry.cited_as and not entry.title:
        return (latin(entry.text),)
    return (*_names(entry), entry.year.shown if entry.year else "", latin(entry.title or ""))


def _names(entry: Reference) -> tuple[str, ...]:
    return tuple(latin(name.shown) for name in entry.cited_as)
