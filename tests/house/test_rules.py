"""Every rule is one file that documents itself under the same headings."""

import re
from pathlib import Path

import pytest

from citecheck.model.problem import Severity
from citecheck.rules.registry import documentation, rules

ROOT = Path(__file__).parents[2]
#: What `citecheck explain` prints, in this order, after a first line that says what is reported.
HEADINGS = ("Why it matters", "Example", "Correction", "Not reported", "Options")
#: The names and severities that reports, settings and readers rely on.
PROMISED = {
    Severity.ERROR: {
        "ambiguous-citation",
        "author-mismatch",
        "misspelled-author",
        "missing-reference",
        "year-mismatch",
    },
    Severity.WARNING: {
        "ambiguous-ibid",
        "duplicate-key",
        "duplicate-reference",
        "glued-entries",
        "locator-out-of-range",
        "malformed-citation",
        "malformed-entry",
        "mixed-script",
        "mixed-style",
        "no-reference-list",
        "orphaned-reference",
        "unsorted-list",
        "year-suffix",
    },
    Severity.STYLE: {
        "doi-form",
        "et-al-threshold",
        "hyphen-in-range",
        "inconsistent-and",
        "inconsistent-comma",
        "inconsistent-et-al",
        "inconsistent-ibid",
        "inconsistent-locator",
        "unsorted-citations",
    },
}


def test_every_promised_rule_stands_with_its_severity():
    by_severity = {severity: {rule.name for rule in rules() if rule.severity is severity} for severity in PROMISED}
    missing = {severity.value: names - by_severity[severity] for severity, names in PROMISED.items()}
    assert missing == {"error": set(), "warning": set(), "style": set()}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_named_like_its_file(rule):
    module = rule.check.__module__.rpartition(".")[2]
    assert rule.name == module.replace("_", "-")
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_documents_itself_under_the_same_headings(rule):
    first, *rest = documentation(rule).splitlines()
    headings = tuple(line for line in rest if line in HEADINGS)
    assert first.endswith(".")
    assert headings == HEADINGS


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_heading_has_something_under_it(rule):
    paragraphs = documentation(rule).rstrip().splitlines()
    for heading in HEADINGS:
        below = paragraphs[paragraphs.index(heading) + 1 :]
        assert next((line for line in below if line.strip()), "") not in {"", *HEADINGS}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_has_a_test_of_its_own(rule):
    assert (ROOT / "tests" / "rules" / f"test_{rule.name.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_no_rule_searches_text_scores_or_reads_files(rule):
    source = (ROOT / "src" / "citecheck" / "rules" / f"{rule.name.replace('-', '_')}.py").read_text("utf-8")
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", source, re.MULTILINE))
    forbidden = {"re", "rapidfuzz", "pathlib", "os", "io", "subprocess", "urllib"}
    assert not forbidden & imported
