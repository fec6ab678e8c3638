"""What reports ask of a record: where a problem stands, which entries are meant, which problems are one defect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.report.defects import grouped
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from citecheck.report.shapes import Placed, ProblemRecord, Record, ReferenceRecord


def defects_of(record: Record) -> list[list[ProblemRecord]]:
    """Return the problems of a document by defect, the worst first."""
    return grouped(record["problems"], lambda one: (one["severity"], one["rule"], one["fold"] or one["message"]))


def meant(problem: ProblemRecord, references: dict[str, ReferenceRecord]) -> list[ReferenceRecord]:
    """Return the entries that a problem speaks of; not the one in which it stands."""
    named = [problem["reference"]] if problem["reference"] and problem["citation"] else []
    return [references[entry] for entry in dict.fromkeys([*named, *problem["related"]]) if entry in references]


def references_of(record: Record) -> dict[str, ReferenceRecord]:
    """Return the entries of a document by their ids."""
    return {reference["id"]: reference for reference in record["references"]}


def has_lines(placed: Placed, record: Record) -> bool:
    """Whether lines and columns are those of the file itself, and not of the text that was taken out of it."""
    return not (record["extracted"] and placed["path"] == record["path"])


def said(problem: ProblemRecord, record: Record) -> str:
    """Return what is said of a problem, with the place in words where no line can tell it."""
    message = f"{problem['message']} ({problem['help']})" if problem["help"] else problem["message"]
    if problem["context"] is None or has_lines(problem, record):
        return message
    page = f"page {problem['page']}, " if problem["page"] is not None else ""
    return f"{message}: {page}“{problem['context']}”"


def coordinates(placed: Placed) -> str:
    """Return a place as editors of text take it: "article.md:12:3"; of a page in a format that has pages."""
    path = shown(placed["path"], None)
    if placed["page"] is not None:
        return f"{path}: page {placed['page']}"
    return f"{path}:{placed['span']['line']}:{placed['span']['column']}" if placed["span"] else path


def place(placed: Placed, record: Record) -> str | None:
    """Return a place as one says it: "line 12", "page 3", "library.bib, line 4"; None where neither is known."""
    where = None
    if placed["page"] is not None:
        where = f"page {placed['page']}"
    elif placed["span"] and has_lines(placed, record):
        where = f"line {placed['span']['line']}"
    if placed["path"] == record["path"]:
        return where
    path = shown(placed["path"], None)
    return f"{path}, {where}" if where else path


def other_places(problems: Sequence[ProblemRecord], record: Record) -> list[str]:
    """Return the places of all problems but the first, each once and none that is also the first's."""
    first = place(problems[0], record)
    places = dict.fromkeys(place(problem, record) for problem in problems[1:])
    return [one for one in places if one is not None and one != first]


def listed(words: Iterable[str], most: int) -> str:
    """Return "line 3, 4 and 9" in words: the first `most`, and how many more there are."""
    every = [*words]
    if len(every) > most:
        return f"{', '.join(every[:most])} and {len(every) - most:,} more"
    return " and ".join([", ".join(every[:-1]), every[-1]] if len(every) > 1 else every)
