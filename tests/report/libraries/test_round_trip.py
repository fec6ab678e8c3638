"""What a library says is what was written into it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.registry import list_format_for
from citecheck.model.raw import Raw
from citecheck.model.reference import Name, Reference, ReferenceId, Undated, Year
from citecheck.model.span import Span
from citecheck.report.libraries.registry import libraries, library_of

FORMATS = ["bibtex", "csl-json", "ris"]


def reference(**fields):
    return Reference(**{"id": ReferenceId("r1"), "span": Span(0, 0), "text": "", **fields})


def there_and_back(format: str, *references: Reference):
    library = library_of(format)
    path = f"library{library.suffixes[0]}"
    data = library.write(references).encode()
    document = list_format_for(path, data).read(Raw(path, data))
    assert not document.faults
    return document.references


def test_the_formats():
    assert [library.format for library in libraries()] == FORMATS
    with pytest.raises(KeyError):
        library_of("docx")


FULL = reference(
    type="article-journal",
    authors=(Name("Smith", "Anna B."), Name("Berg", "Jan", "van der"), Name("King", "M. L.", suffix="Jr.")),
    year=Year("2014a", 2014, "a"),
    title="The EU’s “new” élites: 100% of A & B_C {sic} #1 ~ $5 ^ \\ -- done",
    container="Studies & Papers",
    volume="66",
    issue="3",
    pages="1–20",
    doi="10.1000/abc_(1)<2>",
    url="https://example.org/a_b%20c?d=1&e=~f#g",
)


@pytest.mark.parametrize("format", FORMATS)
def test_an_article_in_full(format):
    (read,) = there_and_back(format, FULL)
    assert read.key == "smith2014a"
    for part in ("type", "authors", "title", "container", "volume", "issue", "url"):
        assert getattr(read, part) == getattr(FULL, part), part
    assert (read.year.number, read.year.suffix) == (2014, "a")
    assert read.pages == "1–20"


ENTRIES = [
    ("a body", {"authors": (Name("World Bank", corporate=True),)}),
    ("a body with its acronym", {"authors": (Name("World Health Organization", corporate=True, acronym="WHO"),)}),
    ("one name", {"authors": (Name("Plato"),)}),
    ("et al.", {"authors": (Name("Smith", "Anna"),), "et_al": True}),
    ("editors", {"editors": (Name("Roe", "Bob"),), "type": "chapter", "container": "Whole"}),
    ("another script", {"authors": (Name("Иванов", "Иван"),), "title": "Название"}),
    ("accents", {"authors": (Name("Öge", "Kerem"), Name("Łódź", "Żaneta"))}),
    ("a hyphen and an apostrophe", {"authors": (Name("O’Neil-Díaz", "J.-P."),)}),
    ("no author", {"title": "Untitled"}),
]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("fields", [row[1] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_names_come_back(format, fields):
    written = reference(**{"title": "A title", "year": Year("2000", 2000), **fields})
    (read,) = there_and_back(format, written)
    for part in ("authors", "editors", "et_al", "title"):
        assert getattr(read, part) == getattr(written, part), part


YEARS = [
    ("a year", Year("2014", 2014), {}),
    ("forthcoming", Year("forthcoming", undated=Undated.FORTHCOMING), {}),
    ("no date", Year("s. f.", undated=Undated.NO_DATE), {}),
    ("none", None, {}),
]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("year", [row[1] for row in YEARS], ids=[row[0] for row in YEARS])
def test_years_come_back(format, year):
    (read,) = there_and_back(format, reference(title="A title", year=year))
    if year is None:
        assert read.year is None
    else:
        assert (read.year.number, read.year.suffix, read.year.undated) == (year.number, year.suffix, year.undated)


@pytest.mark.parametrize("format", ["bibtex", "csl-json"])
def test_the_first_edition_comes_back(format):
    (read,) = there_and_back(format, reference(title="A title", year=Year("1867/1990", 1990, original=1867)))
    assert (read.year.number, read.year.original) == (1990, 1867)


def test_bodies_with_commas_come_back_where_the_format_can_say_so():
    written = reference(title="A title", authors=(Name("Barnes and Noble, Inc.", corporate=True),))
    assert there_and_back("bibtex", written)[0].authors == written.authors
    assert there_and_back("csl-json", written)[0].authors == written.authors


def test_titles_keep_their_capitals_in_bibtex():
    text = library_of("bibtex").write([reference(title="The EU and NATO’s eBay policy in Europe")])
    assert "title = {The {EU} and {NATO}’s {eBay} policy in Europe}" in text


KEYS = [
    ("made from name and year", [("Smith", "2014", 2014, "")], ["smith2014"]),
    ("letters for entries alike", [("Smith", "2014", 2014, "")] * 2, ["smith2014a", "smith2014b"]),
    ("letters of the list itself", [("Smith", "2014b", 2014, "b"), ("Smith", "2014a", 2014, "a")],
     ["smith2014b", "smith2014a"]),
    ("the same letter twice", [("Smith", "2014a", 2014, "a")] * 2, ["smith2014a-2", "smith2014a-3"]),
    ("plain letters", [("Öge-Łódź", "2014", 2014, "")], ["ogelodz2014"]),
    ("another script", [("Иванов", "2014", 2014, "")], ["ivanov2014"]),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "keys"), [row[1:] for row in KEYS], ids=[row[0] for row in KEYS])
@pytest.mark.parametrize("format", FORMATS)
def test_keys(format, entries, keys):
    written = [
        reference(authors=(Name(name, "A."),), year=Year(text, number, suffix))
        for name, text, number, suffix in entries
    ]
    assert [read.key for read in there_and_back(format, *written)] == keys


def test_keys_that_stand_are_kept_and_never_given_twice():
    smith = {"authors": (Name("Smith", "A."),), "year": Year("2014", 2014)}
    written = [reference(key="smith2014"), reference(**smith), reference(key="smith2014"), reference(key="not a key")]
    keys = [read.key for read in there_and_back("bibtex", *written)]
    assert keys[0] == "smith2014"
    assert len(set(keys)) == 4


LETTERS = st.text(alphabet="abÄж{}\\%&$#_~^\"'`-–,.@= ", min_size=1, max_size=12).map(
    lambda text: " ".join(text.split())
)


@pytest.mark.parametrize("format", FORMATS)
@given(title=LETTERS, family=LETTERS, number=st.integers(1000, 2100))
def test_any_title_comes_back(format, title, family, number):
    written = reference(title=title or None, authors=(Name(f"Xa{family}", "B."),), year=Year(str(number), number))
    (read,) = there_and_back(format, written)
    assert (read.title or "") == title
    assert read.year.number == number
    assert len(read.authors) == 1


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_list_is_an_empty_library(format):
    assert library_of(format).write([]) in {"", "[]\n"}
