"""How a value is made: a class whose fields are given once, compared by what they hold, and never changed.

What `dataclasses` does, for the few things needed here. It writes and compiles six methods for every class each time
the program starts, which took longer than reading an article; here classes with as many fields share one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, NamedTuple, Never, TypeVar, dataclass_transform

__all__ = ("field", "record", "replace", "value")

Class = TypeVar("Class", bound=type)
Old = TypeVar("Old")


class _Later(NamedTuple):
    """A field that is not simply given: made anew for each value, or set by `__post_init__`."""

    init: bool
    default_factory: Callable[[], object] | None


def field(*, init: bool = True, default_factory: Callable[[], object] | None = None) -> Any:  # noqa: ANN401 it stands for any default
    """Return what to write for a field whose default is made for each value, or that the value makes itself."""
    return _Later(init, default_factory)


class _Told:
    """The fields as `dataclasses` tells them, made when a tool asks for them (its own `replace` too)."""

    def __get__(self, _: object, owner: type[_Fields]) -> object:
        from dataclasses import make_dataclass  # noqa: TID251 only for tools

        return vars(make_dataclass(owner.__name__, owner.__match_args__))["__dataclass_fields__"]


class _Fields:
    """What values and records share: `__match_args__` are the fields that are given, `__held__` reads them."""

    __slots__ = ()
    __dataclass_fields__ = _Told()
    __match_args__: tuple[str, ...]
    __held__: Callable[[object], object]
    __hash__ = None  # type: ignore[assignment]  # a record may change

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        held = type(self).__held__
        return held(self) == held(other)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__match_args__)})"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__match_args__)


class _Value(_Fields):
    """What holds for values alone."""

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # unlike a record
        return hash(type(self).__held__(self))

    def __setattr__(self, name: str, _: object) -> Never:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __delattr__(self, name: str) -> Never:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(written: Class) -> Class:
    """Make of a class with annotated fields one whose instances cannot be changed (see `replace`)."""
    return _made(written, _Value)


@dataclass_transform(field_specifiers=(field,))
def record(written: Class) -> Class:
    """Make of a class with annotated fields one whose instances are filled step by step."""
    return _made(written, _Fields)


if TYPE_CHECKING:
    from dataclasses import replace  # noqa: TID251 the checker of types knows what this one does
else:

    def replace(old: Old, /, **changes: object) -> Old:
        """Return `old` with some of its fields changed."""
        return type(old)(**dict(zip(old.__match_args__, type(old).__held__(old), strict=True)) | changes)


def _made(written: Class, base: type) -> Class:
    body = dict(written.__dict__)
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    fields = tuple(body.get("__annotations__", ()))
    defaults = {name: body.pop(name) for name in fields if name in body}
    given = tuple(name for name in fields if not _is_own(defaults.get(name)))
    held = attrgetter(*given) if len(given) > 1 else lambda self: (getattr(self, given[0]),)
    body.update(__slots__=fields, __match_args__=given, __held__=held)
    made = type(written)(written.__name__, (base,), body)
    type.__setattr__(made, "__init__", _init(made, given, defaults))
    return made


def _is_own(default: object) -> bool:
    return isinstance(default, _Later) and not default.init


def _init(made: type, given: tuple[str, ...], defaults: dict[str, object]) -> Callable[..., None]:
    """Return `__init__`; each slot is set through its descriptor, past the `__setattr__` that refuses."""
    held: dict[str, Any] = {f"set{at}": made.__dict__[name].__set__ for at, name in enumerate(given)}
    later = {at: defaults[name] for at, name in enumerate(given) if isinstance(defaults.get(name), _Later)}
    held |= {f"make{at}": one.default_factory for at, one in later.items() if isinstance(one, _Later)}
    code = _code(len(given), tuple(later), post="__post_init__" in made.__dict__)
    own = code.replace(co_varnames=("self", *given), co_qualname=f"{made.__qualname__}.__init__")
    first = next((at for at, name in enumerate(given) if name in defaults), len(given))
    optional = tuple(None if at in later else defaults[given[at]] for at in range(first, len(given)))
    return FunctionType(own, held, "__init__", optional)


@cache
def _code(fields: int, later: tuple[int, ...], *, post: bool) -> CodeType:
    """Return the code of `__init__` for so many fields, of which those at `later` are made anew for each value.

    Classes with as many fields share it, but for the names: to compile it took longer than all else about a class.
    """
    lines = [
        f"set{at}(self, {f'make{at}() if field{at} is None else ' * (at in later)}field{at})" for at in range(fields)
    ]
    lines += ["self.__post_init__()"] * post
    names = ", ".join(f"field{at}" for at in range(fields))
    module = compile(f"def __init__(self, {names}):\n " + "\n ".join(lines), __file__, "exec")
    (code,) = (constant for constant in module.co_consts if isinstance(constant, CodeType))
    return code
