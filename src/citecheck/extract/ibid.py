"""Citations that repeat one before them: ibid., idem, op. cit., loc. cit., in any language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from citecheck.extract.anchors import BracketTable
from citecheck.extract.body import Body
from citecheck.extract.cited_names import read_names
from citecheck.extract.locators import read_locator
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.document import BlockKind
from citecheck.model.span import Cover, Span
from citecheck.text.phrases import Phrases
from citecheck.text.tokens import tokenise

#: How far before an ibid. its names may stand, and how far behind it its page, in code points.
BESIDE = 160
#: The longest words for it, in code points, and those that are too short to be looked for outside brackets.
LONGEST, SHORTEST = 40, 3


@cache
def _repeating() -> Phrases:
    """Words that stand for the citation before: ibid., ebd., op. cit., там же."""
    return Phrases(
        word for section in ("ibid", "op_cit", "loc_cit", "idem") for word in sorted(words(section)) if len(word) > 1
    )


def find_ibids(body: Body, table: BracketTable) -> Iterator[Citation]:
    """Yield every ibid. of a body that cites; the entry meant is found when linking.

    It stands in a bracket, or opens a note behind another, or has a page behind it: "And ibid., p. 9".
    """
    yield from _in_brackets(body, table)
    yield from _in_sentences(body, table)


def _in_brackets(body: Body, table: BracketTable) -> Iterator[Citation]:
    repeating = _repeating()
    for outermost in table.outermost:
        for found in repeating.find(body.text, outermost):
            bracket = table.around(found.start)
            inside = table.brackets[bracket].span
            if _is_alone(body.text, found.end, inside.end) and _opens_segment(body.text, inside.start + 1, found.start):
                yield _ibid(body, inside, found)


def _in_sentences(body: Body, table: BracketTable) -> Iterator[Citation]:
    notes = _noted(body)
    for at in _openings(body.text):
        span = next(_repeating().find(body.text, Span(at, min(at + LONGEST, len(body.text)))), None)
        if span is None or span.start != at or table.around(at) >= 0 or not body.reads(at):
            continue
        locator = read_locator(body.text, span.end, min(span.end + BESIDE, len(body.text)), inside=True)
        if (locator is not None and locator.label) or (at in notes and _is_alone(body.text, span.end, len(body.text))):
            yield Citation(CitationId(""), span, CitationKind.IBID, Style.AUTHOR_DATE, span, locator=locator)


def _openings(text: str) -> list[int]:
    """Return where a word for ibid. stands in `text`, small or with a capital."""
    return sorted(
        {at for tail, first in _behind_first().items() if max(tail) in text for at in _places(text, tail, first)}
    )


@cache
def _behind_first() -> dict[str, frozenset[str]]:
    """Return what follows the first letter in words for ibid., each with the first letters, small and large.

    Words that only go on from another are left out: where "ibidem" stands, "ibid" does.
    """
    known = [word for word in words("ibid") if len(word) > SHORTEST]
    shortest = [word for word in known if not any(word.startswith(other) and word != other for other in known)]
    return {
        tail: frozenset(form[0] for word in shortest if word[1:] == tail for form in (word, word.capitalize()))
        for tail in sorted({word[1:] for word in shortest})
    }


def _places(text: str, tail: str, first: frozenset[str]) -> Iterator[int]:
    """Yield where words begin that have one of these first letters and this rest."""
    at = text.find(tail, 1)
    while at >= 0:
        if text[at - 1] in first and not text[at - 2 : at - 1].isalnum():
            yield at - 1
        at = text.find(tail, at + len(tail))


def _noted(body: Body) -> frozenset[int]:
    """Return where the notes begin that follow another note which holds words of its own."""
    blocks = body.document.blocks
    return frozenset(
        block.span.start + len(text) - len(text.lstrip(" *_\u00a0"))
        for before, block in pairwise(blocks)
        if block.kind is BlockKind.NOTE and before.kind is BlockKind.NOTE
        for text in [block.span.of(body.text)]
    )


def _is_alone(text: str, at: int, end: int) -> bool:
    """Whether a sign, a page or the end of the bracket follows, and no further word."""
    following = text[at : min(end, at + 3)].lstrip("*_ \u00a0")
    return following[:1] in {"]", ")", ":", ";", ",", "."} or following[:1].isdigit() or text[at - 1] == "."


def _opens_segment(text: str, start: int, at: int) -> bool:
    """Whether what stands at `at` begins a bracket, or follows a semicolon or comma and words of introduction."""
    lead = text[max(start, at - 60) : at].replace("*", "").replace("_", "")
    segment = lead[max(lead.rfind(sign) for sign in ";([,") + 1 :]
    leads = _leads()
    return all(bare(word) in leads for word in segment.split()) or bare(segment) in leads or not segment.strip()


@cache
def _leads() -> frozenset[str]:
    """Return the words that may stand before a word for ibid."""
    return words("before") | words("via") | words("joiners")


def _ibid(body: Body, inside: Span, span: Span) -> Citation:
    made = Citation(
        CitationId(""),
        span,
        CitationKind.IBID,
        Style.AUTHOR_DATE,
        inside,
        locator=read_locator(body.text, span.end, inside.end - 1, inside=True),
    )
    opens = not body.text[inside.start + 1 : span.start].strip(" *_")
    start, floor = (inside.start, max(0, inside.start - BESIDE)) if opens else (span.start, inside.start + 1)
    tokens = tokenise(body.text, floor, start)
    group = read_names(tokens, body.lexicon, (None, ""), inside=not opens) if tokens else None
    if group is None or not all(name.known for name in group.names):
        return made
    authors = group.cited(tokens)
    first = tokens[group.first].start
    end = (
        inside.end
        if opens and not body.text[made.locator.span.end if made.locator else span.end : inside.end - 1].strip(" *_")
        else span.end
    )
    return Citation(
        CitationId(""),
        Span(first, end),
        CitationKind.IBID,
        Style.AUTHOR_DATE,
        inside,
        authors=authors,
        et_al=group.et_al,
        locator=made.locator,
        joiner=group.joiner,
    )


def merged(one: Sequence[Citation], other: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return both, in text order; where two overlap the first sequence wins."""
    taken = Cover(citation.span for citation in one)
    kept = [citation for citation in other if not taken.overlaps(citation.span)]
    return tuple(sorted([*one, *kept], key=lambda citation: (citation.span.start, citation.span.end)))
