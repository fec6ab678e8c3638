"""The task of one machine of a cluster: files that are checked in processes of their own, so that none harms others."""

from __future__ import annotations

import json
import os
import pickle
import socket
import subprocess
import sys
from contextlib import suppress
from functools import partial

import citecheck
from citecheck.engine.cluster import fetched
from citecheck.engine.meant import is_address
from citecheck.engine.reading import limit_of
from citecheck.engine.supervisor import Channel, Died, Workers
from citecheck.engine.verdict import unread_verdict
from citecheck.engine.warming import warm
from citecheck.engine.worker import CHECK, CONTENT, GO, Checker, Limits, said
from citecheck.model.fault import ReadError
from citecheck.model.value import value

#: All that was heard of a file: by what its content is known, and the verdict; or how the worker died.
Heard = tuple[bytes | Died, ...]
_PATIENCE = 60.0


@value
class Batch:
    """Files to check: what a worker is asked for each, with the number of the settings that hold for it.

    They are checked in `folder`, where their paths begin, by the same version of the program.
    """

    asked: tuple[tuple[bytes, int], ...]
    settings: tuple[bytes, ...]
    limits: Limits
    folder: str
    version: str = citecheck.__version__


def check_batch(batch: Batch) -> list[Heard]:
    """Return what was heard of each file; this is what a cluster is handed.

    A process made for it, and not this one, which may have threads, makes the workers. It ends when nobody listens.
    """
    if batch.version != citecheck.__version__:
        raise ValueError(f"a worker has citecheck {citecheck.__version__}, this is citecheck {batch.version}")
    ours, theirs = socket.socketpair()
    number = theirs.fileno()
    command = [sys.executable, "-m", __name__, str(number)]
    with subprocess.Popen(command, pass_fds=(number,)) as process:  # noqa: S603 our own module
        theirs.close()
        channel = Channel(ours)
        try:
            channel.send(pickle.dumps(batch))
            answers = [channel.receive() for _ in batch.asked]
        finally:
            channel.close()
            process.kill()
    return [_heard(answer) for answer in answers]


def _heard(answer: bytes | None) -> Heard:
    if answer is None:
        raise ChildProcessError("the process that checks files was ended")
    heard: Heard = pickle.loads(answer)  # noqa: S301 from a process of our own
    return heard


def main(number: int) -> None:
    """Check the batch that comes on the line of this number, and say what is heard of each file at once."""
    channel = Channel(socket.socket(fileno=number))
    message = channel.receive()
    if message is None:
        return
    batch: Batch = pickle.loads(message)  # noqa: S301 from the process that made this one
    with suppress(OSError):  # else each file says that it is not there
        os.chdir(batch.folder)
    workers = Workers(Checker(batch.limits).serve, 1, partial(warm, batch.limits.pages))
    try:
        for asked, which in batch.asked:
            channel.send(pickle.dumps(_checked(workers, asked, batch.settings[which], batch.limits)))
    except BrokenPipeError:
        pass
    finally:
        workers.stop()


def _checked(workers: Workers, asked: bytes, settings: bytes, limits: Limits) -> Heard:
    what, path, archive, named = json.loads(asked)
    held = b""
    if what == CHECK and is_address(path):
        try:
            held = fetched(path, limit_of(path) + 1)
        except ReadError as error:
            return (said(unread_verdict(path, error.fault)),)
        asked = json.dumps([what, path, archive, named, len(held)]).encode()
    workers.hand_out(0, asked + b"\n" + held + settings, limits.whole)
    heard: list[bytes | Died] = []
    while True:
        for _, message in workers.wait(_PATIENCE):
            heard.append(message)
            if isinstance(message, Died):
                return (message,)
            if message[:1] != CONTENT:
                workers.end(0)
                return tuple(heard)
            workers.answer(0, GO)


if __name__ == "__main__":
    main(int(sys.argv[1]))
