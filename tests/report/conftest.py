"""Outcomes of articles of our own, as reports are given them."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity

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


#: What ends a cell, a line, a string, an element, a command or a comment in one of the formats.
PAYLOADS = (
    "::error file=a.md::OWNED", "##[error]x", "##vso[task.setvariable]y", "%0A::stop-commands::x", '=HYPERLINK("x")',
    "@SUM(1)", "+1", "-1", "|cmd", "\r\n", "\n\n", "\t=1", '"', "'", ",", ";", "]]>", "-->", "</failure>", "<script>",
    "&amp;", "&#0;", "<!--", "\x00", "\x1b[2J", "\x9b", "\u202e", "\u2028", "\u0085", "\ufeff", "\ufffe", "\uffff",
    "\U000e0041", "```", "| a | b |", "[x](http://a.b)", "![x](y)", "@octocat", "#1", "$x$", "\\", "{0}", "{{x}}",
    "http://a.b", "www.a.b", "AQ1", "# ", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
)  # fmt: skip

_words = st.lists(st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=12)), max_size=5).map("".join)

HOSTILE = """# Lists

One asks {said} why (Quagmire{name}, 1987), and again (Okafo, 2014: p. 30) {said}, where {said} (Okafo, 2014) does not.

## References

{name}, Anna. 2011. On lists {entry}. Vienna: Zettel.

Okafor, Ngozi. 2014. Lists in doubt {entry}. *Order* 3: 1–9.
"""


@pytest.fixture
def hold_for_hostile_text(tmp_path, monkeypatch):
    """Return a function that asks whether a claim about outcomes holds for text that means harm to reports."""
    monkeypatch.chdir(tmp_path)

    def hold(claim):
        @settings(max_examples=50, deadline=None, database=None)
        @given(said=_words, name=_words, entry=_words)
        def held(said, name, entry):
            text = HOSTILE.format(said=said, name=name, entry=entry)
            (tmp_path / "article.md").write_bytes(text.encode("utf-8", "surrogatepass"))
            claim(check("article.md", Settings(min_severity=Severity.HINT)))

        held()

    return hold


@pytest.fixture(scope="session")
def sarif():
    """Return what raises where a value is no SARIF 2.1.0."""
    schema = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"
    return jsonschema.Draft4Validator(json.loads(schema.read_text("utf-8"))).validate


@pytest.fixture(scope="session")
def browser_scripts():
    """Scripts to be run in a page; each line that comes back is a fault."""
    return {path.stem: path.read_text("utf-8") for path in (Path(__file__).parent / "browser").glob("*.js")}
