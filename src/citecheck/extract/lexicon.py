"""The names and years of the reference list, with which the text is read: the list first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from citecheck.model.reference import Name, Reference, Undated
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern
from citecheck.text.tokens import Token

#: Signs that may stand inside a name and say nothing: TCP/IP, AT&T, U.S., “Médecins…”.
_INSIDE = frozenset("/&.'’-‐–—*_‘“”\"+")
_WORD = pattern(r"[^\W_]++")


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, signs between them dropped."""
    return tuple(_WORD.findall(fold(text)))


#: The first letter of the scripts of China, Japan and Korea, and how many letters a name has in them, the most first.
EAST_ASIAN, NAME_SIZES = "\u2e80", (4, 3, 2)
#: So many letters most family names of Japan have, which may stand alone in the text.
SURNAME = 2
# a name with an ending that an apostrophe parts from it. matches: Kaya'nın | Browne’a; not: O’Neill | D'Arc
ENDED = pattern(r"(?P<name>.{3,40})['’ʼ][a-zçğıöşü]{1,4}")
# an article or a preposition that lost its vowel. matches the beginning of: l’INSEE | d'Obrecy | dell’Anna
_ELIDED = pattern(r"[^\W\d_]{1,5}['’ʼ]")
_RUN = pattern(rf"[{EAST_ASIAN}-\U0010ffff]+|[^{EAST_ASIAN}-\U0010ffff]+")
#: The signs of which one stands in every token that may be `parted`, but for those of East Asian scripts.
ELIDING = pattern("['’ʼ]")


