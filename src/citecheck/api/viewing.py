"""From the record of a document, as the JSON report writes it, to the values of the Python API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from citecheck.api.result import Citation, Fault, Place, Problem, Reference, Result
from citecheck.model.problem import Severity

if TYPE_CHECKING:
    from citecheck.report.shapes import CitationRecord, Placed, ProblemRecord, Record, ReferenceRecord


def result_of(record: Record) -> Result:
    """Return the result that a record tells, with the entries and citations themselves in the place of their ids."""
    references = {one["id"]: _reference(one) for one in record["references"]}
    citations = {one["id"]: _citation(one, references) for one in record["citations"]}
    return Result(
        path=record["path"],
        format=record["format"],
        style=record["style"],
        language=record["language"],
        citations=tuple(citations.values()),
        references=tuple(references.values()),
        problems=tuple(_problem(one, citations, references) for one in record["problems"]),
        faults=tuple(Fault(one["kind"], one["message"]) for one in record["errors"]),
        notes=tuple(record["notes"]),
    )


def _reference(record: ReferenceRecord) -> Reference:
    return Reference(
        id=record["id"],
        text=record["text"],
        place=_place(record),
        key=record["key"],
        authors=tuple(record["authors"]),
        year=record["year"],
        title=record["title"],
        doi=record["doi"],
    )


def _citation(record: CitationRecord, references: Mapping[str, Reference]) -> Citation:
    return Citation(
        id=record["id"],
        text=record["text"],
        place=_place(record),
        kind=record["kind"],
        authors=tuple(record["authors"]),
        year=record["year"],
        number=record["number"],
        key=record["key"],
        locator=record["locator"],
        references=tuple(references[one] for one in record["references"]),
        confidence=record["confidence"],
    )


def _problem(record: ProblemRecord, citations: Mapping[str, Citation], references: Mapping[str, Reference]) -> Problem:
    citation, reference = record["citation"], record["reference"]
    return Problem(
        rule=record["rule"],
        severity=Severity(record["severity"]),
        message=record["message"],
        help=record["help"],
        suggestion=record["suggestion"],
        place=_place(record),
        citation=citations[citation] if citation else None,
        reference=references[reference] if reference else None,
        related=tuple(references[one] for one in record["related"]),
        confidence=record["confidence"],
    )


def _place(record: Placed) -> Place | None:
    span = record["span"]
    return Place(path=record["path"], page=record["page"], where=record["where"], **span) if span else None
