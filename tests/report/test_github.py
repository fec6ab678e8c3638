"""Annotations: commands that GitHub obeys are ours alone, and name the place where a line tells it."""

import re
from urllib.parse import unquote

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.github import REPORT
from citecheck.report.record import record
from citecheck.report.report import View

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:\n]*)::(?P<message>[^\n]*)\n")


def commands(written):
    """What GitHub's runner makes of the lines."""
    found = [COMMAND.fullmatch(line) for line in written.splitlines(keepends=True)]
    assert None not in found
    return [
        (one["name"], dict(part.split("=", 1) for part in one["properties"].split(",")), unquote(one["message"]))
        for one in found
    ]


def test_each_problem_annotates_its_place(outcome):
    name, properties, message = commands(REPORT.render([outcome()], View()))[0]
    assert (name, message) == ("error", "“Okafo” is cited, and the list has “Okafor”")
    assert properties == {
        "file": "article.md",
        "line": "3",
        "col": "100",
        "endColumn": "105",
        "title": "misspelled-author",
    }


def test_columns_are_left_out_where_a_place_runs_over_lines(outcome):
    text = "One asks why (Okafor,\n1999).\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. Order 3: 1–9.\n"
    properties = commands(REPORT.render([outcome(text)], View()))[0][1]
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert properties.keys().isdisjoint({"col", "endColumn"})


def test_a_file_that_was_not_read_is_an_error():
    ((name, properties, message),) = commands(REPORT.render([check("nowhere.md", Settings())], View()))
    assert (name, properties, message) == ("error", {"file": "nowhere.md", "title": "unreadable"}, "no such file")


@pytest.mark.parametrize(
    ("path", "file"),
    [("./a.md", "a.md"), ("a,b:c.md", "a%2Cb%3Ac.md"), ("50%.md", "50%25.md"), ("a\n::b.md", "a\\u000a%3A%3Ab.md")],
)
def test_a_path_ends_no_property(path, file):
    assert f"file={file},title=" in REPORT.render([check(path, Settings())], View())


def test_where_no_line_tells_the_place_the_message_quotes_it(outcome):
    made = {**record(outcome()), "extracted": True}
    _, properties, message = commands("".join(REPORT.pieces([made], View())))[0]
    assert properties == {"file": "article.md", "title": "misspelled-author"}
    assert "“…" in message
    assert "A later study (Okafo, 2014: p. 3)" in message


def test_hostile_text_gives_no_command(hold_for_hostile_text):
    def ours_alone(outcome):
        written = REPORT.render([outcome], View())
        assert {properties["file"] for _, properties, _ in commands(written)} == {"article.md"}
        assert "##[" not in written

    hold_for_hostile_text(ours_alone)
