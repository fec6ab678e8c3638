"""A run over many files: its options, and whether a call is one."""

import os
from contextlib import suppress
from typing import Annotated, NamedTuple

from citecheck.cli import cluster
from citecheck.cli.option import Option
from citecheck.cli.usage import UsageError

STANDARD_INPUT = "-"


class Searching(NamedTuple):
    """Which files are meant, besides those named."""

    files_from: Annotated[
        str | None,
        Option("--files-from", metavar="FILE", help="Check what FILE lists, a path on each line; - is standard input."),
    ] = None
    exclude: Annotated[
        list[str] | None,
        Option(metavar="PATTERN", help="Leave out what matches, as in .gitignore. Repeatable."),
    ] = None
    no_gitignore: Annotated[bool, Option("--no-gitignore", help="Check what .gitignore files leave out too.")] = False


class Effort(NamedTuple):
    """What a run may take, and who makes it."""

    jobs: Annotated[
        int | None, Option("--jobs", "-j", min=1, max=1024, metavar="N", help="Processes; else one for each core.")
    ] = None
    timeout: Annotated[
        float, Option(min=0.1, max=86_400, metavar="SECONDS", help="The most that one file may take.")
    ] = 30.0
    max_memory: Annotated[
        int, Option(min=200, max=1_000_000, metavar="MB", help="The most that a process may take.")
    ] = 1_500
    no_cache: Annotated[bool, Option("--no-cache", help="Read every file, and keep nothing for the next run.")] = False
    engine: cluster.Engine = cluster.LOCAL
    scheduler: cluster.Scheduler = None


Pages = Annotated[
    str | None,
    Option(
        metavar="WHICH",
        help="Articles that get a page in a folder of results: with errors (the default), problems, all or none.",
    ),
]
Across = Annotated[
    bool, Option("--across", help="Compare the lists of all articles for one work written in several ways.")
]


def given(paths: list[str] | None, files_from: str | None, outputs: list[str] | None) -> list[str]:
    """Return the paths on the command line, but for `outputs`; without any, there must be a file that lists them."""
    if not paths and files_from is None:
        raise UsageError("Missing argument 'ARTICLE…'. See citecheck check --help.")
    if paths and outputs and len(paths) > 1:
        from citecheck.cli.overwriting import without_reports

        return without_reports(paths, outputs) or paths
    return paths or []


def is_run(
    paths: list[str],
    files_from: str | None,
    outputs: list[str] | None,
    *,
    elsewhere: bool,
    alone: dict[str, bool],
    pages: str | None,
) -> bool:
    """Whether these are many files: a folder, an archive, a pattern, a list of files.

    Any that go `elsewhere`, to a cluster, or are to be compared, are taken for many too.
    So is what is to come to a folder of results. The options of `alone` are for articles given by name, and raise
    `UsageError` where there are many; `pages` are for many.
    """
    many = elsewhere or files_from is not None or any(_is_many(path) for path in paths)
    tables = next((path for path in outputs or () if is_folder(path) or is_table(path)), None)
    if not many and tables is None:
        if pages is not None:
            raise UsageError("--pages is for a folder of results; of one article, --output report.html writes the page")
        return False
    for name, given in alone.items():
        if given:
            where = "takes articles by name, not a folder of them" if many else f"goes without --output {tables!r}"
            raise UsageError(f"--{name.replace('_', '-')} {where}")
    return True


def is_folder(path: str) -> bool:
    """Whether an output is to be a folder of results."""
    return path.endswith("/") or os.path.isdir(path)  # noqa: PTH112 to a Path an empty name is the current folder


def is_table(path: str) -> bool:
    """Whether an output is to be a table in Parquet."""
    return path.lower().endswith(".parquet")


def _is_many(path: str) -> bool:
    if path == STANDARD_INPUT or "\0" in path:
        return False
    with suppress(OSError, ValueError):
        from citecheck.engine.meant import is_many

        return is_many(path)
    return False
