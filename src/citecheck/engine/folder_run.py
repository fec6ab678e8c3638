"""A run over many files: what is known is taken from the cache, the rest is shared out, and all comes back in order."""

from __future__ import annotations

import json
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterator

from citecheck.engine.cache import Cache
from citecheck.engine.duplicates import Met
from citecheck.engine.fingerprint import key_of
from citecheck.engine.found import Found
from citecheck.engine.inventory import Inventory
from citecheck.engine.pages import Pages, stamp_of
from citecheck.engine.policy.mistake import Mistake
from citecheck.engine.settings import Settings
from citecheck.engine.supervisor import Crew, Died, Workers
from citecheck.engine.verdict import State, Status, Verdict, status_of, unread_verdict
from citecheck.engine.worker import CHECK, CONTENT, GO, LEAVE, LIST, Limits, heard
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.problem import Severity
from citecheck.model.value import record, value

#: Listing an archive means reading it to its end.
_LISTING = 10
#: Bytes of verdicts that may wait for an earlier file, which takes its time.
_MOST_WAITING = 32_000_000
_PATIENCE = 0.25
#: So many deaths of its workers end the attempts at a file: of its own doing, and by a hand from outside, such as the
#: system's when memory is short.
_CRASHED, _KILLED = 2, 6
_LISTING_TASK = -1


#: The settings for the file at a path; raises `Mistake` where a configuration is wrong.
SettingsOf = Callable[[str], Settings]
#: What tells whether the file at a path has changed.
StatusOf = Callable[[str], Status | None]


@value
class Checked:
    """A file with its verdict, how long it took, and whether the verdict was known from an earlier run.

    It `fails` where a problem is as bad as the settings for the file say. `page` is the address of its own page.
    """

    file: Found
    verdict: Verdict
    seconds: float = 0.0
    known: bool = False
    fails: bool = False
    page: str | None = None


_PLAIN = Settings()


@record
class _Task:
    """A file that is not finished."""

    number: int
    file: Found
    settings: Settings = _PLAIN
    status: Status | None = None
    content: bytes | None = None
    begun: float = 0.0
    deaths: int = 0
    alone: bool = False
    met: bool = False
    page: str | None = None


