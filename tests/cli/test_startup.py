"""What a cold run does not import: each of these costs time that a reader of a single article would wait for."""

import subprocess
import sys
from pathlib import Path

import pytest

#: The sample, which cites by name and year.
ARTICLE = Path(__file__).parents[2] / "refs" / "kazakhstan.md"
PROGRAM = """
import sys
from citecheck.cli.main import run
status = run(sys.argv[1:])
print("imported:", *sys.modules, file=sys.stderr)
"""

#: Libraries, and what only calls for help, folders or other formats need.
SPARED = {
    "anyascii",
    "bibtexparser",
    "chardet",
    "citecheck.cli.across",
    "citecheck.cli.application",
    "citecheck.cli.folder",
    "citecheck.cli.results",
    "citecheck.engine.discovery",
    "citecheck.extract.doi_forms",
    "citecheck.match.name_variants",
    "citecheck.report.csv",
    "citecheck.text.identifiers",
    "csv",
    "dataclasses",
    "importlib.metadata",
    "inspect",
    "jinja2",
    "lxml",
    "multiprocessing",
    "rapidfuzz",
    "rich",
    "sqlite3",
    "subprocess",
    "threading",
    "tomllib",
    "typer",
    "yaml",
}


@pytest.mark.parametrize("options", [["--format", "json"], ["--no-color"], ["--version"]])
def test_a_cold_run_spares_what_it_does_not_need(options):
    command = ["--version"] if options == ["--version"] else ["check", str(ARTICLE), *options]
    done = subprocess.run([sys.executable, "-c", PROGRAM, *command], capture_output=True, text=True, check=True)
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("imported:")]
    assert SPARED & set(line.split()) == set()
