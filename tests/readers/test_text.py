import pytest

from citecheck.model.document import BlockKind
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.span import Span
from citecheck.readers.text import read


def reading(text):
    return read(Raw("a.txt", text.encode()))


def blocks(text):
    document = reading(text)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    ("written", "clean", "why"),
    [
        ("(*ibid.*: p. 4)", "(ibid.: p. 4)", "emphasis pasted along"),
        ("Kuchins *et al.*, 2015", "Kuchins et al., 2015", "after a period, before a comma"),
        ("**Bold** and ***both***", "Bold and both", "bold, and bold italics"),
        ("_Journal of Peace_ 12", "Journal of Peace 12", "underscores at the borders of words"),
        ("*Smith, A. (2010). *Title*. City", "*Smith, A. (2010). Title. City", "the asterisk of a meta-analysis stays"),
        ("proto-form *non and *sahat", "proto-form *non and *sahat", "reconstructed words"),
        ("2*3*4 and a * b * c", "2*3*4 and a * b * c", "products"),
        ("file_name_x and __init__x", "file_name_x and __init__x", "names of files"),
        ("http://a.example/_b_/c_d", "http://a.example/_b_/c_d", "an address keeps its underscores"),
        ("p < .05*, p < .01**", "p < .05*, p < .01**", "stars of significance"),
        ("a *b\n\nc* d", "a *b\n\nc* d", "nothing reaches over the end of a paragraph"),
        ("a *b\nc* d", "a b\nc d", "but over the end of a line"),
        ("a\r\nb\rc", "a\nb\nc", "every line end is a line feed"),
        ("<b> &amp; [x](y) \\* `c`", "<b> &amp; [x](y) \\* `c`", "no other markup is known here"),
        ("Quag\u200bmire 19\u206087 co\xadop", "Quagmire 1987 coop", "what nobody sees splits no name"),
        ("tab\tnbsp\xa0thin\u2009", "tab\tnbsp\xa0thin\u2009", "white space of every kind stays"),
    ],
)
def test_clean_text(written, clean, why):
    assert reading(written).text == clean, why


def test_emphasis_is_kept_as_spans():
    document = reading("In *Title One* and **bold** and _Two_.")
    assert [span.of(document.text) for span in document.emphasis] == ["Title One", "Two"]


def test_places_count_both_halves_of_a_line_end():
    document = reading("One.\r\n\r\nSee *Lee* (2001).")
    at = document.text.index("Lee")
    assert document.place(Span(at, at + 10)).span == Span(13, 24)
    assert document.quote(Span(at, at + 10)) == "Lee* (2001)", "as a person would copy it"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_blocks(line_end):
    text = "A Title\n\nWrapped by\nhand at ten. \n \t\nReferences\n\n- Lee. 2001. A.\n- May. 2002. B.\n".replace(
        "\n", line_end
    )
    assert blocks(text) == [
        ("heading", "A Title"),
        ("paragraph", "Wrapped by\nhand at ten."),
        ("heading", "References"),
        ("paragraph", "- Lee. 2001. A.\n- May. 2002. B."),
    ]


@pytest.mark.parametrize(
    ("line", "is_heading", "why"),
    [
        ("References", True, "a word"),
        ("4.2 Results and discussion", True, "numbered"),
        ("СПИСОК ЛИТЕРАТУРЫ", True, "any script"),
        ("参考文献", True, "any script, without capitals"),
        ("**Works cited:**", True, "a colon is no end of a sentence"),
        ("Lee, A. 2001. Title. City: House.", False, "an entry ends with a period"),
        ("and then it rained", False, "begins small"),
        ("- a list item", False, "a list item"),
        ("anna@a.example", False, "an address"),
        ("https://a.example", False, "an address"),
        ("12 34", False, "no word in it"),
        ("W " * 20, False, "too many words"),
        ("X" * 101, False, "too long"),
    ],
)
def test_headings_by_shape(line, is_heading, why):
    kind = reading(f"Before it.\n\n{line}\n\nAfter it.").blocks[1].kind
    assert (kind is BlockKind.HEADING) == is_heading, why


def test_lines_too_long_to_be_wrapped_are_paragraphs_each():
    long = "A sentence that is not wrapped. " * 8
    assert [kind for kind, _ in blocks(f"Introduction\n{long}\nReferences\nLee. 2001. A.")] == [
        "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_columns_are_a_table_and_numbered_entries_are_none():
    assert blocks("Crop\tSource\nWheat\tLee 2001\nRye\tMay 2002")[0][0] == "table"
    assert blocks("1.\tLee. 2001. A.\n2.\tMay. 2002. B.\n[3]\tRay. 2003. C.")[0][0] == "paragraph"


def test_an_empty_file():
    with pytest.raises(ReadError) as error:
        reading("")
    assert error.value.fault.kind is FaultKind.UNREADABLE


def test_a_guess_is_said():
    assert read(Raw("a.txt", "Öge".encode("cp1252"))).notes == ("decoded as Windows-1252 (guessed)",)
