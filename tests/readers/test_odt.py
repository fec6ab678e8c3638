import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.odt import READER, read

STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T4" style:family="text">'
    '<style:text-properties style:text-position="-33% 58%"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Bibliography_20_1"/>'
    '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-prefix="[" style:num-format="1" style:num-suffix="]"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3"/></text:list-style>'
)


@pytest.fixture
def document_of(odt):
    def asked(body, **more):
        return read(Raw("a.odt", odt(body, STYLES, **more)))

    return asked


def par(inside, style="Standard"):
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


PARAGRAPHS = [
    ('Lee<text:s text:c="2000000000"/>(2001)', "Lee (2001)", "blanks that are counted, however many"),
    ("a<text:tab/>b<text:line-break/>c", "a\tb\nc", "tabs and line breaks"),
    ("Lee\n      and\tRay", "Lee and Ray", "the blanks of the file are one"),
    ('seen<text:span text:style-name="T3"> hidden</text:span>', "seen", "hidden text"),
    ('<text:a>Lee</text:a> <text:span text:style-name="Loop">2001</text:span>', "Lee 2001", "links, odd styles"),
    ("Lee<office:annotation><text:p>Really?</text:p></office:annotation> 2001", "Lee 2001", "a comment"),
    ("Lee<text:soft-page-break/> 2001", "Lee 2001", "a page break inside a sentence"),
    ('<text:change-start text:change-id="1"/>new <text:change-end text:change-id="1"/>text', "new text", "inserted"),
    (
        "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>over</text:ruby-text></text:ruby>",
        "base",
        "ruby",
    ),
]


@pytest.mark.parametrize(("inside", "text", "why"), PARAGRAPHS)
def test_what_a_paragraph_shows(document_of, inside, text, why):
    assert document_of(par(inside)).text == text, why


INSERTION = '<text:changed-region text:id="i"><text:insertion/></text:changed-region>'
DELETION = '<text:changed-region text:id="d"><text:deletion>{}</text:deletion></text:changed-region>'
START, END = '<text:change-start text:change-id="i"/>', '<text:change-end text:change-id="i"/>'
GONE = '<text:change text:change-id="d"/>'

CHANGES = [
    (INSERTION, par(f"Lee {START}new {END}(2001)"), "Lee new (2001)", "Lee (2001)", "words inserted"),
    (
        INSERTION,
        par(f"One {START}more") + par(f"and {END}sentence."),
        "One more\n\nand sentence.",
        "One sentence.",
        "an end of a paragraph inserted",
    ),
    (
        INSERTION,
        par(f"One{START}") + par("whole paragraph") + par(f"{END}") + par("Two"),
        "One\n\nwhole paragraph\n\nTwo",
        "One\n\nTwo",
        "a whole paragraph inserted",
    ),
    (DELETION.format(par("old ")), par(f"Lee {GONE}(2001)"), "Lee (2001)", "Lee old (2001)", "words deleted"),
    (
        DELETION.format(par("one ended.") + par("Another began")),
        par(f"This {GONE} here."),
        "This here.",
        "This one ended.\n\nAnother began here.",
        "an end of a paragraph deleted",
    ),
    (INSERTION, par('Lee<text:change-start text:change-id="x"/> 2001'), "Lee 2001", "Lee 2001", "a name nobody knows"),
    (INSERTION, par(f"Lee{START} 2001") + par("all the rest"), "Lee 2001\n\nall the rest", "Lee", "it has no end"),
]


@pytest.mark.parametrize(("region", "body", "accepted", "original", "why"), CHANGES, ids=[row[-1] for row in CHANGES])
def test_tracked_changes(odt, region, body, accepted, original, why):
    raw = Raw("a.odt", odt(f"<text:tracked-changes>{region}</text:tracked-changes>{body}", STYLES))
    assert READER.read(raw).text.replace("  ", " ") == accepted
    assert READER.read_original(raw).text.replace("  ", " ") == original


def test_deleted_text_and_the_table_of_contents_are_left_out(document_of):
    changed = (
        f"<text:tracked-changes><text:changed-region>{par('Deleted.')}</text:changed-region></text:tracked-changes>"
    )
    contents = (
        f"<text:table-of-content><text:index-body>{par('References 9')}</text:index-body></text:table-of-content>"
    )
    assert document_of(changed + contents + par("Text.")).text == "Text."


def test_blocks_are_what_their_styles_say(document_of):
    document = document_of(
        par("On Birds", "Title")
        + '<text:h text:outline-level="1">Larks</text:h>'
        + par("Text.")
        + par("Lee, A. 2001. Larks.", "P1")
    )
    assert [block.kind.value for block in document.blocks] == ["heading", "heading", "paragraph", "entry"]


def test_emphasis_and_superscript_are_spans(document_of):
    document = document_of(
        par(
            'In <text:span text:style-name="T1">Two </text:span><text:span text:style-name="T2">3</text:span>'
            '<text:span text:style-name="T4">4</text:span>'
        )
    )
    assert [span.of(document.text) for span in document.emphasis] == ["Two 3"]
    assert [span.of(document.text) for span in document.superscript] == ["3"]


