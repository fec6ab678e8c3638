"""ignore-without-reason: a decision nobody can check later counts for nothing."""

import pytest

FLAGGED = [
    ("<!-- citecheck: ignore missing-reference -->", "no colon, no reason"),
    ("<!-- citecheck: ignore missing-reference: -->", "a colon and nothing behind it"),
    ("<!-- citecheck: ignore missing-reference, year-mismatch -->", "two rules, no reason"),
    ("<!--citecheck:ignore missing-reference:   -->", "blanks are no reason"),
]
CLEAN = [
    ("<!-- citecheck: ignore missing-reference: in print -->", "a reason"),
    ("<!-- citecheck: ignore missing-reference: p. 5: so the author -->", "a colon in the reason"),
    ("<!-- ignore missing-reference -->", "not said to citecheck"),
    ("<!-- citecheck is run on this file -->", "spoken of, not to"),
    ("<!-- citecheck: ignore mising-reference -->", "not understood at all, which another rule says"),
    ("", "no comment"),
]


@pytest.mark.parametrize(("comment", "why"), FLAGGED, ids=[row[1] for row in FLAGGED])
def test_flagged(problems_of, comment, why):
    _, problems = problems_of("ignore-without-reason", f"As Meyer (1999) says. {comment}", "Kuhn, Ada. 1990. Order.")
    assert [problem.finding.message.split(" leaves")[0] for problem in problems] == ["the comment on line 3"], why


@pytest.mark.parametrize(("comment", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(problems_of, comment, why):
    _, problems = problems_of("ignore-without-reason", f"As Meyer (1999) says. {comment}", "Kuhn, Ada. 1990. Order.")
    assert problems == (), why
