import pytest

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Name
from citecheck.readers.jats import READER, read
from citecheck.readers.registry import reader_for

LIST = """<ref-list><title>References</title>
<ref id="b1"><label>1.</label><element-citation publication-type="journal"><person-group person-group-type="author">
<name><surname>van Dam</surname><given-names>A</given-names></name>
<name><surname>Weir</surname>
<given-names>BC</given-names></name><etal/></person-group>
<article-title>Mills &amp; weirs</article-title><source>J Mills</source><year>2014</year>
<volume>4</volume><issue>2</issue><fpage>10</fpage><lpage>19</lpage><pub-id pub-id-type="doi">10.1234/mills.4</pub-id>
<pub-id pub-id-type="pmid">123</pub-id></element-citation></ref>
<ref id="b2"><label>2.</label>
<mixed-citation><collab>Board of Rivers</collab> (<year>2009</year>).
<source>Floods</source>.
<publisher-loc>Leeds</publisher-loc>: <publisher-name>River Press</publisher-name>.</mixed-citation></ref>
<ref id="b3"><label>3</label><mixed-citation>3 Stone D. Untagged words. 1999.</mixed-citation></ref></ref-list>"""


def article(body, back=LIST, front="<title-group><article-title>On mills</article-title></title-group>"):
    front = f"<front><article-meta>{front}</article-meta></front>"
    return f"<article xml:lang='en'>{front}<body>{body}</body><back>{back}</back></article>"


def document(body, back=LIST, **more):
    return read(Raw("a.xml", article(body, back, **more).encode()))


