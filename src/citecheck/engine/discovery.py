"""Which files a run is about: folders are walked, patterns expanded, archives looked into, in the same order always."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from glob import iglob
from pathlib import Path

from citecheck.engine.exclusion import Ignored
from citecheck.engine.found import INSIDE, Found
from citecheck.engine.meant import is_address, is_archive, is_pattern
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.value import value

#: Word and LibreOffice leave such files beside a manuscript that is open.
_LOCKS = ("~$", ".~lock.", "__MACOSX")

#: Lists the files in an archive; raises `ReadError`.
Lister = Callable[[str], Iterable[str]]


@value
class Search:
    """What to leave out of a search: patterns as in .gitignore, what .gitignore files name, and folders of `outputs`.

    `listed` is called with the path of each archive, `found_at` with each address where that can be looked at.
    """

    listed: Lister
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    outputs: tuple[str, ...] = ()
    found_at: Callable[[str], Iterable[Found]] | None = None


def discover(paths: Iterable[str], search: Search) -> Iterator[Found]:
    """Yield every file that `paths` stand for, in their order, each folder sorted by name."""
    for path in paths:
        if search.found_at is not None and is_address(path):
            yield from search.found_at(path)
        elif os.path.isdir(path):
            yield from _below(path, search)
        elif is_pattern(path):
            yield from _matching(path, search)
        elif is_archive(path):
            yield from _inside(path, search, Ignored(str(Path(path).parent), search.exclude))
        else:
            yield Found(path, named=True)


def paths_from(source: str) -> Iterator[str]:
    r"""Yield the paths that a file (`-` is standard input) lists: one on each line, or each before a \0."""
    with sys.stdin.buffer if source == "-" else Path(source).open("rb") as stream:
        data = stream.read()
    lines = data.split(b"\0") if b"\0" in data else data.splitlines()
    return (os.fsdecode(line) for line in lines if line.strip())


def _matching(pattern: str, search: Search) -> Iterator[Found]:
    matches = sorted(iglob(pattern, recursive=True), key=os.fsencode)
    if not matches:
        yield Found(pattern, fault=Fault(FaultKind.UNREADABLE, "no file matches"))
    ignored = Ignored("", search.exclude)
    for path in matches:
        if os.path.isdir(path):
            if "**" not in pattern:  # else what is in the folder matches by itself
                yield from _below(path, search)
        elif not ignored.leaves_out(path, folder=False):
            yield from _file(path, search, ignored)


def _below(folder: str, search: Search) -> Iterator[Found]:
    """Walk a folder without recursion, which a deep tree would exhaust, and without following links to folders."""
    outputs = frozenset(os.path.abspath(path) for path in search.outputs)
    ignored = Ignored(folder, search.exclude, gitignore=search.gitignore)
    names, fault = _names(folder)
    if fault is not None:
        yield Found(folder, fault=fault)
    walked = [(folder, names, ignored)]
    while walked:
        above, names, ignored = walked[-1]
        if not names:
            walked.pop()
            continue
        name = names.pop()
        path = os.path.join(above, name.rstrip(os.sep))
        if ignored.leaves_out(path, folder=name.endswith(os.sep)) or (outputs and os.path.abspath(path) in outputs):
            continue
        if not name.endswith(os.sep):
            yield from _file(path, search, ignored)
            continue
        below, fault = _names(path)
        if fault is not None:
            yield Found(path, fault=fault)
        walked.append((path, below, ignored.within(path)))


def _names(folder: str) -> tuple[list[str], Fault | None]:
    """Return the names in a folder, the last first, those of folders with a separator behind; hidden ones left out."""
    try:
        with os.scandir(folder) as scanned:
            names = [
                entry.name + os.sep if entry.is_dir(follow_symlinks=False) else entry.name
                for entry in scanned
                if _is_shown(entry)
            ]
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        return [], Fault(FaultKind.UNREADABLE, f"the folder cannot be listed: {reason}")
    names.sort(key=lambda name: os.fsencode(name.rstrip(os.sep)), reverse=True)
    return names, None


def _is_shown(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is no hidden file, no lock and no link to a folder."""
    if entry.name.startswith((".", *_LOCKS)):
        return False
    return not (entry.is_symlink() and os.path.isdir(entry.path))


def _file(path: str, search: Search, ignored: Ignored) -> Iterator[Found]:
    if is_archive(path) and _is_regular(path):
        yield from _inside(path, search, ignored)
    else:
        yield Found(path)


def _is_regular(path: str) -> bool:
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _inside(archive: str, search: Search, ignored: Ignored) -> Iterator[Found]:
    try:
        for name in search.listed(archive):
            path = f"{archive}{INSIDE}{name}"
            hidden = any(part.startswith((".", *_LOCKS)) for part in name.split("/"))
            if not hidden and not ignored.leaves_out(path, folder=False):
                yield Found(path, archive)
    except ReadError as error:
        yield Found(archive, fault=error.fault)
