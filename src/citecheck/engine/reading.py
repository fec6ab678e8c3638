"""From a path to a document: the file is opened, its format found, and its reader called."""

from __future__ import annotations

import re
from pathlib import PurePath

from citecheck.engine.opening import TEXT_LIMIT, open_input
from citecheck.engine.settings import Settings
from citecheck.model.document import Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.readers.reader import Reader

#: Suffixes of lists as data; read as text, their punctuation would be taken for entries.
_DATA = frozenset({".bib", ".enw", ".json", ".nbib", ".rdf", ".ris", ".yaml", ".yml"})

STANDARD_INPUT = "-"


def open_manuscript(path: str, settings: Settings) -> Raw:
    """Return the article's bytes, standard input under the name the settings give it; raises `ReadError`."""
    raw = open_limited(path)
    if path == STANDARD_INPUT and settings.stdin_name is not None:
        return replace(raw, path=settings.stdin_name)
    return raw


def read_manuscript(
    raw: Raw, input_format: str | None = None, plugged: tuple[Reader, ...] = (), *, original: bool = False
) -> Document:
    """Return the document that `raw` holds, tracked changes as if refused where `original` asks; raises `ReadError`.

    The readers `plugged` are asked before those of our own.
    """
    from citecheck.readers.registry import reader_for

    suffix = PurePath(raw.path).suffix.lower()
    claims = (one for one in plugged if input_format is None and (one.sniff(raw.data[:4096]) or suffix in one.suffixes))
    reader = next(claims, None) or reader_for(raw.path, raw.data, input_format)
    if not original:
        return reader.read(raw)
    if reader.read_original is not None:
        return reader.read_original(raw)
    document = reader.read(raw)
    return replace(document, notes=(*document.notes, f"{reader.format} keeps no tracked changes: the text is as it is"))


def read_list(raw: Raw) -> Document:
    """Return a separate reference list, in a format of lists or of manuscripts; raises `ReadError`."""
    from citecheck.bibliography.registry import list_format_for
    from citecheck.readers.registry import reader_for

    found = list_format_for(raw.path, raw.data)
    if found is not None:
        return found.read(raw)
    suffix = PurePath(raw.path).suffix.lower()
    if suffix in _DATA:
        raise ReadError(FaultKind.UNREADABLE, f"a {suffix} file is no plain text, and no reader of lists takes it")
    return reader_for(raw.path, raw.data).read(raw)


def read_header(article: Document, header: Span) -> Document:
    """Return the list that stands as data in the header of an article; raises `ReadError`.

    It is read as a file of which nothing but the header is there, so that its places are those in the article.
    """
    from citecheck.bibliography.csl_yaml import LIST_FORMAT

    text = article.sources[0].text
    kept = re.sub(r"^(?:---|\.\.\.)[ \t]*$", "   ", header.of(text), flags=re.MULTILINE)
    blank = re.sub(r"[^\r\n]", " ", text[: header.start])
    return LIST_FORMAT.read(Raw(article.path, (blank + kept).encode("utf-8", "replace")))


def open_limited(path: str) -> Raw:
    """Return the bytes of `path`, never more than any reader takes; raises `ReadError`."""
    return open_input(path, limit_of(path))


def limit_of(path: str) -> int:
    """Return how many bytes a file of this name may have."""
    from citecheck.readers.registry import limit_for

    return limit_for(path) or TEXT_LIMIT
