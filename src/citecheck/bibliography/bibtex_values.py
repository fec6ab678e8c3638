"""Values of BibTeX fields: braces, quotes, @string macros and what `#` joins."""

from __future__ import annotations

import re

from citecheck.model.value import field, record, value

#: Backslashed braces do not count, as in bibtexparser.
_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE = re.compile(r'(?<!\\)[{}"]')
_WORD = re.compile(r"[^\s#{}\"=,]++")
_SPACE = re.compile(r"\s*+")

#: The longest value that macros may join, and all of them together (LIMITS.md).
JOINED_LIMIT = 1_000_000
EXPANDED_LIMIT = 20_000_000


@record
class Macros:
    """The @string macros of a file, in the order of their definitions, and how much may still be expanded."""

    values: dict[str, str] = field(default_factory=dict)
    left: int = EXPANDED_LIMIT

    def expand(self, name: str) -> str:
        """Return what a macro stands for; a number or an unknown name stands for itself."""
        value = self.values.get(name.lower())
        if value is None:
            return name
        self.left -= len(value)
        if self.left < 0:
            raise TooLongError
        return value


class TooLongError(Exception):
    """Raised when @string macros grow past the limits."""


@value
class Value:
    """The value of a field without its delimiters, and where its words stand inside the expression."""

    text: str
    start: int
    end: int


def read_value(expression: str, macros: Macros) -> Value | None:
    """Return the value of `expression`, None where it is no well-formed one (a comma is missing, a quote is open).

    Raises `TooLongError`.
    """
    plain = expression.startswith("{") and expression.endswith("}")
    if plain and "=" not in expression and "#" not in expression:
        return Value(expression[1:-1], 1, len(expression) - 1)
    pieces: list[str] = []
    place = (0, len(expression))
    at = 0
    while at < len(expression):
        end = piece_end(expression, at)
        if end is None:
            return None
        delimited = expression[at] in '{"'
        place = (at + 1, end - 1) if delimited else (at, end)
        pieces.append(expression[place[0] : place[1]] if delimited else macros.expand(expression[at:end]))
        at = _SPACE.match(expression, end).end()  # type: ignore[union-attr]  # matches nothing at least
        if at == len(expression):
            break
        if expression[at] != "#":
            return None
        at = _SPACE.match(expression, at + 1).end()  # type: ignore[union-attr]  # matches nothing at least
    if len(pieces) == 1:
        return Value(pieces[0], *place)
    if sum(map(len, pieces)) > JOINED_LIMIT:
        raise TooLongError
    return Value("".join(pieces), 0, len(expression))


def piece_end(expression: str, at: int) -> int | None:
    """Return where the braced, quoted or bare piece that begins at `at` has ended."""
    if expression[at] == "{":
        return _after(expression, at, _BRACE)
    if expression[at] == '"':
        return _after(expression, at, _QUOTE)
    word = _WORD.match(expression, at)
    return word.end() if word else None


def _after(expression: str, at: int, marks: re.Pattern[str]) -> int | None:
    """Return where the group that opens at `at` has ended; a quote counts outside braces only."""
    depth = 0
    quoted = expression[at] == '"'
    for mark in marks.finditer(expression, at + quoted):
        if mark[0] == '"':
            if depth == 0:
                return mark.end()
        else:
            depth += 1 if mark[0] == "{" else -1
            if depth == 0 and not quoted:
                return mark.end()
    return None
