"""Many machines instead of one: files handed to a Dask cluster, and articles that lie at an address, not on a disk.

The only door of dask, distributed and fsspec, which the extra `dask` installs.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citecheck.engine.exclusion import Ignored
from citecheck.engine.found import Found
from citecheck.engine.meant import is_address
from citecheck.engine.supervisor import Died
from citecheck.engine.verdict import Status, status_of
from citecheck.engine.worker import GO, Limits
from citecheck.model.fault import Fault, FaultKind, ReadError

if TYPE_CHECKING:
    from citecheck.engine.batch import Heard

#: Files in one task: enough that starting its process does not matter, few enough to be done again.
FILES = 100
#: Tasks for each thread of the cluster: one is done, one waits.
_DEPTH = 2
#: A task is tried again so often, elsewhere if it can be.
_RETRIES = 3
_REACHED_WITHIN, _LOST_AFTER, _FETCHED_WITHIN = 10.0, 10.0, 20.0
#: What tells that a thing at an address has changed, as the kinds of storage call it.
_SIGNS = (
    "ETag",
    "etag",
    "md5Hash",
    "md5",
    "generation",
    "LastModified",
    "last_modified",
    "mtime",
    "updated",
    "created",
)
_TRIES = 3


def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("distributed") is not None and find_spec("fsspec") is not None


class Cluster:
    """A Dask cluster at the address of its scheduler; to a `FolderRun` it is what `Workers` are.

    A lost worker costs nothing: its task is done elsewhere. When the scheduler is `lost`, and does not come back, that
    says so in words, and nothing more is heard. Raises `OSError` where there is none.
    """

    timed = False

    def __init__(self, address: str, limits: Limits) -> None:
        import dask

        quiet = dict.fromkeys(("distributed", "distributed.client", "distributed.comm"), "critical")
        with dask.config.set({"logging": quiet}):  # what it has to say is said in our words
            from distributed import Client
        dask.config.set({"distributed.comm.timeouts.connect": _LOST_AFTER})
        try:
            made: Any = Client  # of a library without types
            self._client = made(address, timeout=_REACHED_WITHIN, set_as_default=False)
        except (OSError, ValueError, TypeError, ImportError) as error:
            raise ConnectionError(None, f"there is no Dask scheduler at {address}") from error
        self._address = address
        self._limits = limits
        self._gathered: list[tuple[int, bytes]] = []
        self._tasks: dict[Any, list[tuple[int, bytes]]] = {}
        self._done: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._heard: list[tuple[int, bytes | Died]] = []
        self._later: dict[int, Heard] = {}
        self._open: set[int] = set()
        self._room = 0
        self._lost: str | None = None
        self._measure()

    @property
    def lost(self) -> str | None:
        """Why nothing more will be heard, None while all is well."""
        return self._lost

    @property
    def idle(self) -> bool:
        """Whether a file can be handed out."""
        return self._lost is None and len(self._open) < self._room

    def hand_out(self, task: int, message: bytes, _: float) -> bool:
        """Hand a file out, in a task with others."""
        self._open.add(task)
        self._gathered.append((task, message))
        if len(self._gathered) == FILES:
            self._submit()
        return True

    def answer(self, task: int, message: bytes) -> None:
        """Answer what was said of a file: it has been checked already, and is heard of if it is to be."""
        later = self._later.pop(task, ())
        if message == GO:
            self._heard.extend((task, one) for one in later)

    def end(self, task: int) -> None:
        """Take a file as done."""
        self._open.discard(task)

    def wait(self, seconds: float) -> list[tuple[int, bytes | Died]]:
        """Return what came from the cluster, after so many seconds at the latest."""
        if not self._heard:
            self._submit()
            self._hear(seconds)
        heard, self._heard = self._heard, []
        self._open.difference_update(task for task, message in heard if isinstance(message, Died))
        return heard

    def stop(self) -> None:
        """Leave the cluster; what it has not begun is not done."""
        futures, self._tasks = list(self._tasks), {}
        with suppress(Exception):
            self._client.cancel(futures, force=True)
        with suppress(Exception):
            self._client.close(timeout=_DEPTH)

    def _measure(self) -> None:
        """Learn how much the cluster can do at once; it may have grown."""
        with suppress(Exception):  # it may be gone, which is heard of soon enough
            self._room = FILES * _DEPTH * max(1, sum(self._client.nthreads().values()))

    def _submit(self) -> None:
        from citecheck.engine.batch import Batch, check_batch

        if not self._gathered:
            return
        files, self._gathered = self._gathered, []
        settings: dict[bytes, int] = {}
        asked = []
        for _, message in files:
            question, _, its = message.partition(b"\n")
            asked.append((question, settings.setdefault(its, len(settings))))
        batch = Batch(tuple(asked), tuple(settings), self._limits, str(Path.cwd()))
        try:
            future = self._client.submit(check_batch, batch, pure=False, retries=_RETRIES)
        except Exception as error:  # noqa: BLE001 whatever it is, the cluster takes nothing more
            self._lose(error)
            return
        self._tasks[future] = files
        future.add_done_callback(self._done.put)
        self._measure()

    def _hear(self, seconds: float) -> None:
        """Take the results of a task that has ended."""
        try:
            future = self._done.get(timeout=seconds)
        except queue.Empty:
            if self._client.status in {"closed", "closing"}:
                self._lose(None)
            return
        files = self._tasks.get(future)
        if files is None:
            return
        status = future.status
        if status == "finished":
            self._gather(future, files)
        elif status == "error":
            self._fail(future, files)
        elif self._client.status == "running":  # the scheduler was away, and knows nothing of it
            del self._tasks[future]
            self._gathered.extend(files)
            self._submit()
        else:
            self._done.put(future)
            self._pause(seconds)

    def _pause(self, seconds: float) -> None:
        """Wait for a scheduler that is away."""
        import time

        time.sleep(seconds)
        if self._client.status in {"closed", "closing"}:
            self._lose(None)

    def _gather(self, future: Any, files: list[tuple[int, bytes]]) -> None:  # noqa: ANN401 a library without types
        try:
            answers: list[Heard] = future.result(timeout=_FETCHED_WITHIN)
        except Exception:  # noqa: BLE001 its worker was lost with the results: it is done again, or the scheduler is lost
            self._done.put(future)
            return
        del self._tasks[future]
        for (task, _), heard in zip(files, answers, strict=True):
            self._heard.append((task, heard[0]))
            self._later[task] = heard[1:]

    def _fail(self, future: Any, files: list[tuple[int, bytes]]) -> None:  # noqa: ANN401 a library without types
        from distributed.scheduler import KilledWorker

        error = future.exception()
        if not isinstance(error, KilledWorker):
            self._lose(error)
            return
        del self._tasks[future]
        self._heard.extend((task, Died(late=False, killed=True)) for task, _ in files)

    def _lose(self, error: BaseException | None) -> None:
        if error is None or isinstance(error, OSError):
            self._lost = f"the Dask scheduler at {self._address} is gone"
        else:
            self._lost = f"the Dask cluster at {self._address} cannot check files: {type(error).__name__}: {error}"


def found_at(address: str, exclude: tuple[str, ...]) -> Iterator[Found]:
    """Yield the files below an address, or those that match a pattern, in the order of their names."""
    try:
        system, root = _system(address)
        if system.isdir(root):
            names, named = system.find(root), False
        elif any(sign in root for sign in "*?["):
            names, named = [name for name in system.glob(root) if system.isfile(name)], False
        else:
            names, named = [root], True
    except Exception as error:  # noqa: BLE001 each kind of storage has its own
        yield Found(address, fault=_fault(error))
        return
    ignored = Ignored("", exclude)
    if not names:
        yield Found(address, fault=Fault(FaultKind.UNREADABLE, "no file is there"))
    for name in sorted(names, key=os.fsencode):
        hidden = any(part.startswith(".") for part in name[len(root) :].split("/"))
        if named:
            yield Found(address, named=True)
        elif not hidden and not ignored.leaves_out(name, folder=False):
            yield Found(system.unstrip_protocol(name))


def fetched(address: str, most: int) -> bytes:
    """Return the first bytes of what lies at an address; raises `ReadError`."""
    for left in reversed(range(_TRIES)):
        try:
            system, path = _system(address)
            with system.open(path, "rb") as stream:
                return bytes(stream.read(most))
        except Exception as error:
            if not left or isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError | ImportError):
                fault = _fault(error)
                raise ReadError(fault.kind, fault.message) from error
    raise AssertionError


def status_at(path: str) -> Status | None:
    """Return what tells whether a file, or what lies at an address, has changed; None where nothing does."""
    if not is_address(path):
        return status_of(path)
    try:
        system, place = _system(path)
        told = system.info(place)
    except Exception:  # noqa: BLE001 each kind of storage has its own; that it is not there is said when it is read
        return None
    signs = [(name, str(told[name])) for name in _SIGNS if told.get(name)]
    if not signs:
        return None
    return int(told.get("size") or 0), 0, int.from_bytes(sha256(repr(signs).encode()).digest()[:7], "big")


def _system(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    system, path = url_to_fs(address)
    return system, str(path)


def _fault(error: Exception) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault(FaultKind.UNREADABLE, "no such file")
    words = str(getattr(error, "strerror", None) or error).strip().splitlines()
    return Fault(FaultKind.UNREADABLE, f"it cannot be fetched: {words[0] if words else type(error).__name__}")
