"""Author–date citations: every form in which names and years stand together, and what only looks like one."""

import pytest

from citecheck.extract.author_date import find

LIST = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Council of the European Union. 2012. Report. Brussels: Council.
Crane, Ada, and Ben Dove. 2012. Flocks. Birds 3 (2): 110–133.
Finch, Leo. 2010a. Finches. Perth: Wing.
Finch, Leo. 2010b. More Finches. Perth: Wing.
Freud, Sigmund. [1900] 1953. The Interpretation of Dreams. London: Hogarth.
García Márquez, Gabriel. 1967. Cien años de soledad. Buenos Aires: Sudamericana.
Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: University of Chicago Press.
Lark, Ed, Flo Martin, and Guy Night. 2011. Larks. Birds 4: 1–90.
Lévi-Strauss, Claude. 1962. La pensée sauvage. Paris: Plon.
Li, Wei. 2016. Kites. Singapore: Thread.
O’Sullivan, Mary. 2003. The Tide Table. Cork: Quay.
Ostrom, Elinor. 1990. Governing the Commons. Cambridge: Cambridge University Press.
Rahman, Nadia. Forthcoming. Rivers of Silt. Dhaka: Delta.
Sen, Amartya. n.d. A Note on Notes. Unpublished.
van der Velde, Pieter. 2007. Dunes. Leiden: Duin.
World Health Organization (WHO). 2020. Clean Hands. Geneva: WHO.
Жуков, Павел. 2010. Паромы. Москва: Река.
"""

# (text, what is read of it: the words covered, names, year, locator, kind; why)
BRACKETS = [
    ("(Kuhn, 1962)", [("Kuhn, 1962", "Kuhn", "1962", None)], "one name and its year"),
    ("(Kuhn 1962)", [("Kuhn 1962", "Kuhn", "1962", None)], "without a comma"),
    ("(Kuhn: 1962)", [("Kuhn: 1962", "Kuhn", "1962", None)], "with a colon"),
    ("(Rural21, 2012)", [("Rural21, 2012", "Rural21", "2012", None)], "a name that ends with a number"),
    ("(Kuhn7, 1962)", [("Kuhn7, 1962", "Kuhn", "1962", None)], "one digit is the mark of a note"),
    ("[Kuhn, 1962]", [("Kuhn, 1962", "Kuhn", "1962", None)], "square brackets"),
    ("(Kuhn 1962, 15–17)", [("Kuhn 1962", "Kuhn", "1962", "15–17")], "pages behind a comma"),
    ("(Kuhn, 1962: p. 7)", [("Kuhn, 1962", "Kuhn", "1962", "p. 7")], "a page behind a colon"),
    ("(Kuhn, 1962, pp. 7–9, 12)", [("Kuhn, 1962", "Kuhn", "1962", "pp. 7–9, 12")], "several pages"),
    ("(Kuhn, 1962, ch. 3)", [("Kuhn, 1962", "Kuhn", "1962", "ch. 3")], "a chapter"),
    ("(Crane and Dove, 2012)", [("Crane and Dove, 2012", "Crane|Dove", "2012", None)], "two names"),
    ("(Crane & Dove 2012)", [("Crane & Dove 2012", "Crane|Dove", "2012", None)], "two names and a sign"),
    ("(Crane/Dove 2012)", [("Crane/Dove 2012", "Crane|Dove", "2012", None)], "two names and a slash"),
    (
        "(Lark, Martin, & Night, 2011)",
        [("Lark, Martin, & Night, 2011", "Lark|Martin|Night", "2011", None)],
        "three names",
    ),
    ("(Lark et al., 2011)", [("Lark et al., 2011", "Lark|+", "2011", None)], "et al."),
    ("(Crane - Dove 2012)", [("Crane - Dove 2012", "Crane|Dove", "2012", None)], "two names and a dash"),
    ("(vgl. z.B. Kuhn 1962)", [("Kuhn 1962", "Kuhn", "1962", None)], "an abbreviation whose end is no initial"),
    ("(z. B. Hale, 1962)", [("Hale, 1962", "Hale", "1962", None)], "the same before an unlisted name"),
    (
        "(Finch, 2010 a; Finch, 2010 b)",
        [("Finch, 2010 a", "Finch", "2010 a", None), ("Finch, 2010 b", "Finch", "2010 b", None)],
        "letters behind a space",
    ),
    (
        "(Kuhn, 1962apudOstrom, 1990)",
        [("Kuhn, 1962", "Kuhn", "1962", None), ("Ostrom, 1990", "Ostrom", "1990", None)],
        "a word between two works that lost its spaces",
    ),
    (
        "(Kuhn, 1962; Law, 1993)",
        [("Kuhn, 1962", "Kuhn", "1962", None), ("Law, 1993", "Law", "1993", None)],
        "a word that elsewhere is none, between citations",
    ),
    ("(Lark and et al. 2011)", [("Lark and et al. 2011", "Lark|+", "2011", None)], "one word too many"),
    ("(Lark u. a. 2011: 3)", [("Lark u. a. 2011", "Lark|+", "2011", "3")], "et al. in German"),
    (
        "(see e.g. Kuhn, 1962: pp. 112–113; Ostrom, 1990: p. 2)",
        [("Kuhn, 1962", "Kuhn", "1962", "pp. 112–113"), ("Ostrom, 1990", "Ostrom", "1990", "p. 2")],
        "two works behind words of introduction",
    ),
    (
        "(Ostrom, 1990: p. 7; 2016: p. 10)",
        [("Ostrom, 1990", "Ostrom", "1990", "p. 7"), ("2016", "Ostrom", "2016", "p. 10")],
        "a second year takes the name over",
    ),
    (
        "(Ostrom, 1990, 2016)",
        [("Ostrom, 1990", "Ostrom", "1990", None), ("2016", "Ostrom", "2016", None)],
        "a second year behind a comma is no page",
    ),
    (
        "(Finch 2010a, b)",
        [("Finch 2010a", "Finch", "2010a", None), ("b", "Finch", "2010b", None)],
        "a second letter",
    ),
    (
        "(Finch, 2010a, 2010b)",
        [("Finch, 2010a", "Finch", "2010a", None), ("2010b", "Finch", "2010b", None)],
        "a second year with its letter",
    ),
    ("(WHO, 2020)", [("WHO, 2020", "WHO", "2020", None)], "an acronym"),
    (
        "(World Health Organization [WHO], 2020)",
        [("World Health Organization [WHO], 2020", "World Health Organization", "2020", None)],
        "a body that introduces its acronym",
    ),
    (
        "(Council of the European Union, 2012: 3)",
        [("Council of the European Union, 2012", "Council of the European Union", "2012", "3")],
        "a body with small words",
    ),
    ("(quoted in Crane and Dove, 2012: p. 69)", [("Crane and Dove, 2012", "Crane|Dove", "2012", "p. 69")], "quoted in"),
    ("(as cited in Kuhn, 1962)", [("Kuhn, 1962", "Kuhn", "1962", None)], "as cited in"),
    ("(cf. Kuhn, 1962, for another view)", [("Kuhn, 1962", "Kuhn", "1962", None)], "words on both sides"),
    ("(Rahman, forthcoming)", [("Rahman, forthcoming", "Rahman", "forthcoming", None)], "not out yet"),
    ("(Rahman, in press)", [("Rahman, in press", "Rahman", "in press", None)], "in press"),
    ("(Sen, n.d.)", [("Sen, n.d.", "Sen", "n.d.", None)], "without a date"),
    ("(Freud, 1900/1953)", [("Freud, 1900/1953", "Freud", "1900/1953", None)], "two years of one work"),
    ("(Freud, [1900] 1953: 3)", [("Freud, [1900] 1953", "Freud", "[1900] 1953", "3")], "the first edition before it"),
    ("(Freud, [1900] n.d.)", [("Freud, [1900] n.d.", "Freud", "[1900] n.d.", None)], "a reprint without a year"),
    ("(Freud, 1953 [1900])", [("Freud, 1953", "Freud", "1953", None)], "the year of the first edition behind it"),
    (
        "(Popper, 1934, as cited in Kuhn, 1962: 3)",
        [("Kuhn, 1962", "Kuhn", "1962", "3")],
        "at second hand: the one that was not seen need not be listed",
    ),
    (
        "(Ostrom, 1990, quoted in Kuhn, 1962)",
        [("Ostrom, 1990", "Ostrom", "1990", None), ("Kuhn, 1962", "Kuhn", "1962", None)],
        "at second hand, both listed",
    ),
    ("(van der Velde, 2007)", [("van der Velde, 2007", "van der Velde", "2007", None)], "particles"),
    ("(Lévi-Strauss, 1962)", [("Lévi-Strauss, 1962", "Lévi-Strauss", "1962", None)], "a hyphen"),
    ("(O'Sullivan, 2003)", [("O'Sullivan, 2003", "O'Sullivan", "2003", None)], "another apostrophe"),
    ("(García Márquez, 1967)", [("García Márquez, 1967", "García Márquez", "1967", None)], "a compound name"),
    ("(Li Wei, 2016)", [("Li Wei, 2016", "Li Wei", "2016", None)], "family name first"),
    ("(Жуков, 2010: с. 5)", [("Жуков, 2010", "Жуков", "2010", "с. 5")], "Cyrillic, with a Russian page"),
    (
        "(T. Kuhn, 1962; L. Finch, 2010a)",
        [("T. Kuhn, 1962", "Kuhn", "1962", None), ("L. Finch, 2010a", "Finch", "2010a", None)],
        "initials",
    ),
    ("(in this sense (Kuhn, 1962) only)", [("Kuhn, 1962", "Kuhn", "1962", None)], "nested brackets"),
    ("(as Kuhn (1962) says)", [("Kuhn (1962)", "Kuhn", "1962", None)], "a sentence in brackets"),
    ("according to (Kuhn, 1962: p. 16)", [("Kuhn, 1962", "Kuhn", "1962", "p. 16")], "a misplaced bracket"),
    ("(Popper, 1934)", [("Popper, 1934", "Popper", "1934", None)], "a name that is not listed"),
    ("(Popper & Eccles, 1977)", [("Popper & Eccles, 1977", "Popper|Eccles", "1977", None)], "two that are not"),
    ("(Kuhn,\n1962)", [("Kuhn,\n1962", "Kuhn", "1962", None)], "a line break"),
    ("(Kuhn,\u00a01962)", [("Kuhn,\u00a01962", "Kuhn", "1962", None)], "a no-break space"),
    ("(Kuhn¹, 1962)", [("Kuhn¹, 1962", "Kuhn", "1962", None)], "a note mark behind the name"),
]

SENTENCES = [
    ("by Hale and Lund (1962) in the end", [("Hale and Lund (1962)", "Hale|Lund", "1962", None)], "in, not cited in"),
    ("it was based on Axlerod (1984).", [("Axlerod (1984)", "Axlerod", "1984", None)], "a listed name misspelt"),
    ("Kuhn (1962) shows it.", [("Kuhn (1962)", "Kuhn", "1962", None)], "name and bracket"),
    ("Kuhn (1962: p. 29) shows it.", [("Kuhn (1962: p. 29)", "Kuhn", "1962", "p. 29")], "with a page"),
    ("Kuhn [1962] shows it.", [("Kuhn [1962]", "Kuhn", "1962", None)], "square brackets"),
    ("Kuhn’s (1962) view", [("Kuhn’s (1962)", "Kuhn", "1962", None)], "a genitive"),
    ("Kuhn's (1962) view", [("Kuhn's (1962)", "Kuhn", "1962", None)], "a genitive with a plain apostrophe"),
    ("Crane & Dove (2012: 7) agree.", [("Crane & Dove (2012: 7)", "Crane|Dove", "2012", "7")], "two names"),
    ("Lark et al. (2011: p. 3) agree.", [("Lark et al. (2011: p. 3)", "Lark|+", "2011", "p. 3")], "et al."),
    ("Lark and colleagues (2011)", [("Lark and colleagues (2011)", "Lark|+", "2011", None)], "and colleagues"),
    ("In Kuhn (1962) and elsewhere", [("Kuhn (1962)", "Kuhn", "1962", None)], "a capital before the name"),
    ("President Kuhn (1962)", [("Kuhn (1962)", "Kuhn", "1962", None)], "a title before the name"),
    (
        "Ostrom (1990) and (2016) agree.",
        [("Ostrom (1990)", "Ostrom", "1990", None), ("2016", "Ostrom", "2016", None)],
        "a second bracket takes the name over",
    ),
    (
        "Ostrom shows in a long book on nets, meadows and wells (1990: pp. 36–40; 2016: p. 107) how.",
        [("1990", "Ostrom", "1990", "pp. 36–40"), ("2016", "Ostrom", "2016", "p. 107")],
        "a name far before its year",
    ),
    (
        "Ostrom and National Centre for Rivers (U.K.) (1990) has it.",
        [("1990", "Ostrom", "1990", None)],
        "a body behind the name is not cut to its first word",
    ),
    ("As Kuhn 1962 shows, it is.", [("Kuhn 1962", "Kuhn", "1962", None)], "no bracket, but the list has it"),
    ("Popper (1934: 15 and 17) denies it.", [("Popper (1934: 15 and 17)", "Popper", "1934", "15 and 17")], "pages"),
    ("Popper (1934) denies it.", [("Popper (1934)", "Popper", "1934", None)], "a name that is not listed"),
    ("But King (1934) denies it.", [("King (1934)", "King", "1934", None)], "a title that is a surname here"),
    ("See Page (1934).", [("Page (1934)", "Page", "1934", None)], "a noun that is one here"),
    ("The WHO (2020) warns.", [("WHO (2020)", "WHO", "2020", None)], "a body and its article"),
]  # fmt: skip

NONE = [
    ("by Hale (1962) in Lund’s survey", "cited through another work"),
    ("it was based on Belgrade (1984).", "a place behind a preposition"),
    ("In 1962 and 1990, nothing happened.", "years"),
    ("from 1962 to 1990 (1962–1990)", "ranges"),
    ("(2014/15)", "a season"),
    ("in May (June 1990)", "months"),
    ("the Rivers Act (2008) and the Treaty of Rome (1957)", "laws"),
    ("by the Law (2008) and the word of the King (1957)", "a law and a king"),
    ("the Olympics (2012)", "an event"),
    ("the 2007 Strategy (2007)", "a paper"),
    ("(World Cup, 2014) and (Rivers Act, 2008)", "events and laws in brackets"),
    ("(pp. 1962–1990)", "pages"),
    ("(N = 2012)", "a count"),
    ("(2012 birds)", "a quantity"),
    ("(Figure 2012; Table 1990)", "floats"),
    ("https://example.org/Kuhn/1962", "an address"),
    ("doi:10.1000/kuhn.1962", "a DOI"),
    ("(A. Pell, personal communication, 3 March 2016)", "a letter"),
    ("on 12 March 2016", "a date"),
    ("EXPO-2017 and ISO 9001:2015", "a fair and a standard"),
    ("Kuhn was born in 1922.", "a person and a year"),
    ("Exports (2014: 15 per cent) and Imports (2015, 3.4 %) fell", "quantities"),
    ("Revenue (in 2014) rose", "a time behind a noun that opens a sentence"),
    ("Kuhn (born 1922) and Ostrom (1933–2012)", "years of a life"),
]


def read(found, text):
    return [
        (
            citation.span.of(text),
            "|".join([name.text for name in citation.authors] + ["+"] * (citation.et_al is not None)),
            citation.year.text if citation.year else None,
            citation.locator.text if citation.locator else None,
        )
        for citation in found
    ]


@pytest.mark.parametrize(("text", "expected", "why"), BRACKETS + SENTENCES)
def test_a_citation_is_read(body_of, text, expected, why):
    text = f"It is so {text} and not otherwise."
    assert read(find(body_of(text, LIST)), text) == expected, why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_no_citation(body_of, text, why):
    text = f"It is so: {text} and not otherwise."
    assert read(find(body_of(text, LIST)), text) == [], why


@pytest.mark.parametrize(("rows", "kind"), [(BRACKETS, "parenthetical"), (SENTENCES, "narrative")])
def test_the_kind_of_a_citation_is_where_its_names_stand(body_of, rows, kind):
    for text, expected, _ in rows:
        if text.startswith(("(as Kuhn", "(in this")):
            continue
        assert [citation.kind.value for citation in find(body_of(text, LIST))] == [kind] * len(expected), text


@pytest.mark.parametrize(("text", "expected", "why"), BRACKETS + SENTENCES)
def test_every_part_is_cut_from_the_text(body_of, text, expected, why):
    for citation in find(body_of(text, LIST)):
        assert citation.cluster.contains(citation.year_span)
        assert citation.locator is None or citation.locator.span.of(text) == citation.locator.text
        assert [name.span.of(text).replace("\n", " ") for name in citation.authors] == [
            name.text for name in citation.authors
        ]


def test_names_that_stand_elsewhere_are_marked_as_such(body_of):
    text = "Ostrom shows in a long book on nets (1990; 2016) how."
    assert [(one.distant, one.inherited) for one in find(body_of(text, LIST))] == [(True, False), (False, True)]


def test_a_how_to_cite_line_is_no_citation(body_of):
    text = "Kuhn, T. (1962). The structure of scientific revolutions. Chicago.\n\nIt is so (Ostrom, 1990)."
    assert read(find(body_of(text, LIST)), text) == [("Ostrom, 1990", "Ostrom", "1990", None)]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Ostrom (1990) asks (idem, 2016: p. 10).", ("idem, 2016", "Ostrom", "2016", "p. 10"), "another work"),
        ("Ostrom (1990) asks (see also idem 2016).", ("idem 2016", "Ostrom", "2016", None), "words of introduction"),
        ("(Crane & Dove, 2012; eidem, 2014)", ("eidem, 2014", "Crane|Dove", "2014", None), "two authors"),
        ("(Ostrom 1990; id. 2016)", ("id. 2016", "Ostrom", "2016", None), "shortened"),
    ],
)
def test_idem_with_a_year_is_another_work_of_the_same_author(body_of, text, expected, why):
    found = find(body_of(text, LIST))
    assert read(found, text)[1:] == [expected], why
    assert found[1].kind.value == "parenthetical"


def test_idem_without_a_year_repeats_the_work(body_of):
    found = find(body_of("Ostrom (1990) asks (idem: p. 10).", LIST))
    assert [citation.kind.value for citation in found] == ["narrative", "ibid"]


@pytest.mark.parametrize("text", ["(idem, 2016)", "Ostrom (1990) counts one (ID 2016)."])
def test_no_idem_without_an_author_before_it_and_none_of_a_number(body_of, text):
    assert "2016" not in [year for _, _, year, _ in read(find(body_of(text, LIST)), text) if year]


def test_a_short_list_does_not_tell_how_late_the_article_is(body_of):
    entries = "Kuhn, Thomas S. 1962. The Structure of Scientific Revolutions. Chicago: UCP."
    text = "Paradigms shift (Kuhn, 1962). Gull (2020) disagrees (Heron 2019)."
    found = find(body_of(text, entries))
    assert [citation.span.of(text) for citation in found] == ["Kuhn, 1962", "Gull (2020)", "Heron 2019"]


def test_a_reprint_without_a_year_is_known_by_the_first_edition(body_of):
    [citation] = find(body_of("It is so (Freud, [1900] n.d.).", LIST))
    assert (citation.year.number, citation.year.original) == (1900, None)
