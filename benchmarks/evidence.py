"""Gold cases read once, linked again as often as the weights change, and each problem with the evidence on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citecheck.engine.pipeline import read
from citecheck.engine.problems import find_problems
from citecheck.engine.settings import Settings
from citecheck.extract.lexicon import Lexicon
from citecheck.languages.language import inflections
from citecheck.match.evidence import MISSING, SEVERAL, Evidence, kinds_of
from citecheck.match.linking import _Linking
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem
from citecheck.model.value import replace
from gold import CORE_RULES, Case, Judgement, align, judge
from logistic import Row

#: Which kinds of fault a rule speaks about.
KINDS = {
    "missing-reference": (MISSING,),
    "ambiguous-citation": (SEVERAL,),
    "misspelled-author": ("spelling",),
    "year-mismatch": ("year", "suffix"),
    "author-mismatch": ("author-missing", "author-added", "author-order", "et-al"),
}
EVERYTHING = Settings(select=CORE_RULES, min_confidence=0.0)


@dataclass(slots=True)
class Reading:
    """A case read: its manuscript, which of its entries are which of the gold, and how much its article counts."""

    case: Case
    manuscript: Manuscript
    aligned: dict[str, str]
    weight: float = 1.0


def readings(cases: Sequence[Case]) -> list[Reading]:
    """Return the cases read; the cases of one corpus that were made from one article share the weight of one."""
    found: list[Reading] = []
    for case in cases:
        settings = Settings(references=(str(case.references),) if case.references else ())
        manuscript = read(str(case.manuscript), settings).manuscript
        if manuscript is not None:
            found.append(Reading(case, manuscript, align(case.gold, manuscript)))
    made = Counter((one.case.corpus, one.case.article) for one in found)
    for one in found:
        one.weight = 1.0 / made[one.case.corpus, one.case.article]
    return found


def linked(reading: Reading) -> tuple[Manuscript, Evidence]:
    """Return the manuscript linked with the weights now in force, and the evidence on its faults."""
    read_ = reading.manuscript
    lexicon = Lexicon(read_.references)
    linking = _Linking(read_.citations, read_.references, inflections(read_.language), lexicon)
    manuscript = replace(read_, matches=linking.matches())
    return manuscript, Evidence(manuscript.linked(), linking.by_id, linking.lexicon, linking.margins)


def judged(reading: Reading, manuscript: Manuscript) -> Judgement:
    """Return what is right and false of all that the core rules say, however unsure."""
    found = find_problems(manuscript, EVERYTHING)
    return judge(reading.case, manuscript, found.problems, reading.aligned)


def rows(reading: Reading) -> Iterator[Row]:
    """Yield each problem of a case with the evidence on it; those that are only hinted at in any case are left out."""
    manuscript, evidence = linked(reading)
    found = judged(reading, manuscript)
    for problem, right in [*((one, True) for one in found.right), *((one, False) for one in found.false)]:
        about = _evidence(problem, manuscript, evidence)
        yield Row(about, right, reading.weight, reading.case.article, reading.case.corpus, problem.rule)


def _evidence(problem: Problem, manuscript: Manuscript, evidence: Evidence) -> dict[str, float]:
    finding = problem.finding
    if problem.rule not in KINDS or finding.citation is None:
        return {}
    citation = manuscript.citation(finding.citation)
    match = manuscript.matches[manuscript.citations.index(citation)]
    return evidence.of(citation, match, next(kind for kind in kinds_of(match) if kind in KINDS[problem.rule]))
