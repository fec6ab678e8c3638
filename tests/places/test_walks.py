"""The walks of the README: six lines at most for each of the three users, followed here from a fresh copy.

What pip would fetch is here already; see test_pre_commit.py, which goes the same way.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WALK = re.compile(r"<!-- walk of: (\w+) -->\n```sh\n(.*?)```\n<!-- end -->", re.DOTALL)
WALKS = dict(WALK.findall((ROOT / "README.md").read_text("utf-8")))
BASH, GIT = shutil.which("bash"), shutil.which("git")


def test_there_is_a_walk_of_at_most_six_lines_for_each_of_the_three():
    assert list(WALKS) == ["author", "editor", "librarian"]
    assert [user for user, lines in WALKS.items() if len(lines.splitlines()) > 6] == []
    assert len({lines.splitlines()[0] for lines in WALKS.values()}) == 1


@pytest.mark.skipif(
    not (BASH and GIT and (ROOT / ".git").exists() and importlib.util.find_spec("hatchling")),
    reason="a walk needs bash, git, a clone of the project and hatchling",
)
def test_the_walks_can_be_followed(tmp_path, environment, program):
    """All have the first line in common, which is followed once. Findings make a line end with 1, no failure."""
    (program / "citecheck").unlink()  # what is run must be what the first line installs
    (program / "python3").symlink_to(sys.executable)
    install, *lines = dict.fromkeys(line for walk in WALKS.values() for line in walk.splitlines())
    script = "\n".join([install, *(f"echo '# {line}'\n{line}\n(($? < 2)) || exit" for line in lines)])
    offline = {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's own way of saying that nothing is to be isolated
        "PIP_QUIET": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
    }
    done = subprocess.run(
        [BASH, "-uc", script],
        cwd=fresh_copy(tmp_path / "citecheck"),
        env=environment | offline,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr
    assert not re.search("error|Traceback", done.stderr)
    assert done.stdout.count("# citecheck ") == len(lines) - 1  # one begins with cp


def fresh_copy(folder):
    """Make a copy of the project that holds what a clone would hold, as it stands here."""
    listed = subprocess.run([GIT, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    for name in listed.stdout.split("\0"):
        if name and not name.startswith("tests/") and (ROOT / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder
