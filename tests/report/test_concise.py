"""The concise report: one line for each problem, whatever stands in the text."""

import re

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.concise import REPORT
from citecheck.report.record import record
from citecheck.report.report import View


def test_each_problem_is_one_line_with_its_place(outcome):
    lines = REPORT.render([outcome()], View()).splitlines()
    assert lines == [
        "article.md:3:100: error: “Okafo” is cited, and the list has “Okafor” [misspelled-author]",
        "article.md:4:27: error: “Okafo” is cited, and the list has “Okafor” [misspelled-author]",
        (
            "article.md:4:69: error: “Meyer, 1999” is cited, and the list has no such entry (nearest: none) "
            "[missing-reference]"
        ),
    ]


def test_a_file_that_was_not_read_is_a_line_too_unless_it_is_said_apart():
    unread = [check("nowhere.md", Settings())]
    assert REPORT.render(unread, View()) == "nowhere.md: error: no such file [unreadable]\n"
    assert REPORT.render(unread, View(said_apart=True)) == ""


def test_where_no_line_tells_the_place_the_words_do(outcome):
    made = {**record(outcome()), "extracted": True}
    first = "".join(REPORT.pieces([made], View()))
    assert first.startswith("article.md: error: “Okafo” is cited, and the list has “Okafor”: “…")
    assert "A later study (Okafo, 2014: p. 3)" in first
    made["problems"][0]["where"] = "page 6, note 2"
    assert "".join(REPORT.pieces([made], View())).startswith("article.md: page 6, note 2: error: “Okafo” is cited")


def test_hostile_text_stays_on_its_line(hold_for_hostile_text):
    def reported(outcome):
        for line in REPORT.render([outcome], View()).split("\n")[:-1]:
            assert re.fullmatch(r"article\.md(:\d+:\d+)?: (error|warning|style|hint): .* \[[a-z-]+\]", line)

    hold_for_hostile_text(reported)
