"""Commands and what they print, kept side by side in transcripts/*.md; `make accept` writes them anew."""

import re
import shlex
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
TRANSCRIPTS = sorted((HERE / "transcripts").glob("*.md"))
#: A block that begins with a command; what stands between its commands is what they printed.
CONSOLE = re.compile(r"(?<=```console\n)\$ .*?(?=```)", re.DOTALL)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_commands_print_what_the_transcript_shows(path, process, request):
    def today(block):
        return "".join(shown(line, process) for line in block.group().splitlines() if line.startswith("$ "))

    written = path.read_text("utf-8")
    expected = CONSOLE.sub(today, written)
    if request.config.getoption("update_snapshots"):
        path.write_text(expected, "utf-8")
        written = expected
    assert written == expected


def shown(line: str, process) -> str:
    """Return the command with all it prints, errors first, and its status where it is not 0."""
    *given, program = (line[2:].partition("citecheck")[0] + "citecheck").split()
    assert program == "citecheck"
    arguments = shlex.split(line[2:].partition("citecheck")[2])
    done = process(*arguments, cwd=ARTICLES, env=dict(pair.split("=", 1) for pair in given))
    status = f"[status {done.returncode}]\n" if done.returncode else ""
    return f"{line}\n{(done.stderr + done.stdout).decode()}{status}"


def test_there_are_transcripts():
    assert len(TRANSCRIPTS) >= 2
