#!/usr/bin/env python3
"""Show how far the confidence of problems can be believed: of those said with 0.9, nine in ten should be right.

    python benchmarks/calibration.py CORPUS... [--corpus NAME]... [--as-shipped]

Each problem is judged against the gold cases, and its confidence is what a model says that was fitted without its
article (with --as-shipped: what the weights in use say, which have seen it). Prints the problems by confidence, with
the share that is right, for all and for each corpus; the expected calibration error, which is the mean distance between
the two columns; and what is won and lost where the less sure become hints.
"""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.match.confidence import NEVER_FOR
from citecheck.match.weights import probability, weights
from evidence import readings, rows
from gold import arguments, cases
from logistic import Row, held_out

#: The lower ends of the buckets of confidence.
BUCKETS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
#: Under so much confidence a problem is only hinted at, unless a person asks otherwise.
SHOWN = 0.5

Said = list[tuple[Row, float]]


def said(found: Sequence[Row], *, shipped: bool) -> Said:
    """Return each problem with its confidence."""
    faults = [row for row in found if row.evidence]
    if shipped:
        sure = [probability(weights().confidence, row.evidence) for row in faults]
    else:
        sure = held_out(faults, never_positive=NEVER_FOR)
    counted = [(row, weights().rates[row.rule]) for row in found if row.rule in weights().rates]
    return [*zip(faults, sure, strict=True), *counted]


def table(name: str, problems: Said) -> None:
    """Print one table as Markdown."""
    print(f"\n{name}: {len(problems)} problems\n")
    print("| confidence | problems | mean confidence | right |\n| --- | ---: | ---: | ---: |")
    off = 0.0
    for low, high in zip(BUCKETS, (*BUCKETS[1:], 1.01), strict=True):
        inside = [(row, p) for row, p in problems if low <= p < high]
        if inside:
            mean, right = sum(p for _, p in inside) / len(inside), sum(row.right for row, _ in inside) / len(inside)
            off += len(inside) * abs(mean - right)
            print(f"| {low:.2f} – {min(high, 1):.2f} | {len(inside)} | {mean:.3f} | {right:.3f} |")
    print(f"\nExpected calibration error {off / max(1, len(problems)):.3f}")


def hints(problems: Said) -> None:
    """Print, by rule, what becomes a hint because it is not sure enough."""
    print(f"\n| rule | shown right | shown false | hinted right | hinted false |\n{'| --- ' + '| ---: ' * 4}|")
    for rule in (*sorted({row.rule for row, _ in problems}), None):
        own = [(row, p) for row, p in problems if rule in {row.rule, None}]
        counts = [
            sum(row.right is right and (p >= SHOWN) is shown for row, p in own)
            for shown in (True, False)
            for right in (True, False)
        ]
        print(f"| {rule or 'all'} | " + " | ".join(map(str, counts)) + " |")


def main() -> None:
    """Read the arguments, judge, print."""
    parser = arguments(__doc__)
    parser.add_argument("--as-shipped", action="store_true", help="judge the weights in use instead of held-out ones")
    args = parser.parse_args()
    found = [row for reading in readings(list(cases(args.corpora, args.corpus, args.every))) for row in rows(reading)]
    problems = said(found, shipped=args.as_shipped)
    table("all", problems)
    for corpus in sorted({row.corpus for row, _ in problems}):
        table(corpus, [(row, p) for row, p in problems if row.corpus == corpus])
    hints(problems)


if __name__ == "__main__":
    main()
