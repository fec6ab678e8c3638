"""The README shows what the program prints today; `make accept` writes it anew."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.rules.registry import documentation, rules

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
#: From a comment that says what is shown to the comment that ends it.
SHOWN = re.compile(
    r"(?P<head><!-- (?P<kind>output|table) of: (?P<what>[^\n]+) -->\n)(?P<body>.*?)(?=<!-- end -->)", re.DOTALL
)


def transcript(command: str) -> str:
    """What a person sees who types `command` in the folder of the project."""
    program, *arguments = shlex.split(command)
    assert program == "citecheck"
    done = subprocess.run(
        [sys.executable, "-m", "citecheck", *arguments],
        cwd=ROOT,
        env={"COLUMNS": "100", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return f"```console\n$ {command}\n{done.stdout.rstrip()}\n```\n"


def rule_table() -> str:
    """Every rule with what its documentation says first, worst first."""
    ordered = sorted(rules(), key=lambda rule: (rule.severity.rank, rule.name))
    rows = [f"| {rule.severity.value} | `{rule.name}` | {_first_sentence(documentation(rule))} |" for rule in ordered]
    return "\n".join(["| severity | rule | reported is |", "| --- | --- | --- |", *rows, ""])


def _first_sentence(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split()).rstrip(".")


def today(block: re.Match[str]) -> str:
    body = transcript(block["what"]) if block["kind"] == "output" else rule_table()
    return block["head"] + body


def test_the_readme_shows_what_is_printed_today(request: pytest.FixtureRequest):
    written = README.read_text("utf-8")
    expected = SHOWN.sub(today, written)
    if request.config.getoption("update_snapshots"):
        README.write_text(expected, "utf-8")
        written = expected
    assert written == expected
    assert len(SHOWN.findall(written)) >= 2


def test_every_file_the_readme_names_exists():
    named = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text("utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []
