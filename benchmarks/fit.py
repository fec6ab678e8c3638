#!/usr/bin/env python3
"""Fit the numbers that weigh evidence on gold cases, and write src/citecheck/match/weights.json.

    python benchmarks/fit.py CORPUS... [--corpus NAME]... [--keep] [--dry]

First the costs and limits of linking: each number in turn is tried smaller and larger, and a change is kept where it
makes fewer errors (false and missed problems, wrong entries) in at least three articles more than it spoils. Then the
model of confidence, by logistic regression, and the shares that are simply counted. Every step is also done five times
with a fifth of the articles held out, and what is printed as "held out" is measured on those. --keep leaves the numbers
of linking as they are; --dry writes nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from citecheck.match.confidence import NEVER_FOR
from citecheck.match.weights import FILE, Numbers, Weights, weights
from citecheck.model.match import Verdict
from evidence import Reading, judged, linked, readings, rows
from gold import arguments, cases
from logistic import FOLDS, Row, fit, fold_of, held_out, log_loss

#: Each number is tried at these multiples.
MULTIPLES = (0.5, 0.8, 1.25, 2.0)
#: Likenesses, from 0 to 100, are tried so much further from or nearer to 100.
LIKENESSES = ("title", "title-same-doi", "whole", "lettered", "word")
#: A change is kept when it helps in so many articles more than it harms.
FEWEST = 3
#: The parts of the weights that are searched.
SEARCHED = ("costs", "linking", "years", "duplicates")

Setting = tuple[tuple[str, str, float], ...]
Errors = dict[int, float]


class Search:
    """The errors that a setting of the numbers makes in each case; what was counted once is remembered."""

    def __init__(self, read: Sequence[Reading]) -> None:
        self.start = setting()
        self.fixed = {place for place, one in enumerate(read) if not _is_moved(one)}
        self.read = read
        self.known: dict[Setting, Errors] = {}

    def errors(self, tried: Setting) -> Errors:
        """Return the number of errors in each case that any number bears on."""
        if tried not in self.known:
            put(tried)
            moved = [place for place in range(len(self.read)) if place not in self.fixed]
            self.known[tried] = {place: _errors(self.read[place]) for place in moved}
        return self.known[tried]

    def best(self, fold: int | None, say: Callable[[str], None]) -> Setting:
        """Return the setting found without the articles of `fold`; each kept change is told of."""
        now = self.start
        for part, name, value in self.start:
            options = [_with(now, part, name, other) for other in _others(name, value)]
            gains = [(self._gain(now, option, fold), option) for option in options]
            gain, option = max(gains, key=lambda one: one[0])
            if gain >= FEWEST:
                now = option
                say(f"{part} {name}: {value:g} → {dict(_named(now))[part, name]:g}, better in {gain} articles more")
        return now

    def _gain(self, now: Setting, option: Setting, fold: int | None) -> int:
        """In how many articles more `option` makes fewer errors than it makes more."""
        before, after = self.errors(now), self.errors(option)
        change: Counter[str] = Counter()
        for place in before:
            article = self.read[place].case.article
            if fold is None or fold_of(article) != fold:
                change[article] += round(after[place] - before[place])
        return sum(value < 0 for value in change.values()) - sum(value > 0 for value in change.values())

    def total(self, tried: Setting, fold: int | None = None) -> float:
        """Return the errors of a setting in the articles of a fold, each article counting once."""
        return sum(
            self.read[place].weight * value
            for place, value in self.errors(tried).items()
            if fold is None or fold_of(self.read[place].case.article) == fold
        )


def _is_moved(reading: Reading) -> bool:
    """Whether a case has anything that is not linked at once: else no number bears on it."""
    return any(match.verdict is not Verdict.ONE for match in reading.manuscript.matches) or bool(
        reading.case.gold["problems"]
    )


def _errors(reading: Reading) -> float:
    manuscript, _ = linked(reading)
    found = judged(reading, manuscript)
    return len(found.false) + len(found.missed) + found.misled


def setting() -> Setting:
    """Return the searched numbers now in force."""
    return tuple((part, name, value) for part in SEARCHED for name, value in getattr(weights(), part).items())


def put(tried: Setting) -> None:
    """Put numbers in force."""
    for part, name, value in tried:
        getattr(weights(), part)[name] = value


def _named(tried: Setting) -> Iterable[tuple[tuple[str, str], float]]:
    return (((part, name), value) for part, name, value in tried)


def _with(now: Setting, part: str, name: str, value: float) -> Setting:
    return tuple((p, n, value if (p, n) == (part, name) else v) for p, n, v in now)


def _others(name: str, value: float) -> list[float]:
    """Return the values to try instead."""
    if name in LIKENESSES:
        return [round(100 - (100 - value) * multiple, 1) for multiple in MULTIPLES]
    if isinstance(value, int):
        return [value - 1, value + 1]
    return [round(value * multiple, 2) for multiple in MULTIPLES]


def link_rates(read: Sequence[Reading]) -> Numbers:
    """Return how often a link of each making means the right entry; where too few were seen, the number in force."""
    before = dict(weights().links)
    marks = {name: 1 - (place + 1) / 1000 for place, name in enumerate(before)}
    weights().links.update(marks)
    right: Counter[float] = Counter()
    seen: Counter[float] = Counter()
    for reading in read:
        manuscript, _ = linked(reading)
        meant = {(one["start"], one["end"]): set(one["references"]) for one in reading.case.gold["citations"]}
        for citation, match in manuscript.linked():
            place = manuscript.document.place(citation.span).span
            at = [ids for (start, end), ids in meant.items() if place and start < place.end and place.start < end]
            if at and match.verdict is Verdict.ONE and not match.differences:
                seen[match.confidence] += 1
                right[match.confidence] += any(
                    reading.aligned.get(one) in ids for one in match.references for ids in at
                )
    weights().links.update(before)
    for name, mark in marks.items():
        print(f"  link {name}: {right[mark]} of {seen[mark]} right")
    enough = {name for name, mark in marks.items() if seen[mark] >= 10}
    return {name: rate(right[marks[name]], seen[marks[name]]) if name in enough else before[name] for name in before}


def rate(right: float, seen: float) -> float:
    """Return a share by the rule of succession, which never is 0 or 1."""
    return min(0.999, round((right + 1) / (seen + 2), 3))


def model(found: Sequence[Row]) -> Numbers:
    """Return the coefficients of the model of faults, and print what the evidence is worth."""
    faults = [row for row in found if row.evidence]
    share = sum(row.weight * row.right for row in faults) / sum(row.weight for row in faults)
    plain, better = (
        log_loss(faults, [share] * len(faults)),
        log_loss(faults, held_out(faults, never_positive=NEVER_FOR)),
    )
    print(f"  {len(faults)} faults, {share:.3f} right; log-loss {plain:.3f} without evidence, {better:.3f} held out")
    return fit(faults, never_positive=NEVER_FOR)


def rates(found: Sequence[Row]) -> Numbers:
    """Return the shares of right problems of the rules that have no model."""
    seen = Counter(row.rule for row in found)
    right = Counter(row.rule for row in found if row.right)
    return {rule: rate(right[rule], seen[rule]) if seen[rule] else value for rule, value in weights().rates.items()}


def written(weighed: Weights) -> str:
    """Return the file: one part a line."""
    lines = (f" {json.dumps(part)}: {json.dumps(getattr(weighed, part))}" for part in Weights.__match_args__)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Read the arguments, fit, write."""
    parser = arguments(__doc__)
    parser.add_argument("--keep", action="store_true", help="leave the numbers of linking as they are")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    args = parser.parse_args()
    read = readings(list(cases(args.corpora, args.corpus, args.every)))
    print(f"{len(read)} cases of {len({one.case.article for one in read})} articles")
    if not args.keep:
        search = Search(read)
        print(f"linking: {search.total(search.start):.1f} errors at the start")
        folds = [search.best(fold, lambda _: None) for fold in range(FOLDS)]
        before = sum(search.total(search.start, fold) for fold in range(FOLDS))
        after = sum(search.total(found, fold) for fold, found in enumerate(folds))
        print(f"  held out: {before:.1f} errors before, {after:.1f} after")
        best = search.best(None, lambda kept: print(f"  {kept}"))
        better = after < before
        put(best if better else search.start)
        print(f"  {'kept' if better else 'not kept: no better on what was held out'}; {search.total(best):.1f} errors")
    print("confidence:")
    found = [row for reading in read for row in rows(reading)]
    for name, count in (("links", link_rates(read)), ("confidence", model(found)), ("rates", rates(found))):
        numbers = getattr(weights(), name)
        numbers.clear()
        numbers.update(count)
    if not args.dry:
        FILE.write_text(written(weights()), "utf-8")


if __name__ == "__main__":
    main()
