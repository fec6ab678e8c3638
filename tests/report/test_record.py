"""A record says all that reports for programs need, survives JSON, and is written without its document."""

import json
import time
import tracemalloc
from itertools import islice

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity
from citecheck.report.record import record
from citecheck.report.registry import report_for_path, reports
from citecheck.report.report import View

STREAMED = [report for report in reports() if report.pieces is not None]
LONG = "# Lists\n\n" + "Much is said of lists. " * 20 + "One asks why (Okafo, 2014). " + "Much is said of lists. " * 20
LIST = "\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. Journal of Order 3 (2): 1–9.\n"


def by_format(report):
    return report.format


def test_a_record_says_what_the_published_schema_names(outcome, schema):
    made = record(outcome())
    definitions = schema["$defs"]
    assert made.keys() == definitions["document"]["properties"].keys()
    assert made["references"][0].keys() == definitions["reference"]["properties"].keys()
    assert made["citations"][0].keys() == definitions["citation"]["properties"].keys()
    assert made["problems"][0].keys() == definitions["problem"]["properties"].keys()


def test_a_problem_quotes_its_words_and_those_around_them(outcome):
    (problem,) = record(outcome(LONG + LIST))["problems"]
    assert problem["text"] == "Okafo"
    assert problem["context"].startswith("…is said of lists. Much")
    assert "One asks why (Okafo, 2014). Much" in problem["context"]
    assert problem["context"].endswith("Much is said of lists.…")


def test_a_problem_of_an_entry_quotes_no_other_entry(outcome):
    more = "\nRitter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.\n"
    (problem,) = record(outcome("One asks why (Okafor, 2014).\n" + LIST + more))["problems"]
    assert problem["rule"] == "orphaned-reference"
    assert problem["context"] == "Ritter, Anna. 2011. On the keeping of lists. Vienna: Zettel."


@pytest.mark.parametrize("severity", list(Severity))
def test_what_agrees_does_not_depend_on_what_is_shown(outcome, severity):
    text = "One asks why (Okafor, 2014: p. 900; Okafo, 2014).\n"
    assert record(outcome(text + LIST, min_severity=severity))["agreeing"] == 0


@pytest.mark.parametrize("report", STREAMED, ids=by_format)
def test_a_record_from_a_cache_is_written_like_a_fresh_one(outcome, report):
    outcomes = [outcome(), outcome(name="second.md"), check("nowhere.md", Settings())]
    cached = [json.loads(json.dumps(record(one))) for one in outcomes]
    assert "".join(report.pieces(cached, View())) == report.render(outcomes, View())


@pytest.mark.parametrize("report", STREAMED, ids=by_format)
def test_records_are_written_as_they_come_in(outcome, report):
    """No report waits for the last of its records before it writes the first ones."""
    made = record(outcome())
    read = 0

    def counted():
        nonlocal read
        for read in range(1, 1001):  # noqa: B007 how far it was read is what is asked
            yield made

    written = "".join(islice(report.pieces(counted(), View()), 20))
    assert written
    assert read < 1000


@pytest.mark.parametrize("report", STREAMED, ids=by_format)
def test_many_records_take_no_more_memory_than_few(outcome, report):
    made = record(outcome())

    def peak(count):
        tracemalloc.start()
        for _ in report.pieces((made for _ in range(count)), View()):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(5)
    assert peak(400) < 2 * peak(40) + 20_000


@pytest.mark.parametrize("report", STREAMED, ids=by_format)
def test_an_article_with_very_many_problems_is_written_in_even_time(outcome, report, grows_evenly):
    made = record(outcome())
    problem = made["problems"][0]

    def spent(size):
        many = {**made, "problems": [{**problem, "fold": str(at), "text": str(at)} for at in range(size)]}
        began = time.process_time()
        for _ in report.pieces([many], View()):
            pass
        return time.process_time() - began

    assert grows_evenly(spent, 300, 1200)


@pytest.mark.parametrize(
    ("name", "format"), [("a.json", "json"), ("A.JSON", "json"), ("a.txt", "text"), ("folder.json/a.txt", "text")]
)
def test_the_end_of_a_name_chooses_the_format(name, format):
    assert report_for_path(name).format == format


@pytest.mark.parametrize("name", ["a", "a.exe", "json", ""])
def test_other_names_choose_none(name):
    assert report_for_path(name) is None
