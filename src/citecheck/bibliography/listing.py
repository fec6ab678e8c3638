"""A list that was read, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from citecheck.model.document import Document, Source
from citecheck.model.fault import Fault, FaultKind
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference
from citecheck.text.decoding import Decoded

#: The most entries of one list (LIMITS.md).
MOST_ENTRIES = 50_000
#: Faults named one by one; a file with more is broken as a whole, and the last says how many follow.
_MOST_FAULTS = 50


def listed(
    raw: Raw, format: str, decoded: Decoded, references: Iterable[Reference], *, faults: Sequence[Fault] = ()
) -> Document:
    """Return the document of a list with these entries, cut where there are too many of them or of faults."""
    taken = tuple(islice(references, MOST_ENTRIES + 1))
    found = list(faults)
    if len(found) > _MOST_FAULTS:
        more = found[_MOST_FAULTS:]
        told = f"{len(more)} more entries are broken"
        found[_MOST_FAULTS:] = [Fault(FaultKind.READ_IN_PART, told, kept=all(fault.kept for fault in more))]
    if len(taken) > MOST_ENTRIES:
        found.append(Fault(FaultKind.TOO_LARGE, f"the list has too many entries (limit {MOST_ENTRIES:,})"))
    return Document(
        path=raw.path,
        format=format,
        text=decoded.text,
        blocks=(),
        sources=(Source(raw.path, decoded.text),),
        verbatim=True,
        references=taken[:MOST_ENTRIES],
        faults=tuple(found),
        notes=decoded.notes,
    )
