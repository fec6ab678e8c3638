"""Several articles given by name, each checked where it can do no harm to what comes of the others."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Iterator, Sequence
from functools import partial

from citecheck.engine.confinement import allow_processor_time, confine
from citecheck.engine.pipeline import check, unread
from citecheck.engine.settings import Settings
from citecheck.engine.supervisor import Channel, Died, Workers
from citecheck.model.fault import Fault, FaultKind
from citecheck.model.outcome import Outcome

#: For so many articles one process is enough: each further one has to load everything anew.
_FOR_ONE = 8
#: An article that ends its process so often is left.
_DEATHS = 2
#: A process has this much longer than an article: it says by itself that its time is over, if it can.
_GRACE = 2.0
_PATIENCE = 0.25


def check_apart(
    paths: Sequence[str], settings: Sequence[Settings], *, seconds: float, memory: int, jobs: int | None = None
) -> Iterator[Outcome]:
    """Yield what comes of each article, in order; each has so many seconds and bytes of memory."""
    number = min(jobs or len(os.sched_getaffinity(0)), -(-len(paths) // _FOR_ONE))
    workers = Workers(partial(_serve, seconds=seconds, memory=memory), number)
    waiting = list(range(len(paths)))[::-1]
    deaths = dict.fromkeys(waiting, 0)
    done: dict[int, Outcome] = {}
    following = 0
    try:
        while following < len(paths):
            while waiting and workers.idle:
                task = waiting.pop()
                if not workers.hand_out(task, pickle.dumps((paths[task], settings[task])), seconds + _GRACE):
                    waiting.append(task)
            for task, message in workers.wait(_PATIENCE):
                if not isinstance(message, Died):
                    workers.end(task)
                    done[task] = pickle.loads(message)  # noqa: S301 from a process of our own
                    continue
                deaths[task] += 1
                if message.late or deaths[task] == _DEATHS:
                    done[task] = unread(paths[task], _fault(message, seconds))
                else:
                    waiting.append(task)
            while following in done:
                yield done.pop(following)
                following += 1
    finally:
        workers.stop()


def _serve(channel: Channel, *, seconds: float, memory: int) -> None:
    confine(memory)
    while (message := channel.receive()) is not None:
        allow_processor_time(seconds)
        path, settings = pickle.loads(message)  # noqa: S301 from our own parent
        channel.send(pickle.dumps(check(path, settings, seconds), pickle.HIGHEST_PROTOCOL))
        gc.collect()


def _fault(death: Died, seconds: float) -> Fault:
    if death.late:
        return Fault(FaultKind.TOO_SLOW, f"not checked within {seconds:g} seconds")
    return Fault(FaultKind.READER_DIED, f"not checked: the process that read it died {_DEATHS} times")
