"""The reference list as the page shows it: every entry, with the citations that mean it and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from citecheck.model.citation import Citation, CitationId
from citecheck.model.manuscript import Manuscript, ReferenceList
from citecheck.model.match import Match
from citecheck.model.problem import Problem
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.value import value
from citecheck.report.page.evidence import evidence, sureness
from citecheck.report.page.links import Link, ProblemLink, place_name, short_name, times
from citecheck.report.page.states import State
from citecheck.report.page.typesetting import Run, Typesetter
from citecheck.report.places import Places

ORPHANED = "orphaned-reference"


@value
class Row:
    """One citation under an entry that it means: where it stands, how it stands to the entry, and why."""

    citation: CitationId
    first: bool
    """Whether it is told of here for the first time; a citation that fits several entries stands under each."""
    quoted: str
    where: str
    state: State
    reasons: tuple[str, ...]
    sure: str
    meant: tuple[ReferenceId, ...]
    nearest: tuple[Link, ...]
    problems: tuple[ProblemLink, ...]


@value
class Entry:
    """One entry: its words, how often it is cited, and where. `standing` is cited, orphaned or uncited."""

    id: ReferenceId
    name: str
    runs: tuple[Run, ...]
    label: str | None
    standing: str
    times: str
    rows: tuple[Row, ...]
    problems: tuple[ProblemLink, ...]


@value
class ShownList:
    """One list: the file it stands in if that is not the article, its heading, and its entries."""

    path: str | None
    heading: str | None
    entries: tuple[Entry, ...]


class Listing:
    """Makes the entries and rows of one manuscript; `told` says which problems speak of an entry or a citation."""

    __slots__ = ("_manuscript", "_orphaned", "_places", "_problems", "_rows", "_states", "unlisted")

    def __init__(
        self,
        manuscript: Manuscript,
        states: Mapping[CitationId, State],
        problems: Mapping[str, Sequence[ProblemLink]],
        orphaned: frozenset[ReferenceId],
    ) -> None:
        self._manuscript = manuscript
        self._states = states
        self._problems = problems
        self._orphaned = orphaned
        self._places = Places(manuscript.documents, manuscript.references)
        self._rows: dict[ReferenceId, list[Row]] = defaultdict(list)
        #: The citations that mean no entry.
        self.unlisted: list[Row] = []
        for citation, match in manuscript.linked():
            self._add(citation, match)

    def _add(self, citation: Citation, match: Match) -> None:
        row = self._row(citation, match, first=True)
        if not match.references:
            self.unlisted.append(row)
        for place, entry in enumerate(match.references):
            self._rows[entry].append(row if place == 0 else self._row(citation, match, first=False))

    def _row(self, citation: Citation, match: Match, *, first: bool) -> Row:
        manuscript = self._manuscript
        return Row(
            citation=citation.id,
            first=first,
            quoted=" ".join(citation.span.of(manuscript.document.text).split()),
            where=place_name(self._places, manuscript, citation.span),
            state=self._states[citation.id],
            reasons=evidence(citation, match, manuscript),
            sure=sureness(match.confidence),
            meant=match.references,
            nearest=tuple(Link(short_name(manuscript.reference(entry)), entry) for entry in match.nearest),
            problems=tuple(self._problems.get(citation.id, ())),
        )

    def lists(self) -> Iterator[ShownList]:
        """Yield the lists in the order of their entries."""
        manuscript = self._manuscript
        groups: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        typesetters = [Typesetter(document) for document in manuscript.documents]
        for reference in manuscript.references:
            entry = self._entry(reference, typesetters[reference.document])
            groups[reference.document, reference.section].append(entry)
        headings = _headings(manuscript.lists)
        for (document, section), entries in groups.items():
            path = manuscript.documents[document].path if document else None
            yield ShownList(path, headings.get((document, section)), tuple(entries))

    def _entry(self, reference: Reference, typesetter: Typesetter) -> Entry:
        rows = tuple(self._rows.get(reference.id, ()))
        uncited = "orphaned" if reference.id in self._orphaned else "uncited"
        as_data = self._manuscript.documents[reference.document].references is not None and reference.document > 0
        return Entry(
            id=reference.id,
            name=short_name(reference),
            runs=_from_fields(reference) if as_data or not len(reference.span) else typesetter.runs(reference.span),
            label=reference.key if as_data else None,
            standing="cited" if rows else uncited,
            times=times(len(rows)),
            rows=rows,
            problems=tuple(self._problems.get(reference.id, ())),
        )


def orphans(problems: Sequence[Problem]) -> frozenset[ReferenceId]:
    """Return the entries that are said never to be cited."""
    found = (problem.finding.reference for problem in problems if problem.rule == ORPHANED)
    return frozenset(entry for entry in found if entry is not None)


def _headings(lists: Sequence[ReferenceList]) -> dict[tuple[int, int], str | None]:
    """Return the headings of the lists by document and by their order in it."""
    found: dict[tuple[int, int], str | None] = {}
    counts: dict[int, int] = defaultdict(int)
    for one in lists:
        found[one.document, counts[one.document]] = one.heading
        counts[one.document] += 1
    return found


def _from_fields(reference: Reference) -> tuple[Run, ...]:
    """Return an entry that stands as data, set as a list would have it."""
    names = "; ".join(f"{name.shown}, {name.given}" if name.given else name.shown for name in reference.cited_as)
    numbers = ", ".join(part for part in (reference.volume, reference.pages) if part)
    before = ". ".join(part for part in (names, reference.year and reference.year.shown, reference.title) if part)
    after = ". ".join(part for part in (numbers, reference.publisher) if part)
    if not reference.container:
        return tuple(Run(" ".join(part.split())) for part in (". ".join(p for p in (before, after) if p),) if part)
    tail = f" {after}." if after else "."
    return (Run(f"{before}. "), Run(reference.container, slanted=True), Run(tail))
