"""The fields of each reference manager, as it writes them into a manuscript."""

import base64
import json
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.engine.pipeline import check
from citecheck.engine.settings import Settings
from citecheck.model.document import BlockKind
from citecheck.model.raw import Raw
from citecheck.readers.docx import read
from citecheck.readers.fields import read_field

CSL = {
    "id": 7,
    "type": "article-journal",
    "title": "The <i>Tragedy</i> of the Commons",
    "author": [{"family": "Hardin", "given": "Garrett"}],
    "issued": {"date-parts": [["1968", 12, 13]]},
    "DOI": "10.1126/science.162.3859.1243",
}
BODY = {
    "id": 8,
    "title": "Our Common Future",
    "author": [{"literal": "World Commission"}],
    "issued": {"raw": "in 1987"},
}


def base64_of(text):
    return base64.b64encode(text.encode()).decode()


ZOTERO = "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(
    {
        "citationID": "x",
        "properties": {"formattedCitation": "(Hardin 1968)", "plainCitation": "(Hardin 1968)"},
        "citationItems": [
            {"id": 7, "uris": ["http://zotero.org/users/1/items/AAAA"], "itemData": CSL, "locator": "12"},
            {"id": 8, "uris": ["http://zotero.org/users/1/items/BBBB"], "itemData": BODY},
        ],
        "schema": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json",
    }
)
MENDELEY = "ADDIN CSL_CITATION " + json.dumps(
    {
        "citationItems": [
            {"id": "ITEM-1", "itemData": CSL | {"id": "ITEM-1"}, "uris": ["http://www.mendeley.com/documents/?uuid=1"]}
        ],
        "mendeley": {"formattedCitation": "(Hardin 1968)", "plainTextFormattedCitation": "(Hardin 1968)"},
    }
)
MENDELEY_CITE = json.dumps(
    {
        "citationItems": [{"id": "c0ffee", "itemData": CSL | {"id": "c0ffee"}}],
        "manualOverride": {"isManuallyOverridden": False, "citeprocText": "(Hardin 1968)"},
    }
)
ENDNOTE = (
    "<EndNote><Cite><Author>Hardin</Author><Year>1968</Year><RecNum>12</RecNum><DisplayText>(Hardin 1968)</DisplayText>"
    '<record><rec-number>12</rec-number><foreign-keys><key app="EN" db-id="abc">12</key></foreign-keys><contributors>'
    "<authors><author>Hardin, Garrett</author></authors></contributors><titles><title><style>The Tragedy of the Commons"
    "</style></title></titles><dates><year>1968</year></dates>"
    "<electronic-resource-num>10.1126/science.162.3859.1243</electronic-resource-num></record></Cite></EndNote>"
)
CITAVI = json.dumps({
    "$id": "1",
    "Entries": [{
        "ReferenceId": "g-u-i-d",
        "Reference": {
            "Authors": [{"FirstName": "Garrett", "LastName": "Hardin"}],
            "Title": "The Tragedy of the Commons",
            "Year": "1968",
            "Doi": "10.1126/science.162.3859.1243",
        },
    }],
    "Text": "(Hardin 1968)",
})  # fmt: skip
SOURCES = (
    '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Har68</b:Tag>'
    "<b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Hardin</b:Last>"
    "<b:First>Garrett</b:First></b:Person></b:NameList></b:Author></b:Author>"
    "<b:Title>The Tragedy of the Commons</b:Title>"
    "<b:Year>1968</b:Year><b:DOI>10.1126/science.162.3859.1243</b:DOI></b:Source></b:Sources>"
)


