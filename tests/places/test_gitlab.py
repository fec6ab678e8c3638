"""The example for GitLab: its script is run in a shell, and what it promises to keep is there afterwards."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
JOB = yaml.safe_load(re.search(r"```yaml\n(.*?)```", (ROOT / "docs" / "gitlab.md").read_text("utf-8"), re.DOTALL)[1])[
    "citecheck"
]


@pytest.mark.skipif(shutil.which("bash") is None, reason="the script is for a shell")
@pytest.mark.parametrize(("article", "status"), [("kazakhstan.md", 1), ("kazakhstan-clean.md", 0)])
def test_the_script_of_the_example_runs(tmp_path, environment, article, status):
    work = tmp_path / "work"
    (work / "articles").mkdir(parents=True)
    shutil.copy(ROOT / "refs" / article, work / "articles")
    for line in JOB["script"]:
        done = subprocess.run(["bash", "-c", line], cwd=work, env=environment, check=False, capture_output=True)  # noqa: S607 any bash will do
        assert (done.returncode, done.stderr) == (status, b"")
    kept = [*JOB["artifacts"]["paths"], JOB["artifacts"]["reports"]["junit"]]
    assert [name for name in kept if not (work / name).stat().st_size] == []
