"""The commands that a LaTeX document defines itself: which of them cite, and with which argument."""

from __future__ import annotations

import re

from citecheck.model.span import Span
from citecheck.model.value import field, record
from citecheck.readers.latex_citations import citation_at, is_standard
from citecheck.readers.latex_groups import Groups, arguments

_DEFINITION = re.compile(
    r"\\(?:(?P<how>(?:re)?newcommandx?|providecommand|(?:re|provide)?newrobustcmd|DeclareRobustCommand"
    r"|(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand|Declare(?:Multi|Autocite)?CiteCommand)"
    r"(?![A-Za-z@])\*?[ \t]*+(?:\{[ \t]*+\\(?P<braced>[A-Za-z@]+)[ \t]*+\}|\\(?P<bare>[A-Za-z@]+))"
    r"|[egx]?def[ \t]*+\\(?P<def>[A-Za-z@]+)(?P<pattern>[^{}\\\n]{0,60})(?=\{)"
    r"|let[ \t]*+\\(?P<let>[A-Za-z@]+)[ \t]*+=?[ \t]*+\\(?P<old>[A-Za-z@]+))"
)
_COMMAND = re.compile(r"\\([A-Za-z@]+)\*?")
_KEYS = re.compile(r"#([1-9])")
#: How deep commands may be made of each other, and how long a definition may be that is looked into.
_DEEPEST, _LONGEST = 5, 5_000


@record
class Macro:
    """A command of the document: how many of its arguments are in braces, and whether the first is optional.

    `keys` are the arguments of the citations in its definition: "#1", or keys as they stand.
    """

    braced: int
    optional: bool
    body: str
    keys: tuple[str, ...] | None = None


@record
class Macros:
    """All commands that a document defines, by name; `spans` are their definitions."""

    named: dict[str, Macro] = field(default_factory=dict)
    standing_for: dict[str, str] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def citing(self, name: str) -> Macro | None:
        """Return the command `name` where it was defined with a citation in it."""
        macro = self.named.get(name)
        return macro if macro is not None and self._keys(name, 0) else None

    def is_other(self, name: str) -> bool:
        """Whether `name` was defined, without any citation, and is no well-known command of citation."""
        return name in self.named and not is_standard(name) and not self._keys(name, 0)

    def real(self, name: str) -> str:
        """Return the command that `name` was made to stand for (let)."""
        for _ in range(_DEEPEST):
            if name not in self.standing_for or is_standard(name):
                break
            name = self.standing_for[name]
        return name

    def _keys(self, name: str, depth: int) -> tuple[str, ...]:
        macro = self.named.get(name)
        if macro is None or depth > _DEEPEST or len(macro.body) > _LONGEST:
            return ()
        if macro.keys is None:
            macro.keys = ()  # a command that is defined by itself makes nothing
            macro.keys = tuple(self._cited(macro.body, depth))
        return macro.keys

    def _cited(self, body: str, depth: int) -> list[str]:
        """Return the arguments of the citations in a definition."""
        groups = Groups(body.replace("#", "\x00"))
        found: list[str] = []
        for command in _COMMAND.finditer(body):
            name = self.real(command[1])
            inner = self._keys(name, depth + 1)
            if inner:
                given = arguments(groups, command.end(), self.named[name].braced).braced
                found += [filled(key, [one.of(body) for one in given]) for key in inner]
            elif (made := citation_at(groups, name, command.end())) is not None:
                found += [span.of(body) for _, span in made.keys]
        return found


def filled(key: str, given: list[str]) -> str:
    """Return `key` with the arguments of a command in place of #1, #2."""
    return _KEYS.sub(lambda one: given[int(one[1]) - 1] if int(one[1]) <= len(given) else "", key)


def find_macros(text: str, groups: Groups) -> Macros:
    """Return the commands that `text` defines."""
    macros = Macros()
    at = 0
    for found in _DEFINITION.finditer(text):
        if found.start() < at:
            continue
        at = found.end()
        if found["let"]:
            macros.standing_for[found["let"]] = found["old"]
        elif found["how"] and "CiteCommand" in found["how"]:
            macros.named[found["braced"] or found["bare"]] = Macro(1, optional=True, body="", keys=("#1",))
            at = arguments(groups, at, 4).end
        else:
            at = _defined(macros, found, groups)
        macros.spans.append(Span(found.start(), at))
    return macros


def _defined(macros: Macros, found: re.Match[str], groups: Groups) -> int:
    """Add a definition; return where it ends."""
    name = found["braced"] or found["bare"] or found["def"]
    at = found.end()
    if found["def"]:
        braced, optional = found["pattern"].count("#"), False
    elif "Document" in found["how"]:
        pattern, at = groups.braced(at)
        kinds = re.sub(r"\{[^{}]*\}", "", pattern.of(groups.text)) if pattern else ""
        braced, optional = kinds.count("m"), any(kind in kinds for kind in "oO")
    else:
        number, at = groups.optional(at)
        default, at = groups.optional(at)
        written = number.of(groups.text).strip() if number else ""
        optional = default is not None
        braced = max(0, int(written) - optional) if written.isdecimal() and len(written) == 1 else 0
    body, end = groups.braced(at)
    if body is None:
        return at
    # Arguments are counted with the optional one, which may have any place in what a document command asks for.
    text = body.of(groups.text)
    macros.named[name] = Macro(braced, optional, _counted(text) if optional else text)
    return end


def _counted(body: str) -> str:
    """Return a definition with its arguments in braces counted from 1, where the first argument is optional."""
    return _KEYS.sub(lambda one: f"#{int(one[1]) - 1}" if one[1] != "1" else "", body)
