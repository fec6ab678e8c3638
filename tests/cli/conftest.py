"""The program as a person starts it: in a process of its own, or, where only words and status matter, in this one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from citecheck.cli.main import run

ROOT = Path(__file__).parents[2]

AGREEING = """# Lists

Lists are kept for many reasons, as Ritter (2011) says. A later study doubts it (Okafor and Lindqvist, 2014: p. 3).

## References

Okafor, Ngozi, and Sven Lindqvist. 2014. Lists in doubt. *Journal of Order* 3 (2): 1–9.

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""

#: The same with a name misspelled and an entry missing.
FAULTY = AGREEING.replace("(Okafor", "(Okafo").replace("as Ritter (2011) says", "as Ritter (2011) and Meyer (1999) say")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in which all agrees."""
    path = tmp_path / "article.md"
    path.write_text(AGREEING, "utf-8")
    return path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """An article with two errors."""
    path = tmp_path / "faulty.md"
    path.write_text(FAULTY, "utf-8")
    return path


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run the program in this process; returns status, output and errors."""
    monkeypatch.setenv("COLUMNS", "100")

    def started(*arguments: object) -> tuple[int, str, str]:
        status = run([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return started


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program in a process of its own."""

    def started(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        environment = {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", "PATH": os.environ["PATH"]}
        environment["CITECHECK_CACHE_DIR"] = str(tmp_path / "cache")
        environment |= options.pop("env", {})
        command = [sys.executable, "-m", "citecheck", *(os.fsencode(str(argument)) for argument in arguments)]
        captured = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        if "input" in options:
            del captured["stdin"]
        return subprocess.run(command, check=False, env=environment, timeout=60, **(captured | options))

    return started
