"""JSON with places: what stands where in the text."""

from __future__ import annotations

import json
import re

from citecheck.model.span import Span
from citecheck.model.value import record

_SPACE = re.compile(r"[ \t\r\n]*+")
_DECODER = json.JSONDecoder()


class JsonError(Exception):
    """Raised where the text is no JSON; `at` is the place."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


@record
class JsonCursor:
    """A place in a JSON text; what is read moves it on, past the white space that follows."""

    text: str
    at: int = 0

    def passes(self, sign: str) -> bool:
        """Whether `sign` stands here; then the cursor is past it."""
        if not self.text.startswith(sign, self.at):
            return False
        self._go(self.at + 1)
        return True

    def expect(self, sign: str) -> None:
        """Go past `sign`; raises `JsonError` where something else stands."""
        if not self.passes(sign):
            raise JsonError(self.at)

    def value(self) -> tuple[object, Span]:
        """Return the whole value that stands here, and its place; raises `JsonError`."""
        start = self.at
        try:
            value, end = _DECODER.raw_decode(self.text, start)
        except (ValueError, RecursionError) as error:
            raise JsonError(getattr(error, "pos", start)) from error
        self._go(end)
        return value, Span(start, end)

    def name(self) -> str:
        """Return the name of the member that stands here, and go past its colon; raises `JsonError`."""
        start = self.at
        name, _ = self.value()
        if not isinstance(name, str):
            raise JsonError(start)
        self.expect(":")
        return name

    def members(self) -> tuple[dict[str, tuple[object, Span]], Span]:
        """Return the members of the object that stands here, each with its place, and its own; raises `JsonError`."""
        start = self.at
        self.expect("{")
        found: dict[str, tuple[object, Span]] = {}
        end = self.at + 1
        while not self.passes("}"):
            if found:
                self.expect(",")
            name = self.name()
            found[name] = self.value()
            end = self.at + 1
        return found, Span(start, end)

    def _go(self, at: int) -> None:
        space = _SPACE.match(self.text, at)
        self.at = space.end() if space else at
