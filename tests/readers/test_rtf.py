import gc
import json
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.rtf import READER, read


def reading(inside, head=r"\ansi\ansicpg1252\deff0"):
    written = inside if isinstance(inside, bytes) else inside.encode("latin-1")
    return read(Raw("a.rtf", b"{\\rtf1" + head.encode() + b"\n" + written + b"}"))


TEXTS = [
    (r"Lee (2001)\par Ray", "Lee (2001)\n\nRay", "paragraphs"),
    ("Lee\r\n (2001)", "Lee (2001)", "the lines of the file mean nothing"),
    (r"a\tab b\line c", "a\tb\nc", "tabs and line breaks"),
    (r"\lquote a\rquote  \ldblquote b\rdblquote  1\endash 2\emdash 3", "‘a’ “b” 1–2—3", "signs by name"),
    (r"\{a\}\\ b\~c Lee\_Ray co\-op", "{a}\\ b\u00a0c Lee-Ray coop", "signs with a backslash"),
    (r"caf\'e9", "café", "bytes in the encoding of the file"),
    (r"\uc1\u1050?\u1080 ?x", "Киx", "the blank behind a word belongs to it, then comes the replacement"),
    (r"{\uc2\u1050 ab}\u1080 cd", "Киd", "how much a replacement is holds inside its group"),
    (r"\u-10179?\u-9085?", "💃", "a sign in two halves"),
    (r"\u55357?x", "x", "half a sign"),
    (r"{\i Two} {\b bold} \plain x", "Two bold x", "looks"),
    (r"seen{\v  hidden}{\deleted  gone}", "seen", "hidden and deleted text"),
    (r"{\*\unknown gone}{\pict\bin3 }}}gone}{\header gone}seen", "seen", "what is no text, pictures of raw bytes too"),
    (r"{\object{\*\objdata 00}{\result seen}}", "seen", "what a program put there"),
    (r"{\upr{plain}{\*\ud{\u1050?}}}", "plain", "two forms of one thing"),
    (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt In a box.\par}}{\shprslt gone}}One.\par Two.",
     "One.\n\nIn a box.\n\nTwo.", "a text box behind its paragraph"),
    (r"a\bin-5 b\fs99999999999999999999 c", "abc", "numbers out of bounds"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "text", "why"), TEXTS)
def test_what_is_shown(inside, text, why):
    assert reading(inside).text == text, why


def test_a_font_has_its_own_encoding():
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset204{\*\panose 02}Times Cyr;}}"
    assert reading(fonts + r"a{\f1\'ca\'e8}\'e9").text == "aКиé"


def test_two_bytes_are_one_sign():
    assert reading(r"{\f2\'93\'fa\'96\'7b}", r"\ansi{\fonttbl{\f2\fcharset128 M;}}").text == "日本"


def test_looks_are_spans():
    document = reading(r"In {\i Two {\i0 x}Words}{\super 3}{\up8 4}{\sub 5}")
    assert [span.of(document.text) for span in document.emphasis] == ["Two ", "Words"]
    assert [span.of(document.text) for span in document.superscript] == ["34"]


def test_notes_stand_at_the_end():
    document = reading(
        r"One{\super\chftn{\*\footnote\pard{\super\chftn} First,\par going {\i on}.}} two{\footnote\ftnalt End.}.\par"
        r" Three{\footnote Second.}"
    )
    assert document.text == (
        "One[^1] two[^i].\n\nThree[^2]\n\nNotes\n\n[^1]: First,\ngoing on.\n\n[^2]: Second.\n\n[^i]: End."
    )
    assert [block.label for block in document.blocks if block.kind is BlockKind.NOTE] == ["1", "2", "i"]


def test_tables_headings_and_numbers():
    document = reading(
        r"\pard\outlinelevel0 Larks\par\pard Text.\par{\listtext\pard\plain 1.\tab}First\par{\pntext\'b7\tab}Point\par"
        r"\trowd\intbl Wheat\cell Lee\par 2001\cell\row\pard After."
    )
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", "Larks"),
        ("paragraph", "Text."),
        ("paragraph", "1. First"),
        ("paragraph", "Point"),
        ("table", "Wheat\tLee\n2001"),
        ("paragraph", "After."),
    ]


