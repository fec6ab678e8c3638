"""The JSON report holds to its schema, and its spans cut back to the words they name."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity
from citecheck.report.json import REPORT
from citecheck.report.report import View

REFS = Path(__file__).parents[2] / "refs"


def report_of(*outcomes):
    return json.loads(REPORT.render(outcomes, View()))


@pytest.fixture
def valid(schema):
    return jsonschema.Draft202012Validator(schema).validate


def test_the_schema_is_itself_valid(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("name", ["kazakhstan.md", "kazakhstan-clean.md"])
def test_a_real_report_holds_to_the_schema(valid, name):
    valid(report_of(check(str(REFS / name), Settings(min_severity=Severity.HINT))))


def test_what_could_not_be_read_holds_to_the_schema(valid, tmp_path):
    report = report_of(check(str(tmp_path / "nowhere.md"), Settings()))
    valid(report)
    (document,) = report["documents"]
    assert (document["format"], document["style"], document["language"]) == ("unknown", "none", None)
    assert report["summary"]["unreadable"] == 1


def test_the_schema_refuses_what_is_no_report(schema, outcome):
    report = report_of(outcome())
    report["documents"][0]["citations"][0]["kind"] = "footnote"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(report)


def test_spans_cut_back_to_the_words_and_lines_count_from_one():
    text = (REFS / "kazakhstan.md").read_text("utf-8")
    (document,) = report_of(check(str(REFS / "kazakhstan.md"), Settings()))["documents"]
    lines = text.split("\n")
    for said in document["citations"] + document["references"]:
        span = said["span"]
        assert text[span["start"] : span["end"]] == said["text"]
        head = said["text"].split("\n")[0]
        assert lines[span["line"] - 1][span["column"] - 1 :].startswith(head)
        assert text.count("\n", 0, span["end"]) + 1 == span["end_line"]


def test_the_summary_counts_what_is_listed(outcome):
    report = report_of(outcome(), outcome(name="second.md"))
    assert report["summary"]["documents"] == 2
    assert report["summary"]["references"] == sum(len(one["references"]) for one in report["documents"])
    assert report["summary"]["citations"] == sum(len(one["citations"]) for one in report["documents"])
    assert sum(report["summary"]["problems"].values()) == sum(len(one["problems"]) for one in report["documents"])


def test_each_citation_affected_has_a_problem_of_its_own(outcome):
    (document,) = report_of(outcome())["documents"]
    assert [problem["rule"] for problem in document["problems"]] == [
        "misspelled-author",
        "misspelled-author",
        "missing-reference",
    ]


def test_a_citation_with_a_typo_still_names_the_entry_meant(outcome):
    (document,) = report_of(outcome())["documents"]
    problem = document["problems"][0]
    citation = next(one for one in document["citations"] if one["id"] == problem["citation"])
    assert citation["references"] == [problem["reference"]]
    assert problem["suggestion"] == "Okafor"


def test_the_edits_of_a_fix_hold_the_words_they_replace(outcome):
    text = (REFS / "kazakhstan.md").read_text("utf-8")
    (document,) = report_of(check(str(REFS / "kazakhstan.md"), Settings()))["documents"]
    fixes = [problem["fix"] for problem in document["problems"] if problem["fix"]]
    assert fixes
    for fix in fixes:
        for edit in fix["edits"]:
            assert text[edit["start"] : edit["end"]] != edit["text"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_gives_a_valid_report_in_plain_ascii(schema, tmp_path, text):
    path = tmp_path / "any.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    written = REPORT.render([check(str(path), Settings(min_severity=Severity.HINT))], View())
    assert written.isascii()
    jsonschema.Draft202012Validator(schema).validate(json.loads(written))
