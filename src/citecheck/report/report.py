"""What a report is: a format, and functions from what was checked to text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from citecheck.model.outcome import Outcome
from citecheck.model.value import value

if TYPE_CHECKING:
    from citecheck.report.shapes import Record


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

    `suffixes` are the ends of the names of files that are written in it; where several formats fit a name the longest
    end decides, so that "queries.md" is another format than ".md".

    `render` returns the whole text of a few fresh outcomes and prints nothing; the same outcomes give the same text.

    `pieces`, of a format that needs no manuscript, yields the text piece by piece while records come in: at any time it
    holds one document and a few counts, however many there are. Records come from `citecheck.report.record.record` of
    an outcome or, unchanged through JSON, from a cache. It must be read to its end, which closes what the beginning
    opened, and yields a whole report for no records too. Of each record it yields something, were it the empty text,
    before it asks for the next, so that several reports go side by side through many records, and none has to be kept.
    None for the formats that show the manuscript itself.
    """

    format: str
    suffixes: tuple[str, ...]
    render: Callable[[Sequence[Outcome], View], str]
    description: str
    pieces: Callable[[Iterable[Record], View], Iterator[str]] | None = None


def streamed(
    format: str,
    suffixes: tuple[str, ...],
    pieces: Callable[[Iterable[Record], View], Iterator[str]],
    description: str,
) -> Report:
    """Return a report that is written from records alone."""

    def render(outcomes: Sequence[Outcome], view: View) -> str:
        from citecheck.report.record import record

        return "".join(pieces((record(outcome) for outcome in outcomes), view))

    return Report(format, suffixes, render, description, pieces)