def text(words):
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def mark(kind, inside=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(words):
    half = len(words) // 2
    pieces = (words[:half], words[half:])
    return "".join(f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces)


def field(words, shown="(Hardin 1968)", stored=""):
    data = f"<w:fldData>{stored}</w:fldData>" if stored else ""
    return mark("begin", data) + code(f" {words} ") + mark("separate") + text(shown) + mark("end")


def control(tag, shown="(Hardin 1968)"):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{text(shown)}</w:sdtContent></w:sdt>'


NESTED = (
    mark("begin", f"<w:fldData>{base64_of(ENDNOTE)}</w:fldData>")
    + code(" ADDIN EN.CITE ")
    + mark("begin", f"<w:fldData>{base64_of(ENDNOTE)}</w:fldData>")
    + code(" ADDIN EN.CITE.DATA ")
    + mark("end")
    + mark("separate")
    + text("(Hardin 1968)")
    + mark("end")
)

MANAGERS = [
    (field(ZOTERO), "http://zotero.org/users/1/items/AAAA", "Zotero"),
    (field(MENDELEY), "http://www.mendeley.com/documents/?uuid=1", "Mendeley Desktop"),
    (control(f"MENDELEY_CITATION_v3_{base64_of(MENDELEY_CITE)}"), "c0ffee", "Mendeley Cite"),
    (field(f"ADDIN EN.CITE {ENDNOTE}"), "abc#12", "EndNote, the data in the code"),
    (field("ADDIN EN.CITE", stored=base64_of(ENDNOTE)), "abc#12", "EndNote, the data beside the code"),
    (NESTED, "abc#12", "EndNote, the data in a field inside the code"),
    (
        control("CitaviPlaceholder#1", "") + field(f"ADDIN CitaviPlaceholder{{{base64_of(CITAVI)}}}"),
        "g-u-i-d",
        "Citavi",
    ),
    (field("CITATION Har68 \\p 12 \\l 1033"), "Har68", "Word itself"),
]


@pytest.mark.parametrize(("inside", "key", "why"), MANAGERS)
def test_a_field_links_its_text_with_the_work(docx, inside, key, why):
    body = f"<w:p>{text('As some say ')}{inside}{text(', it fails.')}</w:p>"
    document = read(Raw("a.docx", docx(body, more={"customXml/item1.xml": SOURCES})))
    assert document.text == "As some say (Hardin 1968), it fails.", why
    link = document.links[0]
    assert (link.span.of(document.text), link.target) == ("(Hardin 1968)", key), why
    assert link.shown == (None if key == "Har68" else "(Hardin 1968)"), why
    work = document.works[0]
    assert (work.key, work.title, work.year.number, work.doi) == (
        key, "The Tragedy of the Commons", 1968, "10.1126/science.162.3859.1243",
    )  # fmt: skip
    assert [name.family for name in work.authors] == ["Hardin"], why


def test_every_work_of_a_field_is_linked(docx):
    document = read(Raw("a.docx", docx(f"<w:p>{field(ZOTERO)}</w:p>")))
    assert [link.target[-4:] for link in document.links] == ["AAAA", "BBBB"]
    assert document.works[1].authors[0].corporate
    assert document.works[1].year.number == 1987


LISTS = [
    ("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "Zotero"),
    ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY", "Mendeley"),
    ("ADDIN EN.REFLIST", "EndNote"),
    ("ADDIN CitaviBibliography", "Citavi"),
    ("BIBLIOGRAPHY \\l 1033", "Word"),
]


@pytest.mark.parametrize(("words", "why"), LISTS)
def test_paragraphs_of_a_bibliography_are_entries(docx, words, why):
    body = (
        f"<w:p>{text('Text.')}</w:p>"
        f"<w:p>{mark('begin')}{code(words)}{mark('separate')}{text('Lee, A. 2001. Larks.')}</w:p>"
        f"<w:p>{text('Ray, B. 2002. Rooks.')}{mark('end')}</w:p><w:p>{text('Behind the list there is text.')}</w:p>"
    )
    document = read(Raw("a.docx", docx(body)))
    entries = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.ENTRY]
    assert entries == ["Lee, A. 2001. Larks.", "Ray, B. 2002. Rooks."], why


def test_a_bibliography_in_a_content_control(docx):
    inner = f"<w:p>{text('Lee, A. 2001. Larks.')}</w:p>"
    body = (
        f'<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_BIBLIOGRAPHY"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    )
    assert read(Raw("a.docx", docx(body))).blocks[0].kind is BlockKind.ENTRY


def test_zotero_citations_that_are_bookmarks(docx):
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    held = ZOTERO.removeprefix("ADDIN ")
    properties = "".join(
        f'<property name="ZOTERO_BREF_abc_{number}"><lpwstr>{escape(held[start : start + 255])}</lpwstr></property>'
        for number, start in enumerate(range(0, len(held), 255), 1)
    )
    start = '<w:bookmarkStart w:id="4" w:name="ZOTERO_BREF_abc"/>'
    body = f'<w:p>{start}{text("(Hardin 1968)")}<w:bookmarkEnd w:id="4"/></w:p>'
    more = {"docProps/custom.xml": f'<Properties xmlns="{space}">{properties}</Properties>'}
    document = read(Raw("a.docx", docx(body, more=more)))
    assert [link.span.of(document.text) for link in document.links] == ["(Hardin 1968)"] * 2


def test_a_text_that_the_manager_was_told_to_keep_is_not_held_against_it():
    kept = ZOTERO.replace('"properties": {', '"properties": {"dontUpdate": true, ')
    assert read_field(kept).shown is None


BROKEN = [
    ("ADDIN ZOTERO_ITEM CSL_CITATION {broken", "JSON that breaks off"),
    ("ADDIN ZOTERO_ITEM CSL_CITATION " + '{"a":' * 100_000, "JSON nested without end"),
    ('ADDIN CSL_CITATION {"citationItems": 5, "properties": [], "mendeley": "x"}', "other types than expected"),
    ('ADDIN CSL_CITATION {"citationItems": [{"itemData": {"author": [7], "issued": {"date-parts": [[]]}}}]}', "deeper"),
    ("ADDIN EN.CITE <EndNote><Cite></EndNote>", "XML that is none"),
    ('ADDIN EN.CITE <EndNote><!ENTITY a "b"></EndNote>', "entities"),
    ("ADDIN CitaviPlaceholder{not base 64}", "what is not base 64"),
    ("CITATION", "no tag"),
]


@pytest.mark.parametrize(("words", "why"), BROKEN)
def test_data_that_cannot_be_understood_are_a_field_without_works(words, why):
    assert read_field(words).works == (), why


@pytest.mark.parametrize("words", ["", "PAGE", "HYPERLINK x", "ADDIN", "ADDIN other", "TOC \\o", "EN.CITE.DATA"])
def test_other_fields_are_none(words):
    assert read_field(words) is None


@given(
    head=st.sampled_from(("ADDIN ZOTERO_ITEM CSL_CITATION ", "ADDIN EN.CITE ", "ADDIN CitaviPlaceholder", "CITATION ")),
    tail=st.text(alphabet='{}[]":,a1\\<>EndNoteCite/=+ ', max_size=60),
)
def test_any_code_is_read_without_error(head, tail):
    read_field(head + tail, tail)


ENTRIES = (
    "Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.",
    "Hardin, Garrett. 1968. The Tragedy of the Commons. Science 162: 1243–1248.",
)
HELD = {"Zotero": ZOTERO, "Mendeley": MENDELEY}


def linked_and_stale(path, data):
    """What each citation by a field is linked with, and the citations whose field says something else."""
    path.write_bytes(data)
    outcome = check(str(path), Settings(debug=True))
    assert outcome.faults == ()
    text = outcome.manuscript.document.text
    linked = {citation.span.of(text): match.references for citation, match in outcome.manuscript.linked()}
    stale = [problem.finding.span.of(text) for problem in outcome.problems if problem.rule == "stale-field"]
    return linked, stale


def in_word(docx, inside):
    listed = "".join(f"<w:p>{text(entry)}</w:p>" for entry in ENTRIES)
    head = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{text("References")}</w:p>'
    body = f"<w:p>{text('As some say ')}{inside}{text(', it fails; not so Axelrod (1984).')}</w:p>{head}{listed}"
    return docx(body, more={"customXml/item1.xml": SOURCES})


@pytest.mark.parametrize(("inside", "key", "why"), MANAGERS[1:], ids=[row[2] for row in MANAGERS[1:]])
def test_the_work_of_a_field_is_the_entry_cited_and_a_stale_field_is_found(tmp_path, docx, inside, key, why):
    linked, stale = linked_and_stale(tmp_path / "a.docx", in_word(docx, inside))
    assert (linked["Hardin 1968"], stale) == (("r2",), [])
    changed = inside.replace('<w:t xml:space="preserve">(Hardin 1968)', '<w:t xml:space="preserve">(Hardin 1986)')
    linked, stale = linked_and_stale(tmp_path / "b.docx", in_word(docx, changed))
    assert (linked["Hardin 1986"], stale) == (("r2",), ["(Hardin 1986)"])


def one_work(held):
    """A field of Zotero or Mendeley without the second of its works, which no list here holds."""
    head, _, data = held.partition(" {")
    whole = json.loads("{" + data)
    return f"{head} {json.dumps(whole | {'citationItems': whole['citationItems'][:1]})}"


@pytest.mark.parametrize("manager", HELD)
def test_the_marks_of_an_odt(tmp_path, odt, manager):
    name = escape(one_work(HELD[manager]).removeprefix("ADDIN ") + " RNDabc")
    listed = "".join(f"<text:p>{entry}</text:p>" for entry in ENTRIES)
    for shown, stale in (("(Hardin 1968)", []), ("(Hardin 1986)", ["(Hardin 1986)"])):
        mark = f'<text:reference-mark-start text:name="{name}"/>{shown}<text:reference-mark-end text:name="{name}"/>'
        body = (
            f"<text:p>As some say {mark}, it fails; not so Axelrod (1984).</text:p><text:h>References</text:h>{listed}"
        )
        found = linked_and_stale(tmp_path / "a.odt", odt(body))
        assert (found[0][shown[1:-1]], found[1]) == (("r2",), stale)


@pytest.mark.parametrize("manager", HELD)
def test_the_fields_of_an_rtf(tmp_path, manager):
    held = one_work(HELD[manager]).replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    listed = "".join(f"{entry}\\par\n" for entry in ENTRIES).replace("–", "\\endash ")
    for shown, stale in (("(Hardin 1968)", []), ("(Hardin 1986)", ["(Hardin 1986)"])):
        cited = f"{{\\field{{\\*\\fldinst {held}}}{{\\fldrslt {shown}}}}}"
        written = (
            f"{{\\rtf1\\ansi As some say {cited}, it fails; not so Axelrod (1984).\\par References\\par {listed}}}"
        )
        found = linked_and_stale(tmp_path / "a.rtf", written.encode("ascii"))
        assert (found[0][shown[1:-1]], found[1]) == (("r2",), stale)
