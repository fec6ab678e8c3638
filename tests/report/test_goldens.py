"""What each report says of the sample article, kept in goldens/; `make accept` writes it anew."""

import json
from pathlib import Path

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.report.registry import report_of, reports
from citecheck.report.report import View

HERE = Path(__file__).parent
#: Formats with a golden, and the name of its file; what JSON says of the article is too long to be read as a diff.
GOLDENS = {
    "concise": "kazakhstan.concise.txt",
    "csv": "kazakhstan.csv",
    "github": "kazakhstan.github.txt",
    "junit": "kazakhstan.xml",
    "markdown": "kazakhstan.md",
    "queries": "kazakhstan-queries.md",
    "sarif": "kazakhstan.sarif",
}
#: Where else a format is shown in full.
ELSEWHERE = {
    "text": "README.md",
    "json": "tests/cli/transcripts/reports.md",
    "jsonl": "tests/cli/transcripts/reports.md",
    "html": "tests/report/test_html.py",
}


@pytest.mark.parametrize(("format", "name"), GOLDENS.items(), ids=GOLDENS)
def test_the_sample_article_is_reported_as_the_golden_shows(format, name, request, monkeypatch):
    monkeypatch.chdir(HERE.parents[1])
    today = report_of(format).render([check("refs/kazakhstan.md", Settings())], View())
    if format == "sarif":
        today = _without_rules(today)
    path = HERE / "goldens" / name
    if request.config.getoption("update_snapshots"):
        path.write_bytes(today.encode())
    assert path.read_bytes().decode() == today, "look at it, then make accept"


def test_every_format_is_shown_somewhere():
    assert {report.format for report in reports()} <= GOLDENS.keys() | ELSEWHERE.keys()


def _without_rules(written: str) -> str:
    """The results alone: what the rules say of themselves stands in the rules."""
    report = json.loads(written)
    del report["runs"][0]["tool"]["driver"]["rules"]
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"
