"""The pages of an entry."""

import pytest

from citecheck.match.pages import page_range
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span

RANGES = [
    ("110–133", (110, 133), "first and last"),
    ("110-133", (110, 133), "a hyphen"),
    ("110--133", (110, 133), "two hyphens"),
    ("348–52", (348, 352), "the last one shortened"),
    ("1243–8", (1243, 1248), "shortened to one digit"),
    ("pp. 1–9", (1, 9), "with a label"),
    ("S. 1–9", (1, 9), "with a German label"),
    (" 1 – 9 ", (1, 9), "spaces"),
    ("5–5", (5, 5), "one page as a range"),
    ("5", None, "one page: it may be the first"),
    ("e1234", None, "an electronic number"),
    ("xii–xv", None, "roman numerals"),
    ("9–1", None, "the wrong way round"),
    ("1–9, 14", None, "two stretches"),
    ("1–900", None, "a whole book"),
    ("133 pp.", None, "a count"),
    (None, None, "no pages"),
]


@pytest.mark.parametrize(("pages", "expected", "why"), RANGES)
def test_the_range_of_pages(pages, expected, why):
    assert page_range(Reference(ReferenceId("r1"), Span(0, 0), "", pages=pages)) == expected, why


def test_a_range_inside_the_title_is_no_range_of_pages():
    entry = Reference(ReferenceId("r1"), Span(0, 0), "", title="The war of 12–14 days", pages="12–14")
    assert page_range(entry) is None
