import pytest

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.html import READER, read
from citecheck.readers.registry import reader_for

LIST = (
    "<h2>References</h2><ol class='references'><li id='r1'>Lee, A. (2001). <i>Mills</i>. Leeds: River Press.</li>"
    "<li id='r2'>Weir, B. (2005). <i>Weirs</i>. Leeds: River Press.</li></ol>"
)

NOTE = (
    "<p>x<a href='#fn1' class='footnote-ref' role='doc-noteref'><sup>1</sup></a> y</p><section class='footnotes'>"
    "<ol><li id='fn1'><p>Note. <a href='#b' role='doc-backlink'>↩</a></p></li></ol></section>"
)


def document(body):
    return read(Raw("a.html", f"<html lang='en-GB'><head><title>T</title></head><body>{body}</body></html>".encode()))


def texts(document, *kinds):
    return [block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


@pytest.mark.parametrize(
    ("body", "found", "why"),
    [
        ("<h1>Mills</h1><p>One\n two&nbsp;&ndash; R&D</p>", ["Mills", "One two\u00a0– R&D"], "entities and blanks"),
        ("<nav><a href='/'>Home</a></nav><p>Text<script>x()</script></p><style>p {}</style>", ["Text"], "no text"),
        ("<p>One<p>two<ul><li>a<li>b</ul>", ["One", "two", "a", "b"], "end tags left out"),
        ("<div>In a part <div>and one inside</div> of it</div>", ["In a part", "and one inside", "of it"], "parts"),
        ("<p>a<br>b</p>", ["a\nb"], "the end of a line"),
        ("<table><tr><th>River<th>Year<tr><td>Aire<td>2001</table>", ["River\tYear", "Aire\t2001"], "a table"),
        ("<table><tr><td><h1>Mills</h1><p>Text</p></td></tr></table>", ["Mills", "Text"], "a table for the layout"),
        ("<figure><img alt='x'><figcaption>Fig. 1</figcaption></figure>", ["Fig. 1"], "pictures have captions"),
        ("<p>Run <code>a &lt; b</code> now <span hidden>not</span><span style='display: none'>this</span></p>",
         ["Run now"], "code, and what is hidden"),
        (NOTE, ["x y", "Note."], "notes and their marks"),
        ("<p>a\u200bb&shy;c</p>", ["abc"], "what nobody sees"),
    ],
)  # fmt: skip
def test_clean_text(body, found, why):
    assert texts(document(body)) == found, why


def test_entries_are_marked_and_numbered_as_shown():
    found = document("<p>Text</p>" + LIST)
    assert texts(found, BlockKind.ENTRY) == [
        "1. Lee, A. (2001). Mills. Leeds: River Press.",
        "2. Weir, B. (2005). Weirs. Leeds: River Press.",
    ]
    assert [one.key for one in found.references] == ["r1", "r2"]
    assert found.place(found.references[0].span).span.of(found.sources[0].text).startswith("<li id='r1'>Lee")


@pytest.mark.parametrize(
    ("body", "links", "why"),
    [
        ("<p>(<a href='#r1'>Lee 2001</a>)</p>", [("Lee 2001", "r1")], "a link to an entry"),
        ("<p><a href='#top'>Up</a> <a href='https://x.org/#r1'>x</a></p>", [], "other links"),
        ("<p><a href='#r9' role='doc-biblioref'>Lee 2009</a></p>", [("Lee 2009", None)], "a citation of nothing"),
        ("<p><span class='citation' data-cites='a b'>(Lee 2001; Weir 2005)</span></p>",
         [("(Lee 2001; Weir 2005)", None), ("(Lee 2001; Weir 2005)", None)], "the keys of pandoc"),
    ],
)  # fmt: skip
def test_links(body, links, why):
    found = document(body + LIST)
    assert [(link.span.of(found.text), link.target) for link in found.links] == links, why


def test_the_keys_of_pandoc_name_its_entries():
    found = document(
        "<p><span class='citation' data-cites='lee'>(Lee 2001)</span></p><div id='refs'>"
        "<div id='ref-lee' class='csl-entry'><div class='csl-left-margin'>1. </div>"
        "<div class='csl-right-inline'>Lee, A. Mills.</div></div></div>"
    )
    assert [(link.written, link.target) for link in found.links] == [("ref-lee", "ref-lee")]
    assert texts(found, BlockKind.ENTRY) == ["1. Lee, A. Mills."]


def test_blocks_that_links_point_to_are_entries_where_they_look_like_a_list():
    cited = "<p><a href='#a'>1</a> <a href='#b'>2</a> <a href='#c'>3</a></p>"
    entries = "".join(
        f"<p id='{key}'>Lee, A. ({year}). Mills.</p>" for key, year in (("a", 2001), ("b", 2002), ("c", 2003))
    )
    assert [one.key for one in document(cited + entries).references] == ["a", "b", "c"]
    contents = "<p id='a'>One.</p><p id='b'>Two.</p><p id='c'>Three.</p>"
    assert document(cited + contents).references is None


def test_links_to_a_list_that_the_page_does_not_mark_tell_where_they_lead():
    page = document(
        "<p>Nets (<a href='#b'>Doe</a>), <a href='#top'>up</a>, <a href='#no'>no</a>.</p><h2 id='top'>References</h2>"
        "<ul><li id='a'>Doe, A. 2001. Nets.</li><li><a name='b'></a>Doe, B. 2001. Rot.</li></ul>"
    )
    assert page.references is None
    shown = [(one.span.of(page.text), one.aim.of(page.text)) for one in page.links]
    assert shown == [("Doe", "Doe, B. 2001. Rot."), ("up", "References")]


def test_language_and_emphasis():
    found = document("<p><em>et al.</em> x<sup>2</sup></p>")
    assert found.language == "en"
    assert [span.of(found.text) for span in found.emphasis] == ["et al."]
    assert [span.of(found.text) for span in found.superscript] == ["2"]


def test_a_page_without_text():
    with pytest.raises(ReadError) as error:
        document("<img src='a.png'>")
    assert error.value.fault.kind is FaultKind.NO_TEXT


@pytest.mark.parametrize(
    ("path", "data", "why"),
    [
        ("-", b"\n<!DOCTYPE HTML><p>a", "by its document type"),
        ("a.txt", b"<html><p>a", "by its root"),
        ("a.htm", b"a", "by suffix"),
    ],
)
def test_is_known(path, data, why):
    assert reader_for(path, data) is READER, why
