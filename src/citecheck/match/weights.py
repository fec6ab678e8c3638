"""The numbers that weigh evidence: fitted on gold cases, kept in weights.json beside this module.

`benchmarks/fit.py` writes the file; docs/calibration.md says how each number is found and what it means.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp
from pathlib import Path

from citecheck.model.value import value

FILE = Path(__file__).with_name("weights.json")

Numbers = dict[str, float]


@value
class Weights:
    """What each piece of evidence counts.

    `costs` of a kind of difference between citation and entry; `linking` what else adds to or takes from the cost of a
    candidate, and the cost beyond which it is not meant; `years` and `duplicates` how near is near; `links` how often a
    link of each making is right; `confidence` the coefficients of a logistic model of how likely the fault of a match
    is one; `rates` the share of right problems of a rule that has no model.
    """

    costs: Numbers
    linking: Numbers
    years: Numbers
    duplicates: Numbers
    links: Numbers
    confidence: Numbers
    rates: Numbers


@cache
def weights() -> Weights:
    """Return the numbers in force, read once."""
    return parse(FILE.read_text("utf-8"))


def parse(text: str) -> Weights:
    """Return the weights that a file says; KeyError where a part of them is lacking."""
    parts = json.loads(text)
    return Weights(**{part: parts[part] for part in Weights.__match_args__})


def probability(model: Numbers, evidence: Numbers) -> float:
    """Return what a logistic model says of some evidence; a piece that it does not know counts nothing."""
    total = model["intercept"] + sum(model.get(name, 0.0) * value for name, value in evidence.items())
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
