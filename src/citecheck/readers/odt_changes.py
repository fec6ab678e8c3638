"""Tracked changes of an OpenDocument text: which were insertions, and what was deleted."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.model.value import field, value
from citecheck.readers.odt_styles import TEXT
from citecheck.text.xml import Element


@value
class Changes:
    """The changes that are refused, by the names with which the text marks them; of a deletion what was deleted."""

    insertions: frozenset[str] = frozenset()
    deletions: Mapping[str, Element] = field(default_factory=dict)


def changes(body: Element) -> Changes:
    """Return all changes that the text keeps track of."""
    insertions: set[str] = set()
    deletions: dict[str, Element] = {}
    for region in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        name = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        deletion = region.find(f"{TEXT}deletion")
        if region.find(f"{TEXT}insertion") is not None:
            insertions.add(name)
        elif deletion is not None:
            deletions[name] = deletion
    return Changes(frozenset(insertions), deletions)
