"""Zotero RDF lists."""

from citecheck.bibliography.zotero_rdf import LIST_FORMAT
from citecheck.model.raw import Raw
from citecheck.model.reference import Name

HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#">
"""


def person(family, given=None):
    first = f"<foaf:givenName>{given}</foaf:givenName>" if given else ""
    return f"<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname>{first}</foaf:Person></rdf:li>"


ARTICLE = f"""<bib:Article rdf:about="https://example.org/ants">
<z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
<bib:authors><rdf:Seq>{person("Smith", "Anna")}{person("van der Berg", "Jan")}{person("World Bank")}</rdf:Seq>
</bib:authors><dc:title>Ants &amp; bees</dc:title><dc:date>2014-05-06</dc:date><bib:pages>1-20</bib:pages>
<dc:description>Citation Key: smith2014</dc:description>
<dc:identifier><dcterms:URI><rdf:value>https://example.org/ants</rdf:value></dcterms:URI></dc:identifier>
</bib:Article>"""
JOURNAL = """<bib:Journal rdf:about="urn:issn:1234-5679"><prism:volume>66</prism:volume><prism:number>3</prism:number>
<dc:title>Studies</dc:title><dc:identifier>DOI 10.1000/abc</dc:identifier></bib:Journal>"""
CHAPTER = f"""<bib:BookSection rdf:about="#item_2"><z:itemType>bookSection</z:itemType>
<dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>A series</dc:title></bib:Series></dcterms:isPartOf>
<dc:title>The whole</dc:title></bib:Book></dcterms:isPartOf>
<dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Bonn</vcard:locality></vcard:Address>
</vcard:adr><foaf:name>Press</foaf:name></foaf:Organization></dc:publisher>
<bib:editors><rdf:Seq>{person("Roe", "R.")}</rdf:Seq></bib:editors>
<dc:title>One part</dc:title><dc:date>1999</dc:date></bib:BookSection>"""
ATTACHMENT = (
    """<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>"""
)


def text_of(*items):
    return f"{HEAD}{''.join(items)}</rdf:RDF>"


def read(*items):
    return LIST_FORMAT.read(Raw("library.rdf", text_of(*items).encode()))


def test_an_article_whose_journal_stands_elsewhere():
    (reference,) = read(ARTICLE, JOURNAL, ATTACHMENT).references
    assert (reference.key, reference.title, reference.container) == ("smith2014", "Ants & bees", "Studies")
    assert reference.authors == (
        Name("Smith", "Anna"),
        Name("Berg", "Jan", "van der"),
        Name("World Bank", corporate=True),
    )
    assert (reference.year.number, reference.volume, reference.issue, reference.pages) == (2014, "66", "3", "1-20")
    assert (reference.doi, reference.url) == ("10.1000/abc", "https://example.org/ants")
    assert reference.span.of(text_of(ARTICLE)) == ARTICLE
    assert reference.year_span.of(text_of(ARTICLE)) == "2014"


def test_a_chapter_whose_book_stands_inside():
    (reference,) = read(CHAPTER).references
    assert (reference.title, reference.container, reference.type) == ("One part", "The whole", "chapter")
    assert (reference.publisher, reference.place, reference.editors) == ("Press", "Bonn", (Name("Roe", "R."),))


def test_a_journal_that_is_not_there_costs_nothing():
    (reference,) = read(ARTICLE).references
    assert (reference.container, reference.volume) == (None, None)


def test_an_item_that_is_part_of_itself_ends():
    own = ARTICLE.replace("urn:issn:1234-5679", "https://example.org/ants")
    assert len(read(own).references) == 1


def test_it_is_known_by_its_content():
    assert LIST_FORMAT.sniff(text_of(ARTICLE).encode())
    assert not LIST_FORMAT.sniff(b'<rdf:RDF xmlns:rdf="x"><Description/></rdf:RDF>')
