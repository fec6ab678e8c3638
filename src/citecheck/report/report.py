"""What a report is: a format and a function from outcomes to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citecheck.model.outcome import Outcome
from citecheck.model.value import value


@value
class View:
    """How a report is to be shown: its width in columns, colours, problems alone, and no word of what was not read.

    `said_apart` is set where standard error says why a file was not wholly read, so that it is not said twice.
    """

    width: int = 100
    colour: bool = False
    quiet: bool = False
    said_apart: bool = False


@value
class Report:
    """One output format. Every module of this package that writes one exports it as `REPORT`.

    `render` returns the whole text and prints nothing; the same outcomes give the same text.
    """

    format: str
    suffixes: tuple[str, ...]
    render: Callable[[Sequence[Outcome], View], str]
    description: str
