"""`--watch`: a change is checked at once, and Ctrl-C ends it cleanly."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from citecheck.cli import watching

#: Seconds after which a watch that says nothing is taken for dead, on however busy a machine.
PATIENCE = 60


class Watch:
    """A running `citecheck check --watch` whose output is read as it comes."""

    def __init__(self, *arguments, cwd, stdout=subprocess.PIPE):
        command = [sys.executable, "-m", "citecheck", "check", *map(str, arguments), "--watch", "--no-color"]
        env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=pipe, env=env, cwd=cwd)
        self.stream = self.process.stdout.fileno() if self.process.stdout else None
        self.seen = ""

    def until(self, words):
        """Return what was printed up to `words`, and forget it."""
        end = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} was never printed, only {self.seen!r}"
            if select.select([self.stream], [], [], 1)[0]:
                self.seen += os.read(self.stream, 65536).decode()
        before, _, self.seen = self.seen.partition(words)
        return before + words

    def ready(self):
        """Wait until the files are watched."""
        line = self.process.stderr.readline()
        assert line.startswith(b"watching"), line

    def end(self, number=signal.SIGINT):
        self.process.send_signal(number)
        errors = self.process.stderr.read()
        status = self.process.wait(timeout=PATIENCE)
        return status, errors


@pytest.fixture
def watch():
    running = []

    def started(*arguments, **options):
        running.append(Watch(*arguments, **options))
        return running[-1]

    yield started
    for one in running:
        one.process.kill()
        one.process.wait()
        for stream in (one.process.stdout, one.process.stderr):
            if stream:
                stream.close()


def test_a_change_is_checked_at_once_and_ctrl_c_ends_it_cleanly(watch, faulty):
    run = watch(faulty.name, cwd=faulty.parent)
    assert "“Okafo” is cited" in run.until("Next: citecheck")
    run.ready()
    faulty.write_text(faulty.read_text("utf-8").replace("Okafo and", "Okafor and"), "utf-8")
    assert "“Okafo” is cited" not in run.until("Next: citecheck")
    run.ready()
    assert run.end() == (130, b"")


def test_a_list_that_stands_apart_is_watched_too_and_so_is_a_file_that_comes_later(watch, faulty):
    text, _, listed = faulty.read_text("utf-8").partition("## References")
    faulty.write_text(text, "utf-8")
    run = watch(faulty.name, "-r", "list.txt", "--select", "missing-reference", cwd=faulty.parent)
    assert run.process.stderr.readline() == b"error: faulty.md: list.txt: no such file\n"
    run.ready()
    (faulty.parent / "list.txt").write_text(listed.strip(), "utf-8")
    assert "“Meyer, 1999” is cited" in run.until("Next: citecheck")
    run.ready()
    (faulty.parent / "list.txt").write_text(f"{listed.strip()}\n\nMeyer, Jan. 1999. *Order*. Bonn: Amt.\n", "utf-8")
    run.until("2 of 3 citations agree")
    run.ready()
    assert run.end(signal.SIGTERM)[0] == 143


def test_a_configuration_that_comes_later_is_heeded_and_a_slip_in_it_ends_nothing(watch, faulty):
    run = watch(faulty.name, cwd=faulty.parent)
    run.until("Next: citecheck")
    run.ready()
    configuration = faulty.with_name("citecheck.toml")
    configuration.write_text("fail_on = 3\n", "utf-8")
    assert run.process.stderr.readline().startswith(b"error: citecheck.toml:1: there is no key")
    run.ready()
    configuration.write_text('[rules]\nmisspelled-author = "off"\n', "utf-8")
    assert "“Okafo” is cited" not in run.until("Left out: 1 by citecheck.toml")
    run.ready()
    assert run.end() == (130, b"")


def test_a_terminal_is_cleared_before_each_report(watch, article):
    leader, follower = pty.openpty()
    run = watch(article.name, cwd=article.parent, stdout=follower)
    os.close(follower)
    run.stream = leader
    assert run.until("every entry is cited").startswith("\x1b[2J\x1b[3J\x1b[H")
    run.ready()
    article.touch()
    assert "\x1b[2J" in run.until("every entry is cited")
    run.ready()
    assert run.end()[0] == 130
    os.close(leader)


def test_standard_input_cannot_be_watched(cli):
    status, printed, errors = cli("check", "-", "--watch")
    assert (status, printed) == (2, "")
    assert errors == "error: --watch needs files: standard input comes only once\n"


def test_a_file_still_being_written_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "PAUSE", 0)
    path = str(tmp_path / "article.md")
    states = iter([None, (1, 1, 1), (2, 5, 1), (3, 9, 1), (3, 9, 1)])
    monkeypatch.setattr(watching, "_state", lambda _: next(states))
    watching._wait({path: None})
    assert list(states) == []
