"""BibTeX and BibLaTeX lists."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.bibliography.bibtex import LIST_FORMAT
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import FlawKind, Name, Undated

GOOD = "@book{good, author = {Roe, Bob}, title = {Sound}, year = 2001}\n"


def read(text: str | bytes):
    return LIST_FORMAT.read(Raw("list.bib", text if isinstance(text, bytes) else text.encode()))


def only(text: str):
    (reference,) = read(text).references
    return reference


ARTICLE = """% a comment
@Article{smith2014,
  Author  = {Smith, Anna and van der Berg, Jan and others},
  title   = {{EU} Policy \\& {\\'E}lites: A Study},
  journal = "Europe--Asia Studies",
  year    = {2014a},
  volume  = 66, number = {3},
  pages   = {1--20},
  doi     = {https://doi.org/10.1000/Abc\\_1},
}
"""


def test_an_article():
    reference = only(ARTICLE)
    assert reference.key == "smith2014"
    assert reference.authors == (Name("Smith", "Anna"), Name("Berg", "Jan", "van der"))
    assert reference.et_al
    assert reference.title == "EU Policy & Élites: A Study"
    assert (reference.container, reference.volume, reference.issue) == ("Europe–Asia Studies", "66", "3")
    assert (reference.pages, reference.doi, reference.type) == ("1–20", "10.1000/Abc_1", "article-journal")
    assert (reference.year.number, reference.year.suffix) == (2014, "a")


def test_spans_are_those_of_the_file():
    document = read(ARTICLE)
    (reference,) = document.references
    assert reference.span.of(document.text) == reference.text == ARTICLE[ARTICLE.index("@") : -1]
    assert reference.author_span.of(document.text) == "Smith, Anna and van der Berg, Jan and others"
    assert reference.year_span.of(document.text) == "2014a"


FIELDS = [
    ("biblatex date", "date = {2014-05-06}", "year", 2014),
    ("date before year", "year = 1999, date = {2014}", "year", 2014),
    ("a date of the first edition", "year = 1990, origdate = {1867}", "original", 1867),
    ("pubstate where the year is missing", "pubstate = {inpress}", "undated", Undated.IN_PRESS),
    ("forthcoming as a year", "year = {forthcoming}", "undated", Undated.FORTHCOMING),
    ("in press as a note", "note = {In press}", "undated", Undated.IN_PRESS),
    ("extradate as a number", "year = 2014, extradate = 2", "suffix", "b"),
]


@pytest.mark.parametrize(("fields", "part", "wanted"), [row[1:] for row in FIELDS], ids=[row[0] for row in FIELDS])
def test_years(fields, part, wanted):
    year = only(f"@book{{k, title = {{T}}, {fields}}}").year
    assert getattr(year, {"year": "number"}.get(part, part)) == wanted


ENTRIES = [
    ("parentheses around the entry", "@book(k, title = {T}, year = 2000)", "title", "T"),
    ("type in capitals", "@BOOK{k, TITLE = {T}}", "title", "T"),
    ("quote in braces inside quotes", '@book{k, title = "A {"}quoted{"} word"}', "title", "A \"quoted\" word"),
    ("macro and concatenation", '@string{oup = "Oxford"}\n@book{k, publisher = oup # " University " # {Press}}',
     "publisher", "Oxford University Press"),
    ("macro of a macro", '@string{a = "A"}@string{b = a # "B"}\n@book{k, title = b}', "title", "AB"),
    ("a macro that is not defined is its name", "@article{k, journal = jgr}", "container", "jgr"),
    ("subtitle", "@book{k, title = {T}, subtitle = {S}}", "title", "T: S"),
    ("the first of two fields counts", "@book{k, title = {T}, title = {S}}", "title", "T"),
    ("an at sign in a value", "@book{k, title = {The history of @ sign}}", "title", "The history of @ sign"),
    ("address in howpublished", "@misc{k, howpublished = {\\url{https://example.org/a\\_b}}}", "url",
     "https://example.org/a_b"),
    ("DOI as an address", "@misc{k, url = {https://doi.org/10.1000/abc}}", "doi", "10.1000/abc"),
    ("Windows line ends", "@book{k,\r\n  title = {A\r\n    B},\r\n}\r\n", "title", "A B"),
    ("a byte order mark", "\ufeff@book{k, title = {T}}", "title", "T"),
    ("editor alone keeps the authors empty", "@book{k, editor = {Roe, Bob}}", "authors", ()),
    ("short forms by which it is cited", "@book{k, ids = {old, older}, shorthand = {KpV}}", "aliases",
     ("old", "older", "KpV")),
    ("the short form of a body", "@book{k, author = {{World Bank}}, shortauthor = {WB}}", "authors",
     (Name("World Bank", corporate=True, acronym="WB"),)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "wanted"), [row[1:] for row in ENTRIES], ids=[row[0] for row in ENTRIES])
def test_entries(text, part, wanted):
    document = read(text)
    assert not document.faults
    assert getattr(document.references[0], part) == wanted


def test_latin_1_is_guessed_and_said():
    document = read("@book{k, author = {Müller, Änne}, year = 2000}".encode("latin-1"))
    assert document.references[0].authors == (Name("Müller", "Änne"),)
    assert document.notes


INHERITED = [
    ("from the volume", "@incollection{a, crossref = {v}, title = {Part}}\n@book{v, title = {Whole}, year = 1999}",
     ("Part", "Whole", 1999)),
    ("the key in another case", "@inbook{a, crossref = {V}, title = {P}}\n@book{v, title = {W}, year = 1999}",
     ("P", "W", 1999)),
    ("shared data by an alias", "@book{a, xdata = {alias}, title = {T}}\n@xdata{x, ids = {alias}, year = 1999}",
     ("T", None, 1999)),
    ("its own fields first", "@inbook{a, crossref = {v}, title = {P}, year = 2000}\n@book{v, title = {W}, year = 1999}",
     ("P", "W", 2000)),
    ("a circle", "@book{a, crossref = {b}, title = {P}}\n@book{b, crossref = {a}, year = 1999}", ("P", None, 1999)),
    ("a volume that does not exist", "@inbook{a, crossref = {b}, title = {P}, year = 1999}", ("P", None, 1999)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in INHERITED], ids=[row[0] for row in INHERITED])
def test_inheritance(text, wanted):
    first = read(text).references[0]
    assert (first.title, first.container, first.year.number) == wanted


def test_an_inherited_year_has_no_place_in_the_entry():
    first = read("@inbook{a, crossref = {v}, title = {P}}\n@book{v, year = 1999}").references[0]
    assert first.year_span is None


def test_shared_data_are_no_works():
    assert [
        reference.key for reference in read(GOOD + "@xdata{x, year = 1999}\n@set{s, entryset = {good}}").references
    ] == ["good"]


def test_the_second_entry_of_a_key_is_kept():
    document = read(GOOD + GOOD.replace("Sound", "Other"))
    assert [(reference.id, reference.key, reference.title) for reference in document.references] == [
        ("r1", "good", "Sound"),
        ("r2", "good", "Other"),
    ]
    assert not document.faults


PUT_OUT = [
    ("@comment around an entry", "@comment{\n@book{old, title = {Old}}\n}\n"),
    ("percent signs before every line", "% @book{old,\n%   title = {Old}\n% }\n"),
    ("text between entries", "Book{old, title = {Old}}\n"),
    ("preamble", '@preamble{ "\\newcommand{\\x}{}" }\n'),
]


@pytest.mark.parametrize("text", [row[1] for row in PUT_OUT], ids=[row[0] for row in PUT_OUT])
def test_what_is_put_out_is_not_read(text):
    document = read(text + GOOD)
    assert [reference.key for reference in document.references] == ["good"]
    assert not document.faults


BROKEN = [
    ("two commas", "@book{bad, title = {T},, year = 1999}\n", "bad", "T", 1999),
    ("comma missing between fields", '@book{bad,\n title = "T"\n year = 1999\n}\n', "bad", "T", 1999),
    ("brace never closed", "@book{bad, title = {T {x}, year = {1999}\n\n", "bad", "T x", 1999),
    ("quote never closed", '@book{bad,\n title = "T,\n year = 1999}\n', "bad", "T", 1999),
    ("comma behind the key missing", "@book{bad\n title = {T},\n year = 1999}\n", "bad", "T", 1999),
    ("key missing", "@book{\n title = {T},\n year = 1999}\n", None, "T", 1999),
]


@pytest.mark.parametrize(("text", "key", "title", "year"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_entry_is_named_with_its_line_and_costs_no_other(text, key, title, year):
    document = read("\n" + text + GOOD)
    bad, good = document.references
    assert (good.key, good.flaws) == ("good", ())
    assert (bad.key, bad.title, bad.year.number) == (key, title, year)
    assert [flaw.kind for flaw in bad.flaws] == [FlawKind.BROKEN]
    (fault,) = document.faults
    assert fault.kind is FaultKind.READ_IN_PART
    assert fault.message.startswith("line 2: ")


def test_a_broken_macro_is_named():
    (fault,) = read('@string{a = "A}\n' + GOOD).faults
    assert fault.message.startswith("line 1: @string a is broken")


def test_the_last_entry_never_closed():
    document = read(GOOD + "@book{bad, title = {T")
    assert [reference.key for reference in document.references] == ["good", "bad"]
    assert "never closed" in document.faults[0].message


def doubling(count: int) -> str:
    return '@string{s0 = "xxxxxxxx"}\n' + "".join(f"@string{{s{i} = s{i - 1} # s{i - 1}}}\n" for i in range(1, count))


HOSTILE = [
    ("braces 200 deep", "@book{a, title = {" + "{" * 200 + "x" + "}" * 200 + "}}\n"),
    ("braces 100,000 deep", "@book{a, title = {" + "{" * 100_000 + "x" + "}" * 100_000 + "}}\n"),
    ("macros that double forty times", doubling(40) + "@book{a, title = s39}\n"),
    ("macros that name each other", "@string{a = b # a}@string{b = a # b}@book{a, title = a # b}\n"),
    ("a large macro taken often", '@string{m = "' + "y" * 900_000 + '"}\n' + "@book{a, title = m, author = m}\n" * 300),
    ("a value of a million letters", "@book{a, title = {" + "word " * 200_000 + "}}\n"),
    ("50,000 names", "@book{a, author = {" + " and ".join(["Name, A"] * 50_000) + "}}\n"),
    ("nothing but and", "@book{a, author = {" + "and " * 50_000 + "}}\n"),
    ("commas in a name", "@book{a, author = {A," + ",,," * 20_000 + "}}\n"),
    ("accents on accents", "@book{a, title = {" + "\\'" * 100_000 + "}}\n"),
    ("shared data that fan out", "".join(
        f"@xdata{{x{i}, xdata = {{{','.join(f'x{j}' for j in range(i + 1, i + 17))}}}}}\n" for i in range(100)
    ) + "@book{a, xdata = {x0}}\n"),
    ("a chain of volumes", "".join(f"@book{{x{i}, crossref = {{x{i + 1}}}}}\n" for i in range(2000))),
    ("comments never closed", "@comment{a\n" * 20_000 + "}" * 20_000),
    ("white space", "@book{a, " + " " * 500_000 + "\n" * 500_000 + "}"),
    ("equals signs", "@book{a,\n" + "b=\n" * 50_000 + "}\n"),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in HOSTILE], ids=[row[0] for row in HOSTILE])
def test_hostile_lists_end_soon_and_cost_no_other_entry(text):
    began = time.process_time()
    document = read(text + "\n" + GOOD)
    assert time.process_time() - began < 10
    assert document.references[-1].key == "good"


def test_many_faults_are_counted_not_listed():
    document = read("@book{bad, title = {T},, year = 1999}\n" * 200 + GOOD)
    assert len(document.references) == 201
    assert document.faults[-1].message == "150 more entries are broken"


def test_too_many_entries_is_said():
    document = read("@misc{k}" * 50_001)
    assert len(document.references) == 50_000
    assert [fault.kind for fault in document.faults] == [FaultKind.TOO_LARGE]


@given(st.binary(max_size=300))
def test_any_bytes_raise_nothing_but_read_errors(data):
    with suppress(ReadError):
        read(data)


@given(st.text(alphabet='@boksetrinagcm{}()",=#\\% \n0xd', max_size=200))
def test_any_list_is_read_and_its_spans_hold(text):
    try:
        document = read(GOOD + text)
    except ReadError:
        return
    for reference in document.references:
        assert reference.span.of(document.text) == reference.text
        for span in (reference.author_span, reference.year_span):
            assert span is None or reference.span.contains(span)


def test_sniff():
    assert LIST_FORMAT.sniff(b"% exported\n@article{k,\n author = {A}}")
    assert not LIST_FORMAT.sniff(b"# A text with @smith2014 and mail@example.org {x}")
