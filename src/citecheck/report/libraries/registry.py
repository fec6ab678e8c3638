"""Which formats a list can be written in as a library: every module beside this one that exports `LIBRARY`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from citecheck.report.libraries.library import Library


@cache
def libraries() -> tuple[Library, ...]:
    """Return every format, ordered by name."""
    names = sorted(
        file.stem for file in Path(__file__).parent.glob("*.py") if file.stem not in {"__init__", "registry"}
    )
    found = (getattr(import_module(f"citecheck.report.libraries.{name}"), "LIBRARY", None) for name in names)
    return tuple(library for library in found if isinstance(library, Library))


def library_of(format: str) -> Library:
    """Return the format of this name; raises `KeyError` for a name that is none."""
    return {library.format: library for library in libraries()}[format]
