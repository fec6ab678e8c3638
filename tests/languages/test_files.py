"""The language files are clean, and the index is made from them."""

from collections import Counter

import pytest

from citecheck.languages.__main__ import INDEX, index, read, spellings
from citecheck.languages.language import SECTIONS, SEPARATOR, bare, by_code, codes, languages, longest_first, words

FILES = {one["code"]: one for one in read()}
CODES = sorted(FILES)
MEASURED = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru"}
#: These may be empty: no inflection of names, no particles of names, no capitals that nouns are written with.
MAY_BE_EMPTY = {"surnames", "genitives", "particles", "works"}
#: These may wait in a language that is not measured.
MAY_WAIT = {"governing", "numbered"}


def test_index_is_fresh():
    assert INDEX.read_text("utf-8") == index(), "run python -m citecheck.languages"


def test_measured_languages_are_those_of_the_contract():
    assert {code for code, one in FILES.items() if one["measured"]} == MEASURED


@pytest.mark.parametrize("code", CODES)
def test_file_has_known_parts_only(code):
    known = {"code", "name", "measured", "sample", *SECTIONS}
    assert set(FILES[code]) <= known
    assert len(code) == 2
    assert code.islower()


@pytest.mark.parametrize("code", CODES)
def test_sections_are_filled(code):
    empty = {section for section in SECTIONS if not FILES[code].get(section)}
    assert empty <= (MAY_BE_EMPTY if code in MEASURED else MAY_BE_EMPTY | MAY_WAIT)


@pytest.mark.parametrize("code", CODES)
def test_no_word_stands_twice(code):
    for section in SECTIONS:
        listed = FILES[code].get(section, ())
        found = Counter(one for word in listed for one in {bare(spelling) for spelling in spellings(word)})
        assert [word for word, count in found.items() if count > 1] == [], section


@pytest.mark.parametrize("code", CODES)
def test_words_are_written_as_in_print(code):
    for section in SECTIONS:
        for word in FILES[code].get(section, ()):
            assert word == " ".join(word.split()), (section, word)
            assert SEPARATOR not in word, (section, word)
            assert "'" not in word, (section, word, "the index adds the typewriter apostrophe")


@pytest.mark.parametrize("code", CODES)
def test_frequent_words_are_lower_case_and_enough(code):
    frequent = FILES[code]["frequent"]
    assert all(word == word.lower() for word in frequent)
    assert 30 <= len(frequent) <= 60


@pytest.mark.parametrize("code", CODES)
def test_samples_are_there_and_hold_their_citations(code):
    samples = FILES[code].get("sample", [])
    assert len(samples) >= (5 if code in MEASURED else 2)
    for sample in samples:
        assert set(sample) <= {"text", "citations", "references"}
        assert all(citation in sample["text"] for citation in sample["citations"]), sample["text"]


SPELLINGS = [
    ("u. a.", {"u. a.", "u.a."}, "abbreviations are typed with and without the space"),
    ("n.d.", {"n.d.", "n. d."}, "in either direction"),
    ("d’après", {"d’après", "d'après"}, "either apostrophe"),
    ("et al.", {"et al."}, "a final period starts nothing"),
    ("2.ª ed.", {"2.ª ed.", "2. ª ed."}, "harmless where no one types it"),
]


@pytest.mark.parametrize(("word", "expected", "why"), SPELLINGS, ids=[row[0] for row in SPELLINGS])
def test_spellings(word, expected, why):
    assert spellings(word) == expected, why


def test_union_and_single_languages():
    assert {"et al", "u. a", "u.a", "и др", "等"} <= words("et_al")
    assert "и др" not in words("et_al", "en", "de")
    assert words("et_al", "en") <= words("et_al")


def test_words_are_bare():
    assert all(word == bare(word) for section in SECTIONS for word in words(section))


def test_longest_first():
    listed = longest_first("headings")
    assert listed.index("references and notes") < listed.index("references")


def test_english_leads():
    assert codes()[0] == "en"
    assert tuple(language.code for language in languages()) == codes()
    assert [language.name for language in by_code(["de", "en"])] == ["English", "Deutsch"]
