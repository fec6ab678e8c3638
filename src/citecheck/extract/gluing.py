"""Two entries on one line: "… Ghent: Vogel. Ministry of Forests. 2008. …"."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

from citecheck.extract.alphabet import key_of
from citecheck.extract.entry_shape import name_strength
from citecheck.languages.language import words
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

#: The year of an entry's head: ". 2008. Ob", ", 2008. Title", " (2008) Title", " (2008a). Title".
_HEAD_YEAR = pattern(r"[.,(](?:(?<=\()|\s)(?:1[5-9]|20)[0-9]{2}[a-z]?(?:\)[.:,]?|[.:])\s(?=[“\"‘'«*_]?[^\W\d_])")
#: Where a sentence ends and another begins.
_SENTENCE_END = pattern(r"[.!?…>)»”\"*_/0-9]\s+(?=[^\W\d_])")
_INNER_END = pattern(r"[^\W\d_]{2,}[.!?]\s|[\"“”«»:;<>*\[\]0-9]")
#: An author's name is at most so long.
LONGEST_HEAD = 160


class Order(Enum):
    """Whether a list is sorted, or is too short to show more than that it may be."""

    KEPT = "kept"
    SHORT = "short"
    NONE = "none"


def may_be_glued(text: str, entry: Span) -> bool:
    """Whether two years of heads stand in the entry, as they must where two entries are glued."""
    first = _HEAD_YEAR.search(text, entry.start, entry.end)
    return first is not None and _HEAD_YEAR.search(text, first.end(), entry.end) is not None


def glued_at(text: str, entry: Span, after: str | None, order: Order) -> tuple[int, ...]:
    """Return where further entries begin inside this one.

    `after` is the sorting key of the entry that follows. In a list in alphabetical order the glued entry must fit
    between its neighbours; in one that is not, only initials will do; in a short one a name that fits as well.
    """
    years = list(_HEAD_YEAR.finditer(text, entry.start, entry.end))
    if len(years) < 2 or years[0].start() - entry.start > 2 * LONGEST_HEAD:
        return ()
    bracketed = text[years[0].start()] == "("
    own = key_of(text, entry.start, entry.end)
    places: list[int] = []
    for before, year in pairwise(years):
        if (text[year.start()] == "(") != bracketed or _counted(text, year.end(), entry.end):
            continue
        place = _head(text, max(before.end() + 12, year.start() - LONGEST_HEAD), year)
        if place is None:
            continue
        key = key_of(text, place, year.start())
        fits = own <= key and (after is None or key <= after)
        strong = name_strength(text, place, entry.end) == 3
        if fits if order is Order.KEPT else strong or (order is Order.SHORT and fits and _in_full(text, place, year)):
            places.append(place)
            own = key
    return tuple(places)


def _in_full(text: str, place: int, year: re.Match[str]) -> bool:
    """Whether a family and a given name stand there, as heads have them: "Cole, Carl. 2003.", no "Bonn, 2003."."""
    family, _, given = text[place : year.start()].partition(",")
    return bool(family.strip() and given.strip()) and text[year.start()] in ".("


def _counted(text: str, at: int, end: int) -> bool:
    """Whether a volume or an issue follows, so that the year is that of a journal: "Syntax. 2001. Vol. 4"."""
    token = text[at : min(end, at + 24)].split(None, 1)[0].casefold().strip(".,:")
    return any(token in words(section) for section in ("volumes", "issues", "pages", "months", "locators"))


def _head(text: str, since: int, year: re.Match[str]) -> int | None:
    """Return where the authors begin that stand right before this year, None where none do."""
    for found in _SENTENCE_END.finditer(text, since, year.start()):
        start = found.end()
        if _is_author(text[start : year.start()]) and name_strength(text, start, year.end()) >= 2:
            return start
    return None


def _is_author(phrase: str) -> bool:
    """Whether the phrase can be an author: names and small words of names alone, no sentence end inside."""
    if not len(phrase) > 2 or _INNER_END.search(phrase):
        return False
    tokens = phrase.replace(",", " ").split()
    if tokens[0].casefold() in words("inside") or tokens[0].casefold() in words("not_names"):
        return False
    return all(token[:1].isupper() or _small(token) for token in tokens)


def _small(token: str) -> bool:
    folded = token.casefold().rstrip(".")
    return any(folded in words(section) for section in ("joiners", "particles", "inside_bodies"))
