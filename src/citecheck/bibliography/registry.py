"""Which formats of reference lists there are, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath

from citecheck.bibliography.list_format import ListFormat

_SNIFFED = 4096


@cache
def list_formats() -> tuple[ListFormat, ...]:
    """Return every format, by name: each module beside this one that exports `LIST_FORMAT`."""
    return tuple(sorted(_found(), key=lambda found: found.format))


def list_format_for(path: str, data: bytes) -> ListFormat | None:
    """Return the format of a list: what its bytes say, else its suffix; None where it is read from a manuscript's text.

    The bytes come first: exports are saved under wrong names, and a format that sees its own signature is sure of it.
    """
    head = data[:_SNIFFED]
    suffix = PurePath(path).suffix.lower()
    candidates = [found for found in list_formats() if found.sniff(head)]
    named = next((found for found in list_formats() if suffix in found.suffixes), None)
    if named in candidates or not candidates:
        return named
    return candidates[0]


def _found() -> Iterator[ListFormat]:
    """Yield the formats of this package. Their modules import no outside library before they read."""
    for file in sorted(Path(__file__).parent.glob("*.py")):
        if file.stem in {"__init__", "registry"}:
            continue
        found = getattr(import_module(f"citecheck.bibliography.{file.stem}"), "LIST_FORMAT", None)
        if isinstance(found, ListFormat):
            yield found
