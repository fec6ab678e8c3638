import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.docx import READER, read


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{text if text.startswith('<') else run(text)}</w:p>"


def style(name):
    return f'<w:pStyle w:val="{name}"/>'


def numbered(level=0, number=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{par(cell)}</w:tc>" for cell in cells) + "</w:tr>"


@pytest.fixture
def text_of(docx):
    def asked(body, *, original=False, **parts):
        return read(Raw("a.docx", docx(body, **parts)), original=original).text

    return asked


TWO_FORMS = (
    f"<mc:AlternateContent><mc:Choice>{run('new')}</mc:Choice><mc:Fallback>{run('old')}</mc:Fallback>"
    "</mc:AlternateContent>"
)
ONE_PARAGRAPH = [
    (run("Lee ") + run("(2001)"), "Lee (2001)", "words that Word cut in two"),
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc", "tabs and line breaks"),
    ("<w:r><w:t>Lee</w:t><w:noBreakHyphen/><w:t>Ray</w:t></w:r>", "Lee-Ray", "a hyphen at which no line breaks"),
    ("<w:r><w:t>Quag</w:t><w:softHyphen/><w:t>\u00admire</w:t></w:r>", "Quagmire", "hyphens that nobody sees"),
    (run("seen") + run(" hidden", "<w:vanish/>"), "seen", "hidden text"),
    (run("seen", '<w:vanish w:val="0"/>'), "seen", "hiding switched off"),
    (f"<w:hyperlink>{run('Lee')}</w:hyperlink>{run(' 2001')}", "Lee 2001", "a link"),
    (f"<w:smartTag>{run('Lee')}</w:smartTag>", "Lee", "a smart tag"),
    (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Lee')}</w:sdtContent></w:sdt>", "Lee", "a content control"),
    (
        TWO_FORMS,
        "new",
        "two forms of one thing",
    ),
    ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1", "a formula"),
    (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("12") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "12",
        "the code of a field is no text, its result is",
    ),
    (f'<w:fldSimple w:instr=" SEQ Table ">{run("3")}</w:fldSimple>', "3", "a simple field"),
    (
        run("before ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("after"),
        "before after",
        "a field without end hides nothing",
    ),
]


@pytest.mark.parametrize(("inside", "text", "why"), ONE_PARAGRAPH)
def test_what_a_paragraph_shows(text_of, inside, text, why):
    assert text_of(par(inside)) == text, why


CHANGES = [
    (f"<w:ins>{run('new ')}</w:ins>{run('text')}", "new text", "text", "inserted words"),
    ("<w:del><w:r><w:delText>old </w:delText></w:r></w:del>" + run("text"), "text", "old text", "deleted words"),
    (f"<w:moveFrom>{run('moved ')}</w:moveFrom>{run('text')}", "text", "moved text", "words that were moved away"),
    (f"<w:moveTo>{run('moved ')}</w:moveTo>{run('text')}", "moved text", "text", "words that were moved here"),
]


@pytest.mark.parametrize(("inside", "accepted", "original", "why"), CHANGES)
def test_tracked_changes(text_of, inside, accepted, original, why):
    assert text_of(par(inside)) == accepted, why
    assert text_of(par(inside), original=True) == original, why


def test_a_paragraph_mark_that_was_deleted_joins_two_paragraphs(text_of):
    body = par(run("One "), "<w:rPr><w:del/></w:rPr>") + par("sentence.")
    assert text_of(body) == "One sentence."
    assert text_of(body, original=True) == "One\n\nsentence."


STYLES = (
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Own"><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:styleId="Bib"><w:name w:val="Bibliography"/></w:style>'
    '<w:style w:styleId="Contents"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="Under"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="Slanted"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
)


def test_blocks_are_what_their_styles_say(docx):
    body = (
        par("Birds", style("H1"))
        + par("Contents 3", style("Contents"))
        + par("Text.", style("Loop"))
        + par("Own heading", style("Own"))
        + par("Outlined", '<w:outlineLvl w:val="1"/>')
        + par("Figure 1", style("Under"))
        + par("Lee, A. 2001. Larks.", style("Bib"))
    )
    document = read(Raw("a.docx", docx(body, styles=STYLES)))
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", "Birds"),
        ("paragraph", "Text."),
        ("heading", "Own heading"),
        ("heading", "Outlined"),
        ("caption", "Figure 1"),
        ("entry", "Lee, A. 2001. Larks."),
    ]


def test_headings_by_shape_where_no_style_says_so(docx):
    document = read(Raw("a.docx", docx(par("References") + par("Lee, A. 2001. Larks."))))
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_emphasis_and_superscript_are_spans(docx):
    body = (
        run("In ")
        + run("Two ", "<w:i/>")
        + run("Words", '<w:rStyle w:val="Slanted"/>')
        + run("3", '<w:vertAlign w:val="superscript"/>')
        + run("4", '<w:position w:val="8"/>')
        + run(" upright", '<w:i w:val="0"/>')
    )
    document = read(Raw("a.docx", docx(par(body), styles=STYLES)))
    assert [span.of(document.text) for span in document.emphasis] == ["Two Words"]
    assert [span.of(document.text) for span in document.superscript] == ["34"]


def level(at, format, text):
    shape = f'<w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{shape}</w:lvl>'


def test_numbers_that_word_puts_before_paragraphs(text_of):
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "[%1]")}{level(1, "lowerLetter", "%1.%2)")}'
        f"{level(2, 'bullet', '*')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = (
        par("a", numbered())
        + par("b", numbered())
        + par("c", numbered(1))
        + par("d", numbered(2))
        + par("e", numbered(0, 2))
        + par("f", numbered(0, 2))
        + par("g", numbered(0, 0))
        + par("h", numbered(0, 99))
    )
    assert text_of(body, numbering=numbering).split("\n\n") == [
        "[1] a", "[2] b", "2.a) c", "d", "[5] e", "[6] f", "g", "h",
    ]  # fmt: skip


