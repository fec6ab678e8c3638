"""impossible-year: a work cannot be of its year."""

import pytest

FLAGGED = [
    ("@book{a, year = 2104}", "is in the future", "two digits swapped"),
    ("@book{a, year = 2028}", "is in the future", "the year after next"),
    ("@book{a, year = 20144}", "is no year", "a digit too many"),
    ("@article{a, year = 1214}", "there were such works", "before there were journals"),
    ("@book{a, year = 1953, origdate = 1990}", "the first edition in 1990", "a reprint before the original"),
]
CLEAN = [
    ("@article{a, year = 2014}", "a year"),
    ("@article{a, year = 2027}", "next year, which journals print ahead"),
    ("@book{a, year = 397}", "an ancient work"),
    ("@book{a, year = 1465}", "an early print"),
    ("@book{a, year = {forthcoming}}", "no year yet"),
    ("@book{a, year = {n.d.}}", "no date"),
    ("@book{a, year = {c. 1900}}", "about a year"),
    ("@book{a, year = 1990, origdate = 1867}", "a new edition"),
    ("@book{a, title = {No year}}", "none at all, which missing-field says"),
]


@pytest.mark.parametrize(("entry", "said", "why"), FLAGGED, ids=[row[2] for row in FLAGGED])
def test_flagged(messages, entry, said, why):
    (message,) = messages("impossible-year", entry)
    assert said in message


@pytest.mark.parametrize(("entry", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(messages, entry, why):
    assert messages("impossible-year", entry) == []


def test_the_clock_is_asked_by_nobody_but_the_command(problems_of):
    assert problems_of("impossible-year", "Larks sing (Lee 2104).", "Lee, Ann. 2104. On larks. Leeds: Press.")[1] == ()
