"""Two small plots: from which years the cited works are, and how often each entry is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import ReferenceId
from citecheck.model.value import value
from citecheck.report.agreement import counted
from citecheck.report.page.links import times

#: The drawing: its size, and the room below for labels, above for the highest number.
WIDTH, HEIGHT, BELOW, ABOVE = 360, 130, 22, 18
#: At most so many bars stand side by side, and labels below them.
MOST_BARS, MOST_LABELS = 40, 8
#: Entries cited so often or more share a bar.
OFTEN = 12


@value
class Bar:
    """One bar of a plot, with what it says in words; `label` stands below it where there is room."""

    x: float
    y: float
    width: float
    height: float
    value: int
    name: str
    words: str
    label: str | None
    kind: str = "some"


@value
class Plot:
    """A drawing and the same in words. `highest` is what the tallest bar counts."""

    title: str
    summary: str
    heads: tuple[str, str]
    bars: tuple[Bar, ...]
    highest: int
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = HEIGHT - BELOW


@value
class _Column:
    """What a bar is made from."""

    name: str
    label: str
    value: int
    words: str
    kind: str = "some"


def plots(manuscript: Manuscript) -> tuple[Plot, ...]:
    """Return the plots of an article; none where no citation means an entry."""
    cited = Counter(entry for match in manuscript.matches for entry in match.references)
    if not cited:
        return ()
    works = (manuscript.reference(entry) for match in manuscript.matches for entry in match.references[:1])
    years = Counter(
        year.number for year in (work.year for work in works) if year is not None and year.number is not None
    )
    return (*_years(years), _entries(manuscript, cited))


def _years(years: Mapping[int, int]) -> Iterator[Plot]:
    if not years:
        return
    first, last = min(years), max(years)
    step = _step(last - first + 1)
    bins: Counter[int] = Counter()
    for year, number in years.items():
        bins[year // step * step] += number
    columns = [
        _Column(_range(start, step), str(start), bins[start], f"{_range(start, step)}: {_citations(bins[start])}")
        for start in range(first // step * step, last + 1, step)
    ]
    often = max(years, key=lambda year: (years[year], year))
    between = f"from {first}" if first == last else f"from {first} to {last}, from {often} most often"
    summary = f"{_citations(sum(years.values()))} of works {between}"
    yield Plot("Years of the works cited", summary, ("Year", "Citations"), _bars(columns), _highest(columns))


def _entries(manuscript: Manuscript, cited: Mapping[ReferenceId, int]) -> Plot:
    counts = Counter(min(OFTEN, cited.get(reference.id, 0)) for reference in manuscript.references)
    columns = [
        _Column(
            _often(number),
            f"{number}+" if number == OFTEN else str(number),
            counts[number],
            f"{counted(counts[number], 'entry', 'entries')} cited {_often(number)}",
            "none" if number == 0 else "some",
        )
        for number in range(max(counts) + 1)
    ]
    listed = counted(len(manuscript.references), "entry", "entries")
    summary = f"Of {listed}, {counts[0]:,} not cited, {counts[1]:,} once, {_more(counts):,} more than once"
    heads = ("Times cited", "Entries")
    return Plot("How often each entry is cited", summary, heads, _bars(columns), _highest(columns))


def _more(counts: Mapping[int, int]) -> int:
    return sum(number for often, number in counts.items() if often > 1)


def _bars(columns: list[_Column]) -> tuple[Bar, ...]:
    room, tallest = WIDTH / len(columns), max(1, _highest(columns))
    every = -(-len(columns) // MOST_LABELS)
    gap = min(6.0, room / 4)
    return tuple(
        Bar(
            x=round(at * room + gap / 2, 1),
            y=round(HEIGHT - BELOW - column.value / tallest * (HEIGHT - BELOW - ABOVE), 1),
            width=round(room - gap, 1),
            height=round(column.value / tallest * (HEIGHT - BELOW - ABOVE), 1),
            value=column.value,
            name=column.name,
            words=column.words,
            label=column.label if at % every == 0 else None,
            kind=column.kind,
        )
        for at, column in enumerate(columns)
    )


def _highest(columns: list[_Column]) -> int:
    return max(column.value for column in columns)


def _step(years: int) -> int:
    """Return how many years share a bar: 1, 2, 5, 10 and so on."""
    steps = (digit * scale for scale in (1, 10, 100, 1000, 10_000) for digit in (1, 2, 5))
    return next((step for step in steps if years / step <= MOST_BARS - 1), years)


def _range(start: int, step: int) -> str:
    return str(start) if step == 1 else f"{start}–{start + step - 1}"


def _often(number: int) -> str:
    return f"{times(number)} or more" if number == OFTEN else times(number)


def _citations(number: int) -> str:
    return counted(number, "citation", "citations")
