"""SARIF: valid by its schema, the same fingerprint for the same problem, and no file longer than viewers take."""

import copy
import json
import os
import re
from urllib.parse import unquote_to_bytes

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.record import record
from citecheck.report.report import View
from citecheck.report.sarif import MOST, REPORT
from citecheck.rules.registry import documentation, rules

LIST = "\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n"


def run_of(*outcomes):
    (run,) = json.loads(REPORT.render(outcomes, View()))["runs"]
    return run


def fingerprints(outcome):
    return [result["partialFingerprints"]["citecheck/v1"] for result in run_of(outcome)["results"]]


def test_the_report_holds_to_the_schema(sarif, outcome):
    sarif(json.loads(REPORT.render([outcome(), check("nowhere.md", Settings())], View())))
    sarif(json.loads(REPORT.render([], View())))


def test_a_result_names_its_place_and_the_entry_meant(outcome):
    run = run_of(outcome())
    result = run["results"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert (result["ruleId"], result["level"]) == ("misspelled-author", "error")
    assert result["message"]["text"] == "“Okafo” is cited, and the list has “Okafor”"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "article.md"}
    assert place["region"] == {"startLine": 3, "startColumn": 100, "endLine": 3, "endColumn": 105}
    (related,) = result["relatedLocations"]
    assert related["message"]["text"].startswith("Okafor, Ngozi. 2014.")
    assert related["physicalLocation"]["region"]["startLine"] == 8


def test_a_fix_replaces_the_very_words(outcome):
    result = run_of(outcome())["results"][0]
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": result["locations"][0]["physicalLocation"]["region"],
            "insertedContent": {"text": "Okafor"},
        }
    ]


def test_every_rule_is_described_in_its_own_words(outcome):
    run = run_of(outcome())
    described = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in described] == [rule.name for rule in rules()]
    for rule, written in zip(rules(), described, strict=True):
        assert written["help"]["text"] == documentation(rule).strip()
        assert "**Why it matters**" in written["help"]["markdown"]
    assert [described[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (lambda text: "Something stands before it all.\n\n" + text, "lines are added above"),
        (lambda text: text.replace("Lists are kept", "Catalogues are made"), "the paragraph itself is reworded"),
        (lambda text: text.replace("Lists in doubt", "Doubts on lists"), "the entry meant is edited"),
        (lambda text: text.replace("Okafor, Ngozi.", "Okafor, Ngozi A."), "the entry meant gets an initial"),
        (lambda text: text + "\nZola, Anna. 2001. *On more lists*. Vienna: Zettel.\n", "an entry is added"),
    ],
)
def test_fingerprints_survive_edits_elsewhere(outcome, changed, why):
    before = outcome()
    text = before.manuscript.document.sources[0].text
    assert set(fingerprints(before)) <= set(fingerprints(outcome(changed(text)))), why


def test_equal_problems_have_fingerprints_of_their_own(outcome):
    made = fingerprints(outcome("(Okafor, 1999). And (Okafor, 1999). And (Okafor, 1999)." + LIST))
    assert len(made) == len(set(made)) == 3


def test_what_was_not_read_is_told_and_the_run_is_no_success():
    (invocation,) = run_of(check("nowhere.md", Settings()))["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert not invocation["executionSuccessful"]
    assert (told["level"], told["message"]["text"], told["descriptor"]["id"]) == ("error", "no such file", "unreadable")
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "nowhere.md"


def test_results_beyond_the_limit_are_counted_and_left_out(sarif, outcome):
    made = record(outcome())
    many = [made] * (MOST // 3 + 2)
    written = json.loads("".join(REPORT.pieces(many, View())))
    sarif(written)
    run = written["runs"][0]
    assert len(run["results"]) == MOST
    notes = [told["message"]["text"] for told in run["invocations"][0]["toolExecutionNotifications"]]
    assert notes == [f"{3 * len(many) - MOST} more results are left out: a SARIF file of citecheck holds 5,000"]


@pytest.mark.parametrize(
    ("means", "kind"), [("comment", "inSource"), ("configuration", "external"), ("baseline", "external")]
)
def test_what_somebody_decided_to_leave_is_a_suppressed_result(sarif, outcome, means, kind):
    made = record(outcome())
    made["suppressed"] = [{**made["problems"].pop(), "means": means, "reason": "it stands so in the original"}]
    written = json.loads("".join(REPORT.pieces([made], View())))
    sarif(written)
    first, *_, last = written["runs"][0]["results"]
    assert "suppressions" not in first
    assert last["suppressions"] == [{"kind": kind, "justification": "it stands so in the original"}]


def test_where_the_file_is_no_text_no_region_is_claimed(sarif, outcome):
    made = {**record(outcome()), "extracted": True}
    result = json.loads("".join(REPORT.pieces([copy.deepcopy(made)], View())))["runs"][0]["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert "fixes" not in result
    assert "A later study (Okafo, 2014: p. 3)" in result["message"]["text"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.md", "a%20b.md"),
        ("ä.md", "%C3%A4.md"),
        (os.fsdecode(b"caf\xe9.txt"), "caf%E9.txt"),
        ("a#b?c%d.md", "a%23b%3Fc%25d.md"),
        ("c:d.md", "c%3Ad.md"),
        ("./e.md", "e.md"),
        ("/x/y z.md", "file:///x/y%20z.md"),
        ("\ud800.md", "%5Cud800.md"),
    ],
)
def test_paths_are_percent_encoded(sarif, name, uri):
    written = json.loads(REPORT.render([check(name, Settings())], View()))
    sarif(written)
    told = written["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("said", "text"),
    [("{0} \\cite{a}", "{{0}} \\cite{{a}}"), ("[click](http://a.b)", "\\[click](http://a.b)"), ("[41]", "[41]")],
)
def test_a_message_holds_no_placeholder_and_no_link(outcome, said, text):
    made = record(outcome())
    made["problems"][0]["message"] = said
    assert json.loads("".join(REPORT.pieces([made], View())))["runs"][0]["results"][0]["message"]["text"] == text


def test_hostile_text_breaks_nothing(sarif, hold_for_hostile_text):
    def valid(outcome):
        written = REPORT.render([outcome], View())
        assert written.isascii()
        report = json.loads(written)
        sarif(report)
        for result in report["runs"][0]["results"]:
            assert not re.search(r"(?<!\\)\[[^\[\]]*\]\(", result["message"]["text"])
            assert (
                unquote_to_bytes(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == b"article.md"
            )

    hold_for_hostile_text(valid)
