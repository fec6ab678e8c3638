"""What reports ask of a record: where a problem stands, which entries are meant, which problems are one defect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.model.problem import Severity
from citecheck.report.defects import grouped
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from citecheck.report.shapes import Placed, ProblemRecord, Record, ReferenceRecord


def defects_of(record: Record) -> list[list[ProblemRecord]]:
    """Return the problems of a document by defect, the worst first."""
    return grouped(record["problems"], lambda one: (one["severity"], one["rule"], one["fold"] or one["message"]))


def fails(problem: ProblemRecord, record: Record) -> bool:
    """Whether a problem is so bad that it fails the check."""
    least = record["fail_on"]
    return least is not None and Severity(problem["severity"]).rank <= Severity(least).rank


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


def said(problem: ProblemRecord, record: Record, *, placed: bool = True) -> str:
    """Return what is said of a problem; where no line can tell its place, with where it is and the words around it."""
    message, more = problem["message"], problem["help"]
    if more:
        message += f". {more.rstrip('.')}" if more[0].isupper() else f" ({more})"
    if problem["context"] is None or has_lines(problem, record):
        return message
    where = f"{problem['where']}, " if placed and problem["where"] else ""
    return f"{message}: {where}“{problem['context']}”"


def coordinates(placed: Placed, record: Record) -> str:
    """Return a place as editors of text take it, "article.md:12:3"; in words in a format without lines."""
    path = shown(placed["path"], None)
    if placed["where"]:
        return f"{path}: {shown(placed['where'], None)}"
    if placed["span"] is None or not has_lines(placed, record):
        return path
    return f"{path}:{placed['span']['line']}:{placed['span']['column']}"


def place(placed: Placed, record: Record) -> str | None:
    """Return a place as one says it: "line 12", "page 3, note 7", "library.bib, line 4"; None where none is known."""
    where = shown(placed["where"], None) if placed["where"] else None
    if where is None and placed["span"] and has_lines(placed, record):
        where = f"line {placed['span']['line']}"
    if placed["path"] == record["path"]:
        return where
    path = shown(placed["path"], None)
    return f"{path}, {where}" if where else path


def elsewhere(defect: Sequence[ProblemRecord], record: Record, most: int) -> str | None:
    """Return the places of a defect but the first, at most so many; None where it has one place alone.

    A place named already is not named again: two problems on one line are counted only.
    """
    if len(defect) == 1:
        return None
    first = place(defect[0], record)
    others = [
        one for one in dict.fromkeys(place(problem, record) for problem in defect[1:]) if one not in {None, first}
    ]
    named = ", ".join(str(one) for one in others[:most])
    more = f" and {len(others) - most:,} more" if len(others) > most else ""
    return f"also {named}{more} ({len(defect):,} in all)" if named else f"{len(defect):,} times in this place"
