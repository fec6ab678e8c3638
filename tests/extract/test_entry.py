"""Entries of our own writing, read into their fields."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.extract.entry import following, read_entry, reference
from citecheck.model.reference import FlawKind, ReferenceId
from citecheck.model.span import Span

STYLES = [
    # entry, authors, year, title, why
    (
        "Darwin, C. (1859). On the origin of species. John Murray.",
        ["Darwin"], "1859", "On the origin of species", "APA",
    ),
    (
        "Strunk, William, and E. B. White. 1959. The Elements of Style. New York: Macmillan.",
        ["Strunk", "White"], "1959", "The Elements of Style", "Chicago: the first inverted, the second not",
    ),
    (
        "Watson JD, Crick FHC. Molecular structure of nucleic acids. Nature. 1953;171(4356):737–8.",
        ["Watson", "Crick"], "1953", "Molecular structure of nucleic acids", "Vancouver: no comma, year late",
    ),
    (
        "[7] C. E. Shannon, “A mathematical theory of communication,” Bell Syst. Tech. J., vol. 27, pp. 379–423, 1948.",
        ["Shannon"], "1948", "A mathematical theory of communication", "IEEE: initials first, quoted title",
    ),
    (
        "FREIRE, Paulo; SHOR, Ira. Medo e ousadia: o cotidiano do professor. Rio de Janeiro: Paz e Terra, 1986.",
        ["FREIRE", "SHOR"], "1986", "Medo e ousadia: o cotidiano do professor", "ABNT: capitals and semicolons",
    ),
    (
        "KATZ, Jerrold und POSTAL, Paul, 1964. An integrated theory of linguistic descriptions. Cambridge: MIT Press",
        ["KATZ", "POSTAL"], "1964", "An integrated theory of linguistic descriptions", "ISO 690: every name inverted",
    ),
    (
        "Выготский Л. С. Мышление и речь. М.: Соцэкгиз, 1934.",
        ["Выготский"], "1934", "Мышление и речь", "GOST: Cyrillic, initials behind without a comma",
    ),
    (
        "Tversky A., Kahneman D., 1974, « Judgment under uncertainty », Science, 185, 4157, p. 1124-1131.",
        ["Tversky", "Kahneman"], "1974", "Judgment under uncertainty", "French: guillemets, commas",
    ),
    (
        "Woolf, Virginia. *A Room of One's Own*. Hogarth Press, 1929.",
        ["Woolf"], "1929", "A Room of One's Own", "MLA, with Markdown's marks of emphasis",
    ),
    (
        "Niklas Luhmann: Soziale Systeme. Frankfurt am Main: Suhrkamp 1984.",
        ["Luhmann"], "1984", "Soziale Systeme", "German: natural order and a colon",
    ),
    (
        "van der Waerden, B. L. 1930. Moderne Algebra. Berlin: Springer.",
        ["van der Waerden"], "1930", "Moderne Algebra", "a particle belongs to the name by which one is cited",
    ),
    (
        "World Health Organization (WHO). (1948). Constitution. Geneva: WHO.",
        ["World Health Organization"], "1948", "Constitution", "a body with its acronym",
    ),
    (
        "R Core Team. 2019. R: A language and environment for statistical computing. Vienna.",
        ["R Core Team"], "2019", "R: A language and environment for statistical computing", "R is no initial",
    ),
    (
        "12 Hodgkin AL, Huxley AF. The components of membrane conductance. J Physiol. 1952;116:473-96.",
        ["Hodgkin", "Huxley"], "1952", "The components of membrane conductance", "a label without a period",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "authors", "year", "title", "why"), STYLES, ids=[row[4] for row in STYLES])
def test_styles(text, authors, year, title, why):
    entry = read_entry(text)
    assert [name.shown for name in entry.authors] == authors, why
    assert entry.year is not None
    assert entry.year.shown == year
    assert entry.title == title


def test_a_label_tells_vancouver_from_a_middle_initial():
    vancouver = read_entry("3. Bourdieu P. Distinction. A social critique of taste. Cambridge: Press; 1984.")
    natural = read_entry("Lise M. Meitner. Looking back. Chicago, 1964.")
    assert [name.family for name in vancouver.authors] == ["Bourdieu"]
    assert [name.family for name in natural.authors] == ["Meitner"]


def test_numbers_and_addresses():
    entry = read_entry(
        "Watson, J. D., & Crick, F. H. C. (1953). Molecular structure of nucleic acids. Nature, 171(4356), 737–738. "
        "https://doi.org/10.1038/171737a0"
    )
    assert (entry.volume, entry.issue, entry.pages) == ("171", "4356", "737–738")
    assert entry.doi == "10.1038/171737a0"
    assert entry.container == "Nature"


def test_editors_stand_in_for_authors():
    entry = read_entry("Berlin, Isaiah, and Henry Hardy, eds. 1978. Russian Thinkers. London: Hogarth Press.")
    assert entry.authors == ()
    assert [name.shown for name in entry.editors] == ["Berlin", "Hardy"]
    made = reference(entry, id=ReferenceId("r1"), span=Span(0, 10), text="")
    assert [name.shown for name in made.cited_as] == ["Berlin", "Hardy"]


def test_a_dash_takes_the_authors_of_the_entry_before():
    before = read_entry("Arendt, Hannah. 1951. The Origins of Totalitarianism. New York: Schocken.")
    entry = read_entry("———. 1958. The Human Condition. Chicago: University of Chicago Press.")
    assert entry.same_authors
    assert [name.family for name in following(entry, before).authors] == ["Arendt"]


def test_a_dash_with_names_behind_it_stands_for_the_first_author():
    before = read_entry("Doe, Jane, and Rita Roe. 1951. The shape of rivers. Oslo: Press.")
    entry = following(read_entry("———, and Edgar Poe. 1958. The shape of sand. Oslo: Press."), before)
    assert [name.family for name in entry.authors] == ["Doe", "Poe"]
    assert entry.title == "The shape of sand"


@pytest.mark.parametrize(
    ("text", "names", "et_al"),
    [
        ("——, Åsa Roe, and Bo Lund, ‘Nets and Ropes’, Boats, 3 (2001), pp. 1–9", ["Doe", "Roe", "Lund"], False),
        ("——, and others, ‘Nets and Ropes’, Boats, 3 (2001), pp. 1–9", ["Doe"], True),
        ("______; ROE, B. Nets and ropes. Boats, v. 3, 2001.", ["Doe", "ROE"], False),
        ("———. Old Nets and New Ropes (Oslo: Press, 2001).", ["Doe", "Gow"], False),
        ("2001b. Nets and Ropes. Oslo: Press.", ["Doe", "Gow"], False),
        ("1998. On the ropes of boats. Boats 3: 1–9.", ["Doe", "Gow"], False),
        ("1998. Roe, B. On the ropes of boats. Boats 3: 1–9.", ["Roe"], False),
    ],
)
def test_who_stands_where_an_entry_repeats_its_authors(text, names, et_al):
    before = read_entry("Doe, Jane, and Ann Gow. 2001a. Title of it. Oslo: Press.")
    entry = following(read_entry(text), before)
    assert [name.family for name in entry.authors] == names
    assert entry.et_al is et_al


def test_signs_that_the_list_takes_for_a_dash_repeat_the_authors():
    before = read_entry("Doe, Jane. 1951. The shape of rivers. Oslo: Press.")
    entry = following(read_entry("~ 1958. The shape of sand. Oslo: Press."), before, repeated=True)
    assert [name.family for name in entry.authors] == ["Doe"]


def test_one_person_written_as_two_is_a_flaw():
    text = "Akkazieva, and Gulnura. 2012. Energy in Kyrgyzstan. Bishkek: Press."
    entry = read_entry(text)
    assert [name.family for name in entry.authors] == ["Akkazieva"]
    (flaw,) = entry.flaws
    assert flaw.kind is FlawKind.SPLIT_NAME
    assert flaw.span.of(text) == "Akkazieva, and Gulnura"
    assert flaw.expected == "Akkazieva, Gulnura"


def test_spans_stand_in_the_document():
    text = "Woolf, Virginia. 1929. *A Room of One’s Own*. London: Hogarth Press."
    entry = read_entry(text)
    assert entry.title_span is not None
    assert entry.title_span.of(text) == "A Room of One’s Own"
    made = reference(entry, id=ReferenceId("r1"), span=Span(100, 100 + len(text)), text=text)
    assert made.year_span == Span(117, 121)
    assert made.author_span == Span(100, 115)


@given(st.text(max_size=200) | st.text(alphabet="Aa. ,;&()[]1290*_“”'\"-–:/\n", max_size=200))
def test_any_text_is_read_and_spans_lie_inside_it(text):
    entry = read_entry(text)
    spans = [entry.author_span, entry.year_span, entry.title_span, *(flaw.span for flaw in entry.flaws)]
    for span in filter(None, spans):
        assert 0 <= span.start <= span.end <= len(text)
    if entry.title and entry.title_span and "*" not in text and "_" not in text:
        assert " ".join(entry.title_span.of(text).split()) == " ".join(entry.title.split())


@pytest.mark.parametrize(
    "piece", [",", "A. ", "Word ", "ABC, ", "2014 ", "(", "*", "'a ", "1", ". In ", " (ab: c", "A and "]
)
def test_hostile_entries_are_read_in_a_moment(piece):
    started = time.process_time()
    read_entry(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 1
