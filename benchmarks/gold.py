"""Gold cases, and how what citecheck says of a manuscript is judged against them.

A case is a folder with gold.json, the manuscript as .txt or .md, and the list where it stands apart. A problem is right
when the case has one of the same rule (or one that it accepts) at the same place or about the same entry. What a case
marks as a matter of taste, debatable or not to be known from the text is neither right nor false.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Problem, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span

#: The rules that every case speaks about; of others only those that its gold names, as problems or as rules covered.
CORE_RULES = (
    "missing-reference",
    "orphaned-reference",
    "misspelled-author",
    "year-mismatch",
    "author-mismatch",
    "ambiguous-citation",
    "duplicate-reference",
)
#: Rules said of a whole entry, whose span may be long; a mark over so many letters by another rule finds nothing.
ENTRY_RULES = {"orphaned-reference", "duplicate-reference", "malformed-entry", "glued-entries", "unsorted-list"}
LONGEST_MARK = 300
#: Rules that name the entry meant.
NAMING_RULES = {"misspelled-author", "year-mismatch", "author-mismatch"}
#: So much of an entry of the gold has to be in the entry found, for both to be one.
SHARED = 0.6

Gold = dict[str, Any]
Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One manuscript and what is true about it; cases made from one article have the same `article`."""

    name: str
    manuscript: Path
    references: Path | None
    gold: Gold
    article: str

    @property
    def corpus(self) -> str:
        """The corpus that the case belongs to, as its gold says."""
        return str(self.gold["corpus"])


@dataclass(slots=True)
class Judgement:
    """What of the problems said is right, what false, and which ones nobody said."""

    right: list[Problem] = field(default_factory=list)
    false: list[Problem] = field(default_factory=list)
    said: list[Gold] = field(default_factory=list)
    missed: list[Gold] = field(default_factory=list)
    misled: int = 0
    """Problems that are right but name another entry than the one meant."""


@dataclass(slots=True)
class Tally:
    """Counts of what is right, false and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of what is true that was said."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)

    def add(self, right: int, false: int, missed: int) -> None:
        """Count more."""
        self.right += right
        self.false += false
        self.missed += missed


def arguments(about: str | None) -> argparse.ArgumentParser:
    """Return a parser of the arguments that all scripts on gold cases have."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS", help="a folder that holds cases")
    parser.add_argument(
        "--corpus", action="append", help="only cases of this corpus, as gold.json names it; repeatable"
    )
    parser.add_argument("--every", type=int, default=1, help="only every Nth case")
    return parser


def cases(
    folders: Sequence[Path], corpora: Iterable[str] | None = None, every: int = 1, *, keyed: bool = False
) -> Iterator[Case]:
    """Yield the cases under `folders` whose manuscript is plain text or Markdown, in order of their paths.

    Those that cite by key, where hardly anything is to be weighed, are left out unless `keyed`.
    """
    paths = sorted({path for folder in folders for path in folder.rglob("gold.json")})
    for path in paths[::every]:
        gold = json.loads(path.read_text("utf-8"))
        texts = [path.parent / name for name in ("manuscript.txt", "manuscript.md")]
        manuscript = next((text for text in texts if text.exists()), None)
        if (
            manuscript is not None
            and (keyed or gold["style"] != "keyed")
            and (not corpora or gold["corpus"] in corpora)
        ):
            references = next(iter(sorted(path.parent.glob("references.*"))), None)
            article = gold.get("origin") or path.parent.name
            yield Case(f"{path.parent.parent.name}/{path.parent.name}", manuscript, references, gold, article)


def judge(case: Case, manuscript: Manuscript, problems: Sequence[Problem], aligned: dict[str, str]) -> Judgement:
    """Return what of `problems` is right; `aligned` is what `align` returned for the entries of the manuscript."""
    gold = case.gold
    spoken = {*CORE_RULES, *(one["rule"] for one in gold["problems"] if one.get("severity") != "style")}
    spoken |= set(gold.get("rules_covered", ()))
    spoken -= set(gold.get("rules_not_covered", ()))
    free = [one for one in problems if one.rule in spoken and one.severity is not Severity.HINT]
    found = Judgement()
    for want in gold["problems"]:
        if want["rule"] in spoken and not _is_lenient(want):
            hits = [one for one in free if _is_same(want, one, manuscript, aligned)]
            hits.sort(key=lambda one, rule=want["rule"]: one.rule != rule)
            if not hits:
                found.missed.append(want)
                continue
            meant = aligned.get(hits[0].finding.reference or "")
            names = hits[0].rule in NAMING_RULES and want.get("reference")
            found.misled += bool(names and meant != want["reference"])
            found.said.append(want)
            taken = hits if want.get("also") or want.get("also_ok") else hits[:1]
            found.right += taken
            free = [one for one in free if not any(one is hit for hit in taken)]
    allowed = [one for one in gold["problems"] if _is_lenient(one)]
    found.false = [one for one in free if not any(_is_same(want, one, manuscript, aligned) for want in allowed)]
    return found


