"""Which manuscript formats there are, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import PurePath

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.value import value
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


@value
class _Known:
    """What is known of a reader before it is loaded; a test holds it to what the reader says of itself.

    A file that the reader would claim by its content begins with one of `begins` (byte order mark and white space
    aside) or holds one of `holds` in its first bytes. The module has the name of the format, unless `module` is given.
    """

    suffixes: tuple[str, ...]
    begins: tuple[bytes, ...] = ()
    holds: tuple[bytes, ...] = ()
    module: str | None = None


#: Every reader by its format: loading all of them would take longer than reading an article.
KNOWN = {
    "docx": _Known((".docx", ".docm", ".dotx", ".doc"), begins=(b"PK", b"\xd0\xcf\x11\xe0")),
    "epub": _Known((".epub",), begins=(b"PK",)),
    "html": _Known((".html", ".htm", ".xhtml"), begins=(b"<",)),
    "ipynb": _Known((".ipynb",), begins=(b"{",), module="notebook"),
    "jats": _Known((".xml", ".nxml", ".jats"), begins=(b"<",)),
    "latex": _Known((".tex", ".ltx", ".latex"), holds=(b"\\documentclass", b"\\begin")),
    "markdown": _Known((".md", ".markdown", ".qmd", ".rmd", ".myst")),
    "odt": _Known((".odt", ".fodt", ".ott"), begins=(b"PK",), holds=(b"<office:document",)),
    "org": _Known((".org",)),
    "pdf": _Known((".pdf",), holds=(b"%PDF-",)),
    "rst": _Known((".rst", ".rest")),
    "rtf": _Known((".rtf",), begins=(b"{\\rtf",)),
    "tei": _Known((".tei",), begins=(b"<",)),
    "text": _Known((".txt", ".text")),
    "typst": _Known((".typ",)),
}
#: Bytes that may stand before the first sign of a file: marks of the order of bytes, white space.
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0 "


def readers() -> tuple[Reader, ...]:
    """Return every reader, by format."""
    return tuple(map(_reader, KNOWN))


def formats() -> tuple[str, ...]:
    """Return the names of all formats, for `--input-format`."""
    return tuple(KNOWN)


def limit_for(path: str) -> int | None:
    """Return how many bytes a file may have by the reader of its suffix, None where no reader claims it."""
    found = _claiming(PurePath(path).suffix.lower())
    return _reader(found).limit if found else None


def reader_for(path: str, data: bytes, input_format: str | None = None) -> Reader:
    """Return the reader of a file: the format asked for, else what its bytes say, else its suffix, else plain text.

    Raises `ReadError` where nothing here reads it.
    """
    if input_format is not None:
        return _named(input_format)
    head = data[:_SNIFFED]
    suffix = PurePath(path).suffix.lower()
    found = next((reader for reader in _likely(head) if reader.sniff(head)), None) or _by_suffix(suffix, data)
    if found is not None:
        return found
    kind = binary_kind(data)
    if kind is None and suffix not in _NOT_TEXT:
        return _named(_UNMARKED)
    what = f"it is {kind}" if kind else f"a {suffix} file is no plain text"
    raise ReadError(FaultKind.UNREADABLE, f"{what}, and citecheck has no reader for it")


def claimed_by_content(head: bytes) -> bool:
    """Whether a file with these first bytes is certainly in one of the formats."""
    return any(reader.sniff(head) for reader in _likely(head))


def claimed_by_suffix(suffix: str) -> bool:
    """Whether files with this suffix are in one of the formats."""
    return _claiming(suffix) is not None


def _likely(head: bytes) -> Iterator[Reader]:
    """Yield the readers that may claim a file with these first bytes."""
    first = head.lstrip(_BEFORE)
    for name, known in KNOWN.items():
        if first.startswith(known.begins) or any(mark in head for mark in known.holds):
            yield _reader(name)


def _claiming(suffix: str) -> str | None:
    """Return the format whose files have this suffix."""
    return next((name for name, known in KNOWN.items() if suffix in known.suffixes), None)


def _by_suffix(suffix: str, data: bytes) -> Reader | None:
    """Return the reader of a suffix, None where there is none or the bytes are plainly those of another format."""
    found = _claiming(suffix)
    # A reader of plain text is not handed a picture or an archive; one of a binary format says itself what is amiss.
    if found is None or (suffix not in _NOT_TEXT and binary_kind(data)):
        return None
    return _reader(found)


def _named(format: str) -> Reader:
    """Return the reader of a format."""
    if format not in KNOWN:
        raise ReadError(FaultKind.UNREADABLE, f"no reader for the format “{format}”; there are {', '.join(KNOWN)}")
    return _reader(format)


@cache
def _reader(format: str) -> Reader:
    """Return the reader of this format; its module imports no outside library before it reads."""
    found: Reader = import_module(f"citecheck.readers.{KNOWN[format].module or format}").READER
    return found
