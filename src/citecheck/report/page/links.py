"""What the page points to, and how a place, an entry or a problem is called there."""

from __future__ import annotations

from pathlib import PurePath

from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.report.places import Places

#: The longest name of an entry that has no authors, in code points.
LONGEST = 60


@value
class Link:
    """Words that lead to an id of the page; `to` is None where there is nothing to lead to."""

    words: str
    to: str | None


@value
class ProblemLink:
    """A problem that is spoken of elsewhere on the page: its row, and its rule as a name."""

    to: str
    rule: str
    severity: str
    message: str


def short_name(reference: Reference) -> str:
    """Return an entry by its names and year, "Crane and Dove 2016"; by its first words where it has none."""
    names = [name.shown for name in reference.cited_as]
    if not names:
        words = " ".join((reference.title or reference.text)[: 4 * LONGEST].split())
        return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    joined = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    return f"{joined} {reference.year.shown}" if reference.year else joined


def place_name(
    places: Places, manuscript: Manuscript, span: Span | None, *, document: int = 0, entry: ReferenceId | None = None
) -> str:
    """Return where something stands as its reader finds it: "page 6", "line 23", and the file where it is another."""
    read = manuscript.documents[document]
    spot = places.spot(span, document) if span is not None else None
    if span is None or spot is None:
        return PurePath(read.path).name if document else "the whole article"
    found = places.whereabouts(span, document, entry)
    where = found.words if found and found.words else f"line {spot.first.line}"
    return f"{PurePath(spot.path).name}, {where}" if spot.path != manuscript.document.path else where


def times(number: int) -> str:
    """Return "never", "once", "twice", "12 times"."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number:,} times")
