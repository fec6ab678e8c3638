"""The names that stand before a title in a note: "See Ann B. Carver and Lee van Dorn, eds., "."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citecheck.extract.listed_titles import Word
from citecheck.languages.language import bare, words
from citecheck.model.citation import CitedName
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: Names are sought in at most so many words before a title.
_FURTHEST = 40
_BREAKS = pattern(r"[;:(“„«‘\[!?/]|\n[ \t]*\n")
_HYPHENS = frozenset("-‐‑")
_OPENING = "“„«‘\"'‹([*_"


@value
class Names:
    """The names before a title: where the first begins, the family names, and et al."""

    start: int
    cited: tuple[CitedName, ...] = ()
    et_al: Span | None = None


def names_before(text: str, said: Sequence[Word], first: int, title: int) -> Names:
    """Return the names in `said[first:title]`, the run of name-like words right before the title."""
    begin = title
    while begin > max(first, title - _FURTHEST) and _continues(text, said, begin, quoted=begin == title):
        begin -= 1
    while begin < title and _is_lead(text, said[begin]):
        begin += 1
    start = said[begin].start if begin < title else said[title].start
    cited, et_al = _split(text, said, begin, title)
    return Names(start, cited, et_al)


def _continues(text: str, said: Sequence[Word], at: int, *, quoted: bool) -> bool:
    """Whether the word before `at` belongs to names: capitalised, an initial, a particle, a joiner, et al., eds.

    Before a title (`quoted`) a quotation mark or bracket may stand between the two.
    """
    word = said[at - 1]
    gap = text[word.end : said[at].start] if at < len(said) else ""
    gap = gap.rstrip(_OPENING) if quoted else gap
    written = text[word.start : word.end]
    plain = bare(written)
    if _BREAKS.search(gap) or ("." in gap and len(written) > 3 and plain not in _inside_names()):
        return False
    return written[0].isupper() or plain in _inside_names()


@cache
def _inside_names() -> frozenset[str]:
    return words("particles") | words("joiners") | words("editors") | _et_al_words()


@cache
def _et_al_words() -> frozenset[str]:
    """The single words of "et al." and its like; those that are also particles of names are told by the others."""
    return frozenset(part for phrase in words("et_al") for part in (phrase, *phrase.split())) - words("particles")


def _is_lead(text: str, word: Word) -> bool:
    """Whether a capitalised word leads into a citation ("See", "Cf.") rather than begins a name."""
    plain = bare(text[word.start : word.end])
    return plain in words("before") or plain in words("joiners") or plain in words("via")


def _split(text: str, said: Sequence[Word], begin: int, end: int) -> tuple[tuple[CitedName, ...], Span | None]:
    """Return the family names among the words from `begin` to `end`: the last word before a comma or joiner."""
    cited: list[CitedName] = []
    et_al: Span | None = None
    start: int | None = None
    for at in range(begin, end):
        word, following = said[at], said[at + 1] if at + 1 < end else None
        plain = bare(text[word.start : word.end])
        if plain in words("joiners") and following and bare(text[word.start : following.end]) not in words("et_al"):
            start = None
        elif plain in _et_al_words() or (at > begin and bare(text[said[at - 1].start : word.end]) in words("et_al")):
            et_al = Span(et_al.start if et_al else word.start, word.end)
        elif plain in words("editors"):
            start = None
        else:
            start = word.start if start is None and plain in words("particles") else start
            if _ends_name(text, word, following):
                span = Span(start if start is not None else _hyphened(text, said, begin, at), word.end)
                cited.append(CitedName(span.of(text), span))
                start = None
    return tuple(cited), et_al


def _hyphened(text: str, said: Sequence[Word], begin: int, at: int) -> int:
    """Return where the name begins that ends with a word, with what hyphens join to it: "Gow-Hale"."""
    while at > begin and text[said[at - 1].end : said[at].start] in _HYPHENS:
        at -= 1
    return said[at].start


def _ends_name(text: str, word: Word, following: Word | None) -> bool:
    """Whether a name ends with this word."""
    if following is None or "," in text[word.end : following.start]:
        return True
    plain = bare(text[following.start : following.end])
    return plain in words("joiners") or plain in _et_al_words()
