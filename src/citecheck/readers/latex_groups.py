"""The braces and brackets of LaTeX: which belong together, and the arguments of a command."""

from __future__ import annotations

import re
from typing import NamedTuple

from citecheck.model.span import Span

_SIGN = re.compile(r"\\.|[{}\[\]]", re.DOTALL)
# Between two arguments may stand blanks and one line end.
_GAP = re.compile(r"[ \t]*+(?:\n[ \t]*+(?!\n))?")
_ANGLED = re.compile(r"<[^<>\n]{0,300}>")
_ROUND = re.compile(r"\([^()\n]{0,500}\)")


class Groups:
    """The groups of one text: `closing` has for each opening brace and bracket the place of the closing one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.closing: dict[int, int] = {}
        braces: list[int] = []
        brackets: list[list[int]] = [[]]
        for sign in _SIGN.finditer(text):
            at, written = sign.start(), sign.group()
            if written == "{":
                braces.append(at)
                brackets.append([])
            elif written == "}" and braces:
                self.closing[braces.pop()] = at
                brackets.pop()
            elif written == "[":
                brackets[-1].append(at)
            elif written == "]" and brackets[-1]:
                self.closing[brackets[-1].pop()] = at

    def optional(self, at: int, *, signs: str = "[") -> tuple[Span | None, int]:
        """Return what an optional argument at `at` holds, None where none stands there, and where it has ended."""
        begin = self.after_gap(at)
        sign = self.text[begin : begin + 1]
        if sign == "[" in signs and begin in self.closing:
            return Span(begin + 1, self.closing[begin]), self.closing[begin] + 1
        pattern = _ANGLED if sign == "<" else _ROUND
        found = pattern.match(self.text, begin) if sign and sign in signs else None
        return (Span(begin + 1, found.end() - 1), found.end()) if found else (None, at)

    def braced(self, at: int) -> tuple[Span | None, int]:
        """Return what the braces at `at` hold, None where none open there, and where they have ended."""
        begin = self.after_gap(at)
        if self.text.startswith("{", begin) and begin in self.closing:
            return Span(begin + 1, self.closing[begin]), self.closing[begin] + 1
        return None, at

    def after_gap(self, at: int) -> int:
        """Return where the next argument of a command would begin."""
        gap = _GAP.match(self.text, at)
        return gap.end() if gap else at


class Arguments(NamedTuple):
    """The arguments of a command: those in brackets, those in braces, and where the last has ended."""

    optional: list[Span]
    braced: list[Span]
    end: int


def arguments(groups: Groups, at: int, braced: int) -> Arguments:
    """Return the arguments of a command whose name ends at `at`: any in brackets, and so many in braces."""
    optional: list[Span] = []
    found: list[Span] = []
    while len(found) < braced:
        one, end = groups.optional(at, signs="[<")
        if one is not None:
            optional.append(one)
        else:
            one, end = groups.braced(at)
            if one is None:
                break
            found.append(one)
        at = end
    return Arguments(optional, found, at)
