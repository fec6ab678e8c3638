"""RTF, which every word processor writes: the text, notes at the end, fields of reference managers."""

from __future__ import annotations

from functools import partial

from citecheck.model.document import Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.reader import Reader
from citecheck.readers.rtf_text import Transcript

_SIGNATURE = b"{\\rtf"


def read(raw: Raw, *, original: bool = False) -> Document:
    """Read an RTF file; tracked changes are as if accepted, with `original` as if refused."""
    data = raw.data.lstrip(b"\xef\xbb\xbf\x00 \t\r\n")
    if not data:
        raise ReadError(FaultKind.UNREADABLE, "the file is empty")
    if not data.startswith(_SIGNATURE):
        raise ReadError(FaultKind.DAMAGED, "the file is no RTF: it does not begin as one")
    return Transcript(data, original=original).document(raw.path, READER.format)


READER = Reader(
    format="rtf",
    suffixes=(".rtf",),
    read=read,
    sniff=lambda head: head.startswith(_SIGNATURE),
    description="RTF, which every word processor writes",
    limit=300_000_000,
    read_original=partial(read, original=True),
)
