"""Where citations may hang: years, words that stand for years, and the brackets around them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.languages.language import words
from citecheck.model.reference import Undated, Year
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.pattern import pattern
from citecheck.text.phrases import Phrases

#: The longest bracket that is read as one, in code points; a longer one is two unbalanced halves.
LONGEST_BRACKET = 3000

#: A stand-in for a year has more letters than so, or periods; one for "forthcoming" or "in press" more than the second.
FEW_LETTERS, SHORT = 3, 6

# A bracket, or the end of a paragraph.
_BRACKETS = pattern(r"[()\[\]（）［］\n](?:(?<!\n)|(?=[ \t]*\n))")
_CLOSING = {")": "(", "]": "[", "）": "（", "］": "［"}


@value
class Anchor:
    """A year as it stands in the text; `also` are further suffix letters ("2010a, b")."""

    span: Span
    year: Year
    ranged: bool = False
    """Whether it is one end of a range of years (2004–2006)."""
    joined: bool = False
    """Whether it begins with the year of the first edition in brackets of its own ([1867] 1990)."""

    @property
    def key(self) -> tuple[int | Undated | None, str]:
        """The year and its letter, as they are compared with those of entries."""
        return (self.year.number if self.year.number is not None else self.year.undated), self.year.suffix


@value
class Bracket:
    """A pair of brackets; `span` includes both signs. `parent` is the index of the bracket around it, -1 for none."""

    span: Span
    parent: int
    closed: bool = True


# A year, perhaps behind the year of a first edition.
# matches: 2014 | 2014a | 1900/1953 | al.2014; not: 12014, 3.2014, EXPO-2017, 2015-CSA, 2014/05
_YEAR = pattern(
    r"(?<![\w\-/])(?<![0-9]\.)(?P<original>1[0-9]{3}\s?/\s?)?(?P<number>1[4-9][0-9]{2}|20[0-9]{2})"
    r"(?P<suffix>[a-zа-и](?![^\W_]))?(?![^\W_a-zа-и]|[a-z]{2}|[a-z][0-9]|\.[0-9]|/[0-9]{3}|/[0-9]{1,2}[/.-]|,[0-9]{3}(?![0-9])|[-–][A-Z])"
)
#: What every year begins with; signs at which a pattern can begin are found quickly when it names them first.
_DIGITS = pattern(r"(?:1[0-9]|20)[0-9]{2}")
# the other end of a range of years. matches the beginning of: –2006 | - 06
_RANGED = pattern(r"\s?[–—‒-]\s?[0-9]{2,4}(?![0-9])")
_DASHES = frozenset("–—‒")


@cache
def stand_ins() -> Phrases:
    """The words that stand for a year; what is not published at all ("submitted") is none.

    "i. E.", "i. Dr.": so short a word for "forthcoming" or "in press" is more often something else, and left out.
    """
    return Phrases(
        word
        for section in ("no_date", "forthcoming", "in_press")
        for word in sorted(words(section) - words("unlisted"))
        if len(word) > (1 if section == "no_date" else SHORT) and (len(word) > FEW_LETTERS or "." in word)
    )


# A year that lost the space before it, at the end of a work. matches: Lagarde1983) | Smith2010a; not: CD2003
_GLUED = pattern(r"(?P<number>(?:1[89]|20)[0-9]{2})(?<=[a-zß-ÿ]{2}[0-9]{4})(?P<suffix>[a-z])?(?=[);,])")
# A year that lost the space behind it to the word for "cited in", of which the other space is lost as well.
# matches: (1985apudSmith; not: (1985aSmith
_BEFORE_VIA = pattern(r"(?P<number>(?:1[89]|20)[0-9]{2})(?<![\w\-/][0-9]{4})(?P<suffix>)(?=(?P<via>[a-z]{3,8})[A-Z])")


def anchors(text: str, spans: Sequence[Span], table: BracketTable) -> list[Anchor]:
    """Return every year in `spans` of `text`, and every stand-in for one inside a bracket, in order."""
    found = [anchor for span in spans for anchor in _years(text, span, table)]
    phrases = stand_ins()
    found += [
        Anchor(word, Year(word.of(text), undated=undated(word.of(text))))
        for span in table.outermost
        for word in phrases.find(text, span)
    ]
    return list(_with_originals(text, sorted(found, key=lambda anchor: anchor.span)))


def _with_originals(text: str, found: Sequence[Anchor]) -> Iterator[Anchor]:
    """Yield the anchors, a year in brackets joined with the year right behind it: "[1867] 1990" is the 1990 edition."""
    first: Anchor | None = None
    for anchor in found:
        if first is not None and _edition(text, first.span, anchor.span):
            span = Span(first.span.start - 1, anchor.span.end)
            undated = anchor.year.number is None  # "[1779] n.d." is known by the first edition
            year = first.year if undated else replace(anchor.year, original=first.year.number)
            yield replace(anchor, span=span, year=replace(year, text=span.of(text)), joined=True)
            first = None
            continue
        if first is not None:
            yield first
        first = anchor
    if first is not None:
        yield first


def _edition(text: str, original: Span, year: Span) -> bool:
    """Whether a year stands in square brackets of its own and another right behind them."""
    if text[max(0, original.start - 1) : original.start] not in {"[", "［"} or year.start - original.end > 3:
        return False
    between = text[original.end : year.start]
    return between[:1] in {"]", "］"} and not between[1:].strip()


def _years(text: str, within: Span, table: BracketTable) -> Iterator[Anchor]:
    """Yield the years, in brackets also those that lost a space beside them."""
    end = within.start
    for digits in _DIGITS.finditer(text, within.start, within.end):
        at = digits.start()
        year = _YEAR.match(text, at, within.end) if at >= end else None
        if year is not None:
            end = year.end()
            yield _anchor(text, year)
        elif at >= end and table.around(at) >= 0 and (year := _run_together(text, at, within.end)) is not None:
            yield Anchor(Span(*year.span()), Year(year[0], int(year["number"]), year["suffix"] or ""))


def _run_together(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the year that stands at `at` without a space before or behind it."""
    glued = _GLUED.match(text, at, end)
    if glued is not None:
        return glued
    before = _BEFORE_VIA.match(text, at, end)
    return before if before is not None and before["via"] in words("via") else None


