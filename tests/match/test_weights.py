"""The numbers that weigh evidence: the file is whole and sane, and a model makes probabilities of them."""

import json
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.match.weights import FILE, Weights, parse, probability, weights
from citecheck.model.match import DifferenceKind

LINKING = {
    "dearest",
    "uncited",
    "unusual",
    "double",
    "known-name",
    "order-alone",
    "year-weak",
    "year-none",
    "year-uncited",
    "year-alone",
    "year-alone-slip",
}
NUMBERS = st.dictionaries(st.sampled_from("abcd"), st.floats(-50, 50))


def test_the_file_has_every_part_and_nothing_else():
    assert list(json.loads(FILE.read_text("utf-8"))) == list(Weights.__match_args__)


def test_every_kind_of_difference_costs_something():
    costs = weights().costs
    assert set(costs) == {kind.value for kind in DifferenceKind}
    assert all(0 < cost < weights().linking["dearest"] for cost in costs.values())


def test_linking_has_its_numbers_and_none_is_against_sense():
    assert set(weights().linking) == LINKING
    assert all(value >= 0 for value in weights().linking.values())
    assert weights().linking["year-weak"] <= weights().linking["year-none"]


def test_likenesses_are_percentages():
    likenesses = {name: value for name, value in weights().duplicates.items() if name != "words"}
    assert all(50 <= value <= 100 for value in likenesses.values())
    assert likenesses["lettered"] >= likenesses["whole"]


@pytest.mark.parametrize("part", ["links", "rates"])
def test_shares_are_shares(part):
    assert all(0 < value < 1 for value in getattr(weights(), part).values())


def test_the_model_has_an_intercept_and_moderate_coefficients():
    model = weights().confidence
    assert "intercept" in model
    assert all(abs(value) < 10 for value in model.values())


def test_two_faults_at_once_never_make_either_surer():
    assert weights().confidence.get("double", 0.0) <= 0


def test_a_file_without_a_part_is_refused():
    parts = json.loads(FILE.read_text("utf-8"))
    del parts["rates"]
    with pytest.raises(KeyError, match="rates"):
        parse(json.dumps(parts))


def test_the_file_is_read_once():
    assert weights() is weights()


@given(NUMBERS, NUMBERS, st.floats(-50, 50))
def test_a_probability_is_between_0_and_1(model, evidence, intercept):
    assert 0 <= probability({"intercept": intercept} | model, evidence) <= 1


@pytest.mark.parametrize(
    ("coefficient", "value", "expected"),
    [
        (0.0, 1.0, 0.5),
        (1.0, 1.0, 0.731),
        (-1.0, 1.0, 0.269),
        (inf, 1.0, 1.0),
    ],
)
def test_a_probability_follows_the_evidence(coefficient, value, expected):
    assert probability({"intercept": 0.0, "a": coefficient}, {"a": value, "unknown": 9.0}) == pytest.approx(
        expected, abs=1e-3
    )
