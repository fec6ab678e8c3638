"""The pictures of the README, made anew: `make pictures`. Needs rich, Playwright and a Chromium of this machine."""

import os
import shutil
import sys
import tempfile
from io import StringIO
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.problem import Severity
from citecheck.report.html import article_page
from citecheck.report.report import View
from citecheck.report.text import render

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ARTICLE = "refs/kazakhstan.md"
WIDTH = 100
COLOURS = TerminalTheme(
    (24, 27, 32),
    (222, 220, 214),
    [
        (24, 27, 32),
        (255, 133, 124),
        (143, 207, 173),
        (239, 183, 105),
        (149, 192, 242),
        (203, 172, 243),
        (134, 200, 222),
        (222, 220, 214),
    ],
)
#: The drawing of a terminal without the fonts that rich would have it load from elsewhere.
DRAWING = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" \
role="img" aria-label="The report in a terminal">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; \
font-size: {char_height}px; line-height: {line_height}px; font-variant-east-asian: full-width; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>\
</clipPath>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g>
</svg>
"""


def terminal() -> str:
    """Return the errors of the sample article as a terminal shows them."""
    settings = Settings(min_severity=Severity.ERROR)
    written = render([check(ARTICLE, settings)], View(width=WIDTH, colour=True, said_apart=True))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(written.rstrip()))
    title = f"citecheck check {ARTICLE} --min-severity error"
    return console.export_svg(title=title, theme=COLOURS, code_format=DRAWING, unique_id="terminal")


def take(page: Page, path: Path) -> None:
    """Take the page as it looks while a person reads it and asks after one citation."""
    page.locator(".reading").evaluate("one => one.scrollIntoView({behavior: 'instant'})")
    page.locator(".prose .cite.differs").first.focus()
    page.wait_for_timeout(300)
    page.screenshot(path=path)


def main() -> None:
    """Write all pictures beside this script."""
    os.chdir(ROOT)
    (HERE / "terminal.svg").write_text(terminal(), "utf-8")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("make pictures: there is no Chromium on this machine")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_text(article_page(check(ARTICLE, Settings())), "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 1010, "height": 560}, color_scheme=scheme)
            page.goto(report.as_uri())
            take(page, HERE / f"reading-{scheme}.png")
        browser.close()


main()
