"""Which files a pattern of paths means: `*.md`, `chapters/*.tex`, `drafts/**`."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

#: As many folders may a path have that is looked at, and a pattern.
_DEEPEST = 64


def means(pattern: str, path: str) -> bool:
    """Whether `pattern` means `path`; both with `/` between folders, the path relative to the configuration's folder.

    A pattern without a `/` means files of this name in any folder, `**` any folders, one that ends in `/` all below it.
    """
    parts = path.split("/")[-_DEEPEST:]
    wanted = pattern.removeprefix("./").removeprefix("/")
    if wanted.endswith("/"):
        wanted += "**"
    asked = [part for part in wanted.split("/") if part][:_DEEPEST]
    return _matches(parts, ["**", *asked] if "/" not in pattern else asked)


def names_one(pattern: str) -> bool:
    """Whether `pattern` can mean one file only."""
    return "/" in pattern.rstrip("/") and not any(sign in pattern for sign in "*?[")


def _matches(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether all of `parts` are matched, by one pass over `pattern` with the set of ends reached so far."""
    reached = {0}
    for wanted in pattern:
        if wanted == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], wanted)}
    return len(parts) in reached
