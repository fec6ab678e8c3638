"""What holds of the readers of HTML and XML, whatever the markup."""

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.fault import ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers import html, jats, tei

WORDS = [
    "Lee",
    " ",
    "\n",
    "  ",
    "2001",
    "é",
    "\u200b",
    "&amp;",
    "&#8211;",
    "&#0;",
    "&nosuch;",
    "&",
    "<",
    ">",
    '"',
    "(",
    ")",
]
TAGS = {
    jats.READER: (
        ("<article><body><p>{}</p></body><back><ref-list><ref id='b1'><label>1</label><mixed-citation>Lee 2001"
         "</mixed-citation></ref></ref-list></back></article>"),
        ["p", "sec", "title", "italic", "sup", "xref ref-type='bibr' rid='b1'", "fn", "table-wrap", "tr", "td", "label",
         "list-item", "fig", "caption", "disp-formula", "ref-list", "ref id='b2'", "element-citation", "name",
         "surname", "year", "issue"],
    ),
    tei.READER: (
        ("<TEI><text><body><p>{}</p></body><back><listBibl><biblStruct xml:id='b1'><monogr><title>Mill</title><imprint>"
         "<date when='2001'/></imprint></monogr></biblStruct></listBibl></back></text></TEI>"),
        ["p", "div", "head n='1'", "hi rend='sup'", "ref type='bibr' target='#b1'", "note place='foot'", "figure",
         "row", "cell", "listBibl", "bibl", "biblStruct", "analytic", "author", "persName", "surname"],
    ),
    html.READER: (
        "<html><body>{}<ol class='references'><li id='r1'>Lee 2001</li></ol></body></html>",
        ["p", "div", "h1", "em", "sup", "a href='#r1'", "li", "ul", "ol", "table", "tr", "td", "br",
         "div class='csl-entry'", "section role='doc-endnotes'", "pre", "span data-cites='x'", "script"],
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize("reader", TAGS, ids=lambda reader: reader.format)


def documents(reader):
    """Documents of this format with markup that may be anything inside."""
    frame, tags = TAGS[reader]
    marks = [f"<{tag}>" for tag in tags] + [f"</{tag.split()[0]}>" for tag in tags] + [f"<{tag}/>" for tag in tags]
    odd = ["<!-- x -->", "<!--", "<![CDATA[a & b]]>", "<?x?>", "</", "<!x>"]
    parts = st.lists(st.sampled_from([*marks, *WORDS, *odd]), max_size=40).map("".join)
    return parts.map(lambda inside: frame.replace("{}", inside))


ANYTHING = st.sampled_from(list(TAGS)).flatmap(lambda reader: st.tuples(st.just(reader), documents(reader)))


def read(reader, text):
    try:
        return reader.read(Raw("a", text.encode()))
    except ReadError:
        return None


@given(ANYTHING)
def test_every_clean_character_stands_where_it_is_said_to(drawn):
    document = read(*drawn)
    if document is None:
        return
    source = document.sources[0].text
    assert list(document.pieces) == sorted(document.pieces, key=lambda piece: piece.start)
    for piece, following in pairwise([*document.pieces, None]):
        end = following.start if following else len(document.text)
        if piece.width is None:
            assert document.text[piece.start : end] == source[piece.offset : piece.offset + end - piece.start]
        assert 0 <= piece.offset <= piece.offset + (piece.width or 0) <= len(source)
    for start in range(len(document.text)):
        span = document.place(Span(start, start + 1)).span
        assert 0 <= span.start <= span.end <= len(source)


@given(ANYTHING)
def test_blocks_links_and_entries_lie_in_the_text(drawn):
    document = read(*drawn)
    if document is None:
        return
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        assert block.span.of(document.text).strip()
        ends.append(block.span.end)
    blocks = {block.span for block in document.blocks}
    for reference in document.references or ():
        assert reference.span in blocks
        assert reference.text == reference.span.of(document.text)
    keys = {key for reference in document.references or () for key in (reference.key, *reference.aliases)}
    for link in document.links:
        assert link.span.of(document.text).strip() == link.span.of(document.text) != ""
        assert link.target is None or link.target in keys
    for span in (*document.emphasis, *document.superscript):
        assert 0 <= span.start < span.end <= len(document.text)


@given(ANYTHING)
def test_no_word_is_lost_between_the_blocks(drawn):
    document = read(*drawn)
    if document is None:
        return
    inside = {offset for block in document.blocks for offset in range(block.span.start, block.span.end)}
    outside = "".join(char for offset, char in enumerate(document.text) if offset not in inside)
    assert not outside.strip()


HOSTILE = [
    "<", "&", "<p", "<p ", '<a "', "<a '", "<!--", "<!-- -->", "<![CDATA[", "<!DOCTYPE [", "</p>", "<p>", "<p>a</p>",
    "<b/>", "<p>a<br/>", "&#1;", "&amp;", " \n", "a\n", "<sup>1</sup>", "<xref rid='b1'>1</xref>–",
    "<a href='#r1'>1</a>, ",
    "<fn>a</fn>", "<ref id='x'/>", "<li>a", "<td>", "<tr><td>a", "<i>a</i> ", "<p a='<'>", "<p a=1 b>",
    "<script>", "]]>", "<?x",
]  # fmt: skip


def seconds(reader, text):
    gc.collect()
    gc.disable()
    begin = time.process_time()
    read(reader, text)
    spent = time.process_time() - begin
    gc.enable()
    return spent


@EACH
@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_time_grows_with_the_text_only(reader, unit, grows_evenly):
    frame, _ = TAGS[reader]
    assert grows_evenly(lambda size: seconds(reader, frame.replace("{}", unit * (size // len(unit)))), 5_000, 20_000)
