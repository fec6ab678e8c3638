"""CSV: a row for each problem, and no cell that a spreadsheet would run."""

import csv
import io

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.csv import COLUMNS, REPORT, _safe
from citecheck.report.record import record
from citecheck.report.report import View


def rows(written):
    return list(csv.DictReader(io.StringIO(written, newline=""), strict=True))


def test_each_problem_is_a_row(outcome):
    first, *rest = rows(REPORT.render([outcome()], View()))
    assert len(rest) == 2
    assert (first["path"], first["line"], first["column"], first["page"]) == ("article.md", "3", "100", "")
    assert (first["severity"], first["rule"]) == ("error", "misspelled-author")
    assert (first["words"], first["suggestion"]) == ("Okafo", "Okafor")
    assert first["entry"].startswith("Okafor, Ngozi. 2014. Lists in doubt.")
    assert "A later study (Okafo, 2014: p. 3)" in first["context"]


def test_a_file_that_was_not_read_has_a_row_that_says_why():
    (row,) = rows(REPORT.render([check("nowhere.md", Settings())], View()))
    assert (row["severity"], row["rule"], row["message"]) == ("unread", "unreadable", "no such file")


def test_where_the_file_is_no_text_no_line_is_claimed(outcome):
    made = {**record(outcome()), "extracted": True}
    first = rows("".join(REPORT.pieces([made], View())))[0]
    assert (first["line"], first["column"], first["words"]) == ("", "", "Okafo")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 1", "'+49 1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\\u0009=1"),
        ("\r=1", "'\\u000d=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("|x", "'|x"),
        ("“=1”", "“=1”"),
        ("1-2", "1-2"),
        ("p. 3", "p. 3"),
        (-0.5, -0.5),
        (None, None),
    ],
)
def test_no_cell_is_a_formula(cell, written):
    assert _safe(cell) == written


def test_hostile_text_breaks_no_row_and_begins_no_formula(hold_for_hostile_text):
    def harmless(outcome):
        written = REPORT.render([outcome], View())
        table = list(csv.reader(io.StringIO(written, newline=""), strict=True))
        assert {len(row) for row in table} == {len(COLUMNS)}
        assert len(table) == written.count("\r\n") == 1 + len(outcome.problems) + len(outcome.faults)
        assert not [cell for row in table for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "|", "\t"))]

    hold_for_hostile_text(harmless)
