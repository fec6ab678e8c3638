"""The page over many files in a real browser: fifty thousand rows sorted, filtered and looked into by folder."""

import json
import re
from itertools import count, islice

import pytest

from citecheck.report.page.index import CHECKED, IndexRow, index_page, index_row
from citecheck.report.record import record

JOURNALS = ("acta", "bulletin", "cahiers")
MANY = 50_000


def row(at, **changes):
    """The row of the file of this number: every tenth has an error, every fiftieth could not be read."""
    path = f"archive/{JOURNALS[at % 3]}/{2000 + at % 20}/{at:05d}.docx"
    if at % 50 == 49:
        return IndexRow(path, "unread", "", 0, 0, {}, {}, "the file is damaged")
    problems = {"missing-reference": at % 7 + 1} if at % 10 == 0 else {}
    severities = {"error": at % 7 + 1} if problems else {}
    return IndexRow(path, CHECKED, "docx", at % 300, at % 90, severities, problems, page=f"pages/{at:05d}.html")


def written(rows, title="archive"):
    return "".join(index_page(rows, title))


def paths(page):
    return page.locator(".rows tbody th").all_inner_texts()


@pytest.fixture(scope="module")
def many():
    return written(row(at) for at in range(MANY))


def test_fifty_thousand_rows_are_shown_a_page_at_a_time(many, opened):
    page = opened(many)
    read = [row(at) for at in range(MANY)]
    counts = f"{sum(one.citations for one in read):,} citations, {sum(one.entries for one in read):,} entries"
    assert page.locator(".head > .quiet").all_text_contents() == [f"50,000 files · {counts}", "1,000 unread"]
    assert page.locator(".filter output").text_content() == "50,000 files"
    assert len(paths(page)) == 100
    assert page.locator(".pages span").text_content() == "1–100 of 50,000"
    page.get_by_role("button", name="Last").click()
    assert page.locator(".pages span").text_content() == "49,901–50,000 of 50,000"
    assert page.get_by_role("button", name="Next").is_disabled()


def test_a_click_on_a_head_sorts_and_another_turns_it_round(many, opened):
    page = opened(many)
    assert page.locator("[aria-sort]").inner_text().split() == ["Errors"]
    page.get_by_role("button", name="File", exact=True).click()
    assert paths(page)[:2] == ["acta/2000/00000.docx", "acta/2000/00060.docx"]
    page.get_by_role("button", name="File", exact=True).press("Enter")
    assert paths(page)[0].startswith("cahiers/2019/")
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Citations").click()
    assert page.locator(".rows tbody tr").first.locator("td").nth(1).text_content() == "298"


def test_rows_are_filtered_by_words_rule_and_what_became_of_them(many, opened):
    page = opened(many)
    said = page.locator(".filter output")
    page.get_by_label("Path").fill("BULLETIN 2001/")
    assert said.text_content() == "834 of 50,000 files"
    page.get_by_label("Path").fill("")
    page.locator("select[name=rule]").select_option("missing-reference")
    assert said.text_content() == "5,000 of 50,000 files"
    page.locator("select[name=rule]").select_option("")
    page.get_by_label("Show").select_option("unread")
    assert said.text_content() == "1,000 of 50,000 files"
    assert page.locator(".rows .reason").first.text_content() == "unread: the file is damaged"


def test_a_rule_is_chosen_where_it_is_counted(many, opened):
    page = opened(many)
    rule = page.locator("section", has_text="By rule").get_by_role("button", name="missing-reference")
    rule.click()
    assert page.locator(".filter output").text_content() == "5,000 of 50,000 files"
    assert rule.get_attribute("aria-pressed") == "true"
    rule.click()
    assert page.locator(".filter output").text_content() == "50,000 files"


def test_folders_are_counted_and_looked_into(many, opened):
    page = opened(many)
    folders = page.locator("#folders tbody tr")
    assert sorted(folders.locator("th").all_inner_texts()) == ["acta", "bulletin", "cahiers"]
    assert folders.locator("svg rect.bad").count() == 3
    page.get_by_role("button", name="cahiers").click()
    assert page.locator(".filter output").text_content() == "16,666 of 50,000 files"
    assert page.locator("#folders .more").text_content() == "and 5 more folders, none with more problems"
    page.get_by_role("button", name="2010").click()
    assert page.locator(".crumbs").inner_text() == "archive/ › cahiers › 2010"
    page.get_by_role("button", name="archive/").click()
    assert page.locator(".filter output").text_content() == "50,000 files"


def test_a_file_leads_to_its_own_page(opened):
    page = opened(written([row(0)]))
    assert page.locator(".rows tbody a").get_attribute("href") == "pages/00000.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_built_so_that_everybody_can_use_it(opened, browser_scripts, scheme):
    page = opened(written(row(at) for at in range(120)), color_scheme=scheme)
    assert page.evaluate(browser_scripts["audit"]) == []
    assert page.evaluate(browser_scripts["contrast"]) == []


def test_a_narrow_screen_scrolls_one_way_only(opened):
    page = opened(written(row(at) for at in range(120)), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_a_script_the_counts_stand_there_all_the_same(opened):
    page = opened(written(row(at) for at in range(120)), java_script_enabled=False)
    assert page.locator("section:visible h2").all_inner_texts() == ["By rule"]
    assert page.locator("noscript").is_visible()


def test_no_name_of_a_file_becomes_part_of_the_page(opened):
    names = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a\u202e]]>\u2028",
        "\udce9.md",
        "__proto__/x",
    ]
    rows = [IndexRow(name, "unread", "", 0, 0, {}, {}, f"no {name}") for name in names]
    made = written(rows, "<b>")
    page = opened(made)
    assert made.isascii() or not set(made) & {"\u202e", "\u2028"}
    assert page.locator("h1").text_content() == "<b>"
    assert sorted(page.locator(".rows tbody th > span:first-child").all_text_contents()) == sorted(
        [*names[:2], r"a\u202e]]>\u2028", r"\udce9.md", names[4]]
    )


def test_rows_go_out_as_they_come_in():
    first = list(islice(index_page((row(at) for at in count()), "archive"), 500))
    assert first[-1].strip().startswith(',\n["archive/'.strip())


def test_a_record_makes_a_row(outcome):
    made = index_row(record(outcome()), page="pages/1.html")
    assert (made.path, made.state, made.format, made.citations, made.entries) == (
        "article.md",
        CHECKED,
        "markdown",
        4,
        2,
    )
    assert made.severities == {"error": 3}
    assert made.rules == {"misspelled-author": 2, "missing-reference": 1}


def test_a_file_that_was_not_read_makes_a_row_with_the_reason():
    from citecheck.engine.pipeline import check
    from citecheck.engine.settings import Settings

    made = index_row(record(check("none.md", Settings())))
    assert (made.path, made.state, made.format) == ("none.md", "unread", "")
    assert made.reason


def test_the_data_are_one_block_of_json():
    block = re.search(
        r'<script type="application/json" id="rows">(.*?)</script>', written(row(at) for at in range(60)), re.DOTALL
    )
    rows = json.loads(block[1])
    assert len(rows) == 60
    assert rows[10] == [
        "archive/bulletin/2010/00010.docx",
        "",
        "docx",
        10,
        10,
        4,
        0,
        0,
        0,
        [0, 4],
        "pages/00010.html",
        "",
    ]
