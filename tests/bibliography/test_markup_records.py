"""What holds of all lists in XML, however hostile."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography import endnote_xml, mods, zotero_rdf
from citecheck.bibliography.registry import list_format_for
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw

FORMATS = {
    "endnote-xml": (endnote_xml.LIST_FORMAT, "<xml><records><record>", "<titles><title>", "</records></xml>"),
    "mods": (mods.LIST_FORMAT, "<modsCollection><mods>", "<titleInfo><title>", "</modsCollection>"),
    "zotero-rdf": (
        zotero_rdf.LIST_FORMAT,
        '<RDF xmlns:z="http://www.zotero.org/namespaces/export#"><Book><itemType>book</itemType>',
        "<title>",
        "</RDF>",
    ),
}
PIECES = (
    "<record>",
    "</record>",
    "<mods>",
    "<title>",
    "</title>",
    "<year>",
    "2014",
    "&amp;",
    "&lol;",
    "<![CDATA[",
    "]]>",
    "<",
)


def each(test):
    return pytest.mark.parametrize(("format", "head", "title", "end"), FORMATS.values(), ids=FORMATS)(test)


@each
def test_it_is_found_by_its_root_whatever_its_name(format, head, title, end):
    data = f"{head}{title}Ants".encode()
    assert list_format_for("list.xml", data) is format
    assert list_format_for("list.bib", data) is format


def test_an_article_in_xml_is_no_list():
    assert list_format_for("article.xml", b"<article><front/></article>") is None


@each
def test_definitions_of_entities_are_refused(format, head, title, end):
    bomb = f'<!DOCTYPE x [<!ENTITY lol "lol">]>{head}{title}&lol;</title>{end}'
    with pytest.raises(ReadError) as error:
        format.read(Raw("list.xml", bomb.encode()))
    assert error.value.fault.kind is FaultKind.UNREADABLE


@each
def test_depth_is_bounded(format, head, title, end):
    with pytest.raises(ReadError) as error:
        format.read(Raw("list.xml", (head + "<a>" * 300).encode()))
    assert error.value.fault.kind is FaultKind.TOO_LARGE


@each
def test_a_file_cut_off_is_used_as_far_as_it_goes(format, head, title, end):
    document = format.read(Raw("list.xml", f"{head}{title}Ants and bees".encode()))
    assert [reference.title for reference in document.references] == ["Ants and bees"]
    assert document.faults


@each
def test_another_file_is_refused(format, head, title, end):
    for data in (b"<html/>", b"{}", b"x", b""):
        with pytest.raises(ReadError):
            format.read(Raw("list.xml", data))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(sorted(FORMATS)))
def test_only_read_errors_are_raised(pieces, name):
    known, head, title, end = FORMATS[name]
    with suppress(ReadError):
        document = known.read(Raw("list.xml", (head + title + pieces + end).encode()))
        for reference in document.references:
            assert 0 <= reference.span.start <= reference.span.end <= len(document.text)