class FolderRun:
    """Checks the files of an inventory.

    Iterated over, it yields each file in the order of the inventory; when `stopped` says so it leaves the rest. `tick`
    is called again and again while it waits.
    """

    def __init__(
        self,
        inventory: Inventory,
        workers: Crew,
        cache: Cache | None,
        *,
        settings_of: SettingsOf,
        limits: Limits,
        status_of: StatusOf = status_of,
        pages: Pages | None = None,
    ) -> None:
        self._inventory = inventory
        self._workers = workers
        self._cache = cache
        self._settings_of = settings_of
        self._limits = limits
        self._status_of = status_of
        self._pages = pages
        self._again: deque[_Task] = deque()
        self._running: dict[int, _Task] = {}
        self._same: dict[bytes, list[_Task]] = {}
        self._finished: dict[int, Checked] = {}
        self._waiting = 0
        self._met = Met()
        self._next = 0

    @property
    def slowest(self) -> tuple[str, float] | None:
        """The file that has been read for the longest time, and the seconds."""
        begun = [(task.begun, task.file.path) for task in self._running.values() if task.begun]
        return (min(begun)[1], time.monotonic() - min(begun)[0]) if begun else None

    def checked(self, stopped: Callable[[], bool], tick: Callable[[], None]) -> Iterator[Checked]:
        """Yield the files in order; after an interruption those that are finished."""
        tasks = (_Task(number, file) for number, file in enumerate(self._inventory))
        try:
            while not stopped():
                task = self._following(tasks)
                if task is not None:
                    self._begin(task)
                elif self._running:
                    tick()
                    if self._cache is not None:
                        self._cache.write_in_time()
                    for number, message in self._workers.wait(_PATIENCE):
                        self._hear(number, message)
                elif not self._again:
                    break
                yield from self._in_order()
            for number in sorted(self._finished):
                yield self._finished[number]
        finally:
            self._workers.stop()
            self._met.close()

    def _following(self, tasks: Iterator[_Task]) -> _Task | None:
        """Return the next file to begin with, None where a worker has to be waited for."""
        if not self._workers.idle:
            return None
        if self._again:
            return self._again.popleft()
        return next(tasks, None) if self._waiting < _MOST_WAITING else None

    def _in_order(self) -> Iterator[Checked]:
        while self._next in self._finished:
            checked = self._finished.pop(self._next)
            self._waiting -= len(checked.verdict.body)
            self._next += 1
            yield checked

    def _begin(self, task: _Task) -> None:
        """Settle a file from what is known of it, or hand it to a worker."""
        file = task.file
        if file.fault is not None:
            self._finish(task, unread_verdict(file.path, file.fault))
            return
        try:
            task.settings = self._settings_of(file.archive or file.path)
        except Mistake as mistake:
            self._finish(task, unread_verdict(file.path, Fault(FaultKind.UNREADABLE, str(mistake))))
            return
        task.status = self._status_of(file.archive or file.path)
        content = self._cache.content(file.path, task.status) if self._cache else None
        if content is None or (self._is_wanted(task, content) and not self._is_known(task)):
            self._hand_out(task)

    def _hand_out(self, task: _Task) -> None:
        asked = json.dumps([CHECK, task.file.path, task.file.archive, task.file.named]).encode()
        message = asked + b"\n" + pickle.dumps(task.settings)
        if self._workers.hand_out(task.number, message, self._limits.whole):
            if self._workers.timed:
                task.begun = time.monotonic()
            self._running[task.number] = task
        else:
            self._again.appendleft(task)

    def _hear(self, number: int, message: bytes | Died) -> None:
        """Take what a worker said of the file it has."""
        task = self._running[number]
        if isinstance(message, Died):
            del self._running[number]
            self._lose(task, message)
        elif message[:1] == CONTENT:
            wanted = self._is_wanted(task, message[1:])
            if wanted and not self._is_known(task, opened=True):
                self._workers.answer(number, GO)
                return
            self._workers.answer(number, LEAVE)
            self._leave(task)
        else:
            self._leave(task)
            verdict, page = heard(message, task.file.path)
            if self._pages is not None and self._pages.wanted.has(verdict):
                task.page = self._pages.put(task.file.path, self._stamp(task, verdict), page)
            if self._cache is not None and task.content is not None:
                self._cache.note_content(task.file.path, task.status, task.content)
                self._cache.keep(self._key(task), task.file.path, verdict)
            self._finish(task, verdict)

    def _leave(self, task: _Task) -> None:
        self._workers.end(task.number)
        del self._running[task.number]

    def _lose(self, task: _Task, death: Died) -> None:
        """Try a file again after its worker died; one whose time was over is not tried again."""
        task.deaths += 1
        if not death.late and task.deaths < (_KILLED if death.killed else _CRASHED):
            self._again.append(task)
            return
        if death.late:
            fault = Fault(FaultKind.TOO_SLOW, f"not checked within {self._limits.seconds:g} seconds")
        else:
            fault = Fault(FaultKind.READER_DIED, f"not checked: the process that read it died {task.deaths} times")
        self._finish(task, unread_verdict(task.file.path, fault))

    def _is_wanted(self, task: _Task, content: bytes) -> bool:
        """Whether a file is to be checked; else it has the content of another one, or waits for what comes of that."""
        if task.content == content:
            return True
        self._release(task)  # it changed since it was looked up
        if not task.alone and not task.file.named:
            if content in self._same:
                self._same[content].append(task)
                return False
            first, task.met = self._met.first(content, task.file.path)
            if first is not None:
                self._finish(task, _duplicate_of(first))
                return False
            self._same[content] = []
        task.content = content
        return True

    def _is_known(self, task: _Task, *, opened: bool = False) -> bool:
        """Whether the cache has a verdict on the content of a file, which then is finished.

        The content of one that had to be `opened` is noted, so that the next run need not do so. If it was `met` in
        this run, it is not known from an earlier one.
        """
        if self._cache is None or task.content is None:
            return False
        verdict = self._cache.verdict(self._key(task), task.file.path)
        if verdict is None or self._lacks_page(task, verdict):
            return False
        if opened:
            self._cache.note_content(task.file.path, task.status, task.content)
        self._finish(task, verdict, known=not (opened and task.met))
        return True

    def _finish(self, task: _Task, verdict: Verdict, *, known: bool = False) -> None:
        seconds = time.monotonic() - task.begun if task.begun else 0.0
        fails = _fails(verdict, task.settings)
        self._finished[task.number] = Checked(task.file, verdict, seconds, known, fails, task.page)
        self._waiting += len(verdict.body)
        plain = not verdict.beside and verdict.state is State.CHECKED  # another name may be read in another way
        if task.content is not None and not plain:
            self._met.set_apart(task.content)
        for same in self._release(task):
            if plain:
                self._finish(same, _duplicate_of(task.file.path))
            else:
                same.alone = True
                self._again.append(same)

    def _release(self, task: _Task) -> list[_Task]:
        """Return the files that waited for what comes of this one."""
        return [] if task.alone or task.content is None else self._same.pop(task.content, [])

    def _lacks_page(self, task: _Task, verdict: Verdict) -> bool:
        """Whether a file has to be read again for its page."""
        if self._pages is None or not self._pages.wanted.has(verdict):
            return False
        task.page = self._pages.kept(task.file.path, self._stamp(task, verdict))
        return task.page is None

    def _stamp(self, task: _Task, verdict: Verdict) -> bytes:
        return stamp_of(self._key(task), task.file.path, verdict)

    def _key(self, task: _Task) -> bytes:
        return key_of(task.content or b"", task.file.path, task.settings)


def listed(workers: Workers, limits: Limits, archive: str) -> list[str]:
    """Return the names in an archive as a worker lists them; raises `ReadError`."""
    workers.hand_out(_LISTING_TASK, json.dumps([LIST, archive, None, False]).encode(), limits.seconds * _LISTING)
    while True:
        for _, message in workers.wait(_PATIENCE):
            if isinstance(message, Died):
                what = "read to its end in time" if message.late else "listed: the process that read it died"
                raise ReadError(FaultKind.TOO_SLOW if message.late else FaultKind.READER_DIED, f"it was not {what}")
            workers.end(_LISTING_TASK)
            answer = json.loads(message)
            if isinstance(answer, dict):
                raise ReadError(FaultKind(answer["kind"]), answer["message"])
            return [str(name) for name in answer]


def _fails(verdict: Verdict, settings: Settings) -> bool:
    worst = settings.fail_on
    if verdict.brief is None or worst is None:
        return False
    return any(Severity(problem["severity"]).rank <= worst.rank for problem in verdict.brief["problems"])


def _duplicate_of(path: str) -> Verdict:
    return Verdict(State.DUPLICATE, f"the same content as {path}", keep=False)
