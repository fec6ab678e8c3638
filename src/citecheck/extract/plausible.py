"""Which brackets with an unlisted name are citations all the same, judged by the habit of the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress

from citecheck.extract.body import Body
from citecheck.extract.lexicon import words_of
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationKind

#: From so many listed citations on their commas are a habit, when all but so small a part agree.
FEWEST_COMMAS, SHARE = 10, 0.95
#: From so many listed years on the latest tells how late the article is.
FEWEST_YEARS = 10
#: A year so much later than the latest listed one, or as early as this, is no year of an unlisted work.
LATER, EARLIEST = 5, 1700
#: A name of so few letters, or of capitals only, is often no name.
ABBREVIATED = 3
#: So short a phrase for "cited in" is more often a preposition, unless a name follows.
SHORTEST_VIA = 3
#: A name of so many words, all with a capital and none for a body, is rather a product's than a person's.
PRODUCT = 3


def plausible(citations: Sequence[Citation], body: Body) -> tuple[Citation, ...]:
    """Return the citations without those that only look like some: catalogue numbers, software, places, events.

    Citations with a listed name, "et al." or two names stay. What has none of these must be written as the article
    writes its citations, have a year that its list could have, and a name that is no common noun of the text. What is
    cited through another work ("Jones, 1999, as cited in Smith, 2014") need not be listed.
    """
    known = [_is_known(citation, body) for citation in citations]
    habit = _comma_habit([*compress(citations, known)], body.text)
    latest = _latest_year(body)
    return tuple(
        citation
        for citation, is_known in zip(citations, known, strict=True)
        if is_known
        or (_is_sure(citation) and not _is_disqualified(citation, body.text))
        or (
            not _is_disqualified(citation, body.text)
            and not _is_thing(citation)
            and _fits(citation, body.text, habit=habit)
            and _is_dated(citation, latest)
            and not _is_common(citation, body.text)
        )
    )


def _latest_year(body: Body) -> int:
    """Return the latest year of the list, 0 where the list is too short to tell how late the article is."""
    years = [reference.year.number or 0 for reference in body.references if reference.year]
    return max(years) if len(years) >= FEWEST_YEARS else 0


def _is_disqualified(citation: Citation, text: str) -> bool:
    return _is_at_second_hand(citation, text) or _is_glued(citation, text)


def _is_glued(citation: Citation, text: str) -> bool:
    """Whether the year lost the space before it, as only listed names are allowed to."""
    year = citation.year_span or citation.span
    return text[max(0, year.start - 1) : year.start].isalpha()


def _is_known(citation: Citation, body: Body) -> bool:
    return any(body.lexicon.knows(words_of(name.text)) for name in citation.authors)


def _is_sure(citation: Citation) -> bool:
    return citation.kind is CitationKind.IBID or citation.et_al is not None or len(citation.authors) != 1


def _is_at_second_hand(citation: Citation, text: str) -> bool:
    """Whether the work follows through which this one is cited."""
    end = citation.locator.span.end if citation.locator else citation.span.end
    following = text[end : end + 40].lstrip(" ,;([\n")
    phrase = next((phrase for phrase in _via() if following.casefold().startswith(phrase)), None)
    if phrase is None:
        return False
    return len(phrase) > SHORTEST_VIA or not following[len(phrase) :].lstrip()[:1].islower()  # "Roe (2016) in the end"


@cache
def _via() -> tuple[str, ...]:
    """Return the words for "cited in", each with the space behind it."""
    return tuple(f"{phrase} " for phrase in sorted(words("via")))


def _is_thing(citation: Citation) -> bool:
    """Whether the name is one of what is no author: "World Cup", "Companies Act", "Orchard Data Studio"."""
    written = citation.authors[0].text.split() if citation.authors else []
    name = [bare(word) for word in written]
    if len(name) > 1 and name[-1] in words("not_names") - words("bodies"):
        return True
    bracketed = citation.kind is CitationKind.PARENTHETICAL
    product = bracketed and len(name) >= PRODUCT and all(word.isalpha() and word[0].isupper() for word in written)
    return product and words("bodies").isdisjoint(name)


def _has_comma(citation: Citation, text: str) -> bool:
    year = citation.year_span or citation.span
    return text[citation.authors[-1].span.end : year.start].strip().endswith(",")


def _comma_habit(known: Sequence[Citation], text: str) -> bool | None:
    """Return whether a comma stands between name and year in brackets; None where the article does both."""
    brackets = [
        c for c in known if c.kind is CitationKind.PARENTHETICAL and c.authors and not c.inherited and c.et_al is None
    ]
    with_comma = sum(_has_comma(citation, text) for citation in brackets)
    if len(brackets) < FEWEST_COMMAS or (1 - SHARE) * len(brackets) < with_comma < SHARE * len(brackets):
        return None
    return with_comma >= SHARE * len(brackets)


def _fits(citation: Citation, text: str, *, habit: bool | None) -> bool:
    """Whether a bracket is written by the habit of the article; asked only where the name may be an abbreviation."""
    name = citation.authors[0].text
    if citation.kind is not CitationKind.PARENTHETICAL or (len(name) > ABBREVIATED and not name.isupper()):
        return True
    if citation.inherited or habit is None:
        return True
    return _has_comma(citation, text) == habit


def _is_dated(citation: Citation, latest: int) -> bool:
    number = citation.year.number if citation.year else None
    return number is None or (number > EARLIEST and (not latest or number <= latest + LATER))


def _is_common(citation: Citation, text: str) -> bool:
    """Whether a name in the sentence is of common nouns, which stand in small letters elsewhere in the text."""
    if citation.kind is not CitationKind.NARRATIVE:
        return False
    content = [word for word in citation.authors[0].text.split() if word.casefold() not in words("inside_bodies")]
    common = [word[0].isupper() and f" {word.lower()} " in text for word in content]
    return any(common) if len(content) > 1 else all(common)
