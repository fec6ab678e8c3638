"""Mends an article: fixes are made in memory and the outcome checked again, until no fix is left to make."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from citecheck.engine.deadline import SECONDS
from citecheck.engine.opening import unsaved
from citecheck.engine.pipeline import check
from citecheck.engine.reading import STANDARD_INPUT, open_limited
from citecheck.engine.settings import Settings
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.manuscript import Manuscript
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Mended, Problem
from citecheck.model.raw import Raw
from citecheck.model.value import replace, value

if TYPE_CHECKING:
    from citecheck.fix.rewriting import Original
    from citecheck.fix.word_changes import WordOriginal

#: Fixes that touch the same words are made one after the other; what is not settled after so many rounds is left.
ROUNDS = 20


@value
class Changed:
    """A file as it was read and as it is to become. Its path is `-` for standard input.

    A file that is not changed in place gets a copy of this name.
    """

    path: str
    before: bytes
    after: bytes
    copy: str | None = None


@value
class Mending:
    """What came of mending one article: it as it stood, it as it will be, and the files that change.

    `refused` says of files that hold fixes why these are not made, `shown` are their texts without and with them.
    """

    before: Outcome
    after: Outcome
    files: tuple[Changed, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, str, str], ...] = ()


def mend(path: str, settings: Settings, *, unsafe: bool, seconds: float = SECONDS) -> Mending:
    """Return the article at `path` mended, with nothing written; each time it is read may take so many seconds."""
    work = _Work(path, settings, seconds)
    before = work.checked()
    try:
        return _mended(work, before, unsafe=unsafe)
    except Exception as error:
        if settings.debug:
            raise
        message = f"internal error: {type(error).__name__} while it was mended; --debug shows more"
        failed = replace(before, faults=(*before.faults, Fault(FaultKind.READER_DIED, message)))
        return Mending(failed, failed)


def _mended(work: _Work, before: Outcome, *, unsafe: bool) -> Mending:
    outcome = before
    mended: list[Mended] = []
    for _ in range(ROUNDS):
        made = work.mend(outcome, unsafe=unsafe)
        if not made:
            break
        mended += made
        outcome = work.checked()
    files = tuple(work.changed())
    notes = tuple(f"the changes are tracked in {file.copy}" for file in files if file.copy is not None)
    after = replace(outcome, mended=tuple(mended), notes=outcome.notes + notes)
    shown = tuple(_shown(before, frozenset(work.refused), unsafe=unsafe))
    return Mending(before, after, files, tuple(work.refused.items()), shown)


def _shown(outcome: Outcome, refused: frozenset[str], *, unsafe: bool) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of files that are left as they are, each as it was read and with the fixes in it."""
    manuscript = outcome.manuscript
    if manuscript is None or not refused:
        return
    from citecheck.fix.choosing import chosen

    problems = [one for one in outcome.problems if refused.issuperset(_files(one, manuscript))]
    texts = {source.path: source.text for document in manuscript.documents for source in document.sources}
    for path, edits in sorted(chosen(problems, manuscript.documents, unsafe=unsafe).edits.items()):
        text = after = texts[path]
        for edit in reversed(edits):
            after = f"{after[: edit.span.start]}{edit.text}{after[edit.span.end :]}"
        yield path, text, after


