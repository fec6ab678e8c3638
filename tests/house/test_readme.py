"""The README and the pages of docs/ show what the program prints today; `make accept` writes them anew."""

import re
import tomllib
from pathlib import Path

import pytest

import pages

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!\!)\[[^\]\n]*\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")


def test_every_page_shows_what_the_program_says_today(request: pytest.FixtureRequest):
    if request.config.getoption("update_snapshots"):
        pages.main()
    today = pages.written()
    stale = [str(path.relative_to(ROOT)) for path, text in today.items() if _read(path) != text]
    assert stale == [], "python scripts/pages.py writes them anew"


def test_no_page_is_left_of_a_rule_that_is_gone():
    assert {path.name for path in (ROOT / "docs" / "rules").glob("*.md")} == {
        Path(name).name for name in pages.made_pages() if name.startswith("rules/")
    }


def test_every_page_is_in_the_navigation_once():
    nav = list(_named(tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]["nav"]))
    written = [str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(nav) == sorted(written), "name it in zensical.toml"


def test_the_readme_shows_transcripts_and_tables():
    assert len(pages.SHOWN.findall(_read(README))) >= 2


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page):
    lost = []
    for target, anchor in LINK.findall(_read(page)):
        file = page.parent / target if target else page
        if not file.exists() or (anchor and anchor not in _anchors(file)):
            lost.append(f"{target}#{anchor}" if anchor else target)
    assert lost == []


def _named(nav):
    """The pages that a navigation names."""
    for part in nav:
        if isinstance(part, str):
            yield part
        else:
            for below in part.values():
                yield from [below] if isinstance(below, str) else _named(below)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _anchors(page: Path) -> set[str]:
    """The anchors that a site and a forge make of headings."""
    headings = re.findall(r"^#+ (.*)$", _read(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}
