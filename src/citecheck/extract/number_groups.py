"""Reading what stands in one bracket of reference numbers: "3, 5–8; see also 12, p. 5"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from citecheck.languages.language import bare, words
from citecheck.model.citation import Locator
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: A range wider than this is no range of citations (and hostile text must not make millions of them).
WIDEST_RANGE = 500

#: Raised digits and signs, each by the plain sign of the same width.
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")

_TOKEN = pattern(
    r"(?P<number>(?<![^\W_])[0-9]{1,4}[a-h]?)(?![0-9A-Za-z])(?!\.[0-9])"
    r"|(?P<dash>[-‐‑‒–—−~])|(?P<comma>[,،，、/·])|(?P<colon>:)|(?P<stop>\.)"
    r"|(?P<word>[^\W\d_]++(?:[.'’-][^\W\d_]++)*+\.?|&)"
    r"|(?P<other>\S)"
)
_SEMICOLONS = ";；"


class Numbered(NamedTuple):
    """One cited number and where it stands; numbers inside a range share the span of the range."""

    number: int
    span: Span
    locator: Locator | None = None


@value
class Manner:
    """How much besides numbers a way of citing allows in its brackets; a letter after a number goes with remarks."""

    leads: bool
    """Words that lead into a citation: "see 3"."""
    remarks: bool
    """Any words before a comma or after it, as square brackets may have: "[LSP, 6, among others]"."""


SQUARE = Manner(leads=True, remarks=True)
ROUND = Manner(leads=True, remarks=False)
BARE = Manner(leads=False, remarks=False)


class _Token(NamedTuple):
    kind: str
    text: str
    span: Span

    @property
    def number(self) -> int:
        return int(self.text.rstrip("abcdefgh"))


def read_group(text: str, span: Span, manner: Manner) -> tuple[Numbered, ...]:
    """Return the numbers cited in `span` of `text`, () where it says something else.

    Segments between semicolons are read apart. In round brackets one that says something else spoils the others,
    unless they have words that lead into a citation: "(see Section 3; see 4, 5)" cites, "(example 3; 4)" does not.
    """
    written = span.of(text)
    if len(written) < 4 and written.isascii() and written.isdecimal() and int(written):
        return (Numbered(int(written), span),)
    found: list[Numbered] = []
    spoilt = False
    for segment in _segments(text, span):
        numbers, led = _read_segment(text, segment, manner)
        spoilt = spoilt or not numbers
        if numbers and (led or manner.remarks or not spoilt):
            found.extend(numbers)
    return () if any(one.number == 0 for one in found) else tuple(found)


def between(first: Numbered, last: Numbered) -> list[Numbered]:
    """Return the numbers that a range from `first` to `last` implies, none where it is no range."""
    if not 1 < last.number - first.number <= WIDEST_RANGE:
        return []
    whole = Span(first.span.start, last.span.end)
    return [Numbered(number, whole) for number in range(first.number + 1, last.number)]


def _segments(text: str, span: Span) -> list[Span]:
    if not any(sign in span.of(text) for sign in _SEMICOLONS):
        return [span]
    cuts = [at for at in range(span.start, span.end) if text[at] in _SEMICOLONS]
    starts = [span.start, *(cut + 1 for cut in cuts)]
    return [Span(start, end) for start, end in zip(starts, [*cuts, span.end], strict=True)]


def _tokens(text: str, span: Span) -> list[_Token]:
    plain = span.of(text).translate(PLAIN)
    return [
        _Token(one.lastgroup or "other", one.group(), Span(one.start() + span.start, one.end() + span.start))
        for one in _TOKEN.finditer(plain)
    ]


def _read_segment(text: str, segment: Span, manner: Manner) -> tuple[list[Numbered], bool]:
    """Return the numbers of one segment, and whether words that lead into a citation stand before them."""
    tokens = _tokens(text, segment)
    if not manner.remarks and any(token.kind == "number" and not token.text.isdigit() for token in tokens):
        return [], False
    first = next((at for at, token in enumerate(tokens) if token.kind == "number"), None)
    if first is None or (first and not _leads(tokens[:first], manner)):
        return [], False
    numbers, after = _read_run(tokens, first)
    rest = tokens[after:]
    if rest:
        if not _may_follow(rest, manner, led=first > 0):
            return [], False
        numbers[-1] = numbers[-1]._replace(locator=_locator(text, rest))
    return numbers, first > 0


def _leads(before: Sequence[_Token], manner: Manner) -> bool:
    """Whether what stands before a number leads into a citation, rather than names what is counted."""
    said = [bare(token.text) for token in before if token.kind == "word"]
    if not said or not manner.leads or before[-1].kind in {"other", "dash", "colon"}:
        return False
    if not manner.remarks and any(token.kind in {"other", "dash", "colon"} for token in before):
        return False
    if said[-1] in words("pages"):
        return False
    leading = _leading()
    if said[-1] in words("inside_bodies") and not manner.remarks:
        return said[0] in leading
    if said[-1] in leading or any(" ".join(said[-many:]) in leading for many in (2, 3)):
        return True
    plain = all(token.kind in {"word", "comma", "stop"} for token in before)
    return manner.remarks and plain and before[-1].kind == "comma" and not names_other_number(said[-1])


@cache
def _leading() -> frozenset[str]:
    """Words after which a number is a citation: see, e.g., ref."""
    return words("before") | words("numbered")


@cache
def _places() -> frozenset[str]:
    """Words before the number of a page, a chapter, a figure."""
    return words("pages") | words("locators")


@cache
def _counted() -> frozenset[str]:
    """Words whose number is no citation: a page, a figure, a chapter, a day of a month."""
    return _places() | words("floats") | words("months") | words("volumes") | words("issues")


def names_other_number(word: str) -> bool:
    """Whether the number after `word` is no citation: a page, a figure, a chapter, a day of a month."""
    return bare(word) in _counted()


def _read_run(tokens: Sequence[_Token], at: int) -> tuple[list[Numbered], int]:
    """Read numbers and ranges from token `at` on; return them and the index of the first token left."""
    numbers: list[Numbered] = []
    while True:
        first = Numbered(tokens[at].number, tokens[at].span)
        numbers.append(first)
        at += 1
        if at + 1 < len(tokens) and tokens[at].kind == "dash" and tokens[at + 1].kind == "number":
            last = Numbered(tokens[at + 1].number, tokens[at + 1].span)
            numbers.extend([*between(first, last), last])
            at += 2
        step = _separator(tokens, at)
        if not step:
            return numbers, at
        at += step


def _separator(tokens: Sequence[_Token], at: int) -> int:
    """Return how many tokens part the number before `at` from another after them, 0 where no other follows."""
    for step in (1, 2):
        if at + step < len(tokens) and tokens[at + step].kind == "number":
            parting = tokens[at : at + step]
            return step if all(token.kind == "comma" or is_joiner(token.text) for token in parting) else 0
    return 0


def is_joiner(word: str) -> bool:
    """Whether `word` joins the last two of a row: and, und, &; the "s" of one language is the page of another."""
    return bare(word) in words("joiners") and bare(word) not in words("pages")


def _may_follow(rest: Sequence[_Token], manner: Manner, *, led: bool) -> bool:
    """Whether what follows the numbers says where in the work, or remarks on it, rather than what is counted."""
    if rest[0].kind == "colon":
        return manner.remarks and len(rest) > 1 and rest[1].kind == "number"
    word = next((token for token in rest if token.kind not in {"comma", "stop"}), None)
    if word is None or rest[0].kind == "stop":
        return False
    after_comma = rest[0].kind == "comma"
    if bare(word.text) in words("pages") and any(token.kind == "number" for token in rest):
        return True
    if (bare(word.text) in _places() or word.text == "§") and (after_comma or manner.remarks):
        return True
    return word.kind == "word" and (led or (manner.remarks and (after_comma or is_joiner(word.text))))


def _locator(text: str, rest: Sequence[_Token]) -> Locator | None:
    """Return the place in the work that `rest` names, None where it only remarks."""
    said = [token for token in rest if token.kind not in {"comma", "colon"}]
    numbers = [token for token in said if token.kind == "number"]
    if not numbers or said.index(numbers[0]) > 3:
        return None
    label = text[said[0].span.start : numbers[0].span.start].strip() or None
    span = Span(said[0].span.start, numbers[-1].span.end)
    if label is not None and bare(label) not in words("pages"):
        return Locator(span.of(text), span, label)
    pages = (numbers[0].number, max(numbers[0].number, numbers[-1].number))
    return Locator(span.of(text), span, label, (pages,))
