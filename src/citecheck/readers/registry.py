"""Which manuscript formats there are, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath

from citecheck.model.fault import FaultKind, ReadError
from citecheck.readers.reader import Reader
from citecheck.text.signatures import binary_kind

_SNIFFED = 4096
_UNMARKED = "text"
"""The format of what no reader claims."""

#: Suffixes of formats that are no plain text although some look like it: read as text, their markup would be taken for
#: words, and a manuscript full of mistakes for a clean one. A reader that claims one of them is asked first.
_NOT_TEXT = frozenset((
    ".doc", ".docx", ".epub", ".htm", ".html", ".ipynb", ".jats", ".ltx", ".nxml", ".odt", ".pages", ".pdf", ".rst",
    ".rtf", ".tex", ".typ", ".xhtml", ".xml",
))  # fmt: skip


@cache
def readers() -> tuple[Reader, ...]:
    """Return every reader, by format: each module beside this one that exports `READER`."""
    return tuple(sorted(_found(), key=lambda reader: reader.format))


def formats() -> tuple[str, ...]:
    """Return the names of all formats, for `--input-format`."""
    return tuple(reader.format for reader in readers())


def limit_for(path: str) -> int | None:
    """Return how many bytes a file may have by the reader of its suffix, None where no reader claims it."""
    suffix = PurePath(path).suffix.lower()
    return next((reader.limit for reader in readers() if suffix in reader.suffixes), None)


def reader_for(path: str, data: bytes, input_format: str | None = None) -> Reader:
    """Return the reader of a file: the format asked for, else what its bytes say, else its suffix, else plain text.

    Raises `ReadError` where nothing here reads it.
    """
    if input_format is not None:
        return _named(input_format)
    head = data[:_SNIFFED]
    suffix = PurePath(path).suffix.lower()
    found = next((reader for reader in readers() if reader.sniff(head)), None) or _by_suffix(suffix, data)
    if found is not None:
        return found
    kind = binary_kind(data)
    if kind is None and suffix not in _NOT_TEXT:
        return _named(_UNMARKED)
    what = f"it is {kind}" if kind else f"a {suffix} file is no plain text"
    raise ReadError(FaultKind.UNREADABLE, f"{what}, and citecheck has no reader for it")


def _by_suffix(suffix: str, data: bytes) -> Reader | None:
    """Return the reader of a suffix, None where there is none or the bytes are plainly those of another format."""
    found = next((reader for reader in readers() if suffix and suffix in reader.suffixes), None)
    # A reader of plain text is not handed a picture or an archive; one of a binary format says itself what is amiss.
    return None if found is not None and suffix not in _NOT_TEXT and binary_kind(data) else found


def _named(format: str) -> Reader:
    """Return the reader of a format."""
    found = next((reader for reader in readers() if reader.format == format), None)
    if found is None:
        raise ReadError(FaultKind.UNREADABLE, f"no reader for the format “{format}”; there are {', '.join(formats())}")
    return found


def _found() -> Iterator[Reader]:
    """Yield the readers of this package. Their modules import no outside library before they read."""
    for file in sorted(Path(__file__).parent.glob("*.py")):
        if file.stem in {"__init__", "registry"}:
            continue
        reader = getattr(import_module(f"citecheck.readers.{file.stem}"), "READER", None)
        if isinstance(reader, Reader):
            yield reader
