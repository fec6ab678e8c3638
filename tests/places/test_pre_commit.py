"""The hook, run by the real pre-commit in a local repository: installed as anywhere, but without a network.

`language: python` makes an environment of the hook's own and installs citecheck into it with pip. What pip would fetch
is here already: it is told to ask no index, and to take the build system and the libraries from the folder of this
Python; virtualenv brings a pip along. So all of the hook is tried but the download.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
REFS = ROOT / "refs"
GIT = shutil.which("git")
MISSING = [name for name in ("pre_commit", "hatchling") if importlib.util.find_spec(name) is None]

pytestmark = pytest.mark.skipif(GIT is None or bool(MISSING), reason=f"git and {MISSING} are needed to try the hook")


def git(folder, *arguments, check=False, **options):
    identity = ["-c", "user.name=A Person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        [GIT, *identity, *arguments], cwd=folder, check=check, capture_output=True, text=True, **options
    )
    return done.returncode, done.stdout.strip() + done.stderr.strip()


@pytest.fixture
def hook(tmp_path):
    """A repository of citecheck as it stands here, and its newest revision."""
    folder = tmp_path / "citecheck"
    folder.mkdir()
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    git(folder, "init", "--quiet", check=True)
    git(folder, "add", "--all", check=True)
    git(folder, "commit", "--quiet", "--message", "citecheck", check=True)
    return folder, git(folder, "rev-parse", "HEAD", check=True)[1]


@pytest.fixture
def offline(environment):
    """What keeps pip from looking anywhere but in the folder of this Python."""
    return environment | {
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's own way of saying that nothing is to be isolated
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
    }


def test_a_commit_is_refused_for_its_citations_and_made_when_they_are_mended(tmp_path, hook, offline):
    repository, revision = hook
    articles = tmp_path / "articles"
    articles.mkdir()
    git(articles, "init", "--quiet", check=True)
    config = {"repos": [{"repo": str(repository), "rev": revision, "hooks": [{"id": "citecheck"}]}]}
    (articles / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (articles / "data.csv").write_text("no article\n", "utf-8")
    shutil.copy(REFS / "kazakhstan.md", articles / "first.md")
    shutil.copy(REFS / "kazakhstan-clean.md", articles / "second.md")
    git(articles, "add", "--all", check=True)
    pre_commit = [sys.executable, "-m", "pre_commit"]
    subprocess.run([*pre_commit, "install"], cwd=articles, env=offline, check=True, capture_output=True)

    status, told = git(articles, "commit", "--message", "Two articles", env=offline)
    assert status == 1, told
    assert "citations agree with the reference list" in told
    assert "error  misspelled-author        first.md:67:18" in told
    assert "data.csv" not in told
    shutil.copy(REFS / "kazakhstan-clean.md", articles / "first.md")
    git(articles, "add", "--all", check=True)
    status, told = git(articles, "commit", "--message", "Two articles, mended", env=offline)
    assert status == 0, told
    assert re.search(r"citations agree with the reference list\.+Passed", told)


def test_the_page_shows_hooks_that_exist():
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    page = (ROOT / "docs" / "pre-commit.md").read_text("utf-8")
    named = re.findall(r"- id: (\S+)", page)
    assert named
    assert set(named) <= set(hooks)
    assert re.search(hooks["citecheck"]["files"], "articles/first.docx")
    assert not re.search(hooks["citecheck"]["files"], "data.csv")
