"""A run that a Dask cluster does: a real scheduler and two real workers, on the loopback of this machine."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from citecheck.engine import cluster

ROOT = Path(__file__).parents[2]
ARTICLE = """# Lists {n}

Lists are kept for many reasons, as Ritter (2011) says. Others doubt it (Meyer{n}, 1999).

## References

Ritter, Anna. 2011. *On the keeping of lists*. Vienna: Zettel.
"""
needs_dask = pytest.mark.skipif(
    not cluster.is_installed(), reason="the extra “dask” is not installed: python -m pip install -e '.[dask]'"
)


@pytest.fixture
def folder(tmp_path):
    """More articles than go into two tasks, one of them twice, with a list beside, a damaged file and a picture."""
    path = tmp_path / "in"
    for number in range(220):
        below = path / f"{number % 3}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"{number:03}.md").write_text(ARTICLE.replace("{n}", f"{number:03}"), "utf-8")
    (path / "2" / "copy.md").write_bytes((path / "1" / "001.md").read_bytes())
    (path / "damaged.docx").write_bytes(b"PK\x03\x04 no more")
    (path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return path


class Machines:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder):
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._processes = {}
        self._begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = self._address()
        for number in range(2):
            self._begin("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard", name=f"worker {number}")

    def _begin(self, kind, *options, name=None):
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self._file), *options]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        with (self._folder / f"{name or kind}.log").open("wb") as log:
            self._processes[name or kind] = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=environment, cwd=self._folder
            )

    def _address(self):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self._file.exists() and (told := self._file.read_text()):
                return json.loads(told)["address"]
            time.sleep(0.1)
        pytest.fail((self._folder / "scheduler.log").read_text())

    def kill(self, name):
        """Kill a process as a power cut would."""
        self._processes[name].kill()

    def end(self):
        """End all that still run."""
        for process in self._processes.values():
            process.kill()
            process.wait()


@pytest.fixture
def machines(tmp_path):
    """A cluster that ends with the test."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    made = Machines(folder)
    yield made
    made.end()


def begun(folder, cache, *options):
    """Begin a check, its results as JSON lines."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "CITECHECK_CACHE_DIR": str(cache)}
    command = [sys.executable, "-u", "-m", "citecheck", "check", str(folder), "--format", "jsonl", *options]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment
    )


def left_of(run):
    """What a run that was listened to already still prints, and what it says."""
    with run:
        return run.stdout.read(), run.stderr.read()


def on(machines):
    """The options that hand a run to these machines."""
    return "--engine", "dask", "--scheduler", machines.address


@needs_dask
def test_a_worker_killed_half_way_changes_no_byte_of_the_results(process, machines, folder, tmp_path):
    local = process("check", folder, "--format", "jsonl", "--no-cache")
    run = begun(folder, tmp_path / "cache", *on(machines))
    first = run.stdout.readline()
    machines.kill("worker 0")
    rest, said = left_of(run)
    assert first + rest == local.stdout
    assert run.returncode == local.returncode == 2
    assert b"223 files: 220 read, 1 unread, 1 not an article, 1 duplicate" in said
    assert b"Traceback" not in said


@needs_dask
def test_a_lost_scheduler_loses_nothing_that_is_finished(process, machines, folder, tmp_path):
    run = begun(folder, tmp_path / "cache", *on(machines))
    run.stdout.readline()
    machines.kill("scheduler")
    rest, said = left_of(run)
    assert run.returncode == 2
    assert f"error: the Dask scheduler at {machines.address} is gone\n".encode() in said
    assert b"files were not reached" in rest.splitlines()[-1], "the results say that they are not whole"
    local = process("check", folder, "--format", "jsonl", "--no-cache")
    done, said = begun(folder, tmp_path / "cache").communicate(timeout=120)
    assert done == local.stdout
    known = int(said.split(b" files unchanged since an earlier run")[0].split()[-1])
    assert known >= cluster.FILES


@needs_dask
def test_articles_are_fetched_from_an_address(process, machines, folder):
    local = process("check", folder, "--format", "jsonl", "--no-cache", "--exclude", "1/")
    for known in (False, True):
        done = process("check", f"file://{folder}", "--format", "jsonl", "--exclude", "**/1/*", *on(machines))
        assert done.stdout.replace(b"file://", b"") == local.stdout
        assert (b"files unchanged since an earlier run" in done.stderr) == known


@pytest.fixture
def web(folder):
    """The address at which a server of this machine gives the articles to whoever asks."""
    pytest.importorskip("aiohttp", reason="fsspec needs aiohttp for http://")
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        yield server.stdout.readline().decode().partition("(")[2].partition("/)")[0]
        server.kill()


@needs_dask
def test_articles_are_fetched_from_a_server(process, machines, folder, web):
    local = process("check", folder, "--format", "jsonl", "--no-cache")
    fetched = process("check", f"{web}/", "--format", "jsonl", "--no-cache", *on(machines))
    assert fetched.stdout.replace(web.encode(), str(folder).encode()) == local.stdout
    alone = process("check", f"{web}/1/001.md", "--format", "jsonl", "--no-cache", *on(machines))
    assert alone.stdout.replace(web.encode(), str(folder).encode()) in local.stdout


@needs_dask
def test_an_interrupted_run_on_a_cluster_ends_soon_and_in_order(machines, folder, tmp_path):
    run = begun(folder, tmp_path / "cache", *on(machines))
    run.stdout.readline()
    run.send_signal(signal.SIGINT)
    rest, _ = left_of(run)
    assert run.returncode == 130
    assert b"the run was interrupted" in rest.splitlines()[-1]


def test_a_missing_extra_is_told_with_the_command_that_installs_it(cli, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "find_spec", lambda name: None if name == "distributed" else find_spec(name))
    status, printed, said = cli("check", tmp_path, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:8786")
    assert (status, printed) == (2, "")
    assert said == (
        "error: --engine dask needs the extra “dask”; this installs it: python -m pip install 'citecheck-cli[dask]'\n"
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--engine", "dask"), "--engine dask needs --scheduler ADDRESS"),
        (("--scheduler", "tcp://127.0.0.1:8786"), "--scheduler needs --engine dask"),
        (("--engine", "dusk", "--scheduler", "x"), "did you mean"),
        (("s3://bucket/folder",), "is an address, not a path: it takes --engine dask"),
    ],
)
def test_options_that_need_each_other_say_so(cli, tmp_path, options, words):
    status, _, said = cli("check", tmp_path, *options)
    assert status == 2
    assert words in said
    assert said.count("\n") == 1


@needs_dask
def test_a_scheduler_that_is_not_there_is_one_sentence(process, folder):
    done = process("check", folder, "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert done.stderr == b"error: there is no Dask scheduler at tcp://127.0.0.1:9\n"
