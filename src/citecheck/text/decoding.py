"""Bytes to text: which encoding a file is written in, said aloud where it had to be guessed."""

from __future__ import annotations

import codecs
import re

from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.value import value
from citecheck.text.signatures import binary_kind

#: The most code points that one file may hold.
TEXT_LIMIT = 20_000_000

# The byte order mark of UTF-32 LE begins with that of UTF-16 LE and must be asked for first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"cp1252": "Windows-1252", "iso8859-1": "Latin-1", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
_WIDER = {"iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}

#: Control characters that text does not hold: C0 without tab, line feed, vertical tab, form feed and carriage return.
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\v\f\r")
#: Of bytes at random a ninth are such; of a screen copied with its colours every thirtieth may be.
_MOST_CONTROLS = 0.05
_LEAST_ZEROS = 4

# What chardet says is believed for this much text and from this confidence on. Between the Western, Central European,
# Turkish and DOS code pages its answers stay below it; Cyrillic, Greek, Arabic and East Asian ones come out above.
_LEAST_BYTES = 200
_LEAST_CONFIDENCE = 0.25
_SAMPLE = 65_536


@value
class Encoding:
    """How the bytes of a file stand for its text: the name of a codec, and the byte order mark before the text.

    A `mixed` file is UTF-8 into which bytes of Windows-1252 were pasted.
    """

    name: str = "utf-8"
    mark: bytes = b""
    mixed: bool = False

    def letters(self, data: bytes) -> str:
        """Return the text of `data`, each pasted byte as a surrogate, so that `bytes_of` gives it back unchanged."""
        return data.removeprefix(self.mark).decode(self.name, "surrogateescape" if self.mixed else "strict")

    def bytes_of(self, letters: str) -> bytes:
        """Return the file that holds these letters; raises `UnicodeEncodeError` for one that it cannot hold."""
        return self.mark + letters.encode(self.name, "surrogateescape" if self.mixed else "strict")


@value
class Decoded:
    """The text of a file without its byte order mark; `notes` says so where the encoding was guessed."""

    text: str
    notes: tuple[str, ...] = ()
    encoding: Encoding = Encoding()


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; raises `ReadError` where it is empty, no text, or too much."""
    decoded = _decoded(data)
    if not decoded.text or decoded.text.isspace():
        what = "the file holds nothing but white space" if decoded.text else "the file is empty"
        raise ReadError(FaultKind.UNREADABLE, what)
    if len(decoded.text) > TEXT_LIMIT:
        raise ReadError(
            FaultKind.TOO_LARGE, f"the text is too long (limit {TEXT_LIMIT // 1_000_000} million characters)"
        )
    return decoded


def _decoded(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_marked(data[len(mark) :], encoding), (), Encoding(encoding, mark))
    wide = _wide(data)
    if wide is not None:
        return wide
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _guessed(data)


def _marked(data: bytes, encoding: str) -> str:
    """Return the text of a file whose byte order mark names its encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding[:6].upper().rstrip("-")
        message = f"the file is marked as {name} and is not valid {name} (at byte {error.start})"
        raise ReadError(FaultKind.UNREADABLE, message) from error
    # The controls of the text as bytes: UTF-16 text is full of zero bytes and holds no U+0000.
    _refuse_binary(text.encode("utf-8", "surrogatepass"))
    return text


def _wide(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 without a byte order mark, None where `data` is something else.

    Its zero bytes stand at every second place only: at least the spaces, a tenth of them, in Latin nearly all.
    """
    sample = data[:_SAMPLE]
    if not sample.count(0) or len(data) % 2 or binary_kind(data):
        return None
    at_even, at_odd = sample[0::2].count(0), sample[1::2].count(0)
    many, few, encoding = max((at_odd, at_even, "utf-16-le"), (at_even, at_odd, "utf-16-be"))
    if few or many < max(_LEAST_ZEROS, len(sample) // 20):
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    _refuse_binary(text.encode("utf-8"))
    return Decoded(text, (_guess(encoding),), Encoding(encoding))


def _refuse_binary(data: bytes) -> None:
    """Raise where `data` is no text: a known signature, a zero byte, or more than one control character in twenty."""
    kind = binary_kind(data)
    if kind is None and b"\0" not in data:
        controls = len(data) - len(data.translate(None, _CONTROLS))
        if controls <= len(data) * _MOST_CONTROLS:
            return
    raise ReadError(FaultKind.UNREADABLE, f"the file is no text: it looks like {kind or 'binary data'}")


def _mostly_utf8(data: bytes) -> Decoded | None:
    """Return UTF-8 text into which another encoding was pasted here and there, None where it is not that."""
    text = data.decode("utf-8", "surrogateescape")
    strange = len(re.findall(r"[\udc80-\udcff]", text))
    if 2 * strange > sum(map(len, re.findall(r"[^\x00-\x7f]++", text))):
        return None
    mended = text.translate({0xDC00 + code: _windows(code) for code in range(0x80, 0x100)})
    spots = "1 byte that is" if strange == 1 else f"{strange} bytes that are"
    note = f"decoded as UTF-8, {spots} not UTF-8 as Windows-1252 (guessed)"
    return Decoded(mended, (note,), Encoding(mixed=True))


def _windows(code: int) -> str:
    """Return the character of one byte in Windows-1252, where that has none in Latin-1."""
    try:
        return bytes((code,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(code)


def _guessed(data: bytes) -> Decoded:
    """Return the text of a file in one of the old encodings; Latin-1 has a character for every byte."""
    for encoding in (_detected(data), "cp1252"):
        try:
            if encoding is not None:
                return Decoded(data.decode(encoding), (_guess(encoding),), Encoding(encoding))
        except UnicodeDecodeError:
            continue
    return Decoded(data.decode("iso8859-1"), (_guess("iso8859-1"),), Encoding("iso8859-1"))


def _detected(data: bytes) -> str | None:
    """Return the encoding that chardet is sure of, None where it is not or where there is too little to tell by.

    It is shown only the lines that are not plain ASCII: an English article with a Russian list is mostly ASCII.
    """
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    if len(sample) < _LEAST_BYTES:
        return None
    import chardet

    found = chardet.detect(sample)
    encoding = found["encoding"]
    if encoding is None or found["confidence"] < _LEAST_CONFIDENCE:
        return None
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        return None
    return _WIDER.get(name, name)


def _guess(encoding: str) -> str:
    """Return the sentence that owns up to a guess."""
    return f"decoded as {_NAMES.get(encoding, encoding)} (guessed)"
