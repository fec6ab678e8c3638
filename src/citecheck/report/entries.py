"""The entries of a list as they were read: for people, and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from citecheck.model.reference import Reference
from citecheck.report.excerpt import fitted
from citecheck.report.json import lines_of
from citecheck.report.places import Places
from citecheck.report.record import reference_record
from citecheck.report.report import View

if TYPE_CHECKING:
    from citecheck.report.shapes import EntryRecord

_INDENT = "    "


def entries_json(references: Sequence[Reference], places: Places) -> str:
    """Return the JSON that `citecheck parse --format json` prints (OUTPUT.md)."""
    return f'{{"version": 1,\n"references": {lines_of(_entry_json(one, places) for one in references)}}}\n'


def entries_text(references: Sequence[Reference], places: Places, view: View) -> str:
    """Return each entry with the fields read from it below."""
    return "\n".join(line for one in references for line in _entry_text(one, places, view)) + (
        "\n" if references else ""
    )


def _entry_json(reference: Reference, places: Places) -> EntryRecord:
    return {
        **reference_record(reference, places),
        "container": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": reference.pages,
        "publisher": reference.publisher,
        "url": reference.url,
        "type": reference.type,
    }


def _entry_text(reference: Reference, places: Places, view: View) -> Iterator[str]:
    spot = places.spot(reference.span, reference.document)
    head = f"{spot.first.line}: " if spot else ""
    yield f"{head}{fitted(reference.text, view.width - len(head))}"
    for name, value in _fields(reference):
        yield f"{_INDENT}{name:<10}{fitted(value, view.width - len(_INDENT) - 10)}"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    named = (
        ("authors", "; ".join(name.shown for name in reference.authors)),
        ("editors", "; ".join(name.shown for name in reference.editors)),
        ("year", reference.year.whole if reference.year else None),
        ("title", reference.title),
        ("in", reference.container),
        ("volume", reference.volume),
        ("issue", reference.issue),
        ("pages", reference.pages),
        ("publisher", reference.publisher),
        ("doi", reference.doi),
        ("url", reference.url),
    )
    for name, value in named:
        if value:
            yield name, value
