"""The sample articles: the report says what refs/README.md says was planted, and nothing else."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from citecheck.engine import pipeline
from citecheck.engine.revision import compare
from citecheck.engine.settings import Settings
from citecheck.rules.registry import rules

ROOT = Path(__file__).parents[1]
REFS = ROOT / "refs"
ROW = re.compile(r"\| `(?P<rule>[a-z-]+)` \| (?P<line>[0-9]+) \| (?P<written>.+?) \| .+ \|")

#: Said of articles without a list, of articles that cite by number, under a chosen style, and of lists by themselves.
ELSEWHERE = {
    "doi-form",
    "duplicate-key",
    "et-al-threshold",
    "ignore-without-reason",
    "impossible-pages",
    "impossible-year",
    "inconsistent-name",
    "malformed-identifier",
    "missing-field",
    "no-reference-list",
    "number-gap",
    "stale-field",
    "tagging",
    "unordered-numbers",
    "unused-ignore",
}


class Run(NamedTuple):
    status: int
    document: dict[str, Any]

    @property
    def places(self) -> Counter[tuple[str, int]]:
        return Counter((problem["rule"], problem["span"]["line"]) for problem in self.document["problems"])


def check(name: str, *options: str) -> Run:
    command = [sys.executable, "-m", "citecheck", "check", "--format", "json", *options, name]
    done = subprocess.run(command, cwd=REFS, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return Run(done.returncode, json.loads(done.stdout)["documents"][0])


def planted() -> list[tuple[str, int, str]]:
    rows = ROW.finditer((REFS / "README.md").read_text("utf-8"))
    return [(row["rule"], int(row["line"]), row["written"]) for row in rows]


@pytest.fixture(scope="module")
def report() -> Run:
    return check("kazakhstan.md")


@pytest.fixture(scope="module")
def mended() -> Run:
    return check("kazakhstan-clean.md")


def test_the_table_speaks_of_every_rule_that_can_stand_beside_the_others():
    assert {rule for rule, _, _ in planted()} == {rule.name for rule in rules()} - ELSEWHERE


@pytest.mark.parametrize(("rule", "line", "written"), planted())
def test_what_the_table_says_stands_on_its_line(rule, line, written):
    text = (REFS / "kazakhstan.md").read_text("utf-8").splitlines()[line - 1]
    parts = re.split(" … ?|…", written.strip("`"))
    assert all(part.strip() in text for part in parts)


@pytest.mark.parametrize(("rule", "line", "written"), planted())
def test_every_planted_defect_is_reported_where_it_stands(report, rule, line, written):
    assert report.places[rule, line] == 1


def test_nothing_else_is_reported(report):
    assert report.places - Counter((rule, line) for rule, line, _ in planted()) == Counter()
    assert report.status == 1


def test_the_names_meant_are_suggested(report):
    problems = report.document["problems"]
    suggested = {problem["suggestion"] for problem in problems if problem["rule"] == "misspelled-author"}
    assert suggested == {"Axyonova", "Boonstra"}


def test_the_mended_article_agrees_with_its_list(mended):
    assert mended.document["problems"] == []
    assert mended.status == 0


def test_every_citation_of_the_mended_article_means_one_entry_and_every_entry_is_meant(mended):
    meant = [citation["references"] for citation in mended.document["citations"]]
    entries = {reference["id"] for reference in mended.document["references"]}
    assert all(len(references) == 1 for references in meant)
    assert {references[0] for references in meant} == entries
    assert (len(meant), len(entries)) == (74, 46)


def test_the_list_as_bibtex_has_the_same_works(report):
    apart = check("kazakhstan.md", "--references", "kazakhstan.bib")
    assert _works(apart) == _works(report)


def _works(run: Run) -> list[tuple[list[str], str]]:
    return sorted((reference["authors"], reference["year"]) for reference in run.document["references"])


def test_the_word_file_is_the_same_essay():
    essays = (pipeline.check(str(REFS / name), Settings()) for name in ("kazakhstan.md", "kazakhstan.docx"))
    revision = compare(*essays)
    assert (revision.mended, revision.new, len(revision.standing)) == ((), (), 25)
