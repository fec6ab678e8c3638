"""The action: each step's shell is run as GitHub runs it, with files of our own in the place of GitHub's."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
BASH = shutil.which("bash")

needs_bash = pytest.mark.skipif(BASH is None, reason="the steps of the action are for bash")


class Runner:
    """A machine of GitHub: its folders, and its files for outputs and summaries."""

    def __init__(self, folder, environment):
        self.work, self.temp = folder / "work", folder / "temp"
        self.output, self.summary = folder / "output", folder / "summary"
        for made in (self.work, self.temp):
            made.mkdir()
        self.environment = environment | {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }

    def install(self, program):
        """Put the program where the first step would."""
        folder = self.temp / "citecheck" / "bin"
        folder.mkdir(parents=True)
        shutil.copy(program / "citecheck", folder)

    def check(self, **given):
        """Run the second step with these inputs, as `shell: bash` does."""
        (step,) = [step for step in STEPS if step.get("id") == "check"]
        defaults = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
        inputs = defaults | {name.replace("_", "-"): value for name, value in given.items()}
        env = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: inputs[m[1]], value)
            for name, value in step["env"].items()
        }
        script = self.temp / "step.sh"
        script.write_text(step["run"], "utf-8")
        return subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.work,
            env=self.environment | env,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def runner(tmp_path, environment, program):
    made = Runner(tmp_path, environment)
    made.install(program)
    return made


@pytest.fixture
def articles(runner):
    """Two articles in folders, one of them with blanks in its name, and the list of one of them apart."""
    folder = runner.work / "articles" / "2019"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "refs" / "kazakhstan.md", folder / "the first.md")
    shutil.copy(ROOT / "refs" / "kazakhstan-clean.md", runner.work / "articles" / "second.md")
    shutil.copy(ROOT / "refs" / "kazakhstan.bib", runner.work / "library.bib")
    return runner.work


@needs_bash
def test_problems_are_annotations_and_the_summary_holds_them_all(runner, articles):
    done = runner.check(files="articles/**/*.md\n")
    assert (done.returncode, done.stderr) == (1, "")
    (line,) = [line for line in done.stdout.splitlines() if "Axonova" in line]
    assert line.startswith("::error ")
    assert "file=articles/2019/the first.md,line=67" in line
    summary = runner.summary.read_text("utf-8")
    assert "misspelled-author" in summary
    assert "2 files checked" in summary
    assert runner.output.read_text("utf-8") == "status=1\n"


@needs_bash
def test_what_agrees_passes(runner, articles):
    done = runner.check(files="articles/second.md")
    assert (done.returncode, done.stderr) == (0, "")
    assert "::error" not in done.stdout
    assert runner.output.read_text("utf-8") == "status=0\n"


@needs_bash
def test_lists_and_options_are_handed_on(runner, articles):
    done = runner.check(
        files="  articles/2019/the first.md  \n\n",
        references="library.bib\n",
        options="--select=missing-reference\n--output=all.json\n",
        fail_on="never",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("::error ") == 1
    assert '"library.bib"' in (runner.work / "all.json").read_text("utf-8")


@needs_bash
@pytest.mark.parametrize(
    "words",
    ["$(touch stolen)", '"; touch stolen; "', "-x; touch stolen"],
)
@pytest.mark.parametrize("where", ["files", "references", "options", "fail_on"])
def test_no_input_is_run(runner, articles, where, words):
    done = runner.check(**({"files": "articles/second.md"} | {where: words}))
    assert done.returncode == 2
    assert not (runner.work / "stolen").exists()


@needs_bash
def test_no_file_at_all_is_an_error_and_not_a_success(runner, articles):
    done = runner.check(files="nowhere/*.md")
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=citecheck::")
    assert runner.output.read_text("utf-8") == "status=2\n"


@needs_bash
def test_a_file_that_is_missing_is_an_error(runner, articles):
    done = runner.check(files="articles/second.md\narticles/third.md")
    assert done.returncode == 2
    assert "third.md: no such file" in done.stderr


def test_no_input_is_written_into_a_program():
    assert [step["name"] for step in STEPS if "${{" in step["run"]] == []


def test_the_page_tells_of_every_input():
    page = (ROOT / "docs" / "github.md").read_text("utf-8")
    assert re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE) == list(ACTION["inputs"])
    for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        used = re.search(r"uses: OWNER/citecheck.*?with:\n(.*?)(?=\n\s+- |\Z)", block, re.DOTALL)
        assert used is None or set(yaml.safe_load(used[1])) <= set(ACTION["inputs"])


@needs_bash
def test_the_first_step_installs_the_action_itself(runner):
    """With programs of our own for Python and pip, which write down how they are called."""
    shutil.rmtree(runner.temp / "citecheck")
    fake = runner.temp / "python"
    fake.write_text(
        '#!/bin/sh\necho "$@" >>calls\nif [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n',
        "utf-8",
    )
    fake.chmod(0o755)
    script = runner.temp / "install.sh"
    script.write_text(STEPS[0]["run"], "utf-8")
    done = subprocess.run(
        [BASH, str(script)], cwd=runner.work, env=runner.environment | {"CITECHECK_PYTHON": str(fake)}, check=False
    )
    assert done.returncode == 0
    made, installed = (runner.work / "calls").read_text("utf-8").splitlines()
    assert made == f"-m venv {runner.temp}/citecheck"
    assert installed.startswith("-m pip install")
    assert installed.endswith(f" {ROOT}")
