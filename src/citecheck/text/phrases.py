"""Finding set phrases and abbreviations in a text by their first word, without one big pattern."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from citecheck.model.span import Span
from citecheck.text.pattern import pattern

_WORD = pattern(r"[^\W\d_]++")
# what may stand between the words of a phrase: n. d. | a.a.O. | no date
_BETWEEN = pattern(r"\.?\s{0,2}")
#: An abbreviation of so few letters (a single word: one less) must have its periods, and is no row of capitals:
#: "n.d.", not "ND" or "N.D."; "id.", not "id", but "ivi".
SHORT = 3


class Phrases:
    """A set of phrases, looked up by their first word. Case does not matter but for short abbreviations."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in phrases:
            words = tuple(word.casefold() for word in _WORD.findall(phrase))
            if words and words not in self._by_first[words[0]]:
                self._by_first[words[0]].append(words)
        for known in self._by_first.values():
            known.sort(key=lambda words: (-len(words), words))

    def find(self, text: str, within: Span) -> Iterator[Span]:
        """Yield the longest phrase at each place inside `within` where one begins, its final period included."""
        if self._by_first.keys().isdisjoint(map(str.casefold, _WORD.findall(text, within.start, within.end))):
            return  # as a rule
        end = within.start
        for word in _WORD.finditer(text, within.start, within.end):
            known = self._by_first.get(word.group().casefold())
            if known is None or word.start() < end:
                continue
            found = next(
                (stop for words in known if (stop := _reaches(text, word, words, within.end)) is not None), None
            )
            if found is not None:
                end = found
                yield Span(word.start(), found)


def _reaches(text: str, first: re.Match[str], words: tuple[str, ...], limit: int) -> int | None:
    """Return where the phrase that begins with `first` ends, None when other words follow."""
    if text[first.start() - 1 : first.start()] in {"-", "."} and first.start():
        return None
    at, last = first.end(), first
    for word in words[1:]:
        between = _BETWEEN.match(text, at, limit)
        found = _WORD.match(text, between.end() if between else at, limit)
        if found is None or found.group().casefold() != word:
            return None
        at, last = found.end(), found
    short = sum(map(len, words)) <= SHORT - (len(words) == 1)
    if short and not _is_dotted(text, Span(*first.span()), last.end()):
        return None
    if text[last.end() : last.end() + 1] == "-" and not re.match(r"-[a-z]\b", text[last.end() : last.end() + 3]):
        return None
    return at + 1 if text[at : at + 1] == "." and at < limit else at


def _is_dotted(text: str, first: Span, end: int) -> bool:
    """Whether an abbreviation has a period behind its first letter, and is no row of capitals."""
    row = text[first.start : end]
    return text[first.end : first.end + 1] == "." and not (end > first.end and row.isupper())
