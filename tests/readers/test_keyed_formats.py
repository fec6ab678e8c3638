"""Typst, reStructuredText, Org, MyST and notebooks: what cites in them, and where it stands."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.document import BlockKind
from citecheck.model.fault import ReadError
from citecheck.model.raw import Raw
from citecheck.readers import markdown, notebook, org, rst, typst
from citecheck.readers.registry import reader_for

FORMATS = {"typ": typst.READER, "rst": rst.READER, "org": org.READER}

ROWS = [
    ("typ", "Nets @doe99 and @roe2001[p. 5].", ["doe99", "roe2001"], "references of Typst"),
    ("typ", "Nets #cite(<doe99>, form: \"prose\") rot.", ["doe99"], "a call"),
    ("typ", "Nets #cite(label(\"doe/99\"), form: \"prose\") and #cite( label( \"roe\" )) rot.", ["doe/99", "roe"],
     "a label made of a string"),
    ("typ", "See #ref(label(\"net\")) and #let x = label(\"doe99\")\nNets.", [], "labels that are not cited"),
    ("typ", "See @fig-net.\n\n#figure([A net]) <fig-net>", [], "a label of the document"),
    ("typ", "// @doe99\nNets /* @roe2001 */ rot `@poe` at me@x.org.", [], "comments, code, an address"),
    ("typ", "#let x = \"@doe99\"\nNets rot.", [], "a string in code"),
    ("typ", "#figure(caption: [As @doe99 says])[Net] and @roe2001.", ["doe99", "roe2001"], "content in code"),
    ("typ", "Nets #(]) rot @doe99 #{ ( ] ) } and @roe2001.", ["doe99", "roe2001"],
     "a square bracket that closes nothing"),
    ("typ", "Nets #footnote[See @doe99.] rot; $a@b$ too.", ["doe99"], "a note, a formula"),
    ("typ", "As @doe99. Then @roe2001: so.", ["doe99", "roe2001"], "signs of the sentence behind a key"),
    ("rst", "Nets :cite:p:`doe99,roe2001` rot, :cite:t:`poe`.", ["doe99", "roe2001", "poe"], "roles"),
    ("rst", "Nets :cite:`doe99` and :footcite:`roe2001`.", ["doe99", "roe2001"], "roles of the first version"),
    ("rst", "Nets :cite:p:`{see}doe99{p. 5}`.", ["doe99"], "text before and behind"),
    ("rst", "Nets [Doe99]_ rot [1]_.\n\n.. [Doe99] Doe, J. Nets. 1999.\n.. [1] A note.", ["Doe99"],
     "its own citations"),
    ("rst", "Nets [Doe99]_ rot [Roe]_.\n\n.. [Doe99] Doe, J. Nets. 1999.\n\n.. bibliography:: a.bib\n", ["Roe"],
     "its own citations beside a list apart"),
    ("rst", "Nets::\n\n   :cite:`doe99`\n\nSo ``:cite:`roe``` there.", [], "code"),
    ("rst", ".. code-block:: rst\n\n   :cite:`doe99`\n\nNets :ref:`roe`.", [], "a directive of code, a reference"),
    ("rst", ".. note:: Nets\n\n   rot :cite:`doe99`.", ["doe99"], "a directive of text"),
    ("org", "Nets [cite:@doe99] and [cite/t:see @roe2001 p. 5; @poe].", ["doe99", "roe2001", "poe"], "Org"),
    ("org", "Nets cite:doe99,roe2001 and [[cite:&poe p. 5]].", ["doe99", "roe2001", "poe"], "org-ref"),
    ("org", "Nets cite:doe99, and cite:roe2001, citep:poe.", ["doe99", "roe2001", "poe"], "a comma behind a link"),
    ("org", "Nets \\citep[see][]{doe99}.", ["doe99"], "LaTeX"),
    ("org", "# [cite:@doe99]\n#+begin_src sh\n[cite:@roe2001]\n#+end_src\nNets.", [], "comment and code"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "keys", "why"), ROWS)
def test_what_cites(suffix, text, keys, why):
    document = FORMATS[suffix].read(Raw("a", text.encode()))
    assert [mark.key for mark in document.marks or ()] == keys, why
    for mark in document.marks or ():
        assert document.place(mark.span).span.of(text) == mark.key


LISTS = [
    ("typ", "Nets.\n#bibliography(\"a.bib\", full: true)", ("a.bib",), True, "all of it"),
    ("typ", "Nets.\n#bibliography((\"a.bib\", \"b.yml\"))", ("a.bib", "b.yml"), False, "two lists"),
    ("rst", "Nets.\n\n.. bibliography:: a.bib b.bib\n   :all:\n", ("a.bib", "b.bib"), True, "a directive"),
    ("org", "#+bibliography: a.bib\nNets. bibliography:b", ("a.bib", "b.bib"), False, "a keyword and a link"),
    ("org", "#+bibliography: a.bib\nNets. [nocite:@*]", ("a.bib",), True, "all of it"),
]  # fmt: skip


@pytest.mark.parametrize(("suffix", "text", "lists", "all_cited", "why"), LISTS)
def test_what_names_a_list(suffix, text, lists, all_cited, why):
    document = FORMATS[suffix].read(Raw("a", text.encode()))
    assert (set(document.lists), document.all_cited) == (set(lists), all_cited), why


def test_headings_and_notes_are_told():
    document = org.read(Raw("a", b"* TODO Nets\nRot[fn:1].\n\n[fn:1] See [cite:@doe]."))
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        (BlockKind.HEADING, "Nets"),
        (BlockKind.PARAGRAPH, "Rot."),
        (BlockKind.NOTE, "See [@doe]."),
    ]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Nets {cite:p}`doe99,roe` rot.", "Nets [@doe99; @roe] rot."),
        ("As {cite:t}`{see}doe99{p. 5}` says.", "As [see @doe99, p. 5] says."),
        ("Nets {cite}`doe::99` rot, see {ref}`x`.", "Nets [@{doe::99}] rot, see ."),
        ("Nets {cite}`doe; roe,poe` rot.", "Nets [@doe; @roe; @poe] rot."),
        ("```{note}\n:class: x\nNets {cite}`doe`.\n```\nSo.", "Nets [@doe].\n\nSo."),
        ("```{code-cell}\nx = '{cite}`doe`'\n```\nSo.", "So."),
        ('```{r, fig.cap="A `net` [@doe]"}\nplot(x)\n```\nSo.', "So."),
    ],
)
def test_roles_of_myst_read_as_in_pandoc(text, clean):
    assert markdown.read(Raw("a.md", text.encode())).text.strip() == clean


def test_a_header_may_hold_the_list_and_cite_all_of_it():
    text = "---\nnocite: '@*'\nreferences:\n- id: doe\n  title: Nets\n---\n\nNets.\n"
    document = markdown.read(Raw("a.md", text.encode()))
    assert document.all_cited
    assert document.header.of(text).startswith("---")


def cells(*made):
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": kind, "source": source} for kind, source in made]})


def test_a_notebook_is_its_cells_of_text():
    text = cells(("markdown", ["# Nets\n", "rot [@doe]"]), ("code", "x = '@roe'"), ("markdown", "and knots"))
    document = notebook.read(Raw("a.ipynb", text.encode()))
    assert document.text.split() == ["Nets", "rot", "[@doe]", "and", "knots"]
    assert reader_for("unnamed", text.encode()).format == "ipynb"


@pytest.mark.parametrize(
    "text", ["[]", "{", '{"cells": 5}', '{"cells": [null, 1, {"source": 5}]}', '{"cells":' + "[" * 9999]
)
def test_what_is_no_notebook_is_said_so(text):
    with pytest.raises(ReadError):
        notebook.read(Raw("a.ipynb", text.encode()))


SIGNS = [
    *"@#[](){}<>`*_$\\/:=.-|\n\"'", "cite", "@doe99", "#let x = ", "#figure(", "#cite(<a>)",
    "bibliography(\"a.bib\")", "<a>",
    ".. ", "::", "\n\n   ", ".. [a] ", "[a]_", ":cite:`", "`", "[cite:@a", "cite:a,b", "#+begin_src\n",
    "#+end_src", "[fn:1]",
    "* ", "[[", "]]", "Lee", " ", "\r\n", "2001", "\u200b", "/*", "*/", "//", "\\citep{", "``",
]  # fmt: skip


@pytest.mark.parametrize("suffix", FORMATS)
@given(text=st.lists(st.sampled_from(SIGNS)).map("".join))
def test_places_never_leave_the_file(suffix, text):
    try:
        document = FORMATS[suffix].read(Raw("a", text.encode()))
    except ReadError:
        return
    for span in (*(block.span for block in document.blocks), *(mark.span for mark in document.marks or ())):
        place = document.place(span)
        assert 0 <= span.start <= span.end <= len(document.text)
        assert place.span is not None
        assert 0 <= place.span.start <= place.span.end <= len(text)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "sign", ["[", "(", "#x(", "`", "@a", ":a:`", "[[", "*", "_", "/*", "\n.. ", "[fn:", "cite:a,", '"', "$", "=a "]
)
def test_reading_grows_with_the_text(suffix, sign):
    started = time.process_time()
    FORMATS[suffix].read(Raw("a", ("x " + sign * (60_000 // len(sign))).encode()))
    assert time.process_time() - started < 2
