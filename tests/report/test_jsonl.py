"""JSON lines: each document is one line, which holds what the JSON report says of it."""

import json

from citecheck.report import json as whole
from citecheck.report.jsonl import REPORT
from citecheck.report.report import View


def test_each_line_is_a_document_of_the_json_report(outcome):
    outcomes = [outcome(), outcome(name="second.md")]
    lines = [json.loads(line) for line in REPORT.render(outcomes, View()).splitlines()]
    documents = json.loads(whole.REPORT.render(outcomes, View()))["documents"]
    assert lines == [{"version": 1, "mended": [], **document} for document in documents]


def test_hostile_text_ends_no_line(hold_for_hostile_text):
    def one_line(outcome):
        written = REPORT.render([outcome], View())
        assert written.isascii()
        assert len(written.splitlines()) == 1
        assert json.loads(written)["path"] == "article.md"

    hold_for_hostile_text(one_line)
