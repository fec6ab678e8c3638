"""Laws of reading citations: whatever the text, spans are cut from it, and time grows with it and no faster."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.extract.citations import find_citations
from citecheck.text.folding import fold, latin

LIST = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012a. Flocks. Birds 3 (2): 110–133.
Smith, John. 2014. Hammers. London: Anvil.
World Health Organization (WHO). 2020. Clean Hands. Geneva: WHO.
"""
NAMES = ["Axelrod", "Crane", "Dove", "Smith", "World Health Organization", "[WHO]", "Ёж", "O’Brien", "van der"]
YEARS = ["1984", "2012a", "2014", "2020", "n.d.", "forthcoming", "1900/1953", "2004–2006", "b", ": p. 3", ", 15–17"]
SIGNS = [
    " and ",
    " & ",
    " et al.",
    "ibid.",
    "op. cit.",
    "(",
    ")",
    "[",
    "]",
    ", ",
    "; ",
    " ",
    "\n\n",
    "’s ",
    "¹",
    "/",
    ".",
    "see ",
]
PIECES = st.lists(st.sampled_from([*NAMES, *YEARS, *SIGNS]), max_size=60).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=200)))
def test_spans_lie_in_the_text_in_order_and_are_the_same_on_every_run(body_of, text):
    found = find_citations(body_of(text, LIST))
    assert found == find_citations(body_of(text, LIST))
    assert [one.span.start for one in found.citations] == sorted(one.span.start for one in found.citations)
    for citation in found.citations:
        for span in (citation.span, citation.cluster, citation.year_span or citation.span):
            assert 0 <= span.start < span.end <= len(text)
        assert citation.year_span is None or not citation.year or citation.span.contains(citation.year_span)
        assert citation.locator is None or citation.locator.span.of(text) == citation.locator.text
        for name in citation.authors:
            assert 0 <= name.span.start < name.span.end <= len(text)
    assert len({one.span for one in found.citations}) == len(found.citations)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert latin(latin(text)) == latin(text)


def seconds(body_of, text):
    body = body_of(text, LIST)
    fastest = float("inf")
    for _ in range(2):
        began = time.process_time()
        find_citations(body)
        fastest = min(fastest, time.process_time() - began)
    return fastest


PARAGRAPH = (
    "Axelrod (1984) plays, and others do not (Crane and Dove, 2012a: 3; Smith, 2014). In 1999 the WHO (2020) said so "
    "(ibid.: p. 4), as did Popper (1934) and, much later, a long sentence of his that ends far away (1963).\n\n"
)


def test_twice_the_text_takes_twice_the_time(body_of):
    once, twice = (seconds(body_of, PARAGRAPH * times) for times in (200, 400))
    assert twice <= max(2.6 * once, 0.5)


#: Seconds: half of it is what the slowest takes on a busy machine, a tenth what anything quadratic would.
LIMIT = 2.0
HOSTILE = [
    "(", ")", "()", "((a", "[[", "2014", "2014 ", "(2014", "(2014) ", "2010a, ", "Smith, ", "Smith ", "(Smith, ",
    "ibid", "(ibid. ", "et al. ", "a", "&", ", and ", "van der ", "’",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hundred_kilobytes_of_one_piece_are_read_in_time(body_of, piece):
    text = piece * (100_000 // len(piece))
    body = body_of(text, LIST)
    began = time.process_time()
    find_citations(body)
    assert time.process_time() - began < LIMIT