def _anchor(text: str, found: re.Match[str]) -> Anchor:
    start, end = found.span()
    first, number, suffix = found.groups()
    ranged = text[start - 1 : start] in _DASHES or _RANGED.match(text, end, end + 6) is not None
    original = int(first.strip(" /")) if first else None
    return Anchor(Span(start, end), Year(found[0], int(number), suffix.lower() if suffix else "", original), ranged)


def undated(word: str) -> Undated:
    """Return what a stand-in for a year says."""
    plain = _squeezed(word)
    for section, kind in (("in_press", Undated.IN_PRESS), ("forthcoming", Undated.FORTHCOMING)):
        if plain in {_squeezed(known) for known in words(section)}:
            return kind
    return Undated.NO_DATE


def _squeezed(word: str) -> str:
    """Return the letters of `word` alone."""
    return "".join(letter for letter in word.casefold() if letter.isalpha())


def brackets(text: str, spans: Sequence[Span]) -> tuple[Bracket, ...]:
    """Return the brackets of `spans`, by start; one that is not closed in its paragraph is left out."""
    found: list[tuple[int, int, int]] = []
    for span in spans:
        open_: list[tuple[int, str]] = []
        for sign in _BRACKETS.finditer(text, span.start, span.end):
            mark = sign.group()
            if mark == "\n":
                open_.clear()
            elif mark not in _CLOSING:
                open_.append((sign.start(), mark))
            else:
                _close(open_, found, sign.end(), _CLOSING[mark])
    return _nested(sorted(found))


def _close(open_: list[tuple[int, str]], found: list[tuple[int, int, int]], end: int, mark: str) -> None:
    """Pair the closing sign before `end` with the nearest opening sign of its kind."""
    for at in range(len(open_) - 1, max(-1, len(open_) - 6), -1):
        start, opening = open_[at]
        if opening == mark and end - start <= LONGEST_BRACKET:
            found.append((start, end, 0))
            del open_[at:]
            return


def _nested(pairs: list[tuple[int, int, int]]) -> tuple[Bracket, ...]:
    result: list[Bracket] = []
    around: list[int] = []
    for start, end, _ in pairs:
        while around and result[around[-1]].span.end <= start:
            around.pop()
        result.append(Bracket(Span(start, end), around[-1] if around else -1))
        around.append(len(result) - 1)
    return tuple(result)


class BracketTable:
    """The brackets of a text, for asking which one is innermost around a place."""

    __slots__ = ("_starts", "brackets", "outermost")

    def __init__(self, found: Sequence[Bracket]) -> None:
        self.brackets = tuple(found)
        self.outermost = tuple(bracket.span for bracket in self.brackets if bracket.parent < 0)
        self._starts = [bracket.span.start for bracket in self.brackets]

    def around(self, offset: int) -> int:
        """Return the index of the innermost bracket around `offset`, -1 for none."""
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self.brackets[at].span.end <= offset:
            at = self.brackets[at].parent
        return at
