"""What a search leaves out: what .gitignore files name, and what --exclude names."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"
#: A longer file of patterns is no such file.
_LONGEST = 1_000_000


class Ignored:
    """The patterns in force in one folder, those of the folders above it included.

    The last file of patterns that has a word on a path decides, as git has it; --exclude goes before all of them.
    """

    __slots__ = ("_excluded", "_gitignore", "_root", "_specs")

    def __init__(self, root: str, exclude: Iterable[str] = (), *, gitignore: bool = False) -> None:
        self._root = root
        self._gitignore = gitignore
        self._excluded = _spec(exclude)
        self._specs = tuple(_above(root)) if gitignore else ()

    def within(self, folder: str) -> Ignored:
        """Return what is in force in `folder`, which lies in this one."""
        specs = (*_read(folder),) if self._gitignore else ()
        if not specs:
            return self
        inner = object.__new__(Ignored)
        inner._root, inner._gitignore, inner._excluded = self._root, True, self._excluded
        inner._specs = (*self._specs, *specs)
        return inner

    def leaves_out(self, path: str, *, folder: bool) -> bool:
        """Whether a file or a folder is to be left out."""
        end = "/" if folder else ""
        if self._excluded is not None and self._excluded.match_file(_below(path, self._root) + end):
            return True
        for above, spec in reversed(self._specs):
            said = spec.check_file(_below(os.path.abspath(path), above) + end).include
            if said is not None:
                return said
        return False


def _above(root: str) -> Iterable[tuple[str, GitIgnoreSpec]]:
    """Yield the patterns of `root` and of the folders above it, up to the one that is a repository of git."""
    folder = Path(os.path.abspath(root))
    chain = [folder, *folder.parents]
    top = next((number for number, one in enumerate(chain) if os.path.lexists(one / ".git")), 0)
    for one in reversed(chain[: top + 1]):
        yield from _read(str(one))


def _read(folder: str) -> Iterable[tuple[str, GitIgnoreSpec]]:
    from citecheck.engine.opening import open_input
    from citecheck.model.fault import ReadError

    if not os.path.lexists(os.path.join(folder, GITIGNORE)):
        return
    try:
        lines = open_input(os.path.join(folder, GITIGNORE), _LONGEST).data.decode("utf-8", "replace").splitlines()
    except ReadError:
        return
    spec = _spec(lines)
    if spec is not None:
        yield os.path.abspath(folder), spec


def _spec(patterns: Iterable[str]) -> GitIgnoreSpec | None:
    """Return the patterns compiled, those that are none left out; None where there are none."""
    lines = [line for line in patterns if line.strip()]
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    kept = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        kept.append(line)
    return GitIgnoreSpec.from_lines(kept)


def _below(path: str, root: str) -> str:
    """Return `path` as seen from `root`."""
    relative = os.path.relpath(path, root or ".").replace(os.sep, "/")
    return path.lstrip("/") if relative.startswith("../") else relative
