"""Citations by key: Pandoc's forms, and what else the sign @ stands for."""

import time

import pytest

from citecheck.engine.opening import open_input
from citecheck.extract.body import Body
from citecheck.extract.keyed import find
from citecheck.model.citation import CitationKind, Style
from citecheck.model.document import Document, Source
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.readers.markdown import read

KEYS = ("abend2001", "bristow_tides-2002", "carrow:2003", "delphin.2004a", "doe99", "https://x.org/a")
#: One citation that shows the document to cite by key; a row's sentence is put behind it.
FRAME = "Tides rise [@abend2001]. "


def body(text: str) -> Body:
    also = {"doe99": ("old-doe98",)}
    entries = tuple(
        Reference(ReferenceId(f"r{place}"), Span(0, 0), "", document=1, key=key, aliases=also.get(key, ()))
        for place, key in enumerate(KEYS)
    )
    return Body(Document("a.md", "markdown", text, (), ()), (Span(0, len(text)),), entries)


FLAGGED = [
    ("Nets rot [@doe99].", ["doe99"], "in a bracket"),
    ("@doe99 saw nets.", ["doe99"], "in the sentence"),
    ("Nets rot [see @doe99, p. 5; -@carrow:2003].", ["doe99", "carrow:2003"], "a lead, a page, a suppressed author"),
    ("Doe [-@doe99] saw nets.", ["doe99"], "a suppressed author"),
    ("Nets rot [@delphin.2004a, pp. 3-5, and *passim*].", ["delphin.2004a"], "a period inside the key"),
    ("So @doe99, @abend2001 and @carrow:2003.", ["doe99", "abend2001", "carrow:2003"], "signs behind keys"),
    ("Nets rot (@bristow_tides-2002).", ["bristow_tides-2002"], "in round brackets"),
    ("Nets rot [@{https://x.org/a}].", ["https://x.org/a"], "a key in braces"),
    ("Nets rot.[^1]\n\n[^1]: See @doe99.", ["doe99"], "in a note"),
    ("Nets rot [@nobody2000].", ["nobody2000"], "a key that is not defined, in a bracket"),
    ("@nobody2000 saw nets.", ["nobody2000"], "a key that is not defined, and looks like the others"),
    ("GROBID[@doe99] cuts.", ["doe99"], "a bracket without a space"),
    ("Nets [as in @doe99 [p. 3] and elsewhere].", ["doe99"], "a bracket in a bracket"),
]  # fmt: skip

CLEAN = [
    ("Write to ann.abend2001@x.org.", "an address"),
    ("Write to <doe99@x.org>.", "an address in angles"),
    ("Follow @harbourpress there.", "a handle, not like the keys"),
    ("As \\@ref(fig:nets) shows.", "a cross-reference of bookdown"),
    ("As @fig-nets and @tbl-2 show.", "cross-references of Quarto"),
    ("As [@fig:nets2] shows.", "a cross-reference of pandoc-crossref in a bracket"),
    ("See https://x.org/@doe99 there.", "a handle in a web address"),
    ("The package @@doe99 is old.", "a doubled sign"),
    ("Take x@doe99 from it.", "a slot of an object"),
    ("At 3 @ 5 pence.", "a price"),
    ("Nets @ harbour.", "the sign alone"),
    ("Import foo/@doe99 first.", "a package of a scope"),
    ("Nothing here.", "no sign at all"),
    ("Meet @eq-drift1 there.", "an equation with a number"),
]


@pytest.mark.parametrize(("sentence", "keys", "why"), FLAGGED)
def test_a_key_is_cited(sentence, keys, why):
    assert [citation.key for citation in find(body(FRAME + sentence))[1:]] == keys, why


@pytest.mark.parametrize(("sentence", "why"), CLEAN)
def test_a_sign_that_cites_nothing(sentence, why):
    assert [citation.key for citation in find(body(FRAME + sentence))] == ["abend2001"], why


def test_where_the_header_names_a_list_every_key_is_one():
    text = FRAME + "As @harbourpress and @nets show. ![Nets](n.png){#nets width=3}"
    document = Document("a.md", "markdown", text, (), (Source("a.md", text),), lists=("a.bib",))
    found = find(Body(document, (Span(0, len(text)),), body("").references))
    assert [citation.key for citation in found] == ["abend2001", "harbourpress"]


def test_a_role_of_myst_is_quoted_as_its_key(tmp_path):
    text = "Tides {cite}`abend2001` rise {cite:p}`{see}doe99{p. 3}, nobody2000; x::y`, as [@carrow:2003] says."
    (tmp_path / "a.md").write_text(text)
    document = read(open_input(str(tmp_path / "a.md")))
    found = find(Body(document, (Span(0, len(document.text)),), body("").references))
    shown = [document.place(citation.span).span.of(text) for citation in found]
    assert shown == ["abend2001", "doe99", "nobody2000", "x::y", "@carrow:2003"]


def test_a_key_means_its_entry_and_an_undefined_one_none():
    found = find(body("[@abend2001; @nobody2000; @old-doe98]"))
    assert [citation.meant for citation in found] == [("r0",), (), ("r4",)]
    assert {(citation.kind, citation.style) for citation in found} == {(CitationKind.KEYED, Style.KEYED)}


@pytest.mark.parametrize(
    ("text", "pages", "why"),
    [
        ("[@doe99, p. 5]", ((5, 5),), "in the bracket"),
        ("[@doe99, 33-35; @abend2001]", ((33, 35),), "without a label"),
        ("@doe99 [p. 5] saw nets.", ((5, 5),), "in a bracket behind the key"),
        ("@doe99 [, 33–35] saw nets.", ((33, 35),), "in a bracket, without a label"),
        ("@doe99 [chap. 3] saw nets.", (), "a chapter is no page"),
    ],
)
def test_pages_are_read(text, pages, why):
    first = find(body(text + " " + FRAME))[0]
    assert first.locator is not None
    assert first.locator.pages == pages, why


def test_spans_are_the_key_with_its_sign_and_the_bracket_around_it():
    text = "Nets rot [see @doe99; -@abend2001]."
    found = find(body(text))
    assert [citation.span.of(text) for citation in found] == ["@doe99", "@abend2001"]
    assert {citation.cluster.of(text) for citation in found} == {"[see @doe99; -@abend2001]"}


def test_an_article_with_handles_only_cites_nothing():
    assert find(body("Follow @harbour2001 and @nets99x.")) == ()


@pytest.mark.parametrize("piece", ["@doe99 ", "[@doe99 ", "[", "]", "@{", "@a-", "[@doe99, p. 5]; "])
def test_time_grows_with_the_text_only(piece, grows_evenly):
    def seconds(times: int) -> float:
        made = body(FRAME + "[" + piece * times + "]")
        began = time.process_time()
        find(made)
        return time.process_time() - began

    assert grows_evenly(seconds, 4_000, 16_000)


def test_a_bracket_that_is_never_closed_ends_with_its_paragraph():
    found = find(body("[see @doe99\n\nThen @abend2001 saw [nets]."))
    assert [citation.cluster == citation.span for citation in found] == [True, True]
