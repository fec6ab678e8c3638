#!/usr/bin/env python3
"""Print how often citecheck is right on gold cases: the tables of docs/accuracy.md.

    python benchmarks/accuracy.py CORPUS... [--corpus NAME]... [--weakest N] [--worst N]

By corpus and style: citations found and linked, entries cut, first authors, years. By corpus and rule: precision,
recall and F1 of what is reported with the settings that everybody has. Then the citation styles and languages in which
links are weakest, and the worst cases. Cases are in GOLD.md format, as plain text or Markdown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.manuscript import Manuscript
from gold import CORE_RULES, Case, Judgement, Tally, align, arguments, cases, judge, links, squash

#: A group of cases with fewer citations says little.
FEWEST = 30


@dataclass(slots=True)
class Figures:
    """Everything that is counted."""

    links: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    entries: dict[tuple[str, str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    groups: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    clean: Counter[tuple[str, bool]] = field(default_factory=Counter)
    worst: list[tuple[float, str]] = field(default_factory=list)

    def count(self, case: Case) -> None:
        """Check a case and count what is right."""
        settings = Settings(references=(str(case.references),) if case.references else ())
        outcome = check(str(case.manuscript), settings)
        if outcome.manuscript is None:
            self.links[case.corpus, case.gold["style"]].missed += len(case.gold["citations"])
            return
        aligned = align(case.gold, outcome.manuscript)
        tally = links(case, outcome.manuscript, aligned)
        gold = case.gold
        kinds = [("style", gold.get("csl")), ("locale", gold.get("locale") or gold.get("language"))]
        named = [self.groups[kind, name] for kind, name in kinds if name]
        for counted in (self.links[case.corpus, gold["style"]], *named):
            counted.add(tally.right, tally.false, tally.missed)
        self._entries(case, outcome.manuscript, aligned)
        found = judge(case, outcome.manuscript, outcome.problems, aligned)
        self._rules(case, found)
        bad = tally.false + tally.missed + len(found.false) + len(found.missed)
        self.worst.append((bad / max(1, len(gold["citations"])), case.name))

    def _entries(self, case: Case, manuscript: Manuscript, aligned: dict[str, str]) -> None:
        wanted = {one["id"]: one for one in case.gold["references"]}
        where = case.corpus, case.gold["style"]
        cut = self.entries[*where, "entries found"]
        cut.add(len(aligned), len(manuscript.references) - len(aligned), len(wanted) - len(aligned))
        for reference in manuscript.references:
            want = wanted.get(aligned.get(reference.id, ""))
            if want is not None and want.get("authors"):
                first = [squash(name.shown) for name in reference.cited_as[:1]]
                right = first == [squash(name) for name in want["authors"][:1]]
                self.entries[*where, "first author"].add(right, not right, not right)
            if want is not None and want.get("year"):
                right = (reference.year.shown if reference.year else "") == str(want["year"]).strip()
                self.entries[*where, "year"].add(right, not right, not right)

    def _rules(self, case: Case, found: Judgement) -> None:
        for want in found.said:
            self.rules[case.corpus, want["rule"]].right += 1
        for want in found.missed:
            self.rules[case.corpus, want["rule"]].missed += 1
        for problem in found.false:
            self.rules[case.corpus, problem.rule].false += 1
        if not any(one["rule"] in CORE_RULES for one in case.gold["problems"]):
            self.clean[case.corpus, not found.false] += 1


def show(figures: Figures, weakest: int, worst: int) -> None:
    """Print the tables as Markdown."""
    print("| corpus | style | what | precision | recall | F1 | right / false / missed |\n" + "| --- " * 7 + "|")
    for (corpus, style), tally in sorted(figures.links.items()):
        row((corpus, style, "citations found and linked"), tally)
        for name in ("entries found", "first author", "year"):
            row((corpus, style, name), figures.entries[corpus, style, name])
    print("\n| corpus | rule | precision | recall | F1 | right / false / missed |\n" + "| --- " * 6 + "|")
    for (corpus, rule), tally in sorted(figures.rules.items()):
        row((corpus, rule), tally)
    print("\n| corpus | articles without a defect | of them without a false alarm |\n| --- | ---: | ---: |")
    for corpus in sorted({corpus for corpus, _ in figures.clean}):
        quiet, loud = figures.clean[corpus, True], figures.clean[corpus, False]
        print(f"| {corpus} | {quiet + loud} | {quiet / (quiet + loud):.3f} |")
    print("\n| weakest | | precision | recall | F1 | right / false / missed |\n" + "| --- " * 6 + "|")
    for kind in ("style", "locale"):
        known = [(tally.f1, name) for (k, name), tally in figures.groups.items() if k == kind]
        large = [(f1, name) for f1, name in known if _size(figures.groups[kind, name]) >= FEWEST]
        for _, name in sorted(large)[:weakest]:
            row((kind, name), figures.groups[kind, name])
    for share, name in sorted(figures.worst, reverse=True)[:worst]:
        print(f"worst: {share:.3f} {name}")


def _size(tally: Tally) -> int:
    return tally.right + tally.missed


def row(names: tuple[str, ...], tally: Tally) -> None:
    """Print one row."""
    precision = f"{tally.precision:.3f}" if tally.right + tally.false else "–"
    recall = f"{tally.recall:.3f}" if tally.right + tally.missed else "–"
    counts = f"{tally.right} / {tally.false} / {tally.missed}"
    print(f"| {' | '.join(names)} | {precision} | {recall} | {tally.f1:.3f} | {counts} |")


def main() -> None:
    """Read the arguments, check every case, print."""
    parser = arguments(__doc__)
    parser.add_argument("--weakest", type=int, default=8, help="so many styles and languages")
    parser.add_argument("--worst", type=int, default=0, help="so many cases")
    args = parser.parse_args()
    figures = Figures()
    for case in cases(args.corpora, args.corpus, args.every, keyed=True):
        figures.count(case)
    show(figures, args.weakest, args.worst)


if __name__ == "__main__":
    main()