def texts(document, *kinds):
    return [block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


@pytest.mark.parametrize(
    ("body", "found", "why"),
    [
        ("<p>One\n  two&#x2013;three &amp; four.</p>", ["One two–three & four."], "white space and entities"),
        ("<sec><label>1</label><title>Aim</title><p>Text.</p></sec>", ["1 Aim", "Text."], "the label of a section"),
        ("<p>Text<xref ref-type='fn' rid='f'>1</xref> goes<fn id='f'><label>1</label><p>Note.</p></fn> on.</p>",
         ["Text goes on.", "Note."], "a note stands behind its paragraph, its mark is no text"),
        ("<p>As <inline-formula><tex-math>x_1</tex-math></inline-formula> shows.</p>", ["As shows."], "formulas"),
        ("<p>Before <list><list-item><label>a</label><p>item</p></list-item></list> after.</p>",
         ["Before", "a item", "after."], "a list in a paragraph"),
        ("<fig><label>Fig 1</label><caption><title>Weirs.</title><p>Seen.</p></caption><graphic/></fig>",
         ["Fig 1 Weirs. Seen."], "label and caption of a figure are one"),
        ("<fig><label>Fig 2</label><graphic/></fig><p>Text.</p>", ["Fig 2", "Text."], "a label without a caption"),
        ("<table><tr><th>River</th><th/><th>Year</th></tr><tr><td>Aire</td><td>x</td><td>2001</td></tr></table>",
         ["River\t\tYear", "Aire\tx\t2001"], "rows, their cells parted by tabs"),
        ("<p>A<sub>2</sub> of <email>a@b.org</email><break/>and <italic>more</italic></p>", ["A2 of a@b.org and more"],
         "markup inside a line"),
        ("<p><![CDATA[A < B & C]]></p>", ["A < B & C"], "CDATA"),
    ],
)  # fmt: skip
def test_clean_text(body, found, why):
    assert texts(document(body, ""))[1:] == found, why


def test_only_title_and_abstract_of_the_front():
    front = (
        "<article-categories><subject>Rivers</subject></article-categories><title-group><article-title>On mills"
        "</article-title></title-group><contrib-group><contrib><name><surname>Miller</surname></name></contrib>"
        "</contrib-group><aff>Mill Town</aff><abstract><title>Summary</title><p>Short.</p></abstract>"
        "<permissions><p>All.</p></permissions>"
    )
    assert texts(document("<p>Text.</p>", "", front=front)) == ["On mills", "Summary", "Short.", "Text."]


def test_entries_read_as_printed():
    found = document("<p>Text.</p>")
    assert texts(found, BlockKind.HEADING) == ["On mills", "References"]
    assert texts(found, BlockKind.ENTRY) == [
        "1. van Dam A, Weir BC, et al. Mills & weirs. J Mills. 2014;4(2):10–19. doi:10.1234/mills.4",
        "2. Board of Rivers (2009). Floods. Leeds: River Press.",
        "3 Stone D. Untagged words. 1999.",
    ]


def test_entries_have_the_fields_that_are_tagged():
    first, second, third = document("<p>Text.</p>").references
    assert first.authors == (Name("Dam", "A", "van"), Name("Weir", "BC"))
    assert first.et_al
    assert (first.key, first.number, first.year.number, first.doi) == ("b1", 1, 2014, "10.1234/mills.4")
    assert (first.title, first.container) == ("Mills & weirs", "J Mills")
    assert (first.volume, first.issue, first.pages) == ("4", "2", "10–19")
    assert second.authors == (Name("Board of Rivers", corporate=True),)
    assert (second.title, second.publisher, second.place) == ("Floods", "River Press", "Leeds")
    assert (third.key, third.number, third.authors, third.year) == ("b3", 3, (), None)


def test_an_entry_stands_where_its_words_stand():
    found = document("<p>Text.</p>")
    source = found.sources[0].text
    place = found.place(found.references[0].span).span.of(source)
    assert place.startswith("1.</label>")
    assert place.endswith("10.1234/mills.4")
    assert found.place(found.references[0].year_span).span.of(source) == "2014"
    assert found.place(found.references[0].author_span).span.of(source).startswith("van Dam</surname>")


def test_tagged_citations_are_links():
    found = document(
        "<p>Seen <sup>[<xref ref-type='bibr' rid='b1'>1</xref>–<xref ref-type='bibr' rid='b3'>3</xref>]</sup>, lost "
        "<xref ref-type='bibr' rid='b9'>9</xref>, both <xref ref-type='bibr' rid='b1 b2'>1, 2</xref>, in "
        "<xref ref-type='fig' rid='f1'>Fig. 1</xref></p>"
    )
    links = [(link.span.of(found.text), link.target, link.written) for link in found.links]
    assert links == [
        ("1", "b1", "b1"), ("3", "b3", "b3"), ("9", None, "b9"), ("1, 2", "b1", "b1"), ("1, 2", "b2", "b2"),
    ]  # fmt: skip
    assert [span.of(found.text) for span in found.superscript] == ["[1–3]"]
    assert "in Fig. 1" in found.text


def test_parts_that_are_articles_of_their_own_are_left_out_and_said():
    part = "<sub-article article-type='translation' xml:lang='pt'><body><p>Outra (Weir, 1900).</p></body></sub-article>"
    found = read(Raw("a", article("<p>Text.</p>").replace("</article>", part + "</article>").encode()))
    assert "Outra" not in found.text
    assert found.notes == (
        "not checked: translation (pt); a part with its own citations is an article of its own",
    )  # fmt: skip


def test_letters_that_the_list_has_lost_come_from_the_tagged_citations():
    def ref(key, year="2014"):
        return (
            f"<ref id='{key}'><element-citation><name><surname>Weir</surname></name><article-title>On {key}"
            f"</article-title><year>{year}</year></element-citation></ref>"
        )

    body = "<p>Weir <xref ref-type='bibr' rid='b1'>2014a</xref>, <xref ref-type='bibr' rid='b2'>b</xref>, 2014.</p>"
    lost = document(body, f"<ref-list>{ref('b1')}{ref('b2')}</ref-list>")
    assert [one.year.shown for one in lost.references] == ["2014a", "2014b"]
    kept = document(body, f"<ref-list>{ref('b1', '2014b')}{ref('b2', '2014a')}</ref-list>")
    assert [one.year.shown for one in kept.references] == ["2014b", "2014a"], "what the list says stands"


def test_damage_is_said():
    found = read(Raw("a", article("<p>Text <b>of</p>").encode()[:-20]))
    assert "Text of" in found.text
    assert [fault.kind for fault in found.faults] == [FaultKind.DAMAGED]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<html><body>a</body></html>", FaultKind.UNREADABLE),
        (b"no markup at all", FaultKind.UNREADABLE),
        (b"<article><body><p> </p></body></article>", FaultKind.NO_TEXT),
        (b"<!DOCTYPE article [<!ENTITY a 'b'>]><article><body><p>&a;</p></body></article>", FaultKind.UNREADABLE),
    ],
)
def test_what_cannot_be_read(data, kind):
    with pytest.raises(ReadError) as error:
        read(Raw("a.xml", data))
    assert error.value.fault.kind is kind


@pytest.mark.parametrize(
    ("path", "data", "why"),
    [
        ("a.txt", b"<?xml version='1.0'?><!DOCTYPE article PUBLIC '-//NLM//DTD' 'x.dtd'><article>", "by its root"),
        ("a.xml", b"\xff\xfe" + "<article/>".encode("utf-16-le"), "by its root in UTF-16"),
        ("a.nxml", b"", "by suffix"),
    ],
)
def test_is_known(path, data, why):
    assert reader_for(path, data) is READER, why


def test_the_encoding_that_the_file_names():
    data = "<?xml version='1.0' encoding='ISO-8859-2'?><article><body><p>Łódź</p></body></article>".encode("iso-8859-2")
    assert read(Raw("a", data)).text == "Łódź"