def test_notes_stand_at_the_end_in_the_order_of_their_marks(docx):
    def mark(kind, name):
        return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'

    def note(name, *texts):
        return f'<w:footnote w:id="{name}">{"".join(map(par, texts))}</w:footnote>'

    body = par(run("One") + mark("footnote", 5) + run(" two") + mark("endnote", 2)) + par(
        run("three") + mark("footnote", 3) + f"<w:del>{mark('footnote', 9)}</w:del>"
    )
    document = read(
        Raw(
            "a.docx",
            docx(
                body,
                footnotes=note(3, "Second.") + note(5, "First,", "going on.") + note(9, "Deleted."),
                endnotes='<w:endnote w:id="2">' + par("End.") + "</w:endnote>",
            ),
        )
    )
    assert document.text == (
        "One[^1] two[^i]\n\nthree[^2]\n\nNotes\n\n[^1]: First,\ngoing on.\n\n[^2]: Second.\n\n[^i]: End."
    )
    notes = [(one.label, one.span.of(document.text)) for one in document.blocks if one.kind is BlockKind.NOTE]
    assert notes == [("1", "First,\ngoing on."), ("2", "Second."), ("i", "End.")]


def test_pages_where_word_stored_them(docx):
    turned = "<w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r>"
    document = read(Raw("a.docx", docx(par("One.") + par(turned) + par("Also two."))))
    assert [block.page for block in document.blocks] == [1, 2, 2]
    assert [block.page for block in read(Raw("a.docx", docx(par("One.")))).blocks] == [None]


def test_rows_of_a_table_are_blocks(docx):
    table = f"<w:tbl>{row('Crop', 'Source')}{row('Wheat', 'Lee 2001')}</w:tbl>"
    document = read(Raw("a.docx", docx(par("Before.") + table + par("After."))))
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks][1:3] == [
        ("table", "Crop\tSource"), ("table", "Wheat\tLee 2001"),
    ]  # fmt: skip


def test_a_table_of_numbers_and_entries_is_a_list(docx):
    entry = "Lee, A. 2001. Larks of the northern plain. Ghent: Vogel."
    table = f"<w:tbl>{row('[1]', entry)}{row('[2]', entry)}</w:tbl>"
    document = read(Raw("a.docx", docx(par("Before.") + table)))
    assert [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.ENTRY] == [
        f"[1] {entry}", f"[2] {entry}",
    ]  # fmt: skip


