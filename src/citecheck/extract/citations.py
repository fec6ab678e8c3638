"""All citations of a body, read in the way of citing that prevails in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citecheck.extract.body import Body
from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.extract.recogniser import Recogniser
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.value import replace, value

#: Author–date citations that explain so large a part of the list leave nothing to other ways of citing.
SETTLED = 0.5


@value
class Found:
    """The citations in text order, the prevailing style, and the part of them that is in it (0 to 1).

    Where the evidence for other styles is as strong, the share is its part of the evidence instead.
    """

    citations: tuple[Citation, ...]
    style: Style
    share: float


def find_citations(body: Body) -> Found:
    """Return the citations of `body`, numbered c1, c2 … in text order."""
    found: list[tuple[Style, tuple[Citation, ...]]] = []
    weights: list[int] = []
    for recogniser in _recognisers(body):
        found.append((recogniser.style, recogniser.find(body)))
        weights.append(_weight(found[-1][1], body.lexicon))
        if recogniser.style is Style.AUTHOR_DATE and _explains(found[-1][1], body):
            break
    best = max(range(len(found)), key=lambda index: (weights[index], len(found[index][1]), -index))
    style, citations = found[best]
    if style is Style.KEYED:
        typed = next((others for way, others in found if way is Style.AUTHOR_DATE), ())
        citations = _with_typed(citations, typed, body.lexicon)
    if body.references:
        citations = _with_others(body, style, citations, dict(found).get(Style.AUTHOR_DATE, ()))
    if body.document.links:
        from citecheck.extract.linked import with_links

        citations = with_links(body.document, citations, body.references)
        style = citations[0].style if style is Style.NONE and citations else style
    if not citations:
        return Found((), Style.NONE, 1.0)
    numbered = tuple(
        replace(citation, id=CitationId(f"c{number}")) for number, citation in enumerate(citations, start=1)
    )
    share = weights[best] / (sum(weights) or 1)
    if share > SETTLED:
        share = sum(citation.style is style for citation in numbered) / len(numbered)
    return Found(numbered, style, round(share, 3))


def _with_others(
    body: Body, style: Style, citations: Sequence[Citation], dated: Sequence[Citation]
) -> tuple[Citation, ...]:
    """Return the citations with those in another way than `style`, and with works that no names and year point out."""
    found = citations
    if style is not Style.AUTHOR_DATE or _has_numbers_in_brackets(body.text):
        from citecheck.extract.mixed_styles import strays

        found = (*citations, *strays(body, style, citations, dated))
    if style is Style.AUTHOR_DATE:
        from citecheck.extract.named_works import with_named_works

        return with_named_works(body, found)
    return tuple(sorted(found, key=lambda citation: (citation.span.start, citation.span.end)))


def _has_numbers_in_brackets(text: str) -> bool:
    """Whether there may be a number in square brackets; what reads such is loaded for few articles by name and year."""
    opened = (part[:200].partition("]") for part in text.replace("［", "[").replace("］", "]").split("[")[1:])
    return any(closed and any(map(str.isdigit, inside)) for inside, closed, _ in opened)


def _with_typed(keyed: Sequence[Citation], typed: Sequence[Citation], lexicon: Lexicon) -> tuple[Citation, ...]:
    """Return citations by key together with those typed by hand beside them.

    Of the latter only such as stand in brackets, or name a work of the list, so that no mere mention is among them.
    """
    starts = [citation.cluster.start for citation in keyed]
    ends = [bisect_right(starts, citation.span.end) for citation in typed]
    outside = [
        citation
        for citation, end in zip(typed, ends, strict=True)
        if not any(one.cluster.overlaps(citation.span) for one in keyed[max(0, end - 8) : end])
    ]
    kept = [one for one in outside if one.authors and one.year is not None and _is_listed(one, lexicon)]
    return tuple(sorted((*keyed, *kept), key=lambda one: (one.span.start, one.span.end)))


def _recognisers(body: Body) -> Iterator[Recogniser]:
    """Yield every way of citing that is worth looking for, the likeliest first; each is loaded when its turn comes."""
    if body.document.marks or "@" in body.text:
        from citecheck.extract import keyed

        yield keyed.RECOGNISER
    from citecheck.extract import author_date

    yield author_date.RECOGNISER
    from citecheck.extract import author_page, notes, numeric

    yield from (numeric.RECOGNISER, notes.RECOGNISER, author_page.RECOGNISER)


def _explains(citations: Sequence[Citation], body: Body) -> bool:
    """Whether these citations account for so many entries by name and year that no other way of citing is in use.

    Names that stand far before their year do not count: so does the text of a note that holds a whole reference.
    """
    explained = {
        index
        for citation in citations
        if citation.authors and citation.year is not None and not citation.distant
        for index in body.lexicon.dated(words_of(citation.authors[0].text), citation.year.number)
    }
    return len(explained) >= max(3, SETTLED * len(body.references))


def _weight(citations: Sequence[Citation], lexicon: Lexicon) -> int:
    """Return how many of the citations the list explains: an entry is told, or has the first name and the year."""
    return sum(
        1 for citation in citations if citation.meant or (citation.meant is None and _is_listed(citation, lexicon))
    )


def _is_listed(citation: Citation, lexicon: Lexicon) -> bool:
    if citation.style is Style.AUTHOR_PAGE:
        return citation.kind is CitationKind.PARENTHETICAL
    if not citation.authors or citation.year is None:
        return citation.title is not None
    wanted = citation.year.number if citation.year.number is not None else citation.year.undated
    return bool(lexicon.dated(words_of(citation.authors[0].text), wanted))
