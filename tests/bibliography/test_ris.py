"""RIS lists."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.ris import LIST_FORMAT
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Name

ARTICLE = """TY  - JOUR
ID  - smith2014
AU  - Smith, Anna
AU  - van der Berg, Jan
PY  - 2014/05/06/
TI  - A title that goes on
  over two lines
T2  - Studies
VL  - 66
IS  - 3
SP  - 1
EP  - 20
DO  - https://doi.org/10.1000/abc
ER  -
"""


def read(text: str | bytes):
    return LIST_FORMAT.read(Raw("list.ris", text if isinstance(text, bytes) else text.encode()))


def first(*lines: str):
    return read("\n".join(["TY  - JOUR", *lines, "ER  - "])).references[0]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_an_article(newline):
    text = ARTICLE.replace("\n", newline)
    document = read("\ufeff" + text)
    (reference,) = document.references
    assert (reference.key, reference.type) == ("smith2014", "article-journal")
    assert reference.authors == (Name("Smith", "Anna"), Name("Berg", "Jan", "van der"))
    assert reference.title == "A title that goes on over two lines"
    assert (reference.container, reference.volume, reference.issue) == ("Studies", "66", "3")
    assert (reference.pages, reference.doi, reference.year.number) == ("1–20", "10.1000/abc", 2014)
    assert reference.text == text.rstrip()
    assert reference.year_span.of(document.text) == "2014"
    assert reference.author_span.of(document.text) == f"Smith, Anna{newline}AU  - van der Berg, Jan"


FIELDS = [
    ("primary authors", ["A1  - Smith, A."], "authors", (Name("Smith", "A."),)),
    ("a body", ["AU  - World Health Organization"], "authors", (Name("World Health Organization", corporate=True),)),
    ("family name and initials without a comma", ["AU  - Smith JA"], "authors", (Name("Smith", "JA"),)),
    ("a suffix", ["AU  - King, Martin Luther, Jr."], "authors", (Name("King", "Martin Luther", suffix="Jr."),)),
    ("et al. is no author", ["AU  - Smith, A.", "AU  - et al."], "et_al", True),
    ("editors", ["A2  - Roe, Bob"], "editors", (Name("Roe", "Bob"),)),
    ("primary title", ["T1  - A title"], "title", "A title"),
    ("journal in full before its short form", ["JA  - J. Stud.", "JF  - Journal of Studies"], "container",
     "Journal of Studies"),
    ("pages in one field", ["SP  - 1-20"], "pages", "1-20"),
    ("last page written twice", ["SP  - 1-20", "EP  - 20"], "pages", "1-20"),
    ("DOI in the address", ["UR  - https://doi.org/10.1000/abc"], "doi", "10.1000/abc"),
    ("one space before the hyphen", ["TI - A title"], "title", "A title"),
    ("an empty field", ["TI  -", "T1  - A title"], "title", "A title"),
    ("a label is another name for it", ["ID  - 1", "LB  - smith"], "aliases", ("smith",)),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "part", "wanted"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS])
def test_fields(lines, part, wanted):
    assert getattr(first(*lines), part) == wanted


def test_the_series_of_a_book_is_no_container():
    (reference,) = read("TY  - BOOK\nTI  - Whole\nT2  - Series\nA2  - Roe, B.\nER  - ").references
    assert (reference.container, reference.editors) == (None, ())


def test_a_record_without_its_end_is_kept():
    document = read("TY  - JOUR\nTI  - One\n\nTY  - JOUR\nTI  - Two\n")
    assert [reference.title for reference in document.references] == ["One", "Two"]


def test_numbers_and_notes_between_records_are_passed_over():
    document = read("1.\nTY  - JOUR\nTI  - One\nER  - \n2.\nTY  - JOUR\nTI  - Two\nER  - \n")
    assert [reference.title for reference in document.references] == ["One", "Two"]


def test_other_text_is_refused():
    with pytest.raises(ReadError) as error:
        read("Smith, A. 2014. A title.")
    assert error.value.fault.kind is FaultKind.DAMAGED


@pytest.mark.parametrize(
    "text", ["TY  - \n" * 50_000, "TY  - JOUR\n" + "x\n" * 500_000, "TY  - JOUR\n" + "\n" * 500_000]
)
def test_time_grows_with_the_length_alone(text):
    began = time.process_time()
    read(text)
    assert time.process_time() - began < 8


@given(st.binary(max_size=200))
def test_any_bytes_raise_nothing_but_read_errors(data):
    with suppress(ReadError):
        read(b"TY  - JOUR\n" + data)


@given(st.lists(st.sampled_from(["TY  - JOUR", "ER  - ", "AU  - Smith, A", "PY  - 2014", "AU  - ,", "x", "", "TI  -"])))
def test_spans_hold(lines):
    with suppress(ReadError):
        document = read("\n".join(lines))
        for reference in document.references:
            assert reference.text.startswith("TY")
            for span in (reference.author_span, reference.year_span):
                assert span is None or reference.span.contains(span)
