"""Page numbers and other locators behind a year: ": p. 16", ", 15–17", ", chap. 3"."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.language import bare, words
from citecheck.model.citation import Locator
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

_RANGE = pattern(r"([0-9]{1,6})(?:\s?[–—‒‐-]{1,2}\s?([0-9]{1,6}))?")

_YEAR = pattern(r"(?:1[4-9]|20)[0-9]{2}[a-z]?(?![0-9])")


# Classes name both cases: a pattern that ignores case takes three times as long to compile.
_NUMBER = r"(?:[0-9]{1,6}(?:\.[0-9]{1,3})?[A-Za-z]?|[IVXLCivxlc]{1,8}(?![^\W_]))"
_RUN = rf"{_NUMBER}(?:\s{{0,2}}[–—‒‐-]{{1,2}}\s{{0,2}}{_NUMBER})?"
# A locator right behind a year.
# nor do: ", 2014" | "; 2016" | ", 3 of them"
# not: ", 2014" | "; 2016" | ", 3 of them"
_LOCATOR = pattern(
    r"(?:\s{0,2}(?P<colon>:)\s{0,2}|\s{0,2}(?P<comma>,)\s{0,2}|\s{1,2})"
    r"(?P<label>(?:[^\W\d_]{1,14}+\.?(?:\s[^\W\d_]{1,6}+\.)?|[§¶]{1,2})(?=[\s0-9]))?\s{0,2}"
    rf"(?P<numbers>{_RUN}(?:\s{{0,2}}(?:,|(?i:and|und|et)|&)\s{{0,2}}"
    rf"(?!(?:1[4-9]|20)[0-9]{{2}}[A-Za-z]?(?![0-9–-])){_RUN}){{0,9}}"
    r"(?:\s{0,1}(?i:ff?)\.?(?![^\W_])|\s?(?i:n)\.?\s?[0-9]{1,3})?)(?![^\W_])",
)


# the word for a page behind its number. matches: ". o." | " s."
_BEHIND = pattern(r"\.?\s?([^\W\d_]{1,5})\.")


@cache
def _labels() -> frozenset[str]:
    """The words that stand before a page or another locator."""
    return words("pages") | words("locators")


def read_locator(text: str, at: int, end: int, *, inside: bool) -> Locator | None:
    """Return the locator that begins at `at`, right behind a year, and ends before `end`; None when there is none."""
    found = _LOCATOR.match(text, at, end)
    if found is None or (found["label"] and bare(found["label"]) not in _labels()):
        return None
    behind = _BEHIND.match(text, found.end(), end) if not found["label"] else None
    if behind is not None and bare(behind[1]) in words("pages"):
        return _labelled_behind(text, found, behind)
    if not found["label"] and not _stands_alone(text, found, inside=inside):
        return None
    start = found.start("label") if found["label"] else found.start("numbers")
    written = found["numbers"]
    pages: tuple[tuple[int, int], ...] = ()
    if not found["label"] or bare(found["label"]) in words("pages"):
        pages = tuple(_pages(first, last) for first, last in _RANGE.findall(written))
    return Locator(text[start : found.end()], Span(start, found.end()), found["label"], pages)


def _labelled_behind(text: str, found: re.Match[str], behind: re.Match[str]) -> Locator:
    """Return the locator of a language that sets the word behind the number: "16. o."."""
    start, written = found.start("numbers"), found["numbers"]
    pages = tuple(_pages(first, last) for first, last in _RANGE.findall(written))
    return Locator(text[start : behind.end()], Span(start, behind.end()), behind[1], pages)


def _pages(first: str, last: str) -> tuple[int, int]:
    """Return first and last page; a shortened last one is completed: 348–52 is 348–352."""
    if last and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(first), int(last or first)


def _stands_alone(text: str, found: re.Match[str], *, inside: bool) -> bool:
    """Whether numbers without a label can be pages: behind a colon or comma, and nothing but a sign follows."""
    numbers = found["numbers"]
    if not numbers[0].isdigit():
        return False
    following = text[found.end() : found.end() + 2].lstrip()
    if found["colon"]:
        return inside or text[found.start("colon") + 1 : found.start("colon") + 2].isdigit()
    if found["comma"] and inside:
        return not _YEAR.match(numbers) and (not following or following[0] in ",;)]–-:")
    return False
