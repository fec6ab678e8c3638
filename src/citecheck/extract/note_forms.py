"""Forms of citing in notes that name no title: ibid., "Jones, op. cit.", "Jones (n 12) 45", "Jones, 45"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from citecheck.extract.listed_titles import Word
from citecheck.languages.language import bare, longest_first, words
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

_YEAR_IN_BRACKETS = pattern(r"\((?:[^();]{0,120}[,:]\s)?((?:1[5-9]|20)[0-9]{2})[a-z]?\)")
# a surname or two, then a short title, which may be quoted or in italics; then a page
# matches: Hale, “On Sails,” 12. | van Hale and Gow, *Sails*, 3–5 | Hale, Sails and Oars, 12
_SURNAMES = r"(?:[a-z]{2,4}\s){0,2}[^\W\d_a-z][\w’'-]{1,30}"
_SHORT_FORM = pattern(
    rf"{_SURNAMES}(?:,?\s(?:[^\W\d_]{{1,3}}|&)\s{_SURNAMES})?,\s"
    r"(?:[“„«\"‘‹][^“”„«»\"\n]{3,120}?,?[”»\"’›]|(?P<mark>[*_]{1,2})[^*_\n]{3,120}?(?P=mark)"
    r"|(?=[^\W\d_a-z])[^\W\d_][\w’'-]*(?:\s[\w’'-]{1,30}){0,7})"
    r"(?=,?\s{1,2}(?:[^\W\d_]{1,4}\.\s?)?[0-9]{1,5}(?:[–—-][0-9]{1,5})?\.?\s*\Z)"
)
_NAME = pattern(_SURNAMES)
_PLACE = pattern(r"\s?(?:,|\((?:see )?(?:above |supra )?n{1,2}\.?\s?[0-9]{1,4}\),?)?\s?")


def leads(text: str, said: Sequence[Word], first: int, end: int) -> int:
    """Return the first word from `first` on that does not lead into a citation ("See also", "For a review see")."""
    while first < end:
        step = next((many for many in (4, 3, 2, 1) if _is_lead(text, said[first : min(end, first + many)])), 0)
        if not step:
            return first
        first += step
    return first


def _is_lead(text: str, said: Sequence[Word]) -> bool:
    """Whether these words are a phrase that leads into a citation, or one lower-case word of such a phrase."""
    written = text[said[0].start : said[-1].end]
    return bare(written) in words("before") or (len(said) == 1 and written.islower() and written in _leading())


@cache
def _leading() -> frozenset[str]:
    """The single words of all phrases that lead into a citation."""
    return frozenset(part.strip(",.") for phrase in words("before") for part in phrase.split())


@cache
def _repeated() -> re.Pattern[str]:
    """Words that repeat the citation before.

    matches at the head of a segment: ibid. | Ibid., 5 | ebd. | там же   not: Ibidun
    """
    return _any_of("ibid", "idem", "loc_cit")


@cache
def _cited_before() -> re.Pattern[str]:
    """What follows a surname that stands for a work cited before.

    matches: ", op. cit." | ", 45" | ", p. 45" | " (n 12) 45" | ", supra note 12"   not: ", who" | ", 1999"
    """
    said = "|".join(_form(word) for section in ("op_cit", "loc_cit") for word in longest_first(section))
    pages = "|".join(_form(word) for word in longest_first("pages"))
    return re.compile(
        rf"\s?,?\s?(?:\(?(?:{said})|\((?:above |supra )?nn?\.?\s?[0-9]{{1,4}}\)|supra |above n"
        rf"|(?<=[,\s])(?:(?:{pages})\.?\s?)?(?!(?:1[5-9]|20)[0-9]{{2}}\b)[0-9]{{1,4}}(?:[–-][0-9]{{1,4}})?(?=\s*(?:[.;,)]|\Z|\n)))",
        re.IGNORECASE,
    )


def _any_of(*sections: str) -> re.Pattern[str]:
    forms = "|".join(_form(word) for section in sections for word in longest_first(section))
    return re.compile(rf"(?:{forms})(?!\w)\.?", re.IGNORECASE)


def _form(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s{1,2}").replace(r"\.", r"\.?\s?")


def repeats(text: str, at: int) -> Span | None:
    """Return the ibid. that stands at `at`, None where none does."""
    found = _repeated().match(text, at)
    return Span(*found.span()) if found else None


def stands_for_work(text: str, at: int, end: int) -> Span | None:
    """Return what follows a surname that ends at `at`, when it makes it stand for a work cited before."""
    found = _cited_before().match(text, at, end)
    return Span(*found.span()) if found else None


def short_form(text: str, at: int, end: int) -> Span | None:
    """Return the short form of a work that a note consists of: a surname, and a short title or what stands for it."""
    found = _SHORT_FORM.match(text[at:end])
    if found is not None:
        return Span(at, at + found.end())
    name = _NAME.match(text, at, end)
    follows = stands_for_work(text, name.end(), end) if name else None
    if follows is None or not any(letter.isalpha() for letter in follows.of(text)):
        return None
    return Span(at, follows.end)


def year_in_brackets(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the imprint that ends in a year: "(Leiden: Brill, 1994)"."""
    return _YEAR_IN_BRACKETS.search(text, at, end)


class Surnames:
    """The entries of the list by the folded last word of their first author's name."""

    __slots__ = ("_entries",)

    def __init__(self, references: Iterable[Reference]) -> None:
        self._entries: dict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            for name in reference.cited_as[:1]:
                self._entries[last_word(name.family)].append(reference)

    def entries(self, word: str) -> tuple[Reference, ...]:
        """Return the entries of this first author."""
        return tuple(self._entries.get(word, ()))


def last_word(name: str) -> str:
    """Return the folded last word of a name."""
    return (fold(name).split() or [""])[-1]
