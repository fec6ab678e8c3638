import pytest

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Name
from citecheck.readers.registry import reader_for
from citecheck.readers.tei import READER, read

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>On mills</title></titleStmt><sourceDesc><listBibl><bibl>Itself</bibl>"
    "</listBibl></sourceDesc></fileDesc><profileDesc><abstract><p>Short.</p></abstract></profileDesc></teiHeader>"
)
LIST = """<div type="references"><listBibl>
<biblStruct xml:id="b0"><analytic><title level="a">Wheels</title><author><persName><forename>Ann</forename>
<surname>Miller</surname></persName></author></analytic><monogr><title level="j">Journal of Mills</title><imprint>
<biblScope unit="volume">4</biblScope><biblScope unit="issue">2</biblScope><biblScope unit="page" from="1" to="9"/>
<date type="published" when="2001-05"/></imprint></monogr></biblStruct>
<biblStruct xml:id="b1"><monogr><title level="m">Water</title><author><persName><surname>Brook</surname></persName>
</author><imprint><date when="2005"/></imprint></monogr>
<note type="raw_reference">Brook B. Water. River Press; 2005.</note></biblStruct>
<bibl xml:id="b2">Stone, C. (1999). Untagged.</bibl></listBibl></div>"""


def document(body):
    text = f"<text xml:lang='en'><body>{body}</body><back>{LIST}</back></text>"
    return read(Raw("a.xml", f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{HEADER}{text}</TEI>".encode()))


def texts(document, *kinds):
    return [block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


@pytest.mark.parametrize(
    ("body", "found", "why"),
    [
        ("<div><head n='1.2'>Aim</head><p>One &amp;\n two.</p></div>", ["1.2 Aim", "One & two."], "a numbered heading"),
        ("<p>Text<note place='foot' n='1'>Note.</note> goes on.</p>", ["Text goes on.", "Note."], "notes"),
        ("<figure><head>Fig. 1</head><figDesc>A weir.</figDesc></figure>", ["Fig. 1", "A weir."], "captions"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["a\tb"], "tables"),
        ("<p>So <formula>x = 1</formula> it is<pb n='2'/>.</p>", ["So it is."], "formulas and page breaks"),
    ],
)
def test_clean_text(body, found, why):
    assert texts(document(body))[2:-4] == found, why


def test_title_abstract_and_list():
    found = document("<p>Text.</p>")
    assert texts(found) == [
        "On mills",
        "Short.",
        "Text.",
        "References",
        "Miller Ann. Wheels. Journal of Mills 4(2):1–9. 2001-05",
        "Brook B. Water. River Press; 2005.",
        "Stone, C. (1999). Untagged.",
    ]


def test_entries_have_the_fields_that_are_tagged():
    first, second, third = document("<p>Text.</p>").references
    assert (first.key, first.authors, first.title, first.container) == (
        "b0", (Name("Miller", "Ann"),), "Wheels", "Journal of Mills",
    )  # fmt: skip
    assert (first.volume, first.issue, first.pages, first.year.number) == ("4", "2", "1–9", 2001)
    assert (second.key, second.authors, second.title, second.year.number) == (
        "b1",
        (Name("Brook", None),),
        "Water",
        2005,
    )
    assert (third.key, third.authors) == ("b2", ())


def test_values_of_attributes_stand_where_they_stand():
    found = document("<p>Text.</p>")
    source = found.sources[0].text
    at = found.text.index("1–9")
    start = found.place(type(found.references[0].span)(at, at + 1)).span
    assert source[start.start - 6 : start.end] == 'from="1'


def test_tagged_citations_are_links():
    found = document(
        "<p>As <ref type='bibr' target='#b0'>(Miller, 2001)</ref> <ref type='bibr'>Weir (1900)</ref> "
        "<ref type='bibr' target='#b9'>[9]</ref> <ref target='#fig_0'>Fig. 1</ref> <hi rend='superscript'>2</hi></p>"
    )
    assert [(link.span.of(found.text), link.target) for link in found.links] == [
        ("(Miller, 2001)", "b0"),
        ("[9]", None),
    ]
    assert [span.of(found.text) for span in found.superscript] == ["2"]
    assert texts(found, BlockKind.PARAGRAPH)[1].endswith("[9] Fig. 1 2")


def test_what_is_no_tei():
    with pytest.raises(ReadError) as error:
        read(Raw("a.tei", b"<article/>"))
    assert error.value.fault.kind is FaultKind.UNREADABLE


def test_is_known_by_its_root():
    assert (
        reader_for("a.xml", b"<?xml version='1.0'?>\n<!-- x -->\n<TEI xmlns='http://www.tei-c.org/ns/1.0'>") is READER
    )
