"""What is marked in the text of an article: its citations, and other places that a problem names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from citecheck.model.citation import Citation, CitationId
from citecheck.model.match import Match
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.report.page.states import State

#: Stands before a citation in the id of what is said of it.
ROW = "w-"


@value
class Mark:
    """A stretch of the text with one colour; marks do not overlap.

    Citations that share letters, such as those of “[1–3]”, share a mark; a place that is no citation has none.
    """

    span: Span
    citations: tuple[CitationId, ...] = ()
    state: State | None = None
    leads_to: str | None = None
    """The entry that its first citation means, else what is said of that citation."""

    @property
    def anchor(self) -> str:
        """What leads to it: its first citation, or its place."""
        return self.citations[0] if self.citations else f"s{self.span.start}"


class Marks:
    """All marks of an article, in text order."""

    __slots__ = ("_starts", "all")

    def __init__(
        self, linked: Iterable[tuple[Citation, Match]], states: Mapping[CitationId, State], spots: Iterable[Span]
    ) -> None:
        of_citations = _of_citations(linked, states)
        self.all: Sequence[Mark] = ()
        self._take(of_citations)
        others = [Mark(span) for span in _apart(span for span in spots if self.at(span) is None)]
        self._take(sorted((*of_citations, *others), key=lambda mark: mark.span))

    def _take(self, marks: Sequence[Mark]) -> None:
        self.all = marks
        self._starts = [mark.span.start for mark in marks]

    def at(self, span: Span) -> Mark | None:
        """Return the first mark that shares a letter with `span`."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        return next((mark for mark in self.all[at : at + 2] if mark.span.overlaps(span)), None)


def _of_citations(linked: Iterable[tuple[Citation, Match]], states: Mapping[CitationId, State]) -> list[Mark]:
    groups: list[list[tuple[Citation, Match]]] = []
    end = 0
    for citation, match in sorted(linked, key=lambda pair: pair[0].span):
        if groups and citation.span.start < end:
            groups[-1].append((citation, match))
        else:
            groups.append([(citation, match)])
        end = max(end, citation.span.end)
    return [_mark(group, states) for group in groups]


def _mark(group: Sequence[tuple[Citation, Match]], states: Mapping[CitationId, State]) -> Mark:
    ids = tuple(citation.id for citation, _ in group)
    span = Span(group[0][0].span.start, max(citation.span.end for citation, _ in group))
    meant = group[0][1].references
    state = min((states[one] for one in ids), key=lambda state: state.rank)
    return Mark(span, ids, state, meant[0] if meant else f"{ROW}{ids[0]}")


def _apart(spots: Iterable[Span]) -> list[Span]:
    """Return the spots without those that begin in an earlier one."""
    kept: list[Span] = []
    for spot in sorted(spots):
        if len(spot) and (not kept or kept[-1].end <= spot.start):
            kept.append(spot)
    return kept
