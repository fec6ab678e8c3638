"""The titles of the list, for finding them in running text: whole, without a subtitle, or shortened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from citecheck.languages.language import bare, words
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

_WORD = pattern(r"[^\W_]++(?:['’ʼ][^\W_]++)*+")
_MAIN_PART = pattern(r"[:.?!](?=\s)|\s[–—]\s")
_QUOTED = pattern(r"[“„«‘\"‹]([^“”„«»\"‘]{4,300}?)[”“»’\"›](?!\w)")
_EDITED = pattern(r"\s?\([^\W\d_]{2,6}\.?\)[,.]\s+([^\n(]{4,300})")
_SENTENCE = pattern(r"\.\s+([^.\n]{4,300})")


#: Of titles that begin alike so many are compared, and so many words of each: enough for any list but a hostile one.
_ALIKE = 100
_LONGEST = 60


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    folded: str
    start: int
    end: int


@value
class Title:
    """A title of the list as its words; `main` is how many stand before a subtitle.

    `dropped` is a short first word ("The", "On") that is none of them, because short forms leave it out.
    """

    reference: Reference
    said: tuple[str, ...]
    main: int
    dropped: str | None = None


class Hit(NamedTuple):
    """A title found: the entries that have it, from which word to which, and whether it is whole or its main part."""

    titles: tuple[Title, ...]
    first: int
    last: int
    whole: bool


def words_in(text: str, span: Span) -> list[Word]:
    """Return the words of `span` of `text`, folded."""
    return [Word(fold(one.group()), *one.span()) for one in _WORD.finditer(text, span.start, span.end)]


class TitleIndex:
    """The titles of the list, by their first word and by their first two."""

    __slots__ = ("_by_first", "_by_two")

    def __init__(self, references: Sequence[Reference]) -> None:
        self._by_first: dict[str, list[Title]] = defaultdict(list)
        self._by_two: dict[tuple[str, ...], list[Title]] = defaultdict(list)
        for reference in references:
            title = _title(reference)
            if title is not None:
                self._by_first[title.said[0]].append(title)
                self._by_two[title.said[:2]].append(title)

    def may_begin(self, word: str) -> bool:
        """Whether a title begins with this folded word."""
        return word in self._by_first

    def at(self, said: Sequence[Word], place: int) -> Hit | None:
        """Return the longest title that begins with the word at `place`, or what is left of it when shortened."""
        found: list[tuple[int, Title]] = []
        two = tuple(word.folded for word in said[place : place + 2])
        alike = self._by_two[two] if two in self._by_two else self._by_first.get(two[0], [])
        for title in alike[:_ALIKE]:
            length = _shared(said, place, title.said)
            if length:
                found.append((length, title))
        if not found:
            return None
        longest = max(length for length, _ in found)
        best = tuple(title for length, title in found if length == longest)
        first = place - 1 if place and any(title.dropped == said[place - 1].folded for title in best) else place
        return Hit(best, first, place + longest - 1, any(longest >= title.main for title in best))


def _written_title(reference: Reference) -> str | None:
    """Return the title of an entry; where its parts were not told, what is quoted in it, else its second sentence."""
    if reference.title and not _goes_on_with_names(reference.title):
        return reference.title
    after = reference.text.find(reference.title) + len(reference.title) if reference.title else 0
    found = _QUOTED.search(reference.text) or _EDITED.match(reference.text, max(0, after))
    found = found or _SENTENCE.search(reference.text, 3)
    return found[1] if found else None


def _goes_on_with_names(title: str) -> bool:
    """Whether a title was cut too early: "and Bo Carver, Nets", "(Zhang Taihao)"."""
    return title[0] in "([" or (bare(title.split(maxsplit=1)[0]) in words("joiners") and title[0].islower())


def _title(reference: Reference) -> Title | None:
    written = _written_title(reference)
    if written is None:
        return None
    main = _MAIN_PART.search(written)
    said = [word.folded for word in words_in(written, Span(0, len(written)))][:_LONGEST]
    many = len(words_in(written, Span(0, main.start()))) if main else len(said)
    if len(said) > 1 and len(said[0]) < 4:
        return Title(reference, tuple(said[1:]), max(1, many - 1), said[0])
    return Title(reference, tuple(said), max(1, many)) if said else None


def _shared(said: Sequence[Word], place: int, title: tuple[str, ...]) -> int:
    """Return how many words of a title stand at `place`."""
    length = 0
    for word in title:
        if place + length >= len(said) or said[place + length].folded != word:
            break
        length += 1
    return length
