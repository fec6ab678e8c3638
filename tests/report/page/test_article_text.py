"""The text on the page is the text of the article, whole and in order, whatever its blocks are."""

from hypothesis import given
from hypothesis import strategies as st

from citecheck.model.citation import Style
from citecheck.model.document import Block, BlockKind, Document, Source
from citecheck.model.manuscript import Manuscript
from citecheck.model.span import Span
from citecheck.report.page.article_text import article_text
from citecheck.report.page.marks import Mark
from citecheck.report.page.typesetting import Run, Typesetter

TEXT = "One names Ritter (2011). Two names nobody. Three ends."
places = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: Span(min(pair), max(pair)))


def document(blocks=(), **more):
    made = tuple(Block(BlockKind.PARAGRAPH, span) for span in blocks)
    return Document("a.txt", "text", TEXT, made, (Source("a.txt", TEXT),), **more)


def shown(read, marks=()):
    article = Manuscript((read,), (), (), (), (), Style.AUTHOR_DATE, 1.0, None)
    return list(article_text(article, marks, Typesetter(read)))


def letters(blocks):
    return [run.text for block in blocks for part in block.parts for run in part.runs]


@given(st.lists(places, max_size=5), st.lists(places, max_size=4), st.lists(places, max_size=4))
def test_no_letter_is_lost_or_said_twice(blocks, slanted, raised):
    written = "".join(letters(shown(document(blocks, emphasis=tuple(slanted), superscript=tuple(raised)))))
    assert written.replace(" ", "") == TEXT.replace(" ", "")


def test_a_mark_cuts_the_text_and_is_anchored_once():
    marks = [Mark(Span(10, 23), ("c1",))]
    [block] = shown(document([Span(0, 24)]), marks)[:1]
    assert [(part.runs[0].text, part.anchored) for part in block.parts] == [
        ("One names ", False),
        ("Ritter (2011)", True),
        (".", False),
    ]


def test_a_mark_over_the_edge_of_a_block_goes_on_without_a_second_anchor():
    marks = [Mark(Span(17, 30), ("c1",))]
    marked = [
        part for block in shown(document([Span(0, 24), Span(25, 54)]), marks) for part in block.parts if part.mark
    ]
    assert [(part.runs[0].text, part.anchored) for part in marked] == [("(2011).", True), ("Two n", False)]


def test_slanted_and_raised_letters_are_runs_of_their_own():
    read = document(emphasis=(Span(4, 9), Span(9, 16)), superscript=(Span(13, 20),))
    assert Typesetter(read).runs(Span(0, 20)) == (
        Run("One "),
        Run("names Rit", slanted=True),
        Run("ter", slanted=True, raised=True),
        Run(" (20", raised=True),
    )
