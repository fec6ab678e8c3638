"""How far a run is, as a person sees it: a bar on a terminal, now and then a line elsewhere, nothing when quiet."""

import os
import pty
import re
import subprocess
import sys

import pytest

from citecheck.cli.progress import Progress
from citecheck.engine.folder_run import Checked
from citecheck.engine.found import Found
from citecheck.engine.tally import Tally
from citecheck.engine.verdict import State, Verdict


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    for number in range(40):
        text = f"Lists {number} are kept, as Ritter (2011) says.\n\nReferences\n\n"
        (path / f"{number:02}.txt").write_text(f"{text}Ritter, A. 2011. On lists. Vienna: Zettel.\n", "utf-8")
    return path


def on_terminal(command, env):
    """What is printed on standard error where that is a terminal."""
    leader, follower = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env=env) as run:
        os.close(follower)
        printed = b""
        try:
            while part := os.read(leader, 65536):
                printed += part
        except OSError:  # the end of a terminal is an error on Linux
            pass
        run.wait(timeout=60)
    os.close(leader)
    return printed.decode()


@pytest.mark.parametrize("quiet", [False, True])
def test_a_terminal_shows_a_bar_which_is_gone_at_the_end(folder, tmp_path, quiet):
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"], "TERM": "xterm-256color"}
    env |= {"CITECHECK_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "citecheck", "check", str(folder), *(["--quiet"] if quiet else [])]
    printed = on_terminal(command, env)
    if quiet:
        assert printed == ""
        return
    assert re.search(r"Reading 40 files  .* [0-9]+%  [0-9.,]+ files/s", printed)
    assert printed.endswith("\r\x1b[2K"), "the bar is taken away"


def tally(found, unread):
    counted = Tally(found)
    for number in range(unread):
        counted.add(Checked(Found(f"{number}.txt"), Verdict(State.UNREAD)))
    return counted


def test_elsewhere_it_is_a_line_when_it_is_time(capsys, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("citecheck.cli.progress.time.monotonic", lambda: now[0])
    progress = Progress(quiet=False, colour=False)
    progress.show(tally(4000, 1), None)
    assert capsys.readouterr().err == "", "not yet"
    now[0] += 16.0
    progress.show(tally(4000, 400), ("archive/slow.docx", 12.0))
    said = "400 of 4,000 files · 25 files/s · 2:24 left · 400 unreadable · slow.docx 12 s\n"
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(
    ("columns", "said", "left_out"),
    [
        (160, "files/s|3:09 left|24,000 problems|400 with errors|50 unreadable|slow.docx 12 s", ""),
        (120, "files/s|3:09 left|24,000 problems|slow.docx 12 s", "unreadable"),
        (80, "3:09 left|24,000 problems|slow.docx 12 s", "unreadable|with errors|files/s"),
        (50, "4,000 files|3:09 left", "problems|slow.docx"),
        (34, "4,000 files", "left"),
        (10, "11%", "files"),
    ],
)
@pytest.mark.parametrize("colour", [False, True])
def test_a_bar_has_room_on_every_terminal_and_nothing_is_cut_in_two(monkeypatch, columns, said, left_out, colour):
    now, lines = [100.0], []
    monkeypatch.setattr("citecheck.cli.progress.time.monotonic", lambda: now[0])
    monkeypatch.setattr("citecheck.cli.progress.os.get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    monkeypatch.setattr("sys.stderr", Terminal(lines))
    monkeypatch.setenv("TERM", "xterm")
    counted = tally(4000, 50)
    counted.with_errors = 400
    counted.severities["error"] = 24_000
    counted._states[State.CHECKED] = 400
    progress = Progress(quiet=False, colour=colour)
    now[0] += 24.0
    progress.show(counted, ("archive/slow.docx", 12.0))
    (line,) = [re.sub(r"\x1b\[[0-9;]*[mK]|\r", "", part) for part in lines]
    assert len(line) <= columns - 3
    assert [words for words in said.split("|") if words not in line] == []
    assert [words for words in filter(None, left_out.split("|")) if words in line] == []


class Terminal:
    def __init__(self, lines):
        self.write = lines.append

    def isatty(self):
        return True

    def fileno(self):
        return 2

    def flush(self):
        pass
