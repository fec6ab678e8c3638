from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.document import Document, Source
from citecheck.model.span import Span
from citecheck.readers.weaving import Cut, weave

TEXTS = st.text(st.sampled_from("abc *_\n"), max_size=30)
CUTS = st.lists(
    st.builds(
        lambda start, width, text: Cut(start, start + width, text),
        st.integers(0, 30),
        st.integers(0, 6),
        st.sampled_from(["", "-", "xy"]),
    ),
    max_size=6,
)


def document(source, woven):
    return Document("p", "text", woven.text, (), (Source("p", source),), woven.pieces)


def test_cuts_fall_out_and_others_are_replaced():
    source = "a *b* &amp; c"
    woven = weave(source, [Cut(6, 11, "&"), Cut(2, 3), Cut(4, 5)])
    assert woven.text == "a b & c"
    found = document(source, woven)
    assert found.place(Span(4, 5)).span == Span(6, 11), "the entity as a whole"
    assert found.place(Span(2, 7)).span == Span(3, 13)
    assert woven.clean(Span(2, 5)) == Span(2, 3), "without the marks at its ends"
    assert woven.clean(Span(6, 11)) == Span(4, 5)
    assert woven.clean(Span(7, 9)) == Span(5, 5), "the inside of an entity is nothing"


def test_nothing_cut_nothing_mapped():
    woven = weave("as it is", [])
    assert woven.text == "as it is"
    assert woven.pieces == ()


@given(TEXTS, CUTS)
def test_every_character_left_is_the_one_in_the_file(source, cuts):
    cuts = [cut for cut in cuts if cut.end <= len(source)]
    woven = weave(source, cuts)
    for piece, following in pairwise([*woven.pieces, None]):
        end = following.start if following else len(woven.text)
        if piece.width is None:
            assert woven.text[piece.start : end] == source[piece.offset : piece.offset + end - piece.start]
        else:
            assert any(cut.text == woven.text[piece.start : end] for cut in cuts)
    if not any(cut.text for cut in cuts):
        removed = {offset for cut in cuts for offset in range(cut.start, cut.end)}
        assert woven.text == "".join(char for offset, char in enumerate(source) if offset not in removed)


@given(TEXTS, CUTS, st.integers(0, 30), st.integers(0, 30))
def test_the_way_in_leads_to_a_span_of_the_clean_text(source, cuts, start, width):
    woven = weave(source, [cut for cut in cuts if cut.end <= len(source)])
    span = woven.clean(Span(min(start, len(source)), min(start + width, len(source))))
    assert 0 <= span.start <= span.end <= len(woven.text)
