"""What a worker may not do: take too much memory or time, write a file, or reach the network."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Processor seconds for one file, should no deadline be heard (LIMITS.md), or twice its time where that is more.
PROCESSOR_SECONDS = 60


def confine(memory: int) -> None:
    """Confine this process for the rest of its life; no file it reads can make it do more."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):  # what a library prints is not for the person
        os.dup2(nowhere, standard)
    os.close(nowhere)
    _lower(resource.RLIMIT_AS, memory)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    sys.addaudithook(_refuse_network)


@contextmanager
def limited_memory(most: int) -> Iterator[None]:
    """Let this process take so many bytes inside the block, and no more."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    _lower(resource.RLIMIT_AS, most)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def allow_processor_time(seconds: float) -> None:
    """Give this process the processor seconds of one more file, which may take so many on the clock."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = max(PROCESSOR_SECONDS, int(2 * seconds))
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + most)


def _lower(limit: int, most: int) -> None:
    """Set the limit that may be raised again, never above the one that may not."""
    _, hard = resource.getrlimit(limit)
    with suppress(OSError, ValueError):
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _refuse_network(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("a file is checked without the network")