class Lexicon:
    """What the list says about names: which there are, in which entries, at which place, and with which years."""

    __slots__ = (
        "_by_last",
        "_dated",
        "_entries",
        "_firsts",
        "_given",
        "_positions",
        "_titles",
        "_years",
        "references",
        "years",
    )

    def __init__(self, references: Sequence[Reference]) -> None:
        self.references = tuple(references)
        self._by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._firsts: set[str] = set()
        self._positions: dict[tuple[str, ...], dict[int, tuple[int, ...]]] = {}
        self._titles: dict[tuple[str, ...], list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._given: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._dated: dict[tuple[tuple[str, ...], int | Undated | None], frozenset[int]] = {}
        self._years = [_year_key(reference) for reference in self.references]
        self.years = frozenset(year for year, _ in self._years)
        self._entries = [len(reference.cited_as) for reference in self.references]
        for index, reference in enumerate(self.references):
            for position, name in enumerate(reference.cited_as):
                given = words_of(name.given) if name.given else ()
                for form in forms(name):
                    self._add(form, index, position)
                    self._given[form].update(word for word in given if len(word) > 1)
            if reference.title:
                title = words_of(reference.title)
                self._titles[title[:2]].append((title, index))
            for alias in reference.aliases:
                self._add(words_of(alias), index, 0)
        for known in self._by_last.values():
            known.sort(key=lambda words: -len(words))

    def _add(self, name: tuple[str, ...], index: int, position: int) -> None:
        if not name:
            return
        if name not in self._positions:
            self._positions[name] = {}
            self._by_last[name[-1]].append(name)
            self._firsts.add(name[0])
        places = self._positions[name]
        places[index] = (*places.get(index, ()), position)

    def ends_name(self, word: str) -> bool:
        """Whether a listed name ends with this word."""
        return words_of(word)[-1:][0] in self._by_last

    def is_given(self, word: str, name: tuple[str, ...]) -> bool:
        """Whether `word` is a given name of somebody whom the list has under the family name `name`."""
        given = self._given.get(name)
        return given is not None and given.issuperset(words_of(word))

    def ending_at(self, tokens: Sequence[Token], at: int) -> tuple[int, tuple[str, ...]] | None:
        """Return (index of its first token, folded words) of the longest listed name whose last token is `at`."""
        last = words_of(_without_genitive(tokens[at].text))
        if last and last[-1] not in self._by_last and last[-1][-1:] == "s" and _is_possessive(tokens, at):
            last = (*last[:-1], last[-1][:-1])
        if last and last[-1] not in self._by_last and (ended := ENDED.fullmatch(tokens[at].text)) is not None:
            last = words_of(ended["name"])
        if not last or last[-1] not in self._by_last:
            return None
        for name in self._by_last[last[-1]]:
            first = _reaches(tokens, at, name, last)
            if first is not None and (tokens[first].is_capitalised or not _is_plain(name, tokens, first, at)):
                return first, name
        return None

    def parted(self, token: Token) -> tuple[Token, ...]:
        """Return a token cut where a listed name begins or ends inside it.

        Behind an elided word where only the rest is a listed name ("d’Obrecy", not "O’Neill"); anywhere in scripts
        without spaces ("陆野和顾岩"), and where these meet Latin letters ("见Garrel和Humbold").
        """
        if max(token.text) >= EAST_ASIAN:
            return tuple(part for run in _runs(token) for part in self._spaced(run))
        elided = _ELIDED.match(token.text)
        if elided is None or not elided.end() < len(token.text) or not token.text[elided.end()].isupper():
            return (token,)
        whole, rest = (words_of(_without_genitive(text))[-1:] for text in (token.text, token.text[elided.end() :]))
        if not rest or rest[0] not in self._by_last or whole[0] in self._by_last or whole[0] in self._firsts:
            return (token,)
        cut = token.start + elided.end()
        return Token(elided.group(), token.start, cut), Token(token.text[elided.end() :], cut, token.end)

    def _spaced(self, token: Token) -> Iterator[Token]:
        """Yield the parts of a run of letters in a script without spaces: listed names, and what stands between."""
        text, done = token.text, 0
        for at in range(len(text) - 1 if text[0] >= EAST_ASIAN else 0):
            sizes = (size for size in NAME_SIZES if at + size <= len(text))
            size = next((size for size in sizes if words_of(text[at : at + size]) in self._positions), 0)
            if at >= done and size:
                if at > done:
                    yield Token(text[done:at], token.start + done, token.start + at)
                done = at + size
                yield Token(text[at:done], token.start + at, token.start + done)
        if done < len(text):
            yield Token(text[done:], token.start + done, token.end)

    def entries(self, name: tuple[str, ...]) -> dict[int, tuple[int, ...]]:
        """Return the entries that have this name: index of the entry → places of the name in it, from 0."""
        return self._positions.get(name, {})

    def dated(self, name: tuple[str, ...], year: int | Undated | None) -> frozenset[int]:
        """Return the entries that have this name and this year, whatever letter stands behind it."""
        found = self._dated.get((name, year))
        if found is None:
            found = frozenset(index for index in self._positions.get(name, ()) if self._years[index][0] == year)
            self._dated[name, year] = found
        return found

    def titled(self, words: tuple[str, ...]) -> list[int]:
        """Return the entries whose title begins with these words, two at least."""
        if len(words) < 2:
            return []
        return [index for title, index in self._titles.get(words[:2], ()) if title[: len(words)] == words]

    def opens_title(self, words: tuple[str, ...]) -> bool:
        """Whether the title of an entry begins with the first two of these words, as far as there are two."""
        return len(words) < 2 or words[:2] in self._titles

    def knows(self, name: tuple[str, ...]) -> bool:
        """Whether an entry has this name."""
        return name in self._positions

    def year_of(self, index: int) -> tuple[int | Undated | None, str]:
        """Return year and suffix of an entry."""
        return self._years[index]

    def count(self, index: int) -> int:
        """Return how many authors an entry names."""
        return self._entries[index]


def _runs(token: Token) -> Iterator[Token]:
    """Yield the parts of a token in scripts without spaces, and those in others."""
    for run in _RUN.finditer(token.text):
        yield Token(run.group(), token.start + run.start(), token.start + run.end())


def forms(name: Name) -> Iterable[tuple[str, ...]]:
    """Return the folded forms under which a name may be cited."""
    shown = words_of(name.shown)
    yield shown
    if "." in name.shown:
        yield words_of(name.shown.replace(".", ". "))
    if name.particle:
        yield words_of(name.family)
    if name.acronym:
        yield words_of(name.acronym)
    if name.suffix:
        yield words_of(f"{name.shown} {name.suffix}")
    if not name.corporate and " " in name.family.strip() and name.given is not None:
        yield words_of(name.family.split()[0])
    if name.family >= EAST_ASIAN and name.given is None and len(shown) == 1 and len(name.family) > SURNAME:
        yield (shown[0][:SURNAME],)
    if name.corporate:
        if len(shown) > 1 and shown[0] == "the":
            yield shown[1:]
        yield from initialisms(name.family)


def initialisms(body: str) -> Iterable[tuple[str, ...]]:
    """Return the initials of the capitalised words of a body's name: "World Health Organization" → who."""
    letters = "".join(word[0] for word in re.findall(r"[^\W\d_][\w’'-]*", body) if word[0].isupper())
    if 2 < len(letters) < 9:
        yield (fold(letters),)


def _year_key(reference: Reference) -> tuple[int | Undated | None, str]:
    year = reference.year
    if year is None:
        return None, ""
    return (year.number if year.number is not None else year.undated), year.suffix


def _without_genitive(word: str) -> str:
    """Return `word` without an English possessive ending."""
    if word[-2:] in {"'s", "’s", "ʼs", "`s", "´s"}:
        return word[:-2]
    return word


def _is_possessive(tokens: Sequence[Token], at: int) -> bool:
    """Whether an apostrophe stands right behind the word: "Jansens’ (2003)"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.text in "'’ʼ" and following.start == tokens[at].end


def _reaches(tokens: Sequence[Token], at: int, name: tuple[str, ...], last: tuple[str, ...]) -> int | None:
    """Return the index of the first token of `name` when it ends at `at`, None when the words differ."""
    left = len(name) - len(last)
    if left < 0 or name[left:] != last:
        return None
    first = at
    while left:
        first -= 1
        while first >= 0 and tokens[first].text in _INSIDE:
            first -= 1
        if first < 0:
            return None
        words = words_of(tokens[first].text)
        if not words or len(words) > left or name[left - len(words) : left] != words:
            return None
        left -= len(words)
    return first


def _is_plain(name: tuple[str, ...], tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether what stands there is a lower-case word of the language rather than a name written in lower case."""
    return not any(tokens[index].is_capitalised for index in range(first, at + 1)) and len(name) == 1
