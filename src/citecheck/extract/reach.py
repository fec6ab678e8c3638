"""Which of several lists serves a place in the text: a chapter's citations mean the list at the chapter's end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from citecheck.model.reference import Reference


class Reach:
    """The lists of an article in groups: lists with a citation between them close different chapters.

    Lists that follow one another without any citation between them ("Primary sources", "Studies") are one group, and so
    are all lists that stand in files of their own.
    """

    __slots__ = ("_ends", "_group")

    def __init__(self, references: Sequence[Reference], places: Iterable[int]) -> None:
        """Group the lists of `references`; `places` are the offsets of the citations in the article."""
        cited = sorted(places)
        ends: dict[int, tuple[int, int]] = {}
        for reference in references:
            if reference.document == 0:
                start, end = ends.get(reference.section, (reference.span.start, 0))
                ends[reference.section] = min(start, reference.span.start), max(end, reference.span.end)
        self._group: dict[int, int] = {}
        self._ends: list[int] = []
        for section, (start, end) in sorted(ends.items(), key=lambda one: one[1]):
            if not self._ends or bisect_left(cited, start) > bisect_left(cited, self._ends[-1]):
                self._ends.append(end)
            self._ends[-1] = max(end, self._ends[-1])
            self._group[section] = len(self._ends) - 1

    @property
    def divided(self) -> bool:
        """Whether there are chapters with lists of their own."""
        return len(self._ends) > 1

    def group(self, reference: Reference) -> int:
        """Return the group that the list of an entry belongs to; -1 for lists that stand apart."""
        return self._group.get(reference.section, -1) if reference.document == 0 else -1

    def serving(self, at: int) -> int | None:
        """Return the group of lists that follows a place, None where only one group is there or none follows."""
        place = bisect_right(self._ends, at)
        return place if self.divided and place < len(self._ends) else None