def test_headings_are_told_by_their_style():
    sheet = r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\b heading 1;}{\s2 Title;}{\s3\fs20 Heading Text;}}"
    document = reading(sheet + r"\pard\plain\s2 On larks\par\pard\s1 Rooks\par\pard\s3 So.\par\pard\s0 Text.")
    assert [block.kind.value for block in document.blocks] == ["heading", "heading", "paragraph", "paragraph"]


def test_fields_of_managers():
    held = json.dumps(
        {
            "properties": {"plainCitation": "(Lee 2001)"},
            "citationItems": [{"uris": ["u1"], "itemData": {"title": "Larks", "author": [{"family": "Lee"}]}}],
        }
    )
    code = held.replace("\\", "\\\\").replace("{", r"\{").replace("}", r"\}")
    endnote = "<EndNote><Cite><Author>Ray</Author><Year>2002</Year><RecNum>5</RecNum></Cite></EndNote>"
    document = reading(
        rf"See {{\field{{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION {code}}}{{\fldrslt (Lee 2001)}}}} and "
        rf"{{\field{{\*\fldinst ADDIN EN.CITE {{\*\datafield {endnote.encode().hex()}}}}}"
        r"{\fldrslt (Ray 2002)}}.\par "
        r"{\field{\*\fldinst ADDIN ZOTERO_BIBL}{\fldrslt Lee. 2001. Larks.\par Ray. 2002. Rooks.}}\par Text."
    )
    assert document.text.startswith("See (Lee 2001) and (Ray 2002).")
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("(Lee 2001)", "u1"), ("(Ray 2002)", "#5"),
    ]  # fmt: skip
    assert [block.kind.value for block in document.blocks][:3] == ["paragraph", "entry", "entry"]


def test_a_file_that_breaks_off_is_said():
    document = read(Raw("a.rtf", b"{\\rtf1 Lee (2001) {\\i saw"))
    assert document.text == "Lee (2001) saw"
    assert [fault.kind for fault in document.faults] == [FaultKind.READ_IN_PART]


def test_what_is_no_rtf_is_refused():
    for data, kind in (
        (b"", FaultKind.UNREADABLE),
        (b"Lee (2001)", FaultKind.DAMAGED),
        (b"{\\rtf1 }", FaultKind.NO_TEXT),
        (b"{\\rtf1 " + b"{" * 300, FaultKind.TOO_LARGE),
    ):
        with pytest.raises(ReadError) as error:
            read(Raw("a.rtf", data))
        assert error.value.fault.kind is kind
    assert READER.sniff(b"{\\rtf1\\ansi")


TOKENS = st.lists(
    st.sampled_from((
        "{", "}", "\\", "\\par ", "\\cell ", "\\row ", "\\intbl ", "\\trowd ", "{\\field ", "{\\*\\fldinst PAGE}",
        "\\pard ",
        "{\\fldrslt ", "{\\footnote ", "\\u1050?", "\\u55357?", "\\uc9 ", "\\'e9", "\\'g", "{\\pict 00", "\\bin3 ",
        "Lee ",
        "{\\shptxt ", "{\\*\\datafield 3c", "{\\listtext 1.", "\\*", "{\\fonttbl", "\\f1 ", "2001", "\\~", "\n",
    ))
).map("".join)  # fmt: skip


@given(inside=TOKENS)
def test_any_tokens_are_read_or_refused(inside):
    try:
        document = reading(inside)
    except ReadError:
        return
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        ends.append(block.span.end)


def seconds(inside):
    gc.collect()
    begin = time.process_time()
    with suppress(ReadError):
        reading(inside)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit", ["a", "\\'e9", "\\u1050?", "{}", "\\par a", "{\\footnote a}", "\\", "{\\pict 00}", "\\f1 "]
)
def test_time_grows_with_the_text_only(unit, grows_evenly):
    assert grows_evenly(lambda size: seconds(unit * (size // len(unit))), 50_000, 200_000)


def test_tracked_changes_as_if_refused():
    raw = Raw("a.rtf", rb"{\rtf1 Lee {\deleted old }{\revised\revauth1 new }(2001)}")
    assert READER.read(raw).text == "Lee new (2001)"
    assert READER.read_original(raw).text == "Lee old (2001)"
