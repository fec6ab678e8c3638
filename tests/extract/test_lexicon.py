"""The names of the list: under which forms each is known, where it ends in a text, and what it belongs to."""

import pytest

from citecheck.extract.lexicon import Lexicon, forms, initialisms, words_of
from citecheck.model.reference import Name
from citecheck.text.tokens import tokenise

LIST = """
Axelrod, Robert. 1984. The Evolution of Cooperation. New York: Basic Books.
Crane, Ada, and Ben Dove. 2012a. Flocks. Birds 3 (2): 110–133.
Médecins Sans Frontières. 2016. Wards. Paris: MSF.
O’Sullivan, Mary. 2003. The Tide Table. Cork: Quay.
van der Velde, Pieter. 2007. Dunes. Leiden: Duin.
World Health Organization (WHO). 2020. Clean Hands. Geneva: WHO.
"""


@pytest.fixture(scope="module")
def lexicon(references_of):
    return Lexicon(references_of(LIST))


WORDS = [
    ("Lévi-Strauss", ("levi", "strauss"), "a hyphen parts words"),
    ("O’Sullivan", ("osullivan",), "an apostrophe does not"),
    ("AT&T", ("at", "t"), "a sign between letters"),
    ("U.S. Senate", ("us", "senate"), "periods of an abbreviation"),
    ("  van  der\u00a0Velde ", ("van", "der", "velde"), "any white space"),
    ("STRAUß", ("strauss",), "capitals and ß"),
    ("—", (), "no word at all"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WORDS)
def test_words_of_a_name(text, expected, why):
    assert words_of(text) == expected, why


FORMS = [
    (Name("Velde", "Pieter", "van der"), {("van", "der", "velde"), ("velde",)}, "with and without particle"),
    (Name("García Márquez", "Gabriel"), {("garcia", "marquez"), ("garcia",)}, "the first of two family names"),
    (Name("The Bee Club", corporate=True), {("the", "bee", "club"), ("bee", "club"), ("tbc",)}, "a body's article"),
    (
        Name("World Health Organization", corporate=True, acronym="WHO"),
        {("world", "health", "organization"), ("who",)},
        "an acronym",
    ),
    (Name("Kuhn", "Thomas"), {("kuhn",)}, "one family name"),
]


@pytest.mark.parametrize(("name", "expected", "why"), FORMS)
def test_forms_under_which_a_name_is_cited(name, expected, why):
    assert set(forms(name)) == expected, why


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("World Health Organization", [("who",)]),
        ("Food and Agriculture Organization of the United Nations", [("faoun",)]),
        ("Greenpeace", []),
        ("Red Cross", []),
    ],
)
def test_initials_of_a_body_with_three_words_at_least(body, expected):
    assert list(initialisms(body)) == expected


ENDINGS = [
    ("as Axelrod", ("axelrod",), "Axelrod", "one word"),
    ("as Axelrod’s", ("axelrod",), "Axelrod’s", "a genitive"),
    ("by van der Velde", ("van", "der", "velde"), "van der Velde", "with its particles"),
    ("by Velde", ("velde",), "Velde", "without them"),
    ("by O'Sullivan", ("osullivan",), "O'Sullivan", "another apostrophe"),
    ("the World Health Organization", ("world", "health", "organization"), "World Health Organization", "a body"),
    ("the WHO", ("who",), "WHO", "an acronym"),
    ("by MEDECINS SANS FRONTIERES", ("medecins", "sans", "frontieres"), "MEDECINS SANS FRONTIERES", "capitals"),
    ("by Kuhn", None, None, "not listed"),
    ("the crane", None, None, "a word that is a name only with a capital"),
    ("Axelrod says", None, None, "not at the end"),
]


@pytest.mark.parametrize(("text", "name", "shown", "why"), ENDINGS)
def test_the_longest_name_that_ends_here(lexicon, text, name, shown, why):
    tokens = tokenise(text, 0, len(text))
    found = lexicon.ending_at(tokens, len(tokens) - 1)
    assert (found and found[1]) == name, why
    assert found is None or text[tokens[found[0]].start :] == shown


def test_where_a_name_stands_in_its_entries(lexicon):
    assert lexicon.entries(("dove",)) == {1: (1,)}
    assert lexicon.year_of(1) == (2012, "a")
    assert lexicon.count(1) == 2
    assert lexicon.entries(("kuhn",)) == {}


def test_entries_by_the_beginning_of_their_title(lexicon):
    assert lexicon.titled(("the", "evolution", "of")) == [0]
    assert lexicon.titled(("the",)) == []
    assert lexicon.titled(("the", "revolution")) == []


PARTED = [
    ("d’Axelrod", ["d’", "Axelrod"], "an elided preposition"),
    ("L’Axelrod", ["L’", "Axelrod"], "an elided article that opens a sentence"),
    ("O’Sullivan", ["O’Sullivan"], "the apostrophe of a listed name"),
    ("d’Arcy", ["d’Arcy"], "a name that the list has not"),
    ("陆野和顾岩", ["陆野", "和", "顾岩"], "names in a script without spaces"),
    ("研究", ["研究"], "another word of it"),
]


@pytest.mark.parametrize(("text", "parts", "why"), PARTED)
def test_a_listed_name_is_parted_from_what_is_glued_to_it(references_of, text, parts, why):
    lexicon = Lexicon(references_of(f"{LIST}\n陆野，顾岩，2011. 法律的边界[M]. 北京：塔楼出版社."))
    [token] = tokenise(text, 0, len(text))
    assert [part.text for part in lexicon.parted(token)] == parts, why
    assert [part.span.of(text) for part in lexicon.parted(token)] == parts
