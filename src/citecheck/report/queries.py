"""The report for letters to authors: numbered queries, AQ1, AQ2 …, one for each defect, ready to be pasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from citecheck.report.record_reading import defects_of, elsewhere, meant, place, references_of
from citecheck.report.report import View, streamed
from citecheck.text.shown import shown

if TYPE_CHECKING:
    from citecheck.report.shapes import ProblemRecord, Record, ReferenceRecord

#: So many places of one defect are named.
PLACES = 12


def pieces(records: Iterable[Record], _: View) -> Iterator[str]:
    """Yield the queries of each document under its name, in text order; each author's begin with AQ1."""
    from citecheck.rules.registry import rules
    from citecheck.rules.rule import QUERY

    asked = {rule.name: rule.query for rule in rules()}
    for number, record in enumerate(records):
        yield ("\n\n" if number else "") + f"Author queries: {shown(PurePath(record['path']).name, None)}\n"
        for error in record["errors"]:
            yield f"\nThis file was not wholly read: {shown(error['message'], None)}.\n"
        order = {id(problem): at for at, problem in enumerate(record["problems"])}
        found = sorted(defects_of(record), key=lambda defect: order[id(defect[0])])
        if not found and not record["errors"]:
            yield "\nNo queries.\n"
        entries = references_of(record)
        for count, defect in enumerate(found, 1):
            lines = _query(defect, record, entries, asked.get(defect[0]["rule"], QUERY))
            yield "\n" + "\n".join((f"AQ{count}{_where(defect[0], record)}", *lines)) + "\n"


def _where(problem: ProblemRecord, record: Record) -> str:
    where = place(problem, record)
    return f" ({where})" if where else ""


def _query(
    defect: list[ProblemRecord], record: Record, entries: dict[str, ReferenceRecord], asked: str
) -> Iterator[str]:
    """Yield the words in question, what is the matter with them and what is asked, the entries, the other places."""
    first = defect[0]
    if first["context"]:
        yield f"“{shown(first['context'], None)}”"
    yield f"{_sentence(first['message'])} {asked}"
    for entry in meant(first, entries):
        yield f"In the list: {shown(entry['text'], None)}"
    others = elsewhere(defect, record, PLACES)
    if others:
        yield _sentence(others)


def _sentence(message: str) -> str:
    """Return a message as a sentence in running text."""
    words = shown(message, None)
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")


REPORT = streamed(
    "queries", ("queries.md", "queries.txt"), pieces, "numbered queries to the author, to be pasted into a letter"
)
