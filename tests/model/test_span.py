"""Spans, and whether any of many overlaps another."""

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.span import Cover, Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(1, 12))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_a_cover_says_what_asking_each_span_says(spans, asked):
    assert Cover(spans).overlaps(asked) == any(span.overlaps(asked) for span in spans)


def test_spans_that_touch_do_not_overlap():
    cover = Cover([Span(0, 2), Span(4, 9), Span(5, 6)])
    assert not cover.overlaps(Span(2, 4))
    assert cover.overlaps(Span(8, 10))
    assert not Cover([]).overlaps(Span(0, 5))
