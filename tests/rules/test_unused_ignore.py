"""unused-ignore: a decision that hits nothing is to be taken back, and one that cannot be understood hits nothing."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.ignore import Ignore, Means

LIST = "Kuhn, Ada. 1990. Order. Vienna: Zettel."

FLAGGED = [
    ("As Kuhn (1990) says. <!-- citecheck: ignore missing-reference: in print -->", "there is no such", "it is listed"),
    ("As Meyer (1999) says. <!-- citecheck: ignore year-mismatch: so be it -->", "there is no such", "another rule"),
    ("As Meyer (1999) says. <!-- citecheck: ignore mising-reference: x -->", "did you mean missing", "a slip"),
    ("As Meyer (1999) says. <!-- citecheck: ignore: in print -->", "names no rule", "no rule"),
    ("As Meyer (1999) says. <!-- citecheck: skip missing-reference: x -->", "ignore RULE: reason", "another word"),
    (
        "As Meyer (1999) says.\n\n<!-- citecheck: ignore missing-reference: in print -->\n\nAll is well (Kuhn, 1990).",
        "there is no such",
        "the paragraph behind the one meant",
    ),
]
CLEAN = [
    ("As Meyer (1999) says. <!-- citecheck: ignore missing-reference: in print -->", "it hits"),
    ("<!-- citecheck: ignore missing-reference: in print -->\n\nAs Meyer (1999) says.", "it hits the paragraph below"),
    ("As Meyer (1999) says, <!-- citecheck: ignore missing-reference: a, b --> and Weber (1998).", "it hits two"),
    ("As Meyer (1999) says. <!-- citecheck: ignore missing-reference -->", "without a reason: another rule says so"),
    (
        "```\n<!-- citecheck: ignore missing-reference: shown only -->\n```\n\nAs Kuhn (1990) says.",
        "code is no comment",
    ),
]


def asked(tmp_path, body, **chosen):
    path = tmp_path / "article.md"
    path.write_text(f"# Order\n\n{body}\n\n## References\n\n{LIST}\n", "utf-8")
    problems = check(str(path), Settings(debug=True, **chosen)).problems
    return [problem.finding.message for problem in problems if problem.rule == "unused-ignore"]


@pytest.mark.parametrize(("body", "said", "why"), FLAGGED, ids=[row[2] for row in FLAGGED])
def test_flagged(tmp_path, body, said, why):
    (message,) = asked(tmp_path, body)
    assert said in message, why
    assert message.startswith("the comment on line "), why


@pytest.mark.parametrize(("body", "why"), CLEAN, ids=[row[1] for row in CLEAN])
def test_clean(tmp_path, body, why):
    assert asked(tmp_path, body) == [], why


IN_CONFIGURATION = [
    ({"citation": "Meyer 1999"}, 0, "it hits"),
    ({"citation": "Kuhn 1990"}, 1, "it is cited here, and listed"),
    ({"citation": "Weber 1998"}, 0, "cited in another file, perhaps"),
    ({"citation": "Weber 1998", "sole": True}, 1, "written for this file"),
    ({}, 0, "any missing reference: there is one"),
]


@pytest.mark.parametrize(("named", "said", "why"), IN_CONFIGURATION, ids=[row[2] for row in IN_CONFIGURATION])
def test_a_decision_of_the_configuration_is_judged_where_it_was_meant(tmp_path, named, said, why):
    decision = Ignore(("missing-reference",), "in print", "citecheck.toml:3", Means.CONFIGURATION, **named)
    messages = asked(tmp_path, "As Meyer (1999) says, unlike Kuhn (1990).", ignores=(decision,))
    assert len(messages) == said, why


def test_a_rule_that_was_not_asked_for_makes_no_decision_unused(tmp_path):
    body = "As Meyer (1999) says. <!-- citecheck: ignore missing-reference: in print -->"
    assert asked(tmp_path, body, ignore=("missing-reference",)) == []


def test_a_matter_of_style_may_be_found_by_another_style(tmp_path):
    body = "As Kuhn (1990) says. <!-- citecheck: ignore et-al-threshold: as agreed -->"
    assert asked(tmp_path, body) == []
    assert len(asked(tmp_path, body, style="apa")) == 1


def test_of_a_library_no_entry_is_said_to_be_cited(tmp_path):
    entries = "\n".join(
        f"Author{number}x, Ada. {1900 + number}. The book of {number}. Vienna: Zettel." for number in range(60)
    )
    (tmp_path / "list.txt").write_text(f"{entries}\n{LIST}\n", "utf-8")
    decision = Ignore(("orphaned-reference",), "in the library", "citecheck.toml:3", Means.CONFIGURATION, entry="1910")
    chosen = {"references": (str(tmp_path / "list.txt"),), "ignores": (decision,)}
    assert asked(tmp_path, "As Kuhn (1990) says.", **chosen) == []


def test_without_comments_none_is_judged(tmp_path):
    body = "As Kuhn (1990) says. <!-- citecheck: ignore missing-reference: in print -->"
    assert asked(tmp_path, body, comments=False) == []
