"""What only a process of its own shows: pipes, terminals, signals, and the same bytes on every run."""

import json
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import time

import pytest


def on_terminal(command, columns, env):
    """Return what a program prints on a terminal of so many columns."""
    leader, follower = pty.openpty()
    import fcntl
    import struct
    import termios

    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, env=env) as started:
        os.close(follower)
        printed = b""
        try:
            while part := os.read(leader, 65536):
                printed += part
        except OSError:  # the end of a terminal is an error on Linux
            pass
        started.wait(timeout=60)
    os.close(leader)
    return printed.decode()


@pytest.fixture
def terminal(article):
    def printed(*arguments, columns=80, **env):
        environment = {"PYTHONPATH": str(article.parent), "PATH": os.environ["PATH"], "TERM": "xterm-256color", **env}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        return on_terminal([sys.executable, "-m", "citecheck", *map(str, arguments)], columns, environment)

    return printed


def test_colours_only_on_a_terminal_that_wants_them(terminal, process, faulty):
    assert "\x1b[31merror" in terminal("check", faulty)
    assert "\x1b" not in terminal("check", faulty, NO_COLOR="1")
    assert "\x1b" not in terminal("check", faulty, TERM="dumb")
    assert "\x1b" not in terminal("check", faulty, "--no-color")
    assert b"\x1b" not in process("check", faulty).stdout


@pytest.mark.parametrize("columns", [1, 40, 72, 200])
def test_a_report_fits_the_terminal(terminal, faulty, columns):
    lines = terminal("check", faulty.name, "--no-color", columns=columns).splitlines()
    assert max(len(line) for line in lines) <= max(columns, 40)


def test_standard_input_is_read_under_a_name(process, article):
    piped = process("check", "-", "--stdin-filename", "piped.md", "--format", "json", input=article.read_bytes())
    (document,) = json.loads(piped.stdout)["documents"]
    assert piped.returncode == 0
    assert (document["path"], document["format"]) == ("piped.md", "markdown")
    assert {entry["path"] for entry in document["references"]} == {"piped.md"}


def test_two_runs_give_the_same_bytes(process, faulty):
    runs = [
        process("check", faulty, "--format", name, env={"PYTHONHASHSEED": seed}) for seed in "01" for name in ("json",)
    ]
    assert runs[0].stdout == runs[1].stdout
    shown = [process("check", faulty, env={"PYTHONHASHSEED": seed}).stdout for seed in "01"]
    assert shown[0] == shown[1]


def test_a_reader_that_has_gone_is_no_failure(process, faulty):
    reading, writing = os.pipe()
    os.close(reading)
    done = process("check", faulty, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_full_disk_is_an_error(process, faulty):
    with pathlib.Path("/dev/full").open("wb") as full:
        done = process("check", faulty, stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"error: standard output: no space left on device\n"


def test_a_terminal_that_knows_ascii_alone_gets_escapes(process, faulty):
    done = process("check", faulty, env={"PYTHONIOENCODING": "ascii:strict"})
    assert done.returncode == 1
    assert rb"\u201c" in done.stdout
    helped = process("check", "--help", env={"PYTHONIOENCODING": "ascii:strict"})
    assert (helped.returncode, helped.stderr) == (0, b"")


def is_unread(pipe) -> bool:
    """Whether something written to a pipe still waits for its reader."""
    import fcntl
    import struct
    import termios

    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, bytes(4)))[0] > 0


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_ends_the_run_soon_and_tells_who_ended_it(tmp_path, number, status):
    command = [sys.executable, "-m", "citecheck", "check", "-", "--format", "json"]
    env = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ["PATH"]}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as run:
        run.stdin.write(b"#")
        run.stdin.flush()
        while is_unread(run.stdin) and run.poll() is None:  # then it waits for the rest of its input
            time.sleep(0.05)
        run.send_signal(number)
        out, err = run.communicate(timeout=30)
    assert run.returncode == status
    assert json.loads(out)["documents"][0]["errors"][0]["kind"] == "read-in-part"
    assert b"Traceback" not in err


def test_the_module_is_the_program(process):
    assert re.fullmatch(rb"citecheck [0-9.]+\n", process("--version").stdout)
