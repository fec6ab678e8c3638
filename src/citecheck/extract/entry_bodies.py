"""Bodies as authors of an entry: ministries, banks, associations, and the acronyms that stand beside their names."""

from __future__ import annotations

import re

from citecheck.extract.entry_chunks import TOKEN, et_al_at, particles
from citecheck.languages.language import words
from citecheck.model.reference import Name
from citecheck.model.value import value

#: "(WHO)" or "[WHO]" after a name, and the name after its acronym: "WHO (World Health Organization)".
_ACRONYM = re.compile(
    r"\s?[(\[](?P<short>[A-Z][A-Za-z0-9&/.-]{1,14})[)\]]|\s[–—-]\s(?P<dash>[A-Z]{2,9})(?=[.,]|\s[(\[])"
)
_SPELLED = re.compile(
    r"(?P<short>[A-Z][A-Z0-9&.-]{1,11})\s?(?:[(\[](?P<name>[A-Z][^()\[\]0-9]{6,90})[)\]]|[–—:-]\s(?P<after>[A-Z][^()\[\]0-9.,]{6,90})(?=[.,]\s))"
)
_YEAR_NEXT = re.compile(r"[\s.,;:]{0,3}[(\[]?\s?(?:1[4-9]|20)[0-9]{2}(?![0-9])|[\s.,]{0,2}[(\[](?!\w{1,5}[)\]])")
_MOST_WORDS = 22


@value
class Body:
    """A body that begins an entry and where its name ends."""

    name: Name
    end: int


def is_body_word(word: str) -> bool:
    """Whether a word shows that a name is a body's."""
    return word.casefold() in words("bodies")


def read_body(text: str, start: int, end: int) -> Body | None:
    """Return the body whose name begins at `start`, None when what stands there is no body's name."""
    spelled = _SPELLED.match(text, start, end)
    if spelled and (spelled["name"] or any(is_body_word(word) for word in spelled["after"].split())):
        return Body(Name(spelled["name"] or spelled["after"], corporate=True, acronym=spelled["short"]), spelled.end())
    stretch = _stretch(text, start, end)
    if not stretch:
        return None
    stop, known = stretch
    dated = _YEAR_NEXT.match(text, stop, end)
    acronym = _ACRONYM.match(text, stop, end)
    if not (known or dated or acronym):
        return None
    name = text[start:stop].rstrip(" ,.;")
    if acronym:
        return Body(Name(name, corporate=True, acronym=acronym["short"] or acronym["dash"]), acronym.end())
    return Body(Name(name, corporate=True), start + len(name))


def _stretch(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return how far words run that a body's name may hold, and whether one of them is known as such."""
    known = False
    count = small = 0
    stop = start
    comma: tuple[int, bool] | None = None
    for token in TOKEN.finditer(text, start, min(end, start + 240)):
        word = token.group()
        if not word[0].isalpha():
            if word == "," and known and not comma:
                comma = (stop, True)
            if word in ",&/-–'’" or (
                word == "." and text[token.start() - 2 : token.start() - 1] in ("", " ", ".", "(")
            ):
                continue
            break
        if et_al_at(text, token.start(), word):
            break
        count += 1
        low = word.casefold()
        if low in words("bodies") and word[0] != low[0]:
            known = True
        elif word[0] == low[0] and low[0].islower() and low not in words("inside_bodies") and low not in particles():
            small += 1
            if not known or small > 3 or comma:
                return comma
        stop = token.end()
        if count > _MOST_WORDS:
            return comma
    return (stop, known) if count and not small else comma
