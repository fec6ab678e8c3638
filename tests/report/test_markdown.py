"""The comment on a pull request: a table that GitHub shows, with the words of the article as words."""

import html
import re

import pytest
from markdown_it import MarkdownIt

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.markdown import REPORT, escaped
from citecheck.report.record import record
from citecheck.report.report import View
from citecheck.text.shown import shown

CLEAN = "One asks why (Okafor, 2014).\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n"
#: What a comment of ours is made of.
OURS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "br"}


def shown_as(written):
    """The comment as a page."""
    return MarkdownIt("commonmark").enable("table").render(written)


def words_of(page):
    return html.unescape(re.sub(r"<br>|<!-- -->|<[^>]*>", "", page))


def test_each_defect_is_a_row_with_its_place_and_the_entry_meant(outcome):
    lines = REPORT.render([outcome()], View()).splitlines()
    assert lines[2] == "### article.md"
    assert lines[4] == "1 of 4 citations agree with the list."
    assert lines[8] == (
        "| error | line 3 | **misspelled-author** “Okafo” is cited, and the list has “Okafor”"
        "<br>↳ Okafor, Ngozi. 2014. Lists in doubt. \\*Journal of Order\\* 3 (2): 1–9.<br>also line 4 (2 in all) |"
    )
    assert lines[-1] == "1 file checked: 2 errors."


def test_where_nothing_is_found_one_line_says_so(outcome):
    report = REPORT.render([outcome(CLEAN), outcome(CLEAN, "second.md")], View())
    assert report == "## Citations and reference list\n\n2 files checked: no problem found.\n"


def test_what_was_not_read_is_never_said_to_agree(outcome):
    report = REPORT.render([outcome(CLEAN), check("nowhere.md", Settings())], View())
    assert "### nowhere.md\n\n**Not wholly read:** no such file\n" in report
    assert report.endswith("\n2 files checked, 1 of them not wholly read: no problem found.\n")


def test_where_no_line_tells_the_place_the_words_do(outcome):
    made = {**record(outcome()), "extracted": True}
    report = "".join(REPORT.pieces([made], View()))
    assert "| error |  | **misspelled-author** “Okafo” is cited, and the list has “Okafor”<br>“…" in report
    assert "A later study (Okafo, 2014: p. 3)" in report


def test_a_comment_has_no_more_than_github_takes(outcome):
    report = "".join(REPORT.pieces([record(outcome())] * 1000, View()))
    assert len(report) < 65_536
    assert re.search(r"\n… and [0-9,]+ more lines for which a comment has no room\.\n", report)
    assert report.endswith("\n1,000 files checked: 2,000 errors.\n")


@pytest.mark.parametrize(
    "said",
    [
        "*a* _b_ `c` ~~d~~",
        "[a](http://b.c) ![d](e)",
        "<img src=x> &amp; <!-- a",
        "a | b",
        "@octocat #12 $x$",
        "see https://a.b/c, www.d.e and f@g.h",
        "\\* \\",
    ],
)
def test_words_are_shown_as_words(said):
    page = shown_as(f"| a |\n| --- |\n| {escaped(said)} |\n")
    assert words_of(page).split() == ["a", *shown(said, None).split()]
    assert not re.search(r"[@#][\w]|https?://|www\.\w", page), "nobody is called and nothing linked"


def test_hostile_text_is_no_markup(hold_for_hostile_text):
    def plain(outcome):
        page = shown_as(REPORT.render([outcome], View()))
        assert set(re.findall(r"<(\w+)", page)) <= OURS
        assert page.count("<table>") == bool(outcome.problems)
        assert not re.search(r"[@#]\w|https?://|www\.\w", page)

    hold_for_hostile_text(plain)
