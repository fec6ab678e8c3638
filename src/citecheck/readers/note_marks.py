"""The marks of footnotes and endnotes in the text, counted as a word processor counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from citecheck.model.value import value

#: How many notes are read; each may be called more than once.
MOST_NOTES = 50_000


@value
class Called:
    """A note that the text calls: of which kind, its name in the file, its number as shown, the page of its mark."""

    kind: str
    name: str
    label: str | None
    page: int | None


class NoteMarks:
    """Counts the notes that the text calls; `shapes` says how the numbers of each kind are shown."""

    def __init__(self, shapes: Mapping[str, Callable[[int], str]]) -> None:
        self._shapes = shapes
        self._counts: Counter[str] = Counter()
        self._called: dict[tuple[str, str], Called] = {}

    def mark(self, kind: str, name: str, page: int | None, *, own: bool = False) -> str:
        """Return the mark of a note that the text calls here, "" where its `own` mark stands in the text."""
        if own:
            self._called.setdefault((kind, name), Called(kind, name, None, page))
            return ""
        if (kind, name) not in self._called and len(self._called) < MOST_NOTES:
            self._counts[kind] += 1
            label = self._shapes.get(kind, str)(self._counts[kind])
            self._called[kind, name] = Called(kind, name, label, page)
        found = self._called.get((kind, name))
        return (found.label or "") if found else ""

    def called(self, kind: str) -> list[Called]:
        """Return the notes of a kind in the order in which they are called; the list may grow while it is read."""
        return [note for note in self._called.values() if note.kind == kind]
