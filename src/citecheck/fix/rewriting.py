"""Edits made in the bytes of a file: in its own encoding, with nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citecheck.model.fault import ReadError
from citecheck.model.problem import Edit
from citecheck.text.declared import decode_markup
from citecheck.text.decoding import Decoded, decode


class CannotRewriteError(Exception):
    """Raised for a file that must be left as it is; says why in one sentence without a full stop."""


class Original:
    """The bytes of a file that is to be changed, with the text in which edits count.

    `texts` are what was read of the file; one of them must be the very text that the bytes hold now. Raises
    `CannotRewriteError` where none is.
    """

    def __init__(self, data: bytes, texts: Iterable[str]) -> None:
        decoded = _decoded(data, frozenset(texts))
        self._encoding = decoded.encoding
        self._letters = _letters(data, decoded)

    def holds(self, edit: Edit) -> bool:
        """Whether the encoding of the file has the signs that an edit brings."""
        try:
            self._encoding.bytes_of(edit.text)
        except UnicodeEncodeError:
            return False
        return True

    def rewritten(self, edits: Sequence[Edit]) -> bytes:
        """Return the file with these edits made, which are in order and do not touch."""
        parts: list[str] = []
        at = 0
        for edit in edits:
            parts += self._letters[at : edit.span.start], edit.text
            at = edit.span.end
        return self._encoding.bytes_of("".join((*parts, self._letters[at:])))


def text_of(data: bytes) -> str:
    """Return the text of a file that was rewritten, in whatever encoding it names or shows."""
    return decode_markup(data).text


def _decoded(data: bytes, texts: frozenset[str]) -> Decoded:
    try:
        decoded = next((one for one in (decode(data), decode_markup(data)) if one.text in texts), None)
    except ReadError as error:
        raise CannotRewriteError("fixes are shown only: its text cannot be changed in place") from error
    if decoded is None:
        raise CannotRewriteError("fixes are shown only: what was read is not the text of the file itself")
    return decoded


def _letters(data: bytes, decoded: Decoded) -> str:
    """Return the text, each sign of which goes back to the bytes that it came from."""
    letters = decoded.encoding.letters(data)
    if len(letters) != len(decoded.text) or decoded.encoding.bytes_of(letters) != data:
        raise CannotRewriteError("fixes are shown only: its encoding cannot be written back without loss")
    return letters
