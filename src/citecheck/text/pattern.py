"""Patterns that are compiled when they are first used: an article needs but some of those of a module."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pattern = re.compile
else:

    class pattern:  # noqa: N801 it stands for `re.compile`, and gives what does as much as what that gives
        """What `re.compile` would give for the same, once something is asked of it.

        A method that was asked for is kept, so that the second call of it costs no more than that of a pattern.
        """

        __slots__ = ("_written", "findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub")

        def __init__(self, *written: object) -> None:
            self._written = written

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 whatever a pattern has
            asked = getattr(re.compile(*self._written), name)
            setattr(self, name, asked)
            return asked
