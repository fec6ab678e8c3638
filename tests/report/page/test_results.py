"""A folder of results in a real browser: a click on a row of the page over all files opens the page of the article."""

import pytest

from citecheck.cli.main import run


@pytest.fixture
def results(tmp_path, monkeypatch):
    """The results of two articles, the second with an error."""
    monkeypatch.setenv("CITECHECK_CACHE_DIR", str(tmp_path / "cache"))
    agreeing = "# Lists\n\nOf lists see Ritter (2011).\n\n## References\n\nRitter, A. 2011. *Lists*. Vienna: Zettel.\n"
    (tmp_path / "in").mkdir()
    (tmp_path / "in/agreeing.md").write_text(agreeing, "utf-8")
    (tmp_path / "in/fäulty “1”.md").write_text(agreeing.replace("(2011)", "(2011) and Meyer (1999)"), "utf-8")
    assert run(["check", str(tmp_path / "in"), "--jobs", "1", "--output", f"{tmp_path}/results/"]) == 1
    return tmp_path / "results"


def test_a_click_on_a_row_opens_the_page_of_the_article(browser, results):
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((results / "index.html").as_uri())
    assert page.locator(".rows tbody a").all_inner_texts() == ["fäulty “1”.md"]
    page.locator(".rows tbody a").click()
    page.wait_for_url("**/pages/**")
    assert page.locator("h1").inner_text() == "fäulty “1”.md"
    assert page.locator("body").inner_text().count("missing-reference") >= 1
    page.go_back()
    assert page.locator(".rows tbody tr").count() == 2
    page.close()
    assert complaints == []
