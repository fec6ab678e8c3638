"""What the tests of the places where citecheck runs share: the program as a shell finds it."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def program(tmp_path):
    """A folder for the PATH that holds `citecheck` as it stands in this copy of the project."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "citecheck"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m citecheck "$@"\n', "utf-8")
    script.chmod(0o755)
    return folder


@pytest.fixture
def environment(tmp_path, program):
    """An environment that holds nothing of the person who runs the tests."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "PATH": os.pathsep.join([str(program), os.environ["PATH"]]),
        "HOME": str(home),
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
