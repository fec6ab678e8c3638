"""What an XML or HTML file says of itself in its first lines: its encoding and its root element."""

from __future__ import annotations

import codecs
import re

from citecheck.model.value import replace
from citecheck.text.decoding import Decoded, Encoding, decode
from citecheck.text.pattern import pattern

_HEAD = 2048
_XML = pattern(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})")
_META = pattern(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{0,40})", re.IGNORECASE)
# Before the root element stand only declarations, instructions and comments.
_ROOT = pattern(
    r"\A\ufeff?(?:\s++|<\?[^>]{0,1000}+>|<!--(?:[^-]|-(?!->)){0,2000}+-->"
    r"|<![Dd][Oo][Cc][^>\[]{0,1000}+(?:\[[^\]]{0,3000}\]\s*)?>)*+<(?:[\w.-]{1,40}:)?([\w.-]{1,40})([^>]{0,2000})"
)


def decode_markup(data: bytes) -> Decoded:
    """Return the text of a file in the encoding that it names, unless it is plainly in Unicode; raises `ReadError`."""
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    if found is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _as_named(data, found[1].decode("ascii"))
    return decode(data)


def _as_named(data: bytes, name: str) -> Decoded:
    """Return the text in the encoding of this name, where there is such a one and the bytes can be in it."""
    try:
        encoding = codecs.lookup(name).name
        encoding = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(encoding, encoding)  # as browsers do
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        decoded = decode(data)
        return replace(decoded, notes=(*decoded.notes, f"the file says that it is in {name}, which it is not"))
    return replace(decode(text.encode("utf-8", "replace")), notes=(), encoding=Encoding(encoding))


def root_of(head: bytes) -> tuple[str, str]:
    """Return name and attributes of the root element that the first bytes of a file show, ("", "") where none does."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "ignore")
    else:
        text = head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    found = _ROOT.match(text)
    return (found[1], found[2]) if found else ("", "")
