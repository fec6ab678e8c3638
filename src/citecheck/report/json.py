"""The report for programs: one JSON object, version 1, as the schema beside this module describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from citecheck import __version__
from citecheck.model.citation import Citation, Style
from citecheck.model.fault import Fault
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Edit, Fix, Problem, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.report.places import Places
from citecheck.report.report import Report, View

#: A value that JSON can write.
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def render(outcomes: Sequence[Outcome], _: View) -> str:
    """Return the report: one line for each entry, citation and problem, in plain ASCII."""
    documents = ",\n".join(_document(outcome) for outcome in outcomes)
    head = f'{{"version": 1,\n"tool": {_line({"name": "citecheck", "version": __version__})},\n'
    return f'{head}"documents": [\n{documents}\n],\n"summary": {_line(_summary(outcomes))}}}\n'


def reference_json(reference: Reference, places: Places) -> dict[str, Json]:
    """Return an entry as every JSON output of the program writes it."""
    path, span, page = _place(places, reference.span, reference.document)
    return {
        "id": reference.id,
        "key": reference.key,
        "path": path,
        "span": span,
        "page": page,
        "text": reference.text,
        "authors": [name.shown for name in reference.cited_as],
        "year": reference.year.shown if reference.year else None,
        "title": reference.title,
        "doi": reference.doi,
    }


def citation_json(citation: Citation, match: Match, places: Places) -> dict[str, Json]:
    """Return a citation with the entries it means."""
    path, span, page = _place(places, citation.span, 0)
    return {
        "id": citation.id,
        "span": span,
        "page": page,
        "path": path,
        "text": places.documents[0].quote(citation.span),
        "kind": citation.kind.value,
        "authors": [name.text for name in citation.authors],
        "year": citation.year.shown if citation.year else None,
        "number": citation.number,
        "key": citation.key,
        "locator": citation.locator.text if citation.locator else None,
        "references": [*match.references],
        "confidence": round(match.confidence, 3),
    }


def lines_of(values: Iterable[dict[str, Json]]) -> str:
    """Return a JSON array with one value on each line."""
    written = ",\n".join(_line(value) for value in values)
    return f"[\n{written}\n]" if written else "[]"


def _document(outcome: Outcome) -> str:
    manuscript = outcome.manuscript
    head: dict[str, Json] = {
        "path": outcome.path,
        "format": outcome.format,
        "style": (manuscript.style if manuscript else Style.NONE).value,
        "style_share": manuscript.share if manuscript else None,
        "language": manuscript.language if manuscript else None,
    }
    places = Places(manuscript.documents) if manuscript else None
    parts = [
        _line(head)[1:-1],
        f'"references": {lines_of(_references(manuscript, places))}',
        f'"citations": {lines_of(_citations(manuscript, places))}',
        f'"problems": {lines_of(_problem(problem, places) for problem in outcome.problems if places)}',
        f'"errors": {lines_of(_error(fault) for fault in outcome.faults)}',
        f'"notes": {_line([*outcome.notes])}',
    ]
    return "{" + ",\n".join(parts) + "}"


def _references(manuscript: Manuscript | None, places: Places | None) -> Iterable[dict[str, Json]]:
    return (reference_json(one, places) for one in manuscript.references) if manuscript and places else ()


def _citations(manuscript: Manuscript | None, places: Places | None) -> Iterable[dict[str, Json]]:
    return (citation_json(one, match, places) for one, match in manuscript.linked()) if manuscript and places else ()


def _problem(problem: Problem, places: Places) -> dict[str, Json]:
    finding = problem.finding
    path, span, page = _place(places, finding.span, finding.document)
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": finding.message,
        "help": finding.help,
        "span": span,
        "page": page,
        "path": path,
        "citation": finding.citation,
        "reference": finding.reference,
        "related": [*finding.related],
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 3),
        "fix": _fix(problem.fix, places) if problem.fix else None,
    }


def _fix(fix: Fix, places: Places) -> dict[str, Json]:
    return {"safe": fix.safe, "edits": [_edit(edit, places) for edit in fix.edits]}


def _edit(edit: Edit, places: Places) -> dict[str, Json]:
    path = places.documents[edit.document].sources[edit.source].path
    return {"path": path, "start": edit.span.start, "end": edit.span.end, "text": edit.text}


def _error(fault: Fault) -> dict[str, Json]:
    return {"kind": fault.kind.value, "message": fault.message}


def _place(places: Places, span: Span | None, document: int) -> tuple[str, dict[str, Json] | None, int | None]:
    """Return path, span and page of a place, as JSON writes them."""
    read = places.documents[document]
    if span is None:
        return read.path, None, None
    spot = places.spot(span, document)
    if spot is None:
        return read.path, None, read.page_at(span.start)
    first, last = spot.first, spot.last
    written: dict[str, Json] = {
        "start": spot.span.start,
        "end": spot.span.end,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }
    return spot.path, written, spot.page


def _summary(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    read = [outcome.manuscript for outcome in outcomes if outcome.manuscript]
    counts = {severity.value: 0 for severity in Severity}
    for outcome in outcomes:
        for problem in outcome.problems:
            counts[problem.severity.value] += 1
    return {
        "documents": len(outcomes),
        "references": sum(len(manuscript.references) for manuscript in read),
        "citations": sum(len(manuscript.citations) for manuscript in read),
        "problems": {**counts},
        "unreadable": len(outcomes) - len(read),
    }


def _line(value: Json) -> str:
    return json.dumps(value)


REPORT = Report("json", (".json",), render, "every citation, entry and problem, for programs")
