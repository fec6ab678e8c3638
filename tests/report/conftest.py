"""Outcomes of articles of our own, as reports are given them."""

import shutil

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

ARTICLE = """# Lists

Lists are kept for many reasons, as Ritter (2011) says, and not everybody likes it. A later study (Okafo, 2014: p. 3)
doubts it; others do not (Okafo, 2014: p. 5), or only now and then (Meyer, 1999).

## References

Okafor, Ngozi. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""


@pytest.fixture
def outcome(tmp_path, monkeypatch):
    """Return the outcome of an article in which one name is misspelled twice and one entry is missing."""

    def made(text=ARTICLE, name="article.md", **settings):
        monkeypatch.chdir(tmp_path)
        (tmp_path / name).write_text(text, "utf-8")
        return check(name, Settings(**settings))

    return made


def _chromium():
    """Return where a Chromium of this machine is, None where it has none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for found in map(shutil.which, names) if found), None)


@pytest.fixture(scope="session")
def browser():
    """A real Chromium without a window."""
    path = _chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine to show a page in")
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page from a file; whatever it says on the console or asks for from elsewhere fails the test."""
    contexts, complaints = [], []

    def show(html, anchor="", **options):
        path = tmp_path / "report.html"
        path.write_text(html, "utf-8")
        context = browser.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"} | options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: request.url.startswith(path.as_uri()) or complaints.append(request.url))
        page.goto(path.as_uri() + anchor)
        return page

    yield show
    for context in contexts:
        context.close()
    assert complaints == []
