"""What a cold run costs, as a ratio to a bare start of the same interpreter.

    python benchmarks/startup.py [FILE]

Each command runs several times in a process of its own, by turns; the median of the CPU seconds (user and system)
counts, so that a busy machine changes little. FILE is measured beside the sample article.
"""

import os
import pty
import resource
import statistics
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
SAMPLE = Path(__file__).parents[1] / "refs" / "kazakhstan.md"
#: As on a person's machine: byte code is kept, as it is for an installed program.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
#: The most that each may cost, in bare starts; `--version` is held against importing typer instead.
JSON_BUDGET = 12.0
TERMINAL_BUDGET = 15.0
VERSION_BUDGET = 1.2


def main() -> None:
    """Print one line for each command."""
    files = [SAMPLE, *(Path(name) for name in sys.argv[1:])]
    commands = [("-c", "pass"), ("-c", "import typer"), ("-m", "citecheck", "--version")]
    checks = [("-m", "citecheck", "check", str(file)) for file in files]
    bare, typer, version, *costs = medians(
        [*((command, False) for command in commands)]
        + [run for check in checks for run in (((*check, "--format", "json"), False), (check, True))]
    )
    print(f"python -c pass      {bare * 1000:7.1f} ms    1.0")
    print(f"import typer        {typer * 1000:7.1f} ms  {typer / bare:5.1f}")
    print(f"citecheck --version {version * 1000:7.1f} ms  {version / bare:5.1f}", end="")
    print(f"   {version / typer:4.2f} of importing typer (at most {VERSION_BUDGET})")
    for file, json, terminal in zip(files, costs[::2], costs[1::2], strict=True):
        for name, budget, seconds in (("json", JSON_BUDGET, json), ("terminal", TERMINAL_BUDGET, terminal)):
            print(
                f"check, {name:<12} {seconds * 1000:7.1f} ms  {seconds / bare:5.1f}   (at most {budget:g})  {file.name}"
            )


def medians(runs: Sequence[tuple[tuple[str, ...], bool]]) -> list[float]:
    """Return the median CPU seconds of each run of Python, by its arguments and whether it is on a terminal.

    They take turns, so that a machine that is busy for a while is so for all; the first turn warms the caches.
    """
    turns = [[cpu_seconds(arguments, terminal=terminal) for arguments, terminal in runs] for _ in range(RUNS + 1)]
    return [statistics.median(seconds) for seconds in zip(*turns[1:], strict=True)]


def cpu_seconds(arguments: tuple[str, ...], *, terminal: bool) -> float:
    """Return the CPU seconds of one run, its output thrown away; on a terminal of its own where that is asked for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = on_terminal(arguments) if terminal else silent(arguments)
    if status not in {0, 1}:
        sys.exit(f"{' '.join(arguments)} ended with status {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def silent(arguments: tuple[str, ...]) -> int:
    """Run Python with its output thrown away; a word on standard error is a failure, since a traceback ends with 1."""
    done = subprocess.run(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        check=False,
    )
    return 2 if done.stderr else done.returncode


def on_terminal(arguments: tuple[str, ...]) -> int:
    """Run Python as a person would, on a terminal of 100 columns that shows colours."""
    ours, theirs = pty.openpty()
    reader = threading.Thread(target=drain, args=(ours,))
    reader.start()
    environment = {**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "100"}
    try:
        done = subprocess.run([sys.executable, *arguments], stdout=theirs, env=environment, check=False)
    finally:
        os.close(theirs)
        reader.join()
        os.close(ours)
    return done.returncode


def drain(terminal: int) -> None:
    """Read what the program prints until it ends, lest it wait for us."""
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # on Linux the end of the other side
        return


if __name__ == "__main__":
    main()
