"""The comparison as text, Markdown and JSON: whatever stands in an article, it stays within its cell and line."""

import json

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.revision import compare
from citecheck.engine.settings import Settings
from citecheck.model.value import replace
from citecheck.report.report import View
from citecheck.report.revisions.registry import comparison_for_path, comparisons

SLY = "“<b>no</b> | ![x](y) `z` *w* @team #12\u202e” is cited\n::error::gone"


@pytest.fixture
def revision(tmp_path):
    """A revision whose one new problem speaks in signs of Markdown, of HTML and of build logs."""
    path = tmp_path / "article.md"
    path.write_text(
        "One asks (Okafo, 2014).\n\n## References\n\nOkafor, Ngozi. 2014. Lists in doubt. *Order* 3: 1–9.\n", "utf-8"
    )
    found = check(str(path), Settings(select=("misspelled-author",)))
    (problem,) = found.problems
    sly = replace(problem, rule="missing-reference", finding=replace(problem.finding, message=SLY))
    return compare(found, replace(found, problems=(sly,)))


@pytest.mark.parametrize("comparison", comparisons(), ids=lambda comparison: comparison.format)
def test_every_format_is_found_by_its_name_and_gives_the_same_bytes(comparison, revision):
    assert comparison_for_path(f"letter{comparison.suffixes[0].upper()}") is comparison
    assert comparison.render(revision, View()) == comparison.render(revision, View())
    assert comparison.render(revision, View()).endswith("\n")


@pytest.mark.parametrize("comparison", comparisons(), ids=lambda comparison: comparison.format)
def test_nothing_of_an_article_steers_what_shows_it(comparison, revision):
    written = comparison.render(revision, View())
    assert "\u202e" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())


def test_markdown_shows_the_very_signs_of_the_article(revision):
    written = next(one for one in comparisons() if one.format == "markdown").render(revision, View())
    (row,) = [line for line in written.splitlines() if "missing-reference" in line]
    assert r"“\<b\>no\</b\> \| !\[x\](y) \`z\` \*w\*" in row
    assert row.replace(r"\|", "").count("|") == 5
    assert "@team" not in row


def test_json_names_both_sides(revision):
    written = json.loads(next(one for one in comparisons() if one.format == "json").render(revision, View()))
    assert [problem["rule"] for problem in written["mended"]] == ["misspelled-author"]
    assert [problem["rule"] for problem in written["new"]] == ["missing-reference"]
    assert written["standing"] == []


@pytest.mark.parametrize("comparison", comparisons(), ids=lambda comparison: comparison.format)
def test_what_is_only_left_alone_is_said_aloud(comparison, revision):
    written = comparison.render(replace(revision, excused=revision.mended), View())
    assert "1 problem that is called mended is still there" in " ".join(written.split())
    assert "called mended" not in comparison.render(revision, View())
