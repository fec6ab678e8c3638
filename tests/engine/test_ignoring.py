"""Problems are left out where somebody decided so with a reason, and nowhere else; what is left out is counted."""

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.ignore import Ignore, Means

ENTRY = "Kuhn, Ada. 1990. Order. Vienna: Zettel."
#: A comment in each format that has them: on a line of its own, and behind the text of a line.
FORMATS = {
    "md": "# Order\n\n{before}As Meyer (1999) says.{behind}\n\nAs Weber (1998) says.\n\n## References\n\n{entry}\n",
    "tex": "\\documentclass{{article}}\\begin{{document}}\n\\section{{Order}}\n\n"
    "{before}As Meyer (1999) says.{behind}\n\nAs Weber (1998) says.\n\n"
    "\\section*{{References}}\n\n{entry}\n\\end{{document}}\n",
    "typ": "= Order\n\n{before}As Meyer (1999) says.{behind}\n\nAs Weber (1998) says.\n\n= References\n\n{entry}\n",
    "rst": "Order\n=====\n\n{before}As Meyer (1999) says.{behind}\n\nAs Weber (1998) says.\n\n"
    "References\n==========\n\n{entry}\n",
    "org": "* Order\n\n{before}As Meyer (1999) says.{behind}\n\nAs Weber (1998) says.\n\n* References\n\n{entry}\n",
    "html": "<html><body><h1>Order</h1>\n{before}<p>As Meyer (1999) says.</p>{behind}\n<p>As Weber (1998) says.</p>\n"
    "<h2>References</h2>\n<p>{entry}</p>\n</body></html>",
}
SAID = "citecheck: ignore missing-reference: in print"
COMMENT = {"md": "<!-- {} -->", "tex": "% {}", "typ": "// {}", "rst": ".. {}", "org": "# {}", "html": "<!-- {} -->"}


def outcome_of(tmp_path, suffix, before="", behind="", **chosen):
    path = tmp_path / f"article.{suffix}"
    path.write_text(FORMATS[suffix].format(before=before, behind=behind, entry=ENTRY), "utf-8")
    return check(str(path), Settings(debug=True, **chosen))


def missing(outcome):
    return sorted(
        outcome.manuscript.citation(problem.finding.citation).authors[0].text
        for problem in outcome.problems
        if problem.rule == "missing-reference"
    )


@pytest.mark.parametrize("suffix", FORMATS)
def test_without_a_comment_both_are_missing(tmp_path, suffix):
    outcome = outcome_of(tmp_path, suffix)
    assert (missing(outcome), outcome.suppressed) == (["Meyer", "Weber"], ())


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_comment_on_a_line_of_its_own_speaks_of_what_follows(tmp_path, suffix):
    outcome = outcome_of(tmp_path, suffix, before=COMMENT[suffix].format(SAID) + "\n\n")
    assert missing(outcome) == ["Weber"]
    assert [(one.means, one.reason) for one in outcome.suppressed] == [(Means.COMMENT, "in print")]
    assert "unused-ignore" not in {problem.rule for problem in outcome.problems}


@pytest.mark.parametrize("suffix", [suffix for suffix in FORMATS if suffix not in {"rst", "org"}])
def test_a_comment_behind_the_text_of_a_line_speaks_of_that_line(tmp_path, suffix):
    outcome = outcome_of(tmp_path, suffix, behind=" " + COMMENT[suffix].format(SAID))
    assert missing(outcome) == ["Weber"]
    assert "unused-ignore" not in {problem.rule for problem in outcome.problems}


@pytest.mark.parametrize("suffix", FORMATS)
def test_isolated_no_comment_counts(tmp_path, suffix):
    outcome = outcome_of(tmp_path, suffix, before=COMMENT[suffix].format(SAID) + "\n\n", comments=False)
    assert missing(outcome) == ["Meyer", "Weber"]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_comment_changes_nothing_that_is_read(tmp_path, suffix):
    plain = outcome_of(tmp_path, suffix)
    commented = outcome_of(tmp_path, suffix, before=COMMENT[suffix].format(SAID) + "\n\n")
    assert [one.text for one in commented.manuscript.references] == [one.text for one in plain.manuscript.references]
    assert len(commented.manuscript.citations) == len(plain.manuscript.citations)


def decided(tmp_path, rule, **named):
    decision = Ignore((rule,), "as agreed", "citecheck.toml:3", Means.CONFIGURATION, **named)
    return outcome_of(tmp_path, "md", ignores=(decision,))


CITATIONS = [
    ("Meyer 1999", ["Weber"], "names and year"),
    ("meyer (1999)", ["Weber"], "as it stands, whatever the case"),
    ("Meyer", ["Weber"], "the name alone"),
    ("1999", ["Weber"], "the year alone"),
    ("Mey", ["Meyer", "Weber"], "words are whole"),
    ("1999 Meyer", ["Meyer", "Weber"], "in their order"),
    ("Kuhn 1990", ["Meyer", "Weber"], "another work"),
    (None, [], "whatever is missing"),
]


@pytest.mark.parametrize(("citation", "left", "why"), CITATIONS, ids=[row[2] for row in CITATIONS])
def test_a_citation_is_named_by_its_words(tmp_path, citation, left, why):
    assert missing(decided(tmp_path, "missing-reference", citation=citation)) == left, why


ENTRIES = [
    ("Kuhn 1990", True, "name and year"),
    ("Kuhn, Ada. 1990. Order.", True, "as it stands"),
    ("Kuhn Order", True, "name and title"),
    ("Kuhn 1991", False, "another year"),
    ("Meyer 1999", False, "another work"),
]


@pytest.mark.parametrize(("entry", "left_out", "why"), ENTRIES, ids=[row[2] for row in ENTRIES])
def test_an_entry_is_named_by_its_words(tmp_path, entry, left_out, why):
    outcome = decided(tmp_path, "orphaned-reference", entry=entry)
    assert [one.problem.rule for one in outcome.suppressed] == ["orphaned-reference"] * left_out, why


def test_what_a_rule_finds_that_is_turned_off_is_counted(tmp_path):
    outcome = outcome_of(tmp_path, "md", off=("missing-reference",))
    assert missing(outcome) == []
    assert [one.means for one in outcome.suppressed] == [Means.CONFIGURATION] * 2


def test_a_rule_ignored_by_hand_is_not_asked_at_all(tmp_path):
    outcome = outcome_of(tmp_path, "md", ignore=("missing-reference",))
    assert (missing(outcome), outcome.suppressed) == ([], ())


def test_what_was_left_out_below_the_severity_shown_is_not_counted(tmp_path):
    from citecheck.model.problem import Severity

    outcome = outcome_of(tmp_path, "md", off=("orphaned-reference",), min_severity=Severity.ERROR)
    assert outcome.suppressed == ()


def test_a_rule_has_the_severity_that_the_settings_give_it_unless_it_is_unsure(tmp_path):
    from citecheck.model.problem import Severity

    outcome = outcome_of(tmp_path, "md", severities=(("missing-reference", Severity.STYLE),))
    assert {problem.severity for problem in outcome.problems if problem.rule == "missing-reference"} == {Severity.STYLE}
    hinted = outcome_of(
        tmp_path,
        "md",
        severities=(("missing-reference", Severity.ERROR),),
        min_confidence=1.0,
        min_severity=Severity.HINT,
    )
    assert {problem.severity for problem in hinted.problems} == {Severity.HINT}
