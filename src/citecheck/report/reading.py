"""What was read in an article: its citations, each with the entry it means, and its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.citation import Citation
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match
from citecheck.model.reference import Reference
from citecheck.report.agreement import counted
from citecheck.report.excerpt import columns, fitted
from citecheck.report.places import Places
from citecheck.report.report import View

#: Columns between two columns of a table.
_GAP = "  "
Row = tuple[str, ...]


def reading_text(manuscript: Manuscript, view: View) -> str:
    """Return two tables: the citations in text order, and the entries in list order."""
    places = Places(manuscript.documents, manuscript.references)
    citations = [_citation(citation, match, places) for citation, match in manuscript.linked()]
    references = [_reference(reference, places) for reference in manuscript.references]
    lines = [
        counted(len(citations), "citation", "citations"),
        *_table(("place", "text", "read as", "kind", "entry"), citations, view.width),
        "",
        counted(len(references), "entry", "entries"),
        *_table(("id", "place", "authors", "year", "title"), references, view.width),
    ]
    return "\n".join(lines) + "\n"


def _citation(citation: Citation, match: Match, places: Places) -> Row:
    names = ", ".join(name.text for name in citation.authors) + (" et al." if citation.et_al else "")
    parts = (names, citation.year.whole if citation.year else "", citation.locator.text if citation.locator else "")
    read = " | ".join(part for part in parts if part)
    text = places.documents[0].quote(citation.span)
    return _place(places, citation), text, read, citation.kind.value, " ".join(match.references) or "none"


def _reference(reference: Reference, places: Places) -> Row:
    names = "; ".join(name.shown for name in reference.cited_as)
    year = reference.year.whole if reference.year else ""
    return reference.id, _place(places, reference), names, year, reference.title or ""


def _place(places: Places, what: Citation | Reference) -> str:
    document, entry = (what.document, what.id) if isinstance(what, Reference) else (0, None)
    found = places.whereabouts(what.span, document, entry)
    if found is not None and found.words:
        return found.short
    spot = places.spot(what.span, document)
    return f"{spot.first.line}:{spot.first.column}" if spot else ""


def _table(heads: Row, rows: Sequence[Row], width: int) -> Iterator[str]:
    """Yield the rows in columns; where they do not fit, the widest columns give way first."""
    cells = [heads, *(tuple(fitted(cell, width) for cell in row) for row in rows)]
    wanted = [max(columns(row[at]) for row in cells) for at in range(len(heads))]
    room = width - len(_GAP) * (len(heads) - 1)
    while sum(wanted) > room and max(wanted) > 4:
        wanted[wanted.index(max(wanted))] -= 1
    for row in cells:
        parts = [fitted(cell, wide) for cell, wide in zip(row, wanted, strict=True)]
        padded = (part + " " * (wide - columns(part)) for part, wide in zip(parts, wanted, strict=True))
        yield _GAP.join(padded).rstrip()
