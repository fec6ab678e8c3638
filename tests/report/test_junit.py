"""JUnit: valid by the schema that build servers read by; what fails the check is a failed case."""

from pathlib import Path

import pytest
from lxml import etree

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity
from citecheck.report.junit import PASSED, REPORT
from citecheck.report.report import View

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
CLEAN = "One asks why (Okafor, 2014).\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n"


def suites(outcomes):
    root = etree.fromstring(REPORT.render(outcomes, View()).encode())
    SCHEMA.assertValid(root)
    return root.findall("testsuite")


def test_each_defect_is_a_failed_case_with_all_it_takes_to_mend_it(outcome):
    (suite,) = suites([outcome()])
    assert dict(suite.attrib) == {"name": "article.md", "tests": "2", "failures": "2", "errors": "0"}
    first = suite.find("testcase")
    assert first.get("name") == "misspelled-author: “Okafo” is cited, and the list has “Okafor”"
    failure = first.find("failure")
    assert failure.get("type") == "error"
    assert failure.text.splitlines()[0] == "article.md:3:100"
    assert "entry: Okafor, Ngozi. 2014. Lists in doubt." in failure.text
    assert failure.text.splitlines()[-1] == "also line 4 (2 in all)"


def test_an_article_in_which_nothing_fails_is_a_case_that_passes(outcome):
    (suite,) = suites([outcome(CLEAN)])
    (case,) = suite.findall("testcase")
    assert (case.get("name"), len(case)) == (PASSED, 0)
    assert suite.get("failures") == "0"


@pytest.mark.parametrize(
    ("fail_on", "failures", "why"),
    [
        (Severity.WARNING, "2", "errors fail"),
        (None, "0", "nothing fails with --fail-on never"),
    ],
)
def test_what_does_not_fail_the_check_fails_no_case(outcome, fail_on, failures, why):
    (suite,) = suites([outcome(fail_on=fail_on)])
    assert suite.get("failures") == failures, why
    told = suite.xpath("string(.)")
    assert "“Okafo” is cited, and the list has “Okafor”" in told, "it is told all the same"


def test_a_file_that_was_not_read_is_an_error_and_no_success():
    (suite,) = suites([check("nowhere.md", Settings())])
    (case,) = suite.findall("testcase")
    assert (suite.get("errors"), case.find("error").get("message")) == ("1", "no such file")


def test_no_document_gives_a_valid_report():
    assert suites([]) == []


def test_hostile_text_breaks_nothing(hold_for_hostile_text):
    def valid(outcome):
        (suite,) = suites([outcome])
        assert {case.get("classname") for case in suite.findall("testcase")} == {"article.md"}
        assert int(suite.get("tests")) == len(suite.findall("testcase"))

    hold_for_hostile_text(valid)
