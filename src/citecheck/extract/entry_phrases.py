"""Phrases of the language files, known where they stand in an entry: "et al.", "Retrieved from", "hrsg. von"."""

from __future__ import annotations

from functools import cache

from citecheck.languages.language import words
from citecheck.text.pattern import pattern

_WORD = pattern(r"[^\W\d_]+")
#: The sections of phrases that stand instead of a year.
UNDATED = ("no_date", "forthcoming", "in_press")


@cache
def _by_first_word(section: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a section by their first word, longest first."""
    heads: dict[str, list[str]] = {}
    for phrase in {word.strip("(): ").rstrip(".") for word in words(section)}:
        if phrase.isalpha():
            heads.setdefault(phrase, []).append(phrase)
        elif first := _WORD.match(phrase):
            heads.setdefault(first.group(), []).append(phrase)
    return {first: tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase))) for first, found in heads.items()}


@cache
def first_words(*sections: str) -> frozenset[str]:
    """Return the words with which phrases of these sections begin, for a quick look before the phrases are tried."""
    return frozenset(first for section in sections for first in _by_first_word(section))


def phrase_at(section: str, text: str, at: int) -> str | None:
    """Return the longest phrase of a section that stands at `at` in any case, as the language file has it."""
    first = _WORD.match(text, at)
    if not first:
        return None
    for phrase in _by_first_word(section).get(first.group().casefold(), ()):
        end = at + len(phrase)
        if text[at:end].casefold() == phrase and not text[end : end + 1].isalnum():
            return phrase
    return None


def undated_phrase(text: str, at: int) -> tuple[str, str] | None:
    """Return the section and the phrase that stands instead of a year at `at`; "S. D." are somebody's initials."""
    for section in UNDATED:
        phrase = phrase_at(section, text, at)
        if phrase and (len(phrase) > 4 or text[at].islower() or text[at - 1 : at] in {"(", "["}):
            return section, phrase
    return None
