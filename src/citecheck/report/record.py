"""What came of checking one document, as a record: the JSON object from which all reports for programs are written.

A record holds nothing but what JSON can say, so that it can be kept in a cache and be read again without the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from citecheck.model.citation import Citation, Style
from citecheck.model.document import Document
from citecheck.model.ignore import Suppressed
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Edit, Fix, Mended, Problem
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.report.places import Places
from citecheck.text.lines import LineTable
from citecheck.text.shown import QUOTED

if TYPE_CHECKING:
    from citecheck.report.shapes import (
        CitationRecord,
        EditRecord,
        FixRecord,
        MendedRecord,
        ProblemRecord,
        Record,
        ReferenceRecord,
        Stretch,
        SuppressedRecord,
    )

#: So many code points are quoted on either side of a place.
AROUND = 80


def record(outcome: Outcome) -> Record:
    """Return the record of one file, read or not."""
    manuscript = outcome.manuscript
    places = Places(manuscript.documents, manuscript.references) if manuscript else Places(())
    return {
        "path": outcome.path,
        "format": outcome.format,
        "style": (manuscript.style if manuscript else Style.NONE).value,
        "style_share": manuscript.share if manuscript else None,
        "language": manuscript.language if manuscript else None,
        "extracted": manuscript.document.extracted if manuscript else False,
        "agreeing": outcome.agreeing,
        "configuration": outcome.configuration,
        "fail_on": outcome.fail_on.value if outcome.fail_on else None,
        "references": [reference_record(one, places) for one in manuscript.references] if manuscript else [],
        "citations": [_citation(one, match, places) for one, match in manuscript.linked()] if manuscript else [],
        "problems": [_problem(one, manuscript, places) for one in outcome.problems] if manuscript else [],
        "suppressed": [_suppressed(one, manuscript, places) for one in outcome.suppressed] if manuscript else [],
        "errors": [{"kind": fault.kind.value, "message": fault.message} for fault in outcome.faults],
        "notes": [*outcome.notes],
        "mended": [_mended(one) for one in outcome.mended],
    }


def reference_record(reference: Reference, places: Places) -> ReferenceRecord:
    """Return an entry as every JSON output of the program writes it."""
    path, span, page = _place(places, reference.span, reference.document)
    return {
        "id": reference.id,
        "key": reference.key,
        "path": path,
        "span": span,
        "page": page,
        "where": _where(places, reference.span, reference.document, reference.id),
        "text": reference.text,
        "authors": [name.shown for name in reference.cited_as],
        "year": reference.year.shown if reference.year else None,
        "title": reference.title,
        "doi": reference.doi,
    }


def _citation(citation: Citation, match: Match, places: Places) -> CitationRecord:
    path, span, page = _place(places, citation.span, 0)
    return {
        "id": citation.id,
        "span": span,
        "page": page,
        "where": _where(places, citation.span, 0),
        "path": path,
        "text": _quoted(places.documents[0], citation.span, span),
        "kind": citation.kind.value,
        "authors": [name.text for name in citation.authors],
        "year": citation.year.shown if citation.year else None,
        "number": citation.number,
        "key": citation.key,
        "locator": citation.locator.text if citation.locator else None,
        "references": [*match.references],
        "confidence": round(match.confidence, 3),
    }


def _problem(problem: Problem, manuscript: Manuscript, places: Places) -> ProblemRecord:
    finding = problem.finding
    document = manuscript.documents[finding.document]
    entry = manuscript.reference(finding.reference) if finding.reference and finding.citation is None else None
    path, span, page = _place(places, finding.span, finding.document)
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "message": finding.message,
        "help": finding.help,
        "span": span,
        "page": page,
        "where": _where(places, finding.span, finding.document, entry.id if entry else None),
        "path": path,
        "text": _words(_quoted(document, finding.span, span)) if finding.span else None,
        "context": _context(document, finding.span, entry) if finding.span else None,
        "citation": finding.citation,
        "reference": finding.reference,
        "related": [*finding.related],
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 3),
        "fold": finding.fold,
        "fix": _fix(problem.fix, places) if problem.fix else None,
    }


def _suppressed(one: Suppressed, manuscript: Manuscript, places: Places) -> SuppressedRecord:
    return {**_problem(one.problem, manuscript, places), "means": one.means.value, "reason": one.reason}


def _quoted(document: Document, span: Span, stretch: Stretch | None) -> str:
    """Return the words as `Document.quote` does, without asking again where they stand when one file holds them all."""
    if stretch is None or not document.verbatim or len(document.sources) != 1:
        return document.quote(span)
    return document.sources[0].text[stretch["start"] : stretch["end"]]


def _words(text: str) -> str:
    """Return `text` on one line, cut where it is too long to be quoted."""
    words = " ".join(text[: QUOTED + 1].split())
    return words if len(text) <= QUOTED else words[: QUOTED - 1] + "…"


def _context(document: Document, span: Span, entry: Reference | None) -> str:
    """Return the words around `span` on one line, with an ellipsis where the paragraph or `entry` goes on."""
    text, last = document.text, entry.span.end if entry else len(document.text)
    start, end = max(entry.span.start if entry else 0, span.start - AROUND), span.end + AROUND
    before = text[start : span.start].rpartition("\n\n")[2]
    after = text[span.end : min(end, last)].partition("\n\n")[0]
    if start > 0 and len(before) == AROUND:
        before = "…" + before.partition(" ")[2]
    if end < last and len(after) == AROUND:
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}{_words(text[span.start : min(span.end, last)])}{after}".split())


def _fix(fix: Fix, places: Places) -> FixRecord:
    return {"safe": fix.safe, "edits": [_edit(edit, places) for edit in fix.edits]}


def _edit(edit: Edit, places: Places) -> EditRecord:
    path = places.documents[edit.document].sources[edit.source].path
    return {"path": path, **_stretch(edit.span, places.table(edit.document, edit.source)), "text": edit.text}


def _mended(one: Mended) -> MendedRecord:
    return {
        "rule": one.rule,
        "path": one.path,
        "line": one.line,
        "before": one.before,
        "after": one.after,
        "safe": one.safe,
        "entry": one.entry,
    }


def _place(places: Places, span: Span | None, document: int) -> tuple[str, Stretch | None, int | None]:
    """Return path, span and page of a place, as records write them."""
    read = places.documents[document]
    if span is None:
        return read.path, None, None
    place = read.place(span)
    stretch = None if place.span is None else _stretch(place.span, places.table(document, place.source))
    return place.path, stretch, place.page


def _where(places: Places, span: Span | None, document: int, entry: ReferenceId | None = None) -> str | None:
    """Return where a person finds a place in a document without lines of its own."""
    found = places.whereabouts(span, document, entry) if span is not None else None
    return (found.words or None) if found else None


def _stretch(span: Span, table: LineTable) -> Stretch:
    line, column = table.counted(span.start)
    end_line, end_column = table.counted(span.end)
    return {
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
