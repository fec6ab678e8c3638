"""The words of scholarly writing in one language, and the union of them all.

One TOML file a language; `index.json` is made from them by `python -m citecheck.languages` (a test keeps it fresh), so
that a run reads one small file instead of twenty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citecheck.model.value import value

#: The sections of a language file that are lists of words or phrases, in the spelling that is usual in print.
Words = tuple[str, ...]


@value
class Language:
    """One language. Every field but the first three lists words or phrases; case does not matter.

    `frequent`: 30 to 60 very frequent lower-case words, for telling the language of a text.
    `joiners`: words between the last two names ("and"). `et_al`: "et al.", "and others", "u. a.".
    `ibid`, `idem`, `op_cit`, `loc_cit`: as they stand in citations.
    `no_date`, `forthcoming`, `in_press`: instead of a year.
    `pages`: labels before page numbers ("p.", "pp."); `locators`: before other locators ("ch.", "vol.", "fig.", "§").
    `headings`: of reference lists. `notes_headings`: of sections of notes.
    `after_list`: headings of what may follow a list.
    `months`: names and abbreviations. `particles`: of surnames ("van der"), lower case.
    `editors`: "ed.", "eds.", "Hrsg."; `translators`. `inside`: "In", "In:" before a container.
    `editions`, `volumes`, `issues`: labels. `accessed`: "Accessed", "Retrieved from", "Available at".
    `theses`: "PhD thesis".
    `before`: words that lead into a citation ("see", "e.g.", "cf."). `via`: "quoted in", "as cited in".
    `unlisted`: "personal communication", "unpublished data", "this volume": cited, and rightly not in the list.
    `not_names`: words that stand capitalised before a year or open a sentence and are no author ("In", "Table").
    `titles`: words before a name that are no part of it ("Dr.", "President").
    `surnames`: those of both that are surnames too, and are read as one where they stand alone ("King", "Page").
    `inside_bodies`: lower-case words inside names of bodies ("of", "for", "the").
    `bodies`: words that show a name to be that of a body ("Ministry", "University", "Ltd.").
    `genitives`: endings that inflection adds to a surname ("’s", "s", "а").
    `floats`: "Table", "Figure", "Box", "Appendix". `numbered`: before the number of an entry ("ref.", "Refs").
    `governing`: words that need a name behind them, so that a bracket there is misplaced ("according to", "of", "by").
    `works`: nouns that are written with a capital and have an author behind them ("Studie" von, "Aussage" von).
    """

    code: str
    name: str
    measured: bool
    frequent: Words = ()
    joiners: Words = ()
    et_al: Words = ()
    ibid: Words = ()
    idem: Words = ()
    op_cit: Words = ()
    loc_cit: Words = ()
    no_date: Words = ()
    forthcoming: Words = ()
    in_press: Words = ()
    pages: Words = ()
    locators: Words = ()
    headings: Words = ()
    notes_headings: Words = ()
    after_list: Words = ()
    months: Words = ()
    particles: Words = ()
    editors: Words = ()
    translators: Words = ()
    inside: Words = ()
    editions: Words = ()
    volumes: Words = ()
    issues: Words = ()
    accessed: Words = ()
    theses: Words = ()
    before: Words = ()
    via: Words = ()
    unlisted: Words = ()
    not_names: Words = ()
    titles: Words = ()
    surnames: Words = ()
    inside_bodies: Words = ()
    bodies: Words = ()
    genitives: Words = ()
    floats: Words = ()
    numbered: Words = ()
    governing: Words = ()
    works: Words = ()


#: The fields of a language that hold words.
SECTIONS = tuple(Language.__annotations__)[3:]


#: What stands between two words in the index, which keeps a section as one string: that is quick to read.
SEPARATOR = "|"


@cache
def _index() -> dict[str, Any]:
    """Return the index: "words", the union by section; some of it "folded"; "languages", each with its sections."""
    index: dict[str, Any] = json.loads(Path(__file__).with_name("index.json").read_bytes())
    return index


def codes() -> tuple[str, ...]:
    """Return the codes of all languages, English first."""
    return tuple(one["code"] for one in _index()["languages"])


def languages() -> tuple[Language, ...]:
    """Return every language, English first, then by code; their words are `bare`."""
    return by_code(codes())


def by_code(wanted: Iterable[str]) -> tuple[Language, ...]:
    """Return the languages of these ISO 639-1 codes, English first, then by code; their words are `bare`."""
    asked = set(wanted)
    return tuple(
        Language(one["code"], one["name"], one["measured"], *(_split(one[section]) for section in SECTIONS))
        for one in _index()["languages"]
        if one["code"] in asked
    )


@cache
def words(section: str, *wanted: str) -> frozenset[str]:
    """Return the words of one section in all languages together, each `bare`; or in the languages of these codes.

    Citations of one article mix languages (a Dutch style in an English text), so reading uses the union. A section
    that holds words which are surnames elsewhere ("May", "Lei", "Das") is better asked for by language.
    """
    if not wanted:
        return frozenset(_split(_index()["words"][section]))
    joined = (one[section] for one in _index()["languages"] if one["code"] in wanted)
    return frozenset().union(*map(_split, joined))


#: Languages that give surnames endings by case; elsewhere a final letter is part of the name.
INFLECTED = frozenset({"cs", "el", "fi", "hu", "pl", "ru", "uk"})


def inflections(code: str | None) -> frozenset[str]:
    """Return the endings that surnames take in a language, none where it leaves them as they are."""
    return words("genitives", code) if code in INFLECTED else frozenset()


def _split(joined: str) -> Words:
    return tuple(joined.split(SEPARATOR)) if joined else ()


#: The sections that are compared with folded words; folding them takes longer than reading an article.
FOLDED = ("joiners", "headings", "notes_headings", "after_list", "floats")


@cache
def folded(section: str) -> frozenset[str]:
    """Return the words of one of the sections `FOLDED` in all languages, each folded, without a colon at its end."""
    return frozenset(_split(_index()["folded"][section]))


@lru_cache(maxsize=32768)
def bare(word: str) -> str:
    """Return `word` as it is compared: case folded, spaces made single, without a final period or comma."""
    return " ".join(word.casefold().split()).rstrip(".,")


def longest_first(section: str) -> tuple[str, ...]:
    """Return the words of a section in all languages, longest first, for building a pattern."""
    return tuple(sorted(words(section), key=lambda word: (-len(word), word)))
