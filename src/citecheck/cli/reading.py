"""How a command is called in the plain way: read here in a moment, as typer would read it.

Whatever is rarer, such as a call for help, several short options in one word, or a slip, is left to typer.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from citecheck.cli.option import REQUIRED, Argument, Command, Parameter, parameters

#: What makes of a word the value of an option, by the type of its parameter.
_READ: Mapping[Any, Any] = {
    str: str,
    str | None: str,
    list[str]: str,
    list[str] | None: str,
    int: int,
    int | None: int,
    float: float,
    float | None: float,
}
_LISTS = (list[str], list[str] | None)


def plainly_read(command: Command, words: Sequence[str]) -> dict[str, object] | None:
    """Return what a call tells a command, by the names of its parameters; None where typer is to read it."""
    told = tuple(parameters(command))
    given: dict[str, object] = {one.name: one.default for one in told}
    try:
        arguments = list(_options(_Names(told), iter(words), given))
        _place(arguments, [one for one in told if isinstance(one.option, Argument)], given)
    except (LookupError, ValueError):
        return None
    return None if REQUIRED in given.values() else given


class _Names:
    """The options by the names they are written with: which turn something on or off, and which have a value."""

    def __init__(self, told: Sequence[Parameter]) -> None:
        self.flags: dict[str, tuple[str, bool]] = {}
        self.valued: dict[str, Parameter] = {}
        for one in told:
            if isinstance(one.option, Argument):
                continue
            for name in one.names:
                if one.type in _READ:
                    self.valued[name] = one
                else:
                    on, _, off = name.partition("/")
                    self.flags |= {on: (one.name, True), off: (one.name, False)}


def _options(names: _Names, words: Iterator[str], given: dict[str, object]) -> Iterator[str]:
    """Note the options, and yield what is none; raises `LookupError` or `ValueError` for what is not plain."""
    for word in words:
        if not word.startswith("-") or word == "-":
            yield word
        elif word in names.flags:
            name, given[name] = names.flags[word]
        else:
            _note(names, word, words, given)


def _note(names: _Names, word: str, words: Iterator[str], given: dict[str, object]) -> None:
    """Note an option that has a value, in the same word or the next."""
    name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
    option = names.valued[name]
    if not equals:
        value = next(words, "--")
        if value.startswith("-") and value != "-":
            raise ValueError(word)
    made = _READ[option.type](value)
    if option.type in _LISTS:
        made = [*(_listed(given[option.name])), made]
    elif not option.option.told.get("min", made) <= made <= option.option.told.get("max", made):
        raise ValueError(word)
    given[option.name] = made


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _place(words: list[str], arguments: Sequence[Parameter], given: dict[str, object]) -> None:
    """Give each argument its word, and one that takes several all that are left; raises `ValueError` for others."""
    for argument in arguments:
        if argument.type in _LISTS:
            if words:
                given[argument.name], words = words, []
        elif words:
            given[argument.name], *words = words
    if words:
        raise ValueError(words[0])
