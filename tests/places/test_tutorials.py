"""Every command of a tutorial is run as its reader runs it, and prints what stands there (`make accept` writes it)."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
BASH = shutil.which("bash")
#: A block of commands; what stands between them is what they printed.
CONSOLE = re.compile(r"(?<=```console\n)\$ .*?(?=```)", re.DOTALL)
#: A block of commands that are not run, because they have no end.
UNRUN = re.compile(r"```sh\n(.*?)```", re.DOTALL)


@pytest.mark.skipif(BASH is None, reason="the tutorials are for a shell")
@pytest.mark.parametrize("page", TUTORIALS, ids=lambda path: path.stem)
def test_a_tutorial_shows_what_its_commands_print(page, tmp_path, environment, request):
    work = tmp_path / "work"
    shutil.copytree(ROOT / "refs", work)

    def today(block):
        return "".join(f"{line}\n{run(line[2:])}" for line in block.group().splitlines() if line.startswith("$ "))

    def run(command):
        script = f"(exit {status[-1]})\n{command}"  # so that `echo $?` shows the status of the command before
        merged = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        done = subprocess.run([BASH, "-c", script], cwd=work, env=environment, check=False, encoding="utf-8", **merged)
        status.append(done.returncode)
        return done.stdout

    status = [0]
    written = page.read_text("utf-8")
    expected = CONSOLE.sub(today, written)
    if request.config.getoption("update_snapshots"):
        page.write_text(expected, "utf-8")
        written = expected
    assert written == expected
    assert "Traceback" not in expected
    assert len(status) > 5


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda path: path.stem)
def test_what_is_not_run_has_no_end(page):
    unrun = [line for block in UNRUN.findall(page.read_text("utf-8")) for line in block.splitlines()]
    assert [line for line in unrun if "--watch" not in line] == []


def test_there_is_one_for_each_of_the_three():
    assert [page.stem for page in TUTORIALS] == ["author", "editor", "librarian"]
