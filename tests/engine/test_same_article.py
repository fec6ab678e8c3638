"""One article in several formats has the same problems (docs/formats.md tells what may differ)."""

import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings

ARTICLE = Path(__file__).parents[2] / "refs" / "kazakhstan.md"
PANDOC, OFFICE = shutil.which("pandoc"), shutil.which("soffice")
MADE = {
    "txt": ("--to=plain", "--wrap=none"),
    "docx": (),
    "odt": (),
    "rtf": (),
    "html": (),
    "xml": ("--to=jats",),
    "tex": (),
    "rst": (),
}
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")


def problems_of(path):
    """What is said of a file, without what formats write differently: no-break spaces, marks of italics."""
    outcome = check(str(path), Settings(debug=True))
    assert outcome.faults == ()
    plain = ((problem.rule, problem.finding.message) for problem in outcome.problems)
    return Counter((rule, message.replace("\u00a0", " ").replace("*", "")) for rule, message in plain)


def made(target, suffix):
    path = target / f"article.{suffix}"
    command = [PANDOC, "--standalone", *MADE[suffix], str(ARTICLE), "--output", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return path


@pytest.fixture(scope="module")
def expected():
    return problems_of(ARTICLE)


@needs_pandoc
@pytest.mark.parametrize("suffix", MADE)
def test_the_same_problems(tmp_path, expected, suffix):
    assert problems_of(made(tmp_path, suffix)) == expected


@needs_pandoc
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("suffix", ["odt", "docx"])  # notes in smaller type, and in that of the text
def test_the_same_problems_in_a_pdf(tmp_path, expected, suffix):
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made(tmp_path, suffix))], check=True, capture_output=True, timeout=120)
    spaced = {problem for problem in expected if problem[0] == "inconsistent-spacing"}
    assert problems_of(tmp_path / "article.pdf") == Counter(
        {one: n for one, n in expected.items() if one not in spaced}
    )
