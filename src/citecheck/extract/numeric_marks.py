"""The marks by which a text may cite numbers: [3], (3), raised ³, and digits glued to a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from citecheck.extract.body import Body
from citecheck.extract.number_groups import BARE, PLAIN, ROUND, SQUARE, Numbered, names_other_number, read_group
from citecheck.languages.language import bare, words
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern


class Form(Enum):
    """What a mark looks like."""

    SQUARE = "square"
    ROUND = "round"
    RAISED = "raised"
    GLUED = "glued"


@value
class Mark:
    """A bracket or run of numbers; `span` is the whole of it."""

    form: Form
    span: Span
    numbers: tuple[Numbered, ...]
    firm: bool = True
    """Whether nothing speaks against it: after a figure ("45 % (12)") or capitals (MMP9) it seldom cites."""


_SQUARE = pattern(r"[\[［]([^\[\]［］]{1,160})[\]］]")
_ROUND = pattern(r"[(（]([^()\[\]（）]{1,160})[)）]")
# matches: ³ | ³,⁴ | ⁵–⁸ | ³⁻⁵ | ²⁵ ⁻ ²⁹   no match beyond its end: ²⁺
_RAISED = pattern(r"(?<![⁻−⁺⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,4}(?:\s?[,،⁻‐-―\-−]\s?[⁰¹²³⁴-⁹]{1,4}){0,60}")
# digits that follow a word or a closing sign: Jones2 | patterns1,2 | said.”15–17,21
_GLUED = pattern(
    r"[0-9]++(?:[‐-―\-−][0-9]{1,3}+)?(?:,[0-9]{1,3}+(?:[‐-―\-−][0-9]{1,3}+)?){0,40}(?![\w%/°=])(?![.,:\-–][0-9])"
)
_GLUES = frozenset(")]”’\"'»?!.,;:%")
# numbers in running text: 3 | 3 and 4 | 3, 5–8   not the beginning of 3.5 or 4th
_PLAIN_RUN = pattern(
    r"[0-9]{1,3}+"
    r"(?:\s?(?:[,‐-―-]|,?\s(?:[^\W\d_]{1,3}|&)\s)\s?[0-9]{1,3}+(?!\w)){0,20}(?!\w|[.,][0-9])"
)
_JOINED = pattern(r"\s{0,2}[,‐-―\-−⁻]?\s{0,2}")
_WORD_BEFORE = pattern(r"([^\W\d_][\w.'’-]*)\s{0,2}\Z")
_SHORT_NUMBER = pattern(r"(?<![^\W_])[0-9]{1,3}(?![0-9])")
# a number on its own: 45 | 3.5 | 10   not the end of a name: B12, Apaf-1, v5.0
_FIGURE = pattern(r"(?<![^\W\d_])(?<![^\W\d_][-‐‑–.])(?<![0-9.,])([0-9]+(?:[.,][0-9]+){0,3})\Z")
_YEAR = pattern(r"(?:1[6-9]|20)[0-9]{2}")
# what no bracket of numbers holds: a year, or a decimal. matches: 1984 | 1,09   not: 1,9
_NO_NUMBER = pattern(r"(?:1[6-9]|20)[0-9]{2}|[0-9],0[0-9]")
#: Raised signs after which a raised number is a charge or an exponent.
_RAISED_SIGNS = frozenset("⁺⁻ᵃᵇᶜᵈᵉⁿⁱ")
_LENGTHS = frozenset({"m", "mm", "cm", "dm", "km", "µm", "μm", "nm", "ft", "yd", "px", "inch"})
#: Signs after which a bracket of two numbers is an interval.
_OPERATORS = frozenset("∈∉=<>≤≥×±+*∪∩≈~")


def marks(body: Body, form: Form) -> tuple[Mark, ...]:
    """Return the marks of one form in the body, in order; most of them may be something else."""
    return tuple(_FINDERS[form](body))


def _square(body: Body) -> Iterator[Mark]:
    for found in _bracketed(body, _SQUARE):
        numbers = read_group(body.text, Span(*found.span(1)), SQUARE)
        if numbers and _square_is_plausible(body.text, found.start(), numbers):
            yield Mark(Form.SQUARE, Span(*found.span()), numbers)


def _round(body: Body) -> Iterator[Mark]:
    for found in _bracketed(body, _ROUND):
        if not found[1].isascii() and found[1].translate(PLAIN) != found[1]:
            continue
        numbers = read_group(body.text, Span(*found.span(1)), ROUND)
        if numbers and _round_is_plausible(body.text, Span(*found.span()), len(numbers)):
            firm = _round_is_firm(body.text, found.start())
            yield Mark(Form.ROUND, Span(*found.span()), numbers, firm)


def _bracketed(body: Body, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for span in body.spans:
        for found in pattern.finditer(body.text, span.start, span.end):
            if _SHORT_NUMBER.search(found[1]) and not _NO_NUMBER.search(found[1]):
                yield found


def _raised(body: Body) -> Iterator[Mark]:
    for span in _raised_runs(body):
        if _raised_is_plausible(body.text, span):
            numbers = read_group(body.text, span, BARE)
            if numbers:
                yield Mark(Form.RAISED, span, numbers)


def _raised_runs(body: Body) -> list[Span]:
    """Return runs of raised numbers: by their letters, or by the raised stretches that the format marks."""
    runs = [Span(*found.span()) for span in body.spans for found in _RAISED.finditer(body.text, span.start, span.end)]
    tagged: list[Span] = []
    for raised in body.document.superscript:
        if not any(span.contains(raised) for span in body.spans) or not raised.of(body.text).strip():
            continue
        if tagged and _JOINED.fullmatch(body.text, tagged[-1].end, raised.start):
            tagged[-1] = Span(tagged[-1].start, raised.end)
        else:
            tagged.append(raised)
    return sorted([*runs, *tagged]) if tagged else runs


def _glued(body: Body) -> Iterator[Mark]:
    for span in body.spans:
        for found in _GLUED.finditer(body.text, span.start, span.end):
            if _glued_is_plausible(body.text, found.start()):
                numbers = read_group(body.text, Span(*found.span()), BARE)
                firm = not word_before(body.text, found.start()).isupper()
                if numbers:
                    yield Mark(Form.GLUED, Span(*found.span()), numbers, firm)


_FINDERS = {Form.SQUARE: _square, Form.ROUND: _round, Form.RAISED: _raised, Form.GLUED: _glued}


def word_before(text: str, at: int) -> str:
    """Return the word that ends at `at` or a space before it, "" where none does."""
    found = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return found[1] if found else ""


def is_et_al(before: str) -> bool:
    """Whether `before` ends in "et al." or its like."""
    said = bare(before[-24:]).split()
    return any(" ".join(said[-many:]) in words("et_al") for many in (1, 2, 3))


def _square_is_plausible(text: str, at: int, numbers: tuple[Numbered, ...]) -> bool:
    """Tell a citation from an interval, an index of an array and a year in brackets."""
    before = text[max(0, at - 8) : at].rstrip()
    if before[-1:] in _OPERATORS and before:
        return False
    attached = text[max(0, at - 1) : at]
    if attached.isalpha() and len(word_before(text, at)) < 3:
        return False
    return not (len(numbers) == 2 and word_before(text, at).rstrip(":") == "CI")


def _round_is_plausible(text: str, span: Span, many: int) -> bool:
    """Tell a citation from the label of an example or equation, an enumeration, an argument."""
    line = text.rfind("\n", 0, span.start) + 1
    before = text[max(line, span.start - 60) : span.start]
    tight, after = before.rstrip(), text[span.end : span.end + 2]
    if not tight and not _is_wrapped(text, line):
        return False
    word = word_before(text, span.start)
    attached = before == tight and tight[-1:].isalpha()
    if attached and not (word.islower() and len(word) > 2) and not is_et_al(tight):
        return False
    if many == 1 and after[:1] == " " and after[1:].isalpha() and (tight[-1:] in ",;:" or word in words("joiners")):
        return False
    if text[span.end : span.end + 1] in {"\n", ""} and "=" in tight:
        return False
    named = names_other_number(word) and (word.endswith(".") or not word.islower()) and not is_et_al(tight)
    return not named and (not tight or tight[-1] not in _OPERATORS)


def _round_is_firm(text: str, at: int) -> bool:
    """Whether what stands before round brackets is no figure and no word that takes a number ("equation")."""
    before = text[max(0, at - 24) : at].rstrip()
    return not _follows_a_figure(before) and (not names_other_number(word_before(text, at)) or is_et_al(before))


def _is_wrapped(text: str, line: int) -> bool:
    """Whether the line that begins at `line` goes on with the sentence of a long line before it."""
    before = text[max(0, line - 60) : max(0, line - 1)]
    return len(before) > 40 and "\n" not in before[-40:] and (before[-1].isalpha() or is_et_al(before))


def _follows_a_figure(before: str) -> bool:
    """Whether `before` ends in a sign of measure, or in a number that is no year and no part of a name (B12)."""
    if before[-1:] in {"%", "°"}:
        return True
    found = _FIGURE.search(before)
    return found is not None and not _YEAR.fullmatch(found[1])


def _raised_is_plausible(text: str, span: Span) -> bool:
    """Tell a citation from an exponent, a unit, a charge and an isotope."""
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 1]
    if after.isalnum() or after in _RAISED_SIGNS:
        return False
    number = span.of(text).translate(PLAIN)
    figure = _FIGURE.search(before)
    if figure is not None and not _YEAR.fullmatch(figure[1]):
        return len(number) > 1 and figure[1] not in {"2", "10"}
    if number in {"2", "3"}:
        word = re.search(r"[^\W\d_][\w’']*\Z", before)
        return word is None or (len(word.group()) > 1 and word.group() not in _LENGTHS)
    return True


def _glued_is_plausible(text: str, at: int) -> bool:
    """Tell a citation from the number in a name (CD4, p53), an abbreviation (p.5) and a decimal."""
    if at == 0 or not (text[at - 1].isalpha() or text[at - 1] in _GLUES):
        return False
    before = text[max(0, at - 40) : at]
    if before[-1] in ".,;:":
        found = re.search(r"(\w+)[.,;:]\Z", before)
        if found is None or is_et_al(before):
            return True
        return not found[1][-1].isdigit() and len(found[1]) > 1 and not names_other_number(found[1])
    if not before[-1].isalpha():
        return True
    word = re.search(r"[\w’'-]+\Z", before)
    plain = word.group() if word else ""
    named = names_other_number(plain) and not plain.islower()
    return len(plain) > 2 and not named and not any(letter.isdigit() for letter in plain)


def worded(body: Body) -> tuple[Mark, ...]:
    """Return the numbers that stand after "ref." or its like."""
    found: list[Mark] = []
    for span in body.spans:
        for one in _PLAIN_RUN.finditer(body.text, span.start, span.end):
            if body.text[one.start() - 1] != "\n" and bare(word_before(body.text, one.start())) in words("numbered"):
                numbers = read_group(body.text, Span(*one.span()), BARE)
                found.append(Mark(Form.GLUED, Span(*one.span()), numbers))
    return tuple(mark for mark in found if mark.numbers)
