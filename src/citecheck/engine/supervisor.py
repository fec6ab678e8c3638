"""Worker processes that each have one task at a time: one that dies or hangs costs its own task and nothing else."""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple, NoReturn, Protocol

from citecheck.model.value import record

#: What a worker does: it takes messages from a channel until that is closed.
Serve = Callable[["Channel"], None]

_SIGNALS = {signal.SIGINT, signal.SIGTERM, signal.SIGALRM}
_LENGTH = 4
_CHUNK = 1 << 18


class Channel:
    """One end of a line on which whole messages travel."""

    __slots__ = ("_received", "_socket")

    def __init__(self, end: socket.socket) -> None:
        self._socket = end
        self._received = bytearray()

    def fileno(self) -> int:
        """Return the number by which the system knows it."""
        return self._socket.fileno()

    def send(self, message: bytes) -> None:
        """Send a message; raises `OSError` where the other side is gone."""
        self._socket.sendall(len(message).to_bytes(_LENGTH, "big") + message)

    def receive(self) -> bytes | None:
        """Wait for a message; None where the other side is gone."""
        while True:
            for message in self._whole():
                return message
            if not self._fill():
                return None

    def arrived(self) -> tuple[list[bytes], bool]:
        """Return the messages that one reading completes, and whether the other side is still there."""
        there = self._fill()
        return list(self._whole()), there

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _fill(self) -> bool:
        try:
            data = self._socket.recv(_CHUNK)
        except OSError:
            return False
        self._received += data
        return bool(data)

    def _whole(self) -> Iterator[bytes]:
        while len(self._received) >= _LENGTH:
            end = _LENGTH + int.from_bytes(self._received[:_LENGTH], "big")
            if len(self._received) < end:
                return
            message = bytes(self._received[_LENGTH:end])
            del self._received[:end]
            yield message


class Died(NamedTuple):
    """A worker came to its end before its task did.

    It was ended because its time was over (`late`), or it was `killed` from outside, or the task was too much for it.
    """

    late: bool
    killed: bool = False


class Crew(Protocol):
    """Those who do tasks, on this machine (`Workers`) or on others.

    With `timed` a task is begun when it is handed out; `lost` says why nothing more will be heard, None while all is
    well.
    """

    @property
    def timed(self) -> bool: ...  # noqa: D102 told above

    @property
    def lost(self) -> str | None: ...  # noqa: D102 told above

    @property
    def idle(self) -> bool:
        """Whether a task can be handed out."""

    def hand_out(self, task: int, message: bytes, seconds: float) -> bool:
        """Hand out a task, for which there are so many seconds; False where it has to wait."""

    def answer(self, task: int, message: bytes) -> None:
        """Answer what was said of a task."""

    def end(self, task: int) -> None:
        """Take a task as done."""

    def wait(self, seconds: float) -> list[tuple[int, bytes | Died]]:
        """Return what was said, after so many seconds at the latest."""

    def stop(self) -> None:
        """End all at once."""


@record
class _Worker:
    """A process, the line to it, the task it has, and when its time is over."""

    pid: int
    channel: Channel
    task: int | None = None
    until: float = 0.0


