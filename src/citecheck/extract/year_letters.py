"""The letters behind a year, which tell the works of one author and year apart: 2010a, b; n.d.-a."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.anchors import Anchor
from citecheck.model.citation import Citation
from citecheck.model.reference import Year
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.pattern import pattern

#: How many letters further a list of letters may go: 2010a, b, c, d.
MOST_LETTERS = 6

_SUFFIX_MORE = pattern(r"\s{0,2}(?:[,/&–-]|and|und|et|y|e)\s{0,2}([a-z])(?![^\W_]|\.)")
_UP_TO = pattern(r"\s*[–-]")
_UNDATED_LETTER = pattern(r"[\s-]{0,2}([a-z])(?![^\W_])(?!\.)")
# the letter of a year behind a space, where the work ends. matches the beginning of: " a; Lark" | " b)" | " c, p. 3"
_SPACED_LETTER = pattern(r"[ \u00a0\u202f]([a-h])(?=[;,)\]:])")


def lettered(text: str, anchor: Anchor) -> Anchor:
    """Take in the letter that a sign or a space parts from its year: "n.d.-a", "no date b", "1963 a"."""
    letter = _UNDATED_LETTER if anchor.year.undated else _SPACED_LETTER
    found = letter.match(text, anchor.span.end) if not anchor.year.suffix else None
    if found is None:
        return anchor
    year = replace(anchor.year, text=text[anchor.span.start : found.end()], suffix=found[1])
    return replace(anchor, span=Span(anchor.span.start, found.end()), year=year)


def with_letters(text: str, citation: Citation, anchor: Anchor) -> Iterator[Citation]:
    """Yield the citation, and one more for each further letter: 2010a, b."""
    yield citation
    if not anchor.year.suffix:
        return
    at, last = anchor.span.end, anchor.year.suffix
    while found := _SUFFIX_MORE.match(text, at, at + 12):
        letter = found[1]
        if not last < letter <= chr(ord(last) + MOST_LETTERS):
            return
        letters = [letter]
        if _UP_TO.match(found.group()):
            letters = [chr(code) for code in range(ord(last) + 1, ord(letter) + 1)]
        for each in letters:
            span = Span(found.start(1), found.end(1))
            year = Year(f"{anchor.year.number}{each}", anchor.year.number, each)
            yield replace(citation, span=span, year=year, year_span=span, inherited=True, locator=None)
        at, last = found.end(), letter
