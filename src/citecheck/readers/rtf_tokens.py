"""RTF as tokens: words, signs, bytes and text; what holds no text is jumped over, however big it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# Everything RTF is made of, in one pass; the number of a word has at most ten digits that count.
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[0-9]*+ ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]{1,65536})|[\r\n]++|\\"
)
_STRUCTURE = re.compile(rb"[{}\\]")
_BINARY = re.compile(rb"bin([0-9]{1,10})[0-9]*+ ?")


class Token(NamedTuple):
    """One token: its kind ("word", "hex", "sign", "text", "{", "}"), its bytes, and the number of a word."""

    kind: str
    value: bytes
    number: int | None = None


class Tokens:
    """The tokens of a stretch of an RTF file, one after the other; `at` is where the next one begins."""

    def __init__(self, data: bytes, start: int = 0, end: int | None = None) -> None:
        self.data = data
        self.at = start
        self._end = len(data) if end is None else end

    def __iter__(self) -> Iterator[Token]:
        data, end = self.data, self._end
        while self.at < end:
            found = _TOKEN.match(data, self.at, end)
            if found is None:
                return
            self.at = found.end()
            kind = found.lastgroup
            if kind == "brace":
                yield Token(found[0].decode("ascii"), b"")
            elif kind in {"word", "number"}:
                number = int(found["number"]) if found["number"] else None
                if found["word"] == b"bin":
                    self.at = min(end, self.at + max(0, number or 0))
                else:
                    yield Token("word", found["word"], number)
            elif kind is not None:
                yield Token(kind, found[kind])

    def skip_group(self) -> tuple[int, int]:
        """Jump behind the end of the group that is open; return where its content stands."""
        data, start, end = self.data, self.at, self._end
        at, depth = start, 1
        while True:
            found = _STRUCTURE.search(data, at, end)
            if found is None:
                self.at = end
                return start, end
            at = found.end()
            if found[0] == b"\\":
                binary = _BINARY.match(data, at, end)
                at = min(end, binary.end() + int(binary[1])) if binary else at + 1
                continue
            depth += 1 if found[0] == b"{" else -1
            if depth == 0:
                self.at = at
                return start, found.start()