def test_numbers_of_lists(document_of):
    def items(*inner):
        return "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)

    inner = f"<text:list>{items(par('c'))}</text:list>"
    first = f'<text:list text:style-name="L1">{items(par("a") + par("more"), par("b") + inner)}</text:list>'
    goes_on = f'<text:list text:style-name="L1" text:continue-numbering="true">{items(par("d"))}</text:list>'
    anew = f'<text:list text:style-name="L1">{items(par("e"))}</text:list>'
    document = document_of(first + goes_on + anew)
    assert document.text.split("\n\n") == ["[1] a", "more", "[2] b", "a) c", "[3] d", "[1] e"]


def test_notes_stand_at_the_end(document_of):
    def note(kind, label, text):
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
            f"<text:note-body>{par(text)}</text:note-body></text:note>"
        )

    document = document_of(par(f"One{note('endnote', 'i', 'End.')} two{note('footnote', '1', 'Foot.')}."))
    assert document.text == "One[^i] two[^1].\n\nNotes\n\n[^1]: Foot.\n\n[^i]: End."
    assert [block.label for block in document.blocks if block.kind is BlockKind.NOTE] == ["1", "i"]


def test_pages_where_the_program_stored_them(document_of):
    document = document_of(par("One.") + "<text:soft-page-break/>" + par("Two."))
    assert [block.page for block in document.blocks] == [1, 2]


def test_rows_of_a_table_are_blocks(document_of):
    cells = "".join(f"<table:table-cell>{par(word)}</table:table-cell>" for word in ("Wheat", "Lee 2001"))
    document = document_of(f"<table:table><table:table-row>{cells}</table:table-row></table:table>")
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        (BlockKind.TABLE, "Wheat\tLee 2001")
    ]


def test_text_in_a_frame_follows_its_paragraph(document_of):
    frame = f"<draw:frame><draw:text-box>{par('In a frame.')}</draw:text-box></draw:frame>"
    assert document_of(par(f"One {frame}sentence.")).text == "One sentence.\n\nIn a frame."


def test_marks_of_zotero_link_their_text(document_of):
    held = "ZOTERO_ITEM CSL_CITATION " + json.dumps(
        {
            "properties": {"plainCitation": "(Lee 2001)"},
            "citationItems": [
                {"uris": ["http://zotero.org/a"], "itemData": {"title": "Larks", "author": [{"family": "Lee"}]}}
            ],
        }
    )
    name = (held + " RNDabc").replace('"', "&quot;")
    body = par(
        f'See <text:reference-mark-start text:name="{name}"/>(Lee 2002)<text:reference-mark-end text:name="{name}"/>.'
    )
    listed = (
        f'<text:section text:name=" ZOTERO_BIBL {{}} CSL_BIBLIOGRAPHY RNDxyz">{par("Lee. 2001. Larks.")}</text:section>'
    )
    document = document_of(body + listed)
    assert [(link.span.of(document.text), link.target, link.shown) for link in document.links] == [
        ("(Lee 2002)", "http://zotero.org/a", "(Lee 2001)")
    ]
    assert document.blocks[-1].kind is BlockKind.ENTRY


def test_citations_of_the_programs_own_bibliography(document_of):
    said = 'text:identifier="lee01" text:author="Lee, A.;Ray, B." text:year="2001"'
    mark = f"<text:bibliography-mark {said}>[lee01]</text:bibliography-mark>"
    document = document_of(par(f"See {mark}."))
    assert document.links[0].target == "lee01"
    assert [name.family for name in document.works[0].authors] == ["Lee", "Ray"]


def test_one_flat_file(odt):
    flat = (
        b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Lee</text:p>'
        b"</office:text></office:body></office:document>"
    )
    assert READER.sniff(flat)
    assert read(Raw("a.fodt", flat)).text == "Lee"
    assert READER.sniff(odt(par("Lee"))[:4096])


def test_what_cannot_be_read_is_refused(odt, zipped):
    locked = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    for data, kind in (
        (odt(par("x"), more=locked), FaultKind.PASSWORD),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), FaultKind.DAMAGED),
        (odt(par("x"))[:-40], FaultKind.DAMAGED),
        (odt(par("")), FaultKind.NO_TEXT),
        (odt("</office:text>"), FaultKind.DAMAGED),
    ):
        with pytest.raises(ReadError) as error:
            read(Raw("a.odt", data))
        assert error.value.fault.kind is kind


TAGS = st.lists(
    st.sampled_from((
        par("Lee 2001"), "<text:p>", "</text:p>", "<text:list>", "</text:list>", "<text:list-item>",
        "</text:list-item>",
        "<table:table>", "</table:table>", "<table:table-row>", "</table:table-row>", "<table:table-cell>",
        "</table:table-cell>", '<text:reference-mark-end text:name="x"/>', "<text:note>", "</text:note>", " x ",
        "<text:note-body>", "</text:note-body>", "<draw:text-box>", "</draw:text-box>",
    ))
).map("".join)  # fmt: skip


@given(body=TAGS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_elements_are_read_or_refused(odt, body):
    try:
        document = read(Raw("a.odt", odt(body, STYLES)))
    except ReadError:
        return
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        ends.append(block.span.end)
