"""Citations that repeat one before them: ibid., idem, op. cit., loc. cit., in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from citecheck.extract.anchors import BracketTable, stand_in_form
from citecheck.extract.body import Body
from citecheck.extract.cited_names import read_names
from citecheck.extract.lexicon import Lexicon
from citecheck.extract.locators import read_locator
from citecheck.languages.language import bare, longest_first, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.span import Span
from citecheck.text.tokens import tokenise

#: How far before an ibid. its names may stand, in code points.
BESIDE = 160


@cache
def _pattern() -> re.Pattern[str]:
    """Words that stand for the citation before.

    matches: ibid | Ibid. | ebd. | op. cit. | там же; not: forbid, ID, "ib" in a word
    """
    forms = "|".join(
        stand_in_form(word)
        for section in ("ibid", "op_cit", "loc_cit", "idem")
        for word in longest_first(section)
        if len(word) > 1
    )
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])\.?(?=[*_]?\s?[\]):;,.0-9])")


def find_ibids(body: Body, table: BracketTable, lexicon: Lexicon) -> Iterator[Citation]:
    """Yield every ibid. of a body that stands in a bracket or opens a note; the entry meant is found when linking."""
    if not _pattern().search(body.text):
        return
    for span in body.spans:
        for found in _pattern().finditer(body.text, span.start, span.end):
            bracket = table.around(found.start())
            if bracket >= 0 and _opens_segment(body.text, table.brackets[bracket].span.start + 1, found.start()):
                yield _ibid(body, table, bracket, Span(*found.span()), lexicon)


def _opens_segment(text: str, start: int, at: int) -> bool:
    """Whether what stands at `at` begins a bracket or what follows a semicolon in it, but for a word of introduction."""
    lead = text[max(start, at - 60) : at].replace("*", "").replace("_", "")
    segment = lead[max(lead.rfind(sign) for sign in ";([,") + 1 :]
    leads = words("before") | words("via") | words("joiners")
    return all(bare(word) in leads for word in segment.split()) or bare(segment) in leads or not segment.strip()


def _ibid(body: Body, table: BracketTable, bracket: int, span: Span, lexicon: Lexicon) -> Citation:
    inside = table.brackets[bracket].span
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
    group = read_names(tokens, lexicon, (None, ""), inside=not opens) if tokens else None
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
    taken = [citation.span for citation in one]
    kept = [citation for citation in other if not any(citation.span.overlaps(span) for span in taken)]
    return tuple(sorted([*one, *kept], key=lambda citation: (citation.span.start, citation.span.end)))
