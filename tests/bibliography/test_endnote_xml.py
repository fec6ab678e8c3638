"""EndNote XML lists."""

from citecheck.bibliography.endnote_xml import LIST_FORMAT
from citecheck.model.raw import Raw
from citecheck.model.reference import Name


def styled(words):
    return f'<style face="normal" font="default" size="100%">{words}</style>'


ARTICLE = f"""<record><database name="Mine.enl">Mine.enl</database><rec-number>7</rec-number>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{styled("Smith, Anna")}</author><author>{styled("van der Berg, Jan")}</author></authors>
</contributors>
<titles><title>{styled("Ants &amp; ")}{styled("bees")}</title><secondary-title>{styled("Studies")}</secondary-title>
</titles>
<pages>{styled("1-20")}</pages><volume>66</volume><number>3</number>
<dates><year>{styled("2014a")}</year></dates>
<urls><related-urls><url>https://example.org/ants</url></related-urls></urls>
<electronic-resource-num>https://doi.org/10.1000/abc</electronic-resource-num><label>ants14</label></record>"""

CHAPTER = """<record><rec-number>8</rec-number><ref-type name="Book Section">5</ref-type>
<contributors><authors><author>World Bank,</author></authors>
<secondary-authors><author>Roe, R.</author></secondary-authors></contributors>
<titles><title>One part</title><secondary-title>The whole</secondary-title></titles>
<dates><year>1999</year></dates><pub-location>Bonn</pub-location><publisher>Press</publisher></record>"""

BOOK = """<record><rec-number>9</rec-number><ref-type name="Book">6</ref-type>
<contributors><authors><author>Doe, J.</author><author>et al.</author></authors>
<secondary-authors><author>Series, Ed</author></secondary-authors></contributors>
<titles><title>A book</title><secondary-title>A series</secondary-title></titles></record>"""


def text_of(*records):
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><records>{"".join(records)}</records></xml>'


def read(*records):
    return LIST_FORMAT.read(Raw("library.xml", text_of(*records).encode()))


def test_an_article():
    (reference,) = read(ARTICLE).references
    text = text_of(ARTICLE)
    assert (reference.key, reference.title, reference.container) == ("7", "Ants & bees", "Studies")
    assert reference.authors == (Name("Smith", "Anna"), Name("Berg", "Jan", "van der"))
    assert (reference.year.number, reference.year.suffix) == (2014, "a")
    assert (reference.volume, reference.issue, reference.pages) == ("66", "3", "1-20")
    assert (reference.doi, reference.url, reference.aliases) == ("10.1000/abc", "https://example.org/ants", ("ants14",))
    assert reference.type == "article-journal"
    assert reference.span.of(text) == ARTICLE
    assert reference.year_span.of(text) == "2014a"
    assert reference.author_span.of(text).startswith("Smith, Anna<")


def test_a_chapter_has_editors_and_a_book_around_it():
    (reference,) = read(CHAPTER).references
    assert reference.authors == (Name("World Bank"),) or reference.authors[0].family == "World Bank"
    assert reference.editors == (Name("Roe", "R."),)
    assert (reference.container, reference.publisher, reference.place) == ("The whole", "Press", "Bonn")


def test_the_second_title_and_names_of_a_book_are_those_of_its_series():
    (reference,) = read(BOOK).references
    assert (reference.container, reference.editors, reference.et_al) == (None, (), True)
    assert reference.authors == (Name("Doe", "J."),)


def test_a_record_of_nothing_is_named_with_its_line():
    document = read(ARTICLE, "\n<record><rec-number>8</rec-number></record>\n", BOOK)
    assert [reference.key for reference in document.references] == ["7", "9"]
    line = text_of(ARTICLE).count("\n") + 2
    assert [fault.message for fault in document.faults] == [f"line {line}: the record has neither names nor title"]


def test_a_record_without_its_end_ends_where_the_next_begins():
    document = read(CHAPTER.removesuffix("</record>"), BOOK)
    assert [reference.title for reference in document.references] == ["One part", "A book"]
    first, second = document.references
    assert first.span.end == second.span.start
    assert len(document.faults) == 1


def test_it_is_known_by_its_content():
    assert LIST_FORMAT.sniff(text_of(ARTICLE).encode())
    assert not LIST_FORMAT.sniff(b"<xml><other/></xml>")
    assert not LIST_FORMAT.sniff(b"<article><record></article>")
