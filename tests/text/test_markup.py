import pytest

from citecheck.model.fault import FaultKind, ReadError
from citecheck.text.markup import CDATA, read_tree


def shape(text, *, html=False):
    """The elements of `text` as nested lists, with the text between them."""

    def inside(element):
        return [
            text[slice(*child)] if isinstance(child, tuple) else [child.name, *inside(child)]
            for child in element.children
        ]

    return inside(read_tree(text, html=html).root)


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("<a>b<c/>d</a>", [["a", "b", ["c"], "d"]], "elements in elements"),
        ("<x:a xmlns:x='u'>b</x:a>", [["a", "b"]], "prefixes say nothing"),
        ("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'a.dtd'><a/>", [["a"]], "declarations are no text"),
        ("<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", [["a"]], "an inner part of one neither"),
        ("<a>b<!-- <c> -- -->d</a>", [["a", "b", "d"]], "comments fall out"),
        ("<a><![CDATA[1 < 2 & 3]]></a>", [["a", [CDATA, "1 < 2 & 3"]]], "CDATA is text"),
        ("<a t='x>y'>b</a>", [["a", "b"]], "a sign in a value ends no tag"),
        ("<a>1 < 2</a>", [["a", "1 < 2"]], "what is no tag is text"),
        ("<A>b</A>", [["A", "b"]], "case matters in XML"),
    ],
)
def test_xml(text, found, why):
    assert shape(text) == found, why


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("<P>a<p>b", [["p", "a"], ["p", "b"]], "a paragraph ends the one before, in any case"),
        ("<ul><li>a<li>b</ul>", [["ul", ["li", "a"], ["li", "b"]]], "so does an item"),
        ("<ul><li>a<ul><li>b</ul></ul>", [["ul", ["li", "a", ["ul", ["li", "b"]]]]], "not the one that it is in"),
        ("<table><tr><td>a<td>b<tr><td>c</table>",
         [["table", ["tr", ["td", "a"], ["td", "b"]], ["tr", ["td", "c"]]]], "cells and rows"),
        ("<p>a<br>b</p>", [["p", "a", ["br"], "b"]], "elements without content"),
        ("<script>if (a < b) '<p>'</script>c", [["script"], "c"], "a program is no text"),
        ("a</div>b", ["a", "b"], "an end of nothing is passed over"),
        ("<p>R&D <3 <-</p>", [["p", "R&D <3 <-"]], "signs that are no tags"),
        ("<p><b>a</p>b", [["p", ["b", "a"]], "b"], "what was left open ends with the paragraph"),
    ],
)  # fmt: skip
def test_html(text, found, why):
    assert shape(text, html=True) == found, why
    assert read_tree(text, html=True).faults == (), why


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a>\n<b></a>", "</a> stands where <b> is still open (line 2)"),
        ("<a>", "<a> is not closed (line 1)"),
        ("<a/></b>", "</b> closes nothing"),
        ("<a><!-- b</a>", "a comment is not closed"),
        ("<a><![CDATA[ b</a>", "a CDATA section is not closed"),
    ],
)
def test_damage_is_said_and_the_rest_read(text, said):
    (fault,) = read_tree(text).faults
    assert fault.kind is FaultKind.DAMAGED
    assert said in fault.message


def test_a_page_that_ends_in_a_comment_was_not_wholly_read():
    (fault,) = read_tree("<p>a<!-- b", html=True).faults
    assert fault.kind is FaultKind.READ_IN_PART


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", FaultKind.UNREADABLE),
        ("<a>" * 300, FaultKind.TOO_LARGE),
        ("<a b='" + "c" * 10_000_001 + "'/>", FaultKind.TOO_LARGE),
        ("<a>" + "c" * 10_000_001 + "</a>", FaultKind.TOO_LARGE),
    ],
    ids=["entities", "depth", "attribute", "text"],
)
def test_limits(text, kind):
    with pytest.raises(ReadError) as error:
        read_tree(text)
    assert error.value.fault.kind is kind


def test_attributes_and_where_they_stand():
    text = """<a id='x' xml:id="y" c=z hidden>"""
    (element,) = read_tree(text, html=True).root.elements
    assert [element.attribute(name) for name in ("id", "xml:id", "c", "hidden", "d")] == ["x", "y", "z", None, None]
    assert element.has("hidden")
    assert not element.has("hid")
    assert text[slice(*element.attribute_place("xml:id"))] == "y"