class _Work:
    """The files of one article while they are mended."""

    def __init__(self, path: str, settings: Settings, seconds: float) -> None:
        self._path = path
        self._settings = settings
        self._seconds = seconds
        self._names: dict[str, str] = {}
        self._first: dict[str, bytes] = {}
        self._now: dict[str, bytes] = {}
        self._copies: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        """Why a file is left as it is, by its path as given."""
        if path == STANDARD_INPUT:
            self._read_standard_input()

    def _read_standard_input(self) -> None:
        """Read what can be read only once."""
        with suppress(ReadError):  # the check will say so
            data = open_limited(STANDARD_INPUT).data
            self._now[STANDARD_INPUT] = self._first[STANDARD_INPUT] = data
            self._names[STANDARD_INPUT] = STANDARD_INPUT

    def checked(self) -> Outcome:
        """Check the article as its files are to become."""
        with unsaved(self._now):
            return check(self._path, self._settings, self._seconds)

    def mend(self, outcome: Outcome, *, unsafe: bool) -> list[Mended]:
        """Make the fixes that go together; return what was mended."""
        from citecheck.fix.choosing import chosen
        from citecheck.fix.telling import told

        manuscript = outcome.manuscript
        if manuscript is None:
            return []
        originals = dict(self._originals(manuscript, outcome.problems, unsafe=unsafe))
        possible = (one for one in outcome.problems if _is_possible(one, manuscript, originals))
        plan = chosen(possible, manuscript.documents, unsafe=unsafe)
        for path, edits in plan.edits.items():
            key = self._key(path)
            self._now[key] = originals[path].rewritten(edits)
        return list(told(plan.problems, manuscript))

    def changed(self) -> Iterator[Changed]:
        """Yield the files that are other than they were, and standard input, which goes on to the output as it is."""
        for key, before in self._first.items():
            if key == STANDARD_INPUT or self._now.get(key, before) != before:
                yield Changed(self._names[key], before, self._now[key], self._copies.get(key))

    def _originals(
        self, manuscript: Manuscript, problems: Iterable[Problem], *, unsafe: bool
    ) -> Iterator[tuple[str, Original | WordOriginal]]:
        """Yield each file with fixes that can be made in it."""
        wanted = {path for one in problems if one.fix and (unsafe or one.fix.safe) for path in _files(one, manuscript)}
        for path in sorted(wanted - self.refused.keys()):
            original = self._original(path, manuscript.documents)
            if original is not None:
                yield path, original

    def _original(self, path: str, documents: Iterable[Document]) -> Original | WordOriginal | None:
        from citecheck.fix.rewriting import CannotRewriteError

        key = self._key(path)
        try:
            with unsaved(self._now):
                raw = open_limited(STANDARD_INPUT if key == STANDARD_INPUT else path)
            original = self._opened(raw, path, documents)
        except CannotRewriteError as error:
            self.refused[path] = str(error)
            return None
        except ReadError as error:
            self.refused[path] = error.fault.message
            return None
        self._names.setdefault(key, STANDARD_INPUT if key == STANDARD_INPUT else path)
        self._first.setdefault(key, raw.data)
        return original

    def _opened(self, raw: Raw, path: str, documents: Iterable[Document]) -> Original | WordOriginal:
        """Return a file to be changed: a text in place, a Word file by tracked changes in a copy."""
        from citecheck.fix.rewriting import Original
        from citecheck.fix.word_changes import WordOriginal

        read = [document for document in documents if any(source.path == path for source in document.sources)]
        texts = frozenset(source.text for document in read for source in document.sources if source.path == path)
        if all(document.format != "docx" for document in read):
            return Original(raw.data, texts)
        original = WordOriginal(raw, texts)
        if raw.path != STANDARD_INPUT:
            pure = PurePath(path)
            self._copies[self._key(path)] = str(pure.with_name(f"{pure.stem}-fixed{pure.suffix}"))
        return original

    def _key(self, path: str) -> str:
        """Return the name under which a file is held: its real path, as one file may be read by two names."""
        named = self._settings.stdin_name or STANDARD_INPUT
        return STANDARD_INPUT if self._path == STANDARD_INPUT and path == named else os.path.realpath(path)


def _files(problem: Problem, manuscript: Manuscript) -> Iterator[str]:
    """Yield the paths of the files that the fix of a problem changes."""
    for edit in problem.fix.edits if problem.fix else ():
        yield manuscript.documents[edit.document].sources[edit.source].path


def _is_possible(problem: Problem, manuscript: Manuscript, originals: Mapping[str, Original | WordOriginal]) -> bool:
    """Whether all files that a fix changes can take it."""
    if problem.fix is None:
        return False
    pairs = zip(_files(problem, manuscript), problem.fix.edits, strict=True)
    return all(path in originals and originals[path].holds(edit) for path, edit in pairs)
