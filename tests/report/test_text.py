"""The report for people names both sides of each defect once, and says what agrees."""

import pytest

from citecheck.model.problem import Severity
from citecheck.report.excerpt import columns
from citecheck.report.report import View
from citecheck.report.text import render

LONG = "# Lists\n\n" + "Much is said of lists. " * 90 + "One asks why (Okafo, 2014). " + "Much is said of lists. " * 90
LIST = "\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. Journal of Order 3 (2): 1–9.\n"


def test_the_head_says_what_was_read(outcome):
    assert render([outcome()], View()).splitlines()[0] == (
        "article.md   markdown · author-date, English · 4 citations, 2 entries"
    )


def test_a_defect_names_its_place_and_both_sides_and_marks_the_word(outcome):
    block = render([outcome()], View()).split("\n\n")[1].splitlines()
    assert block[0] == "error  misspelled-author        article.md:3:100"
    assert "Okafo" in block[1]
    assert "Okafor" in block[1]
    assert block[2][block[3].index("^") : block[3].rindex("^") + 1] == "Okafo"
    assert block[4].strip().startswith("↳ Okafor, Ngozi. 2014. Lists in doubt.")
    assert block[4].endswith("line 8")


def test_the_same_defect_is_one_block_with_its_other_lines(outcome):
    report = render([outcome()], View())
    assert report.count("misspelled-author  ") == 1
    assert "also on line 4 (2 in all)" in report
    assert "2 errors · 1 of 4 citations agree with the list" in report


def test_a_second_time_on_the_same_line_is_counted_and_not_called_another_line(outcome):
    report = render([outcome("One asks why (Okafo, 2014), and (Okafo, 2014: p. 3) again.\n" + LIST)], View())
    assert "       2 times on this line\n" in report
    assert "also on" not in report


def test_what_comes_nearest_stands_above_its_entries(outcome):
    lines = render([outcome("One asks why (Okafor, 2014; Okafor, 1980).\n" + LIST)], View()).splitlines()
    near = lines.index("       nearest: Okafor 2014")
    assert lines[near - 1].strip().strip("^") == ""
    assert lines[near + 1].startswith("       ↳ Okafor, Ngozi. 2014. Lists in doubt.")


def test_a_long_line_is_shown_around_the_place(outcome):
    report = render([outcome(LONG + LIST)], View(width=80))
    assert "One asks why (Okafo, 2014)" in report
    assert max(columns(line) for line in report.splitlines()) <= 80


@pytest.mark.parametrize("width", [40, 59, 60, 100, 250])
def test_no_line_is_wider_than_the_terminal(outcome, width):
    lines = render([outcome(LONG + LIST), outcome()], View(width=width)).splitlines()
    assert max(columns(line) for line in lines) <= width


def test_what_agrees_is_said_when_nothing_is_wrong(outcome):
    report = render([outcome("One asks why (Okafor, 2014).\n" + LIST)], View())
    assert report.splitlines()[1:] == ["", "The only citation agrees with 1 entry, and every entry is cited"]


@pytest.mark.parametrize(
    ("more", "foot", "why"),
    [
        (
            "Okafor, Ngozi. 2014. Lists in doubt. Journal of Order 3: 1–9.\n",
            "1 warning · all 2 citations agree with 2 entries, and every entry is cited",
            "a second entry of a cited work is reported as such, and not also counted as uncited",
        ),
        (
            "Ritter, Anna. 2011. On the keeping of lists. Vienna: Zettel.\n",
            "1 warning · all 2 citations agree with the list · 1 entry is not cited",
            "two citations do not agree with an entry that neither means",
        ),
    ],
)
def test_the_foot_counts_as_uncited_what_is_reported_so(outcome, more, foot, why):
    report = render([outcome("One asks why (Okafor, 2014), and again (Okafor, 2014).\n" + LIST + "\n" + more)], View())
    assert foot in report, why


def test_no_list_is_one_problem(outcome):
    report = render([outcome("One asks why (Okafor, 2014; Meyer, 1999).\n")], View())
    assert "no reference list" in report.splitlines()[0]
    assert "author-date?" in report.splitlines()[0]
    assert report.count("no-reference-list  ") == 1
    assert "missing-reference" not in report


def test_what_was_not_read_is_said_in_one_line(outcome, tmp_path):
    report = render([outcome("")], View())
    assert report.startswith("error: article.md: ")
    assert report.count("\n") == 1
    assert render([outcome("")], View(said_apart=True)) == ""


def test_colours_are_added_to_words_and_change_none_of_them(outcome):
    import re

    plain = render([outcome()], View())
    coloured = render([outcome()], View(colour=True))
    assert "\x1b[31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == plain


def test_text_of_a_file_steers_no_terminal(outcome):
    text = "One asks\x1b]0;owned\x07 why\u202e (Okafo, 2014), \x9b2J and so on.\n"
    report = render([outcome(text + LIST)], View())
    assert not set(report) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_several_files_end_with_a_count_of_all(outcome):
    report = render([outcome(), outcome(name="second.md")], View())
    assert report.splitlines()[-1] == "2 files: 4 errors"


def test_hints_are_shown_where_they_are_asked_for(outcome):
    assert "hint  " not in render([outcome(min_confidence=1.0)], View())
    assert "hint  " in render([outcome(min_confidence=1.0, min_severity=Severity.HINT)], View())


def test_an_entry_of_a_library_is_shown_by_its_names_year_title_and_key(outcome, tmp_path):
    library = "@book{okafor2014,\n  author = {Okafor, Ngozi},\n  title = {Lists in doubt},\n  year = {2014},\n}\n"
    (tmp_path / "library.bib").write_text(library, "utf-8")
    report = render([outcome("One asks why (Okafo, 2014).\n", references=("library.bib",))], View())
    assert "1 citation, 1 entry in library.bib" in report
    assert "↳ Okafor. 2014. Lists in doubt [okafor2014]   library.bib:1" in report


def test_the_head_says_which_part_of_the_citations_is_in_the_prevailing_style(outcome):
    dated = "Lists help (Okafor, 2014), and more (Ritter, 2011). " * 5
    entries = (
        "Okafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n\nRitter, Anna. 2011. *On lists*. Vienna: Zettel.\n"
    )
    mixed = render([outcome(f"{dated}They do [2].\n\n## References\n\n{entries}")], View())
    pure = render([outcome(f"{dated}\n\n## References\n\n{entries}")], View())
    assert "author-date (90 %), English" in mixed.splitlines()[0]
    assert "author-date, English" in pure.splitlines()[0]
