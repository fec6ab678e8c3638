import pytest

from citecheck.engine.opening import open_input
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.markdown import read


def reading(text):
    return read(Raw("a.md", text.encode()))


def blocks(text):
    document = reading(text)
    return [(block.kind.value, block.label, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    ("written", "clean", "why"),
    [
        ("*et al.* **b** ***c*** _d_", "et al. b c d", "emphasis"),
        ("un*frigging*believable", "unfriggingbelievable", "inside a word asterisks count"),
        ("snake_case_name", "snake_case_name", "underscores do not"),
        ("2*3*4", "2*3*4", "a product"),
        (r"\*a\* B \& C \\ \[x\]", r"*a* B & C \ [x]", "escapes"),
        (r"C:\dir", r"C:\dir", "a backslash before a letter is one"),
        ("B &amp; C &#8211; D&nbsp;E &eacute; &nope;", "B & C – D\xa0E é &nope;", "entities"),
        ("[Lee *2001*](http://a.example/(b)_c_ 'T')", "Lee 2001", "a link is its words"),
        ("<https://a.example/_b_>", "https://a.example/_b_", "an automatic link is its address"),
        ("<anna@a.example>", "anna@a.example", "or a mail address"),
        ("see ![alt (Lee 2001)](a.png) here", "see  here", "a picture in a line is none of the text"),
        ("[a]{.smallcaps} [b][r]\n\n[r]: http://a.example", "a b\n\n", "spans and reference links"),
        ("[Lee 2001] [May 2002](see p. 3)", "[Lee 2001] [May 2002](see p. 3)", "brackets that are no link"),
        ("[@lee2001; see @may_2_, p. 3] and -@ray", "[@lee2001; see @may_2_, p. 3] and -@ray", "keys stay"),
        ("a `code *x*` b ``c ` d`` e ` f", "a  b  e ` f", "code spans"),
        ("a <!-- (Lee 2001) --> b", "a  b", "comments"),
        ("a <b>bold</b> x<br>y p < q > r", "a bold x y p < q > r", "tags, and what is none"),
        ("word[^1] next^[see Lee (2001)] ok", "word next [see Lee (2001)] ok", "notes: the mark goes, the words stay"),
        ("H~2~O ~10 and ~20", "H2O ~10 and ~20", "lowered figures"),
        ("> quoted\n> > twice", "quoted\ntwice", "quotations"),
        ("a ^ b and c^2 d", "a ^ b and c^2 d", "carets that raise nothing"),
        ("`unclosed (Lee 2001)", "`unclosed (Lee 2001)", "what is not closed is text"),
        ("<!-- unclosed (Lee 2001)", "<!-- unclosed (Lee 2001)", "so is a comment"),
        ("```\nunclosed (Lee 2001)", "```\nunclosed (Lee 2001)", "and a fence"),
    ],
)
def test_clean_text(written, clean, why):
    assert reading(written).text == clean, why


def test_raised_figures():
    document = reading("a^3^ b<sup>4,5</sup> c$^{6}$ d^7,8^.")
    assert document.text == "a3 b4,5 c6 d7,8."
    assert [span.of(document.text) for span in document.superscript] == ["3", "4,5", "6", "7,8"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_blocks(line_end):
    text = """\
# Title {#sec:a}

A paragraph,
*wrapped*.
## Second ##
Third
-----

* one
* two
  goes on

1. first
2. second

> Lee (2001)

**Bold line**

| Crop | Source |
|------|:------:|
| Rye  | Lee    |

```{r}
x <- "(Nope, 1999)"
```

::: {#refs}
:::

![After *Lee* (2001)](a.png){width=50%}

***

[^n]: A note.

    More of it.

The end.
"""
    assert blocks(text.replace("\n", line_end)) == [
        ("heading", None, "Title"),
        ("paragraph", None, "A paragraph,\nwrapped."),
        ("heading", None, "Second"),
        ("heading", None, "Third"),
        ("paragraph", None, "* one"),
        ("paragraph", None, "* two\n  goes on"),
        ("paragraph", None, "1. first"),
        ("paragraph", None, "2. second"),
        ("paragraph", None, "Lee (2001)"),
        ("heading", None, "Bold line"),
        ("table", None, "| Crop | Source |"),
        ("table", None, "| Rye  | Lee    |"),
        ("caption", None, "After Lee (2001)"),
        ("note", "n", "A note."),
        ("note", "n", "More of it."),
        ("paragraph", None, "The end."),
    ]


def test_a_year_at_the_start_of_a_line_begins_no_list():
    assert blocks("# A\n\nIt was then\n1999. A year.") == [
        ("heading", None, "A"),
        ("paragraph", None, "It was then\n1999. A year."),
    ]


def test_a_rule_below_a_long_paragraph_makes_no_heading():
    assert blocks("# A\n\n" + "word " * 80 + "\n---\n")[1][0] == "paragraph"


def test_headings_by_shape_where_none_is_marked():
    assert [kind for kind, *_ in blocks("Introduction\n\nIt rained.\n\nReferences\n\nLee. 2001. A.")] == [
        "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_the_header():
    header = (
        "---\ntitle: T (1999)\nbibliography: [a.bib, 'b/c.bib']\nnocite: |\n  @lee, @may\nlang: de-AT\n---\n\nText.\n"
    )
    document = reading(header)
    assert document.lists == ("a.bib", "b/c.bib")
    assert document.language == "de"
    assert [block.span.of(document.text) for block in document.blocks] == ["@lee, @may", "Text."]
    assert "1999" not in document.text


@pytest.mark.parametrize(
    ("header", "lists", "why"),
    [
        ("bibliography: a.bib", ("a.bib",), "one file"),
        ("bibliography:\n  - a.bib\n  - b.json", ("a.bib", "b.json"), "several"),
        ("bibliography: !!python/name:os.system a.bib", ("a.bib",), "a tag is not obeyed"),
        ("a: &a [x]\nbibliography: *a", (), "an alias is not followed"),
        ("bibliography: {a: b.bib}", ("b.bib",), "a mapping of files"),
        ("format:\n  html:\n    bibliography: deep.bib", (), "of the outermost level only"),
        ("references:\n  - id: lee\n    title: x.bib", (), "entries written out are no files"),
        ("title: none", (), "no list"),
    ],
)
def test_lists_in_the_header(header, lists, why):
    assert reading(f"---\n{header}\n---\nText.\n").lists == lists, why


def test_a_broken_header_is_said_and_the_text_read():
    document = reading("---\nbibliography: a.bib\na: [b: {c\n\t- d: *nope\n---\nText (Lee, 2001).\n")
    assert document.text.strip() == "Text (Lee, 2001)."
    assert document.notes == ("the header is no valid YAML and was read in part",)


def test_a_header_that_is_never_closed_is_text():
    assert "Lee" in reading("---\ntitle: x\n\nLee (2001).\n").text


def test_the_place_of_what_is_marked_up():
    document = reading("See [Öge &amp; *Lee*](x.html) (2001).")
    assert document.text == "See Öge & Lee (2001)."
    assert document.place(Span(8, 9)).span == Span(9, 14)
    assert document.quote(Span(4, 20)) == "Öge &amp; *Lee*](x.html) (2001)"


def test_nothing_but_code():
    with pytest.raises(ReadError) as error:
        reading("```\ncode\n```\n")
    assert error.value.fault.kind is FaultKind.NO_TEXT


CHILD = "---\ntitle: Nets\n---\nOf nets [@lee2001].\n\n```{r}\nplot(1)\n```\n"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('```{r child="b.Rmd"}\n```', "a chunk of R Markdown"),
        ("```{r, nets, child = c('b.Rmd'), echo=FALSE}\n\n```", "with a label and other options"),
        ('```{r nets, child= if (embed) "b.Rmd"}\n```', "on a condition"),
        ("```{r}\n#| echo: false\n#| child: b.Rmd\n```", "with options in the chunk"),
        ("{{< include b.Rmd >}}", "a shortcode of Quarto"),
        ("{{<include /b.Rmd>}}", "from the folder of the project"),
        ("```{include} b.Rmd\n```", "a directive of MyST"),
    ],
)
def test_a_file_that_is_included(written, why, tmp_path):
    main = f"---\ntitle: A\n---\nOne [@may2002].\r\n\n{written}\n\nTwo *ends* [@ray2003].\n"
    (tmp_path / "a.Rmd").write_text(main, newline="")
    (tmp_path / "b.Rmd").write_text(CHILD)
    document = read(open_input(str(tmp_path / "a.Rmd")))
    assert " ".join(document.text.split()) == "One [@may2002]. Of nets [@lee2001]. Two ends [@ray2003].", why
    for key, path, text in (("@may2002", "a.Rmd", main), ("@lee2001", "b.Rmd", CHILD), ("@ray2003", "a.Rmd", main)):
        start = document.text.index(key)
        place = document.place(Span(start, start + len(key)))
        assert (place.path.endswith(path), place.span.of(text)) == (True, key), why


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("```{r child='gone.Rmd'}\n```", FaultKind.READ_IN_PART),
        ("{{< include ../b.md >}}", FaultKind.OUTSIDE_PROJECT),
        ("```{r}\nchild = 'gone.Rmd'\n```", None),
        ("```\n{{< include gone.md >}}\n```", None),
        ("```{include} table.csv\n```", None),
        ("`{{< include gone.md >}}` or {{{< include gone.md >}}} is written", None),
    ],
)
def test_a_file_that_cannot_be_included_is_named(written, fault, tmp_path):
    main = f"One.\n\n{written}\n\nEnd."
    (tmp_path / "a.md").write_text(main)
    document = read(open_input(str(tmp_path / "a.md")))
    assert [one.kind for one in document.faults] == ([fault] if fault else [])
    assert document.place(Span(len(document.text) - 4, len(document.text))).span.of(main) == "End."
