"""The fields of a word processor while they are read: code, result, and fields inside fields."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.model.value import field, record
from citecheck.readers.composing import Composer
from citecheck.readers.fields import Field, FieldKind, read_field

_LONGEST_CODE = 10_000_000


@record
class _Frame:
    """A field that is open; `start` is where its result begins, None while its code is read."""

    code: list[str] = field(default_factory=list)
    stored: str | None = None
    start: int | None = None
    meaning: Field | None = None


class FieldStack:
    """Follows fields through the text of one part; `sure` says whether each that begins in it also ends.

    `understand` may add to what a field says, such as the sources of Word.
    """

    def __init__(self, composer: Composer, understand: Callable[[Field], Field], *, sure: bool = True) -> None:
        self._composer = composer
        self._understand = understand
        self._sure = sure
        self._open: list[_Frame] = []
        self._coded = 0
        self.bibliographies = 0
        """How many bibliographies are open."""

    @property
    def hides(self) -> bool:
        """Whether text that comes now is code. A field without end would hide the rest of the manuscript."""
        return self._sure and self._coded > 0

    def begin(self, stored: str | None = None) -> None:
        """Begin a field, with the data that are stored beside its code."""
        self._open.append(_Frame(stored=stored))
        self._coded += 1

    def store(self, stored: str) -> None:
        """Take data that are stored beside the code of a field."""
        if self._open and self._open[-1].stored is None:
            self._open[-1].stored = stored

    def code(self, text: str) -> None:
        """Take a part of the code."""
        if self._open and self._open[-1].start is None:
            self._open[-1].code.append(text)

    def separate(self) -> None:
        """End the code and begin the result."""
        if not self._open or self._open[-1].start is not None:
            return
        frame = self._open[-1]
        self._coded -= 1
        frame.start = self._composer.length
        frame.meaning = self._meaning(frame)
        if frame.meaning is not None and frame.meaning.kind is FieldKind.BIBLIOGRAPHY:
            self.bibliographies += 1
            self._composer.list_here()

    def end(self) -> None:
        """End a field."""
        if not self._open:
            return
        frame = self._open.pop()
        if frame.start is None:
            self._coded -= 1
            if self._open and self._open[-1].stored is None:  # EndNote keeps the data in a field inside the code
                self._open[-1].stored = frame.stored
        elif frame.meaning is not None:
            self._composer.cite(frame.start, frame.meaning)
            self.bibliographies -= frame.meaning.kind is FieldKind.BIBLIOGRAPHY

    def _meaning(self, frame: _Frame) -> Field | None:
        code = "".join(frame.code)
        understood = read_field(code, frame.stored) if len(code) <= _LONGEST_CODE else None
        return None if understood is None else self._understand(understood)
