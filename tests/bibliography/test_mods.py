"""MODS lists."""

from citecheck.bibliography.mods import LIST_FORMAT
from citecheck.model.raw import Raw
from citecheck.model.reference import Name

ARTICLE = """<mods ID="x1">
<titleInfo><nonSort>The</nonSort><title>ants</title><subTitle>A study</subTitle></titleInfo>
<titleInfo type="translated"><title>Die Ameisen</title></titleInfo>
<name type="personal"><namePart type="given">Anna</namePart><namePart type="family">Smith</namePart>
<role><roleTerm authority="marcrelator" type="text">author</roleTerm></role></name>
<name type="personal"><namePart>Berg, Jan</namePart><namePart type="date">1970-</namePart></name>
<name type="corporate"><namePart>World Bank</namePart><role><roleTerm type="code">aut</roleTerm></role></name>
<name><namePart>Somebody, Else</namePart><role><roleTerm type="code">trl</roleTerm></role></name>
<originInfo><dateIssued encoding="w3cdtf">2014-05</dateIssued></originInfo>
<relatedItem type="host"><titleInfo><title>Studies</title></titleInfo>
<originInfo><issuance>continuing</issuance></originInfo>
<part><detail type="volume"><number>66</number></detail><detail type="issue"><number>3</number></detail>
<extent unit="page"><start>1</start><end>20</end></extent></part></relatedItem>
<identifier type="citekey">smith2014</identifier><identifier type="doi">10.1000/abc</identifier>
<location><url>https://example.org/ants</url></location></mods>"""

CHAPTER = """<mods:mods><mods:titleInfo><mods:title>One part</mods:title></mods:titleInfo>
<mods:name><mods:namePart>Doe, Jane</mods:namePart></mods:name>
<mods:genre authority="local">bookSection</mods:genre>
<mods:relatedItem type="host"><mods:titleInfo><mods:title>The whole</mods:title></mods:titleInfo>
<mods:name><mods:namePart>Roe, R.</mods:namePart>
<mods:role><mods:roleTerm>Editor</mods:roleTerm></mods:role></mods:name>
<mods:originInfo><mods:place><mods:placeTerm type="text">Bonn</mods:placeTerm></mods:place>
<mods:publisher>Press</mods:publisher><mods:copyrightDate>1999</mods:copyrightDate></mods:originInfo>
</mods:relatedItem></mods:mods>"""


def text_of(*records):
    return f'<modsCollection xmlns="http://www.loc.gov/mods/v3">\n{"".join(records)}\n</modsCollection>'


def read(*records):
    return LIST_FORMAT.read(Raw("list.xml", text_of(*records).encode()))


def test_an_article():
    (reference,) = read(ARTICLE).references
    assert (reference.key, reference.title, reference.container) == ("smith2014", "The ants: A study", "Studies")
    assert reference.authors == (Name("Smith", "Anna"), Name("Berg", "Jan"), Name("World Bank", corporate=True))
    assert (reference.year.number, reference.volume, reference.issue, reference.pages) == (2014, "66", "3", "1–20")
    assert (reference.doi, reference.url) == ("10.1000/abc", "https://example.org/ants")
    assert reference.type == "article-journal"
    assert reference.span.of(text_of(ARTICLE)) == ARTICLE
    assert reference.year_span.of(text_of(ARTICLE)) == "2014"


def test_a_chapter_takes_its_imprint_from_the_book():
    (reference,) = read(CHAPTER).references
    assert (reference.title, reference.container, reference.type) == ("One part", "The whole", "chapter")
    assert (reference.authors, reference.editors) == ((Name("Doe", "Jane"),), (Name("Roe", "R."),))
    assert (reference.year.number, reference.publisher, reference.place) == (1999, "Press", "Bonn")


def test_a_record_alone_is_a_list():
    document = LIST_FORMAT.read(Raw("one.mods", CHAPTER.encode()))
    assert len(document.references) == 1


def test_a_record_of_nothing_is_named_with_its_line():
    document = read(CHAPTER, "\n<mods><titleInfo/></mods>")
    assert len(document.references) == 1
    line = text_of(CHAPTER).count("\n") + 1
    assert [fault.message for fault in document.faults] == [f"line {line}: the record has neither names nor title"]


def test_it_is_known_by_its_content():
    assert LIST_FORMAT.sniff(text_of(ARTICLE).encode())
    assert LIST_FORMAT.sniff(b'<?xml version="1.0"?><!-- mine --><mods:mods xmlns:mods="x">')
    assert not LIST_FORMAT.sniff(b"<article>mods</article>")
