"""The options that hand a run over many files to a cluster, and what to say where that cannot be."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Annotated

from citecheck.cli.choices import one_of
from citecheck.cli.option import Option
from citecheck.cli.usage import UsageError

if TYPE_CHECKING:
    from citecheck.engine.folder_run import StatusOf
    from citecheck.engine.found import Found
    from citecheck.engine.supervisor import Crew, Workers
    from citecheck.engine.worker import Limits

LOCAL, DASK = "local", "dask"

Engine = Annotated[
    str, Option("--engine", metavar="NAME", help="Who checks a folder: local (this machine), or a dask cluster.")
]
Scheduler = Annotated[
    str | None, Option("--scheduler", metavar="ADDRESS", help="The scheduler of a Dask cluster: tcp://HOST:8786.")
]


def scheduler_of(engine: str, scheduler: str | None, paths: Iterable[str]) -> str | None:
    """Return the address of the cluster that is to check, None for this machine; raises `UsageError`."""
    if one_of(engine, (LOCAL, DASK), "engine") == LOCAL:
        if scheduler is not None:
            raise UsageError("--scheduler needs --engine dask")
        address = next((path for path in paths if "://" in path and _is_address(path)), None)
        if address is not None:
            raise UsageError(f"{address!r} is an address, not a path: it takes --engine dask --scheduler ADDRESS")
        return None
    if scheduler is None:
        raise UsageError("--engine dask needs --scheduler ADDRESS, such as tcp://127.0.0.1:8786")
    from citecheck.engine.cluster import is_installed

    if not is_installed():
        command = "python -m pip install 'citecheck-cli[dask]'"
        raise UsageError(f"--engine dask needs the extra “dask”; this installs it: {command}")
    return scheduler


def found_at(exclude: tuple[str, ...]) -> "Callable[[str], Iterable[Found]]":
    """Return what lists the files at an address."""
    from citecheck.engine.cluster import found_at as found

    return partial(found, exclude=exclude)


def crew_of(scheduler: str | None, workers: "Workers", limits: "Limits") -> "tuple[Crew, StatusOf]":
    """Return who checks, this machine or a cluster, and what tells whether a file has changed."""
    from citecheck.engine.verdict import status_of

    if scheduler is None:
        return workers, status_of
    from citecheck.engine.cluster import Cluster, status_at

    workers.stop()
    try:
        return Cluster(scheduler, limits), status_at
    except ConnectionError as error:
        raise UsageError(error.strerror) from error


def _is_address(path: str) -> bool:
    from citecheck.engine.meant import is_address

    return is_address(path)
