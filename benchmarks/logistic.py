"""Logistic regression, written out: Newton's steps on a penalised likelihood, and predictions for what was held out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from citecheck.match.weights import Numbers, probability

#: How strongly coefficients are drawn to nought, and into how many parts the articles are divided.
PENALTY = 0.5
FOLDS = 5
STEPS = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One problem: the evidence on it, whether it is right, and how much it counts; `article` keeps folds apart."""

    evidence: Numbers
    right: bool
    weight: float
    article: str
    corpus: str
    rule: str


def fold_of(article: str) -> int:
    """Return the fold of an article, the same on every run; all that was made from one article is in one fold."""
    return zlib.crc32(article.encode()) % FOLDS


def fit(rows: Sequence[Row], *, never_positive: Sequence[str] = ()) -> Numbers:
    """Return the coefficients that make the rows likeliest, and the intercept, which bears no penalty.

    Evidence named in `never_positive` that would count in favour is left out.
    """
    names = sorted({name for row in rows for name, value in row.evidence.items() if value})
    model = _newton(rows, names)
    against = [name for name in names if not (name in never_positive and model[name] > 0)]
    return model if against == names else _newton(rows, against)


def held_out(rows: Sequence[Row], *, never_positive: Sequence[str] = ()) -> list[float]:
    """Return for each row what a model says that was fitted without its fold."""
    models = [
        fit([row for row in rows if fold_of(row.article) != fold], never_positive=never_positive)
        for fold in range(FOLDS)
    ]
    return [probability(models[fold_of(row.article)], row.evidence) for row in rows]


def log_loss(rows: Sequence[Row], said: Sequence[float]) -> float:
    """Return the mean of minus the logarithm of the probability given to what is true."""
    total = sum(row.weight for row in rows)
    lost = (row.weight * log(max(1e-6, p if row.right else 1 - p)) for row, p in zip(rows, said, strict=True))
    return -sum(lost) / total


def _newton(rows: Sequence[Row], names: Sequence[str]) -> Numbers:
    places = {name: place for place, name in enumerate(names)}
    size = len(names) + 1
    points = [[(places[name], value) for name, value in _held(row, places)] + [(size - 1, 1.0)] for row in rows]
    at = [0.0] * size
    for _ in range(STEPS):
        slope = [-PENALTY * value for value in at[:-1]] + [0.0]
        bend = [[PENALTY * (i == j < size - 1) + 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for row, point in zip(rows, points, strict=True):
            p = 1.0 / (1.0 + exp(-sum(at[place] * value for place, value in point)))
            for i, value in point:
                slope[i] += row.weight * (row.right - p) * value
                for j, other in point:
                    bend[i][j] += row.weight * p * (1 - p) * value * other
        step = _solved(bend, slope)
        at = [value + change for value, change in zip(at, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            break
    return {"intercept": round(at[-1], 3)} | {name: round(at[places[name]], 3) for name in names}


def _held(row: Row, places: dict[str, int]) -> Iterator[tuple[str, float]]:
    return ((name, value) for name, value in row.evidence.items() if value and name in places)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return x of matrix · x = right, by elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        best = max(range(i, size), key=lambda at: abs(rows[at][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for lower in rows[i + 1 :]:
            share = lower[i] / rows[i][i]
            for j in range(i, size + 1):
                lower[j] -= share * rows[i][j]
    found = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * found[j] for j in range(i + 1, size))
        found[i] = (rows[i][size] - known) / rows[i][i]
    return found
