"""What a command can be told: its options and arguments, described once for both who read a call.

A command is a function whose parameters are annotated with `Option` or `Argument`. A plain call is read by `reading`;
typer, which takes longer to import than an article to read, comes in for the others alone (`application`).
"""

from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any, NamedTuple, get_args

#: Returns the exit status.
Command = FunctionType


class Option:
    """An option: its names, else the name of the parameter, and what typer is told of it besides."""

    __slots__ = ("told", "written")

    def __init__(self, *written: str, **told: Any) -> None:  # noqa: ANN401 as typer takes them
        self.written = written
        self.told = told


class Argument(Option):
    """An argument, which has no name on the command line."""

    __slots__ = ()


class Only:
    """Of a group of options, those that a command takes; their names have spaces between."""

    __slots__ = ("names",)

    def __init__(self, names: str) -> None:
        self.names = names.split()


#: What stands for the default of a parameter that must be given.
REQUIRED = object()


class Parameter(NamedTuple):
    """One thing a command is told; `group` is the parameter of the function that holds it among others."""

    name: str
    type: Any
    option: Option
    default: object
    group: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """How the option is written on the command line; the negative behind a slash as typer has it."""
        return self.option.written or (f"--{self.name.replace('_', '-')}",)


def parameters(command: Command) -> Iterator[Parameter]:
    """Yield what a command is told, in order; a group, a tuple with names whose fields are options, one by one."""
    annotations = command.__annotations__
    defaults = _defaults(command)
    for name in _names(command):
        kind, *about = _split(annotations[name])
        if hasattr(kind, "_fields"):
            for field in about[0].names if about else kind._fields:
                inner, option = _split(kind.__annotations__[field])
                yield Parameter(field, inner, option, kind._field_defaults[field], name)
        else:
            yield Parameter(name, kind, about[0], defaults.get(name, REQUIRED))


def call(command: Command, given: Mapping[str, object]) -> int:
    """Call a command with what it is told, groups put together; returns its exit status."""
    groups: dict[str, dict[str, object]] = {}
    alone: dict[str, object] = {}
    for parameter in parameters(command):
        told = alone if parameter.group is None else groups.setdefault(parameter.group, {})
        told[parameter.name] = given[parameter.name]
    made = {name: _split(command.__annotations__[name])[0](**told) for name, told in groups.items()}
    status: int = command(**alone, **made)
    return status


def _split(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401 a type, or what `Annotated` makes
    """Return a type and what is said about it."""
    return get_args(annotation) if hasattr(annotation, "__metadata__") else (annotation,)


def _names(command: Command) -> tuple[str, ...]:
    code = command.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _defaults(command: Command) -> dict[str, object]:
    placed, given = command.__code__.co_varnames[: command.__code__.co_argcount], command.__defaults__ or ()
    return {**dict(zip(placed[len(placed) - len(given) :], given, strict=True)), **(command.__kwdefaults__ or {})}
