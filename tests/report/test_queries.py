"""Author queries: numbered, one for each defect, with the words, the place, and a question."""

import re

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.queries import REPORT
from citecheck.report.record import record
from citecheck.report.report import View
from citecheck.rules.registry import rules

CLEAN = "One asks why (Okafor, 2014).\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n"


def test_each_defect_is_a_numbered_query(outcome):
    head, first, second = REPORT.render([outcome()], View()).strip().split("\n\n")
    assert head == "Author queries: article.md"
    assert first.splitlines() == [
        "AQ1 (line 3)",
        first.splitlines()[1],
        "“Okafo” is cited, and the list has “Okafor”. Which spelling is right?",
        "In the list: Okafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.",
        "Also line 4 (2 in all).",
    ]
    assert first.splitlines()[1].startswith("“…reasons, as Ritter (2011) says")
    assert "A later study (Okafo, 2014: p. 3) doubts it" in first.splitlines()[1]
    assert second.splitlines()[0] == "AQ2 (line 4)"
    assert second.splitlines()[2].startswith("“Meyer, 1999” is cited, and the list has no such entry. Please send us ")


def test_queries_stand_in_text_order_and_are_numbered_for_each_author_anew(outcome):
    text = "One asks why (Okafor, 1999), and on pp. 41-3 (Okafo, 2014: pp. 1–9). Another (Tanaka, 2000) too.\n"
    report = REPORT.render([outcome(text + CLEAN), outcome(name="second.md")], View())
    first, second = report.split("Author queries: second.md")
    assert re.findall(r"^AQ(\d+)", first, re.MULTILINE) == [str(n) for n in range(1, first.count("\nAQ") + 1)]
    assert re.findall(r"^AQ(\d+)", second, re.MULTILINE) == ["1", "2"]
    assert first.index("Okafor, 1999") < first.index("Tanaka, 2000")


def test_where_nothing_is_asked_that_is_said(outcome):
    report = REPORT.render([outcome(CLEAN)], View())
    assert report == "Author queries: article.md\n\nNo queries.\n"


def test_what_was_not_read_is_never_said_to_agree():
    report = REPORT.render([check("nowhere.md", Settings())], View())
    assert report == "Author queries: nowhere.md\n\nThis file was not wholly read: no such file.\n"


def test_a_letter_names_the_file_and_no_folder_of_the_editor(outcome):
    made = {**record(outcome()), "path": "/srv/journal/secret/042.docx"}
    assert next(REPORT.pieces([made], View())) == "Author queries: 042.docx\n"


def test_a_rule_without_a_question_of_its_own_asks_to_look(outcome):
    made = record(outcome())
    made["problems"][0]["rule"] = "of-a-plugin"
    assert "the list has “Okafor”. Please check this place.\n" in "".join(REPORT.pieces([made], View()))


def test_where_no_line_tells_the_place_none_is_named(outcome):
    made = {**record(outcome()), "extracted": True}
    assert "\nAQ1\n“…" in "".join(REPORT.pieces([made], View()))
    made["problems"][0]["where"] = "page 6, note 2"
    assert "\nAQ1 (page 6, note 2)\n“…" in "".join(REPORT.pieces([made], View()))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_every_rule_asks_in_whole_sentences(rule):
    assert re.fullmatch(r"[A-Z].{10,120}[.?]", rule.query)
    assert rule.query != type(rule)(rule.name, rule.severity, rule.check).query, "what to ask is known"


def test_hostile_text_counts_for_no_query(hold_for_hostile_text):
    def numbered(outcome):
        report = REPORT.render([outcome], View())
        found = re.findall(r"^AQ([0-9]+) ", report, re.MULTILINE)
        assert found == [str(number) for number in range(1, len(found) + 1)]
        assert not set(report) & set("\x00\x1b\x9b\u202e\u2028")

    hold_for_hostile_text(numbered)
