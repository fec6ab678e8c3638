"""What published an entry's work, where, and what kind of work it is in the words of CSL."""

from __future__ import annotations

from citecheck.extract.entry_phrases import first_words, phrase_at
from citecheck.languages.language import words
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: "Cambridge, MA: MIT Press", "(London: Verso, 1983)", "Paris : Seuil".
_IMPRINT = pattern(
    r"(?:^|[.,;(»”]\s?)(?P<place>[^\W\d_a-z][^.:;,()\d]{1,30}(?:,\s[^.:;,()\d]{1,24}){0,2})\s?:\s(?P<publisher>[^\W\d_a-z][^.:;()\[\]]{1,80}?)"
    r"(?=[,;]?\s(?:1[4-9]|20)[0-9]{2}|[.;)\[]|$)"
)
_PART = pattern(r"(?:^|[.,;(]\s?)(?P<part>[^\W\d_][^.,;()\[\]]{2,60})(?=[.,;)]|$)")
_WORDS = pattern(r"[^\W\d_]++")
_LEAD = pattern(r"[\s.,;”»’\"]{0,4}")


@value
class Source:
    """Publisher and place as written, and the CSL type."""

    publisher: str | None = None
    place: str | None = None
    type: str | None = None


def read_source(text: str, start: int, end: int, *, journal: bool, online: bool) -> Source:
    """Return what is said of the publication between `start`, the end of the title, and `end`.

    `journal`: there are a volume and pages; `online`: there is an address.
    """
    rest = text[start:end]
    kind = _kind(rest)
    if kind is None and journal:
        return Source(type="article-journal")
    imprint = None
    for found in _IMPRINT.finditer(rest) if ":" in rest else ():
        if found["place"].casefold() not in words("inside"):
            imprint = found
    if imprint:
        return Source(imprint["publisher"].strip(" ,"), imprint["place"].strip(" ,"), kind or "book")
    publisher = next((found["part"] for found in _PART.finditer(rest) if _publishes(found["part"])), None)
    if publisher:
        return Source(publisher.strip(), None, kind or "book")
    return Source(type=kind or ("webpage" if online else None))


def _kind(rest: str) -> str | None:
    """Return the type that words tell: a thesis, a chapter in something."""
    known = first_words("theses")
    if not known.isdisjoint(_WORDS.findall(rest[:200].casefold())) and any(
        phrase_at("theses", rest, found.start()) for found in _WORDS.finditer(rest, 0, 200)
    ):
        return "thesis"
    lead = _LEAD.match(rest)
    at = lead.end() if lead else 0
    inside = phrase_at("inside", rest, at)
    return "chapter" if inside and rest[at + len(inside) : at + len(inside) + 1] in {" ", ":"} else None


def _publishes(part: str) -> bool:
    return any(word.strip("’'").casefold() in words("bodies") and word[0].isupper() for word in part.split())