class Workers:
    """A number of processes that run `serve`, begun when the first task is handed out.

    `prepare` is called once before the first of them is made: what it loads is shared by all.
    """

    timed = True
    lost = None

    def __init__(self, serve: Serve, number: int, prepare: Callable[[], None] = lambda: None) -> None:
        self._serve = serve
        self._number = number
        self._prepare = prepare
        self._workers: list[_Worker] = []
        self._begun = False
        self._selector = selectors.DefaultSelector()

    @property
    def idle(self) -> bool:
        """Whether a task can be handed out."""
        return len(self._workers) < self._number or any(worker.task is None for worker in self._workers)

    @property
    def busy(self) -> tuple[int, ...]:
        """The tasks that are being done."""
        return tuple(worker.task for worker in self._workers if worker.task is not None)

    def hand_out(self, task: int, message: bytes, seconds: float) -> bool:
        """Hand a task to an idle worker, which has so many seconds for it; False where no further one can be made.

        Raises `OSError` where none at all can be made.
        """
        worker = next((one for one in self._workers if one.task is None), None)
        if worker is None:
            try:
                worker = self._made()
            except OSError:
                if not self._workers:
                    raise
                self._number = len(self._workers)
                return False
        worker.task, worker.until = task, time.monotonic() + seconds
        self._send(worker, message)
        return True

    def answer(self, task: int, message: bytes) -> None:
        """Send the worker of a task a message."""
        self._send(self._of(task), message)

    def end(self, task: int) -> None:
        """Take the task as done: its worker is idle again."""
        self._of(task).task = None

    def wait(self, seconds: float) -> list[tuple[int, bytes | Died]]:
        """Return what came from the workers, after so many seconds at the latest."""
        now = time.monotonic()
        nearest = min((worker.until for worker in self._workers if worker.task is not None), default=now + seconds)
        heard: list[tuple[int, bytes | Died]] = []
        for key, _ in self._selector.select(max(0.0, min(seconds, nearest - now))):
            heard.extend(self._heard(key.data))
        for worker in [one for one in self._workers if one.task is not None and one.until <= time.monotonic()]:
            heard.extend(self._lost(worker, late=True))
        return heard

    def stop(self) -> None:
        """End all workers at once, whatever they are doing."""
        for worker in list(self._workers):
            self._buried(worker)
        self._selector.close()

    def _of(self, task: int) -> _Worker:
        return next(worker for worker in self._workers if worker.task == task)

    def _send(self, worker: _Worker, message: bytes) -> None:
        with suppress(OSError):  # it is dead, which is heard next
            worker.channel.send(message)

    def _heard(self, worker: _Worker) -> list[tuple[int, bytes | Died]]:
        messages, there = worker.channel.arrived()
        task = worker.task
        heard: list[tuple[int, bytes | Died]] = [(task, message) for message in messages if task is not None]
        return heard if there else heard + self._lost(worker, late=False)

    def _lost(self, worker: _Worker, *, late: bool) -> list[tuple[int, bytes | Died]]:
        task = worker.task
        signalled = self._buried(worker)
        return [] if task is None else [(task, Died(late, killed=not late and signalled == signal.SIGKILL))]

    def _buried(self, worker: _Worker) -> int | None:
        """End a process; returns the signal of which it died, None where there was none."""
        self._workers.remove(worker)
        self._selector.unregister(worker.channel)
        worker.channel.close()
        with suppress(ProcessLookupError):
            os.kill(worker.pid, signal.SIGKILL)
        try:
            _, status = os.waitpid(worker.pid, 0)
        except ChildProcessError:
            return None
        return os.WTERMSIG(status) if os.WIFSIGNALED(status) else None

    def _made(self) -> _Worker:
        if not self._begun:
            self._begun = True
            self._prepare()
            gc.collect()
            gc.freeze()  # the collector of a worker would else write to every page that is shared
        ours, theirs = socket.socketpair()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                with suppress(OSError, ValueError):
                    stream.flush()
        with _no_signals(), warnings.catch_warnings():
            # Python warns of threads of whoever uses this as a library; a worker waits for none of them
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
            if pid == 0:
                self._live(ours, theirs)
        theirs.close()
        worker = _Worker(pid, Channel(ours))
        self._workers.append(worker)
        self._selector.register(worker.channel, selectors.EVENT_READ, worker)
        return worker

    def _live(self, ours: socket.socket, theirs: socket.socket) -> NoReturn:
        """Be a worker, from the fork to the end: nothing of the parent's may run or be written again."""
        status = 1
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)  # the parent hears them, and ends us
            signal.set_wakeup_fd(-1)
            ours.close()
            self._selector.close()
            for sibling in self._workers:
                sibling.channel.close()
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
            self._serve(Channel(theirs))
            status = 0
        finally:
            os._exit(status)


@contextmanager
def _no_signals() -> Iterator[None]:
    """Hold signals back, lest one is heard between a fork and the lines that make a worker of the child."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