def test_a_table_that_holds_the_page_is_none(text_of):
    table = f"<w:tbl>{row('A column. ' * 200)}{row('Lee 2001')}</w:tbl>"
    assert text_of(table).endswith("A column.\n\nLee 2001")


def test_text_boxes_follow_the_paragraph_they_hang_on(text_of):
    box = f"<wps:txbx><w:txbxContent>{par('In a box.')}</w:txbxContent></wps:txbx>"
    old = f"<v:textbox><w:txbxContent>{par('In a box.')}</w:txbxContent></v:textbox>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    assert text_of(par(run("One ") + f"<w:r>{both}</w:r>" + run("sentence.")) + par("Two.")) == (
        "One sentence.\n\nIn a box.\n\nTwo."
    )


def test_strict_files_are_read_alike(zipped):
    body = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Lee</w:t></w:r></w:p></w:body></w:document>'
    assert read(Raw("a.docx", zipped({"word/document.xml": body}))).text == "Lee"


def test_the_text_part_may_have_another_name(zipped):
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>Lee</w:t></w:r></w:p></w:body></w:document>'
    assert read(Raw("a.docx", zipped({"_rels/.rels": relation, "word/document2.xml": body}))).text == "Lee"


def test_what_is_kept_in_another_file_is_said(docx):
    document = read(Raw("a.docx", docx(par("Text.") + "<w:altChunk/>")))
    assert [fault.kind for fault in document.faults] == [FaultKind.READ_IN_PART]


def test_damaged_styles_are_said_and_the_text_is_read(docx):
    document = read(Raw("a.docx", docx(par("Text."), more={"word/styles.xml": "<broken"})))
    assert document.text == "Text."
    assert [fault.kind for fault in document.faults] == [FaultKind.READ_IN_PART]


UNREADABLE = [
    (b"", FaultKind.UNREADABLE, "an empty file"),
    (b"no archive", FaultKind.DAMAGED, "text under the name of a Word file"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), FaultKind.UNREADABLE, "an old Word file"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), FaultKind.PASSWORD, "one with a password"),
]


@pytest.mark.parametrize(("data", "kind", "why"), UNREADABLE)
def test_what_is_no_word_file_is_refused(data, kind, why):
    with pytest.raises(ReadError) as error:
        read(Raw("a.docx", data))
    assert error.value.fault.kind is kind, why


def test_a_file_without_text_is_refused(docx, zipped):
    with pytest.raises(ReadError) as error:
        read(Raw("a.docx", docx(par(""))))
    assert error.value.fault.kind is FaultKind.NO_TEXT
    with pytest.raises(ReadError) as error:
        read(Raw("a.docx", zipped({"[Content_Types].xml": "<Types/>"})))
    assert error.value.fault.kind is FaultKind.DAMAGED


def test_told_by_its_first_bytes(docx):
    assert READER.sniff(docx(par("Text."))[:4096])
    assert READER.sniff(b"\xd0\xcf\x11\xe0")
    assert not READER.sniff(b"PK\x03\x04 of another kind")


PARTS = st.lists(
    st.sampled_from((
        par("Lee 2001"), "<w:p/>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:p>", "</w:p>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "<w:r><w:instrText> ADDIN ZOTERO_BIBL </w:instrText></w:r>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>', "<w:txbxContent>", "</w:txbxContent>", run(" x "),
    ))
).map("".join)  # fmt: skip


@given(body=PARTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_elements_are_read_or_refused(docx, body):
    notes = f'<w:footnote w:id="1">{par("Note.")}</w:footnote>'
    try:
        document = read(Raw("a.docx", docx(body, footnotes=notes)))
    except ReadError:
        return
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        ends.append(block.span.end)


@given(start=st.integers(0, 2_000), cut=st.binary(min_size=1, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_archives_are_read_or_refused(docx, start, cut):
    data = docx(par("Lee (2001) saw larks.") * 5, styles=STYLES)
    at = start % len(data)
    try:
        read(Raw("a.docx", data[:at] + cut + data[at + len(cut) :]))
    except ReadError:
        return
