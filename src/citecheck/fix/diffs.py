"""What would change in a file, as a unified diff that `patch` understands."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

_NO_END = "\\ No newline at end of file\n"


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the lines of a diff, each with its line end; only a line feed parts lines, as in `diff` itself."""
    for line in unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
