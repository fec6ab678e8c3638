"""Marks do not overlap, hold every citation, and are found again by any letter of theirs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.match import Match, Verdict
from citecheck.model.span import Span
from citecheck.report.page.marks import Marks
from citecheck.report.page.states import State

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 9))


def linked(places):
    for at, span in enumerate(places):
        citation = Citation(CitationId(f"c{at}"), span, CitationKind.NUMERIC, Style.NUMERIC, span)
        yield citation, Match(citation.id, Verdict.ONE, ("r1",))


@given(st.lists(spans, max_size=9), st.lists(spans, max_size=9))
def test_marks_are_apart_and_lose_nothing(cited, spots):
    states = {CitationId(f"c{at}"): State.AGREES for at in range(len(cited))}
    marks = Marks(linked(cited), states, spots)
    ordered = [mark.span for mark in marks.all]
    assert all(one.end <= next_.start for one, next_ in pairwise(ordered))
    assert sorted(one for mark in marks.all for one in mark.citations) == sorted(states)
    assert all(marks.at(span) is not None for span in (*cited, *spots))


def test_citations_that_share_letters_share_the_worst_state_and_lead_to_the_first_entry():
    states = {CitationId("c0"): State.AGREES, CitationId("c1"): State.MISSING}
    [mark] = Marks(linked([Span(3, 6), Span(5, 6)]), states, ()).all
    assert (mark.span, mark.state, mark.anchor, mark.leads_to) == (Span(3, 6), State.MISSING, "c0", "r1")
