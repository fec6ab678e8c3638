import pytest

from citecheck.extract.managed import places_of
from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span


def entry(text, family=None, year=None, doi=None):
    names = (Name(family),) if family else ()
    dated = Year(str(year), year) if year else None
    return Reference(ReferenceId("r"), Span(0, len(text)), text, authors=names, year=dated, doi=doi)


def work(title, family=None, year=None, doi=None):
    names = (Name(family),) if family else ()
    dated = Year(str(year), year) if year else None
    return Reference(ReferenceId(""), Span(0, 0), "", key="k", authors=names, year=dated, title=title, doi=doi)


LIST = (
    entry("Hardin, G. (1968). The tragedy of the commons. Science, 162, 1243–1248.", "Hardin", 1968, "10.1126/ABC"),
    entry("Ostrom, E. (1990). Governing the commons. Cambridge.", "Ostrom", 1990),
    entry("Ostrom, E. (2010). Governing the commons. 2nd ed. Cambridge.", "Ostrom", 2010),
    entry("World Bank (2001). World development report. Washington.", "World Bank", 2001),
    entry("World Bank (2002). World development report. Washington.", "World Bank", 2002),
    entry("Öz, Ş. (1999). ‘Su’ ve toprak. Ankara.", "Öz", 1999),
    entry("Su. (1999). Water.", "Su", 1999),
)

ROWS = [
    (work("Something else", doi="10.1126/abc"), 0, "the DOI alone, in small letters"),
    (work("The Tragedy of the Commons: A Plea", "Hardin", 1968), 0, "the subtitle is not printed"),
    (work("The Tragedy of the Commons", None, 1968), 0, "no author is known"),
    (work("The Tragedy of the Commons", "Hardin", 1969), 0, "another year: the list is out of date"),
    (work("Governing the Commons", "Ostrom", 1990), 1, "of two editions the one of its year"),
    (work("Governing the Commons", "Ostrom", 1991), None, "of two editions neither"),
    (work("World Development Report", "World Bank", 2002), 4, "a yearly report"),
    (work("“Su” ve Toprak", "ÖZ", 1999), 5, "other capitals and quotation marks"),
    (work("Understanding Institutional Diversity", "Ostrom", 2005), None, "not in the list"),
    (work(None, "Hardin", 1968), None, "no title"),
    (work("Su", None, 1999), None, "a title so short that it stands everywhere"),
]


@pytest.mark.parametrize(("cited", "place", "why"), ROWS)
def test_which_entry_a_work_is(cited, place, why):
    assert places_of([cited], LIST) == ({} if place is None else {"k": place}), why
