"""A plot has few bars however far the years lie apart, and counts every citation once."""

import pytest

from citecheck.model.citation import CitationId, Style
from citecheck.model.document import Document
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match, Verdict
from citecheck.model.reference import Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.report.page.plots import MOST_BARS, plots


def manuscript(years, cited):
    """An article whose entries are of `years`, the first of them cited `cited[0]` times, and so on."""
    entries = tuple(
        Reference(ReferenceId(f"r{at}"), Span(0, 0), "", year=Year(str(year), year) if year is not None else None)
        for at, year in enumerate(years)
    )
    matches = tuple(
        Match(CitationId(f"c{at}-{time}"), Verdict.ONE, (entries[at].id,))
        for at, times in enumerate(cited)
        for time in range(times)
    )
    return Manuscript((Document("a", "text", "", (), ()),), (), entries, (), matches, Style.AUTHOR_DATE, 1.0, None)


@pytest.mark.parametrize(
    ("years", "labels", "why"),
    [
        ([2014], ["2014"], "one year is one bar"),
        ([2001, 2004], ["2001", "2002", "2003", "2004"], "years between two are shown empty"),
        ([1950, 2014], ["1950", "1960"], "two years share a bar, and not every bar has room for its name"),
        ([1651, 2014], ["1650", "1700"], "ten years share a bar"),
        ([1, 99_999], ["0", "15000"], "a year that cannot be does no harm"),
    ],
)
def test_years_share_bars_where_there_are_many(years, labels, why):
    plot = plots(manuscript(years, [1] * len(years)))[0]
    assert [bar.label for bar in plot.bars if bar.label][: len(labels)][:2] == labels[:2], why
    assert len(plot.bars) <= MOST_BARS
    assert sum(bar.value for bar in plot.bars) == len(years)


def test_bars_stay_inside_the_drawing_and_the_tallest_reaches_the_top():
    for plot in plots(manuscript([2001, 2004, 2004, None], [3, 1, 0, 40])):
        assert all(
            bar.x >= 0 and bar.x + bar.width <= plot.width and bar.y + bar.height <= plot.floor for bar in plot.bars
        )
        assert max(bar.value for bar in plot.bars) == plot.highest


def test_an_entry_without_a_year_is_counted_as_an_entry_only():
    by_year, by_entry = plots(manuscript([2001, None, 2003], [2, 15, 0]))
    assert by_year.summary == "2 citations of works from 2001"
    assert [(bar.name, bar.value) for bar in by_entry.bars if bar.value] == [
        ("never", 1),
        ("twice", 1),
        ("12 times or more", 1),
    ]
    assert by_entry.bars[-1].words == "1 entry cited 12 times or more"


def test_there_is_nothing_to_plot_where_nothing_is_cited():
    assert plots(manuscript([2001], [0])) == ()
