"""What a worker may not do: take too much memory or time, write a file, or reach the network."""

from __future__ import annotations

import os
import resource
import signal
import sys
from contextlib import suppress

#: Processor seconds for one file, should no deadline be heard (LIMITS.md).
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


def allow_processor_time() -> None:
    """Give this process the processor seconds of one more file."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + PROCESSOR_SECONDS)


def _lower(limit: int, most: int) -> None:
    """Set the limit that may be raised again, never above the one that may not."""
    _, hard = resource.getrlimit(limit)
    with suppress(OSError, ValueError):
        resource.setrlimit(limit, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _refuse_network(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("a file is checked without the network")
