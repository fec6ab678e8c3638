"""Patterns: compiled when they are first used, and kept beside the byte code for the next start.

An article needs but some of the patterns of a module, and to compile those takes as long as a third of its reading.
Python keeps what it makes of modules in `__pycache__`; what `re` makes of patterns is kept there too, in a file that is
made anew for another version of Python. Where it cannot be written, or `re` is not as it is known here, each start
compiles what it needs.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

#: A pattern and its flags.
_Written = tuple[str | bytes, int]
#: What `re` makes of a pattern: all flags, the code in bytes, how many groups, and their names both ways.
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

_FILE = f"{(__spec__.cached or __file__).removesuffix('.pyc')}.patterns"
_VERSION = f"{sys.version} {sys.byteorder}"
#: What the private parts of `re` may raise where they are not as they are known here, and `_sre` for code that is none.
_UNKNOWN = (AttributeError, KeyError, OverflowError, RuntimeError, TypeError, ValueError)

_fresh: set[_Written] = set()

if TYPE_CHECKING:
    pattern = re.compile
else:

    class pattern:  # noqa: N801 it stands for `re.compile`, and gives what does as much as what that gives
        """What `re.compile` would give for the same, once something is asked of it.

        A method that was asked for is kept, so that the second call of it costs no more than that of a pattern.
        """

        __slots__ = ("_written", *(name for name in dir(re.Pattern) if not name.startswith("_")))

        def __init__(self, source: str | bytes, flags: int = 0) -> None:
            self._written = source, int(flags)

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 whatever a pattern has
            asked = getattr(_compiled(self._written), name)
            setattr(self, name, asked)
            return asked


def keep() -> None:
    """Keep what was compiled in this run for the next, where Python may keep byte code."""
    if not _fresh or sys.dont_write_bytecode:
        return
    temporary = f"{_FILE}.{os.getpid()}"
    try:
        with open(temporary, "wb") as stream:
            stream.write(marshal.dumps((_VERSION, _kept())))
        os.replace(temporary, _FILE)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)


@cache
def _compiled(written: _Written) -> re.Pattern[Any]:
    try:
        made = _kept().get(written)
        if made is None:
            _kept()[written] = made = _made(*written)
            _fresh.add(written)
        flags, code, *groups = made
        engine = vars(vars(re)["_compiler"])["_sre"]
        found: re.Pattern[Any] = engine.compile(written[0], flags, memoryview(code).cast("I").tolist(), *groups)
    except _UNKNOWN:
        return re.compile(*written)
    return found


def _made(source: str | bytes, flags: int) -> _Made:
    """Return what `re` makes of a pattern, step by step as it does itself."""
    parsed = vars(re)["_parser"].parse(source, flags)
    numbers = vars(vars(re)["_compiler"])["_code"](parsed, flags)
    code = b"".join(number.to_bytes(4, sys.byteorder) for number in numbers)
    names: dict[str, int] = parsed.state.groupdict
    by_number = {number: name for name, number in names.items()}
    groups = parsed.state.groups
    return flags | parsed.state.flags, code, groups - 1, names, tuple(by_number.get(at) for at in range(groups))


@cache
def _kept() -> dict[_Written, _Made]:
    """Return what was kept by the same version of Python; nothing where the file cannot be read."""
    with suppress(OSError, EOFError, ValueError, TypeError), open(_FILE, "rb") as stream:
        version, kept = marshal.load(stream)  # noqa: S302 written by `keep`, and as trusted as the byte code beside it
        if version == _VERSION:
            return dict(kept)
    return {}
