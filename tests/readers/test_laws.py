"""What holds of every reader, whatever it is given."""

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.fault import ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.registry import readers

WRITTEN = [reader for reader in readers() if reader.format in {"text", "markdown"}]
MARKUP = st.lists(
    st.sampled_from(
        [
            *"*_`[]()<>&^~$@\\#-|:!{}\n",
            "Lee",
            " ",
            "\n\n",
            "\r\n",
            "\r",
            "2001",
            "é",
            "\u200b",
            "```\n",
            "<!--",
            "-->",
            "<sup>",
            "</sup>",
            "&amp;",
            "[^1]",
            "[^1]: ",
            "](",
            "---\n",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\t",
            "|-|",
            "^[",
            "http://a.b/",
            "{.x}",
        ]
    )
).map("".join)
ANY = pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.format)
TEXTUAL = pytest.mark.parametrize("reader", WRITTEN, ids=lambda reader: reader.format)


def read(reader, text):
    try:
        return reader.read(Raw("a", text.encode()))
    except ReadError:
        return None


@ANY
@given(data=st.binary(max_size=200))
def test_a_reader_raises_nothing_but_read_errors(reader, data):
    try:
        document = reader.read(Raw("a", data))
    except ReadError:
        return
    assert document.format == reader.format
    assert document.text.strip()


@TEXTUAL
@given(text=MARKUP)
def test_every_clean_character_stands_where_it_is_said_to(reader, text):
    document = read(reader, text)
    if document is None:
        return
    source = document.sources[0].text
    for piece, following in pairwise([*document.pieces, None]):
        end = following.start if following else len(document.text)
        if piece.width is None:
            assert document.text[piece.start : end] == source[piece.offset : piece.offset + end - piece.start]
    for start in range(len(document.text)):
        span = document.place(Span(start, start + 1)).span
        assert 0 <= span.start < span.end <= len(source)


@TEXTUAL
@given(text=MARKUP)
def test_blocks_and_spans_lie_in_the_text_in_order(reader, text):
    document = read(reader, text)
    if document is None:
        return
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        ends.append(block.span.end)
    for span in (*document.emphasis, *document.superscript):
        assert 0 <= span.start <= span.end <= len(document.text)


@TEXTUAL
@given(text=MARKUP)
def test_no_word_is_lost_between_the_blocks(reader, text):
    document = read(reader, text)
    if document is None:
        return
    inside = {offset for block in document.blocks for offset in range(block.span.start, block.span.end)}
    outside = "".join(char for offset, char in enumerate(document.text) if offset not in inside)
    assert "Lee" not in outside


HOSTILE = [
    *"*_`[]<>&^~$\\@!#|-=\n\r",
    "*a ",
    "*a_ ",
    " *a* ",
    "](",
    "[a](b)",
    "<a ",
    "[^",
    "^a",
    "~a",
    "`a``",
    "```a\n",
    "```\n",
    "<!--",
    "<sup>",
    "> ",
    "- x\n",
    "1. a\n",
    "a\n\n",
    "a\r\r",
    "|a",
    "|a\n|-|\n",
    "&a;",
    "&#1;",
    "$^",
    "[a]{",
    "---\n",
    "[a]: b\n",
    " \n",
    "\u200bx",
]


def seconds(reader, text):
    gc.collect()
    gc.disable()
    begin = time.process_time()
    read(reader, text)
    spent = time.process_time() - begin
    gc.enable()
    return spent


@TEXTUAL
@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_time_grows_with_the_text_only(reader, unit, grows_evenly):
    assert grows_evenly(lambda size: seconds(reader, unit * (size // len(unit)) + "a"), 10_000, 40_000)