def links(case: Case, manuscript: Manuscript, aligned: dict[str, str]) -> Tally:
    """Return how many citations were found and linked with the entry meant."""
    doubtful = [_ends(one) for one in case.gold["problems"] if one["rule"] == "ambiguous-citation"]
    free = [
        (_place(manuscript, citation.span, 0), [aligned.get(one, "?") for one in match.references])
        for citation, match in manuscript.linked()
    ]
    free.sort(key=lambda one: one[0])
    tally = Tally()
    for want in case.gold["citations"]:
        where, meant = _ends(want), want["references"]
        at = [one for one in free if _overlap(where, one[0])]
        best = min(at, key=lambda one: (not set(one[1]) & set(meant), -_overlap(where, one[0])), default=None)
        if best is not None:
            free.remove(best)
        if _is_lenient(want):
            continue
        if best is None:
            tally.missed += 1
            continue
        several = any(_overlap(where, one) for one in doubtful)
        hit = bool(set(best[1]) & set(meant)) and (several or len(best[1]) <= len(meant))
        right = hit or (not best[1] and not meant)
        tally.add(right, not right, not right)
    tally.false += len(free)
    return tally


def align(gold: Gold, manuscript: Manuscript) -> dict[str, str]:
    """Return, for the entries found, which entries of the gold they are: by key, by place, by text."""
    aligned: dict[str, str] = {}
    free = {one["id"]: one for one in gold["references"]}
    keys = {one["key"]: one["id"] for one in gold["references"] if one.get("key")}
    for reference in manuscript.references:
        if reference.key in keys and keys[reference.key] in free:
            aligned[reference.id] = keys[reference.key]
            del free[keys[reference.key]]
    rest = [reference for reference in manuscript.references if reference.id not in aligned]
    for found in (_by_place(rest, free, manuscript), _by_text(rest, free)):
        for one, meant in found:
            if one not in aligned and meant in free:
                aligned[one] = meant
                del free[meant]
    return aligned


def _by_place(rest: list[Reference], free: dict[str, Gold], manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    placed = sorted((ends, key) for key, one in free.items() if (ends := _ends(one)) is not None)
    for reference in rest:
        where = _place(manuscript, reference.span, reference.document)
        shared, meant, ends = max(((_overlap(ends, where), key, ends) for ends, key in placed), default=(0, "", (0, 1)))
        if shared >= SHARED * (ends[1] - ends[0]):
            yield reference.id, meant


def _by_text(rest: list[Reference], free: dict[str, Gold]) -> Iterator[tuple[str, str]]:
    """Yield pairs of equal text, then of text at least four fifths alike; what is taken meanwhile is skipped."""
    texts: dict[str, list[str]] = defaultdict(list)
    for key, one in free.items():
        texts[squash(one["text"])].append(key)
    for reference in rest:
        for key in texts.get(squash(reference.text), ()):
            yield reference.id, key
    for reference in rest:
        text = squash(reference.text)
        best = max(((similar(other, text), ids[0]) for other, ids in texts.items() if ids[0] in free), default=(0, ""))
        if best[0] >= 0.8:
            yield reference.id, best[1]


def squash(text: str | None) -> str:
    """Letters and digits of a text, lower case, without marks."""
    folded = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(one if one.isalnum() else " " for one in folded if not unicodedata.combining(one))
    return " ".join(plain.split())


def similar(one: str, other: str) -> float:
    """How alike two squashed texts are, from 0 to 1."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > SHARED and matcher.quick_ratio() > SHARED else 0.0


def _is_lenient(wanted: Gold) -> bool:
    return (
        wanted.get("severity") == "style"
        or bool(wanted.get("debatable"))
        or bool(wanted.get("optional"))
        or wanted.get("evidence") == "external"
    )


def _is_same(want: Gold, problem: Problem, manuscript: Manuscript, aligned: dict[str, str]) -> bool:
    """Whether a problem says what the gold says: an accepted rule at an accepted place, or of the same entry."""
    if problem.rule != want["rule"] and problem.rule not in want.get("also_ok", ()):
        return False
    finding = problem.finding
    own = _ends(want)
    also = [(one["start"], one["end"]) if isinstance(one, dict) else tuple(one) for one in want.get("also", ())]
    where = _place(manuscript, finding.span, finding.document) if finding.span else None
    said = own[1] - own[0] if own else 0
    if where and where[1] - where[0] > max(LONGEST_MARK, said) and problem.rule not in ENTRY_RULES:
        return False
    if where and any(_overlap(span, where) for span in (own, *also)):
        return True
    about_entry = want["rule"] in {"orphaned-reference", "duplicate-reference"} or not (own and where)
    return bool(want.get("reference")) and aligned.get(finding.reference or "") == want["reference"] and about_entry


def _ends(wanted: Gold) -> Ends | None:
    start, end = wanted.get("start"), wanted.get("end")
    return None if start is None or end is None else (start, end)


def _place(manuscript: Manuscript, span: Span, document: int) -> Ends:
    place = manuscript.documents[document].place(span).span
    return (place.start, place.end) if place is not None else (span.start, span.end)


def _overlap(one: Ends | None, other: Ends | None) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one and other else 0
