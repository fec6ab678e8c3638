"""Page numbers and other locators behind a year: ": p. 16", ", 15–17", ", chap. 3"."""

from __future__ import annotations

import re
from functools import cache

from citecheck.languages.language import bare, longest_first, words
from citecheck.model.citation import Locator
from citecheck.model.span import Span

_RANGE = re.compile(r"([0-9]{1,6})(?:\s?[–—‒‐-]{1,2}\s?([0-9]{1,6}))?")

_YEAR = re.compile(r"(?:1[4-9]|20)[0-9]{2}[a-z]?(?![0-9])")


@cache
def _pattern() -> re.Pattern[str]:
    """A locator right behind a year.

    matches: ": p. 16" | ", 15–17" | ": 7" | ", pp. 40–43, 75" | " p. 5" | ", S. 12 f."; not: ", 2014" | "; 2016" | ", 3 of them"
    """
    labels = "|".join(
        re.escape(label).replace(r"\ ", r"\s?") for section in ("pages", "locators") for label in longest_first(section)
    )
    number = r"(?:[0-9]{1,6}(?:\.[0-9]{1,3})?[a-z]?|[ivxlc]{1,8}(?![^\W_]))"
    numbers = rf"{number}(?:\s{{0,2}}[–—‒‐-]{{1,2}}\s{{0,2}}{number})?"
    many = rf"{numbers}(?:\s{{0,2}}(?:,|and|und|et|&)\s{{0,2}}(?!(?:1[4-9]|20)[0-9]{{2}}[a-z]?(?![0-9–-])){numbers}){{0,9}}"
    return re.compile(
        rf"(?:\s{{0,2}}(?P<colon>:)\s{{0,2}}|\s{{0,2}}(?P<comma>,)\s{{0,2}}|\s{{1,2}})"
        rf"(?:(?P<label>(?:{labels})(?![^\W_])\.?)\s{{0,2}})?"
        rf"(?P<numbers>{many}(?:\s{{0,1}}ff?\.?(?![^\W_])|\s?n\.?\s?[0-9]{{1,3}})?)(?![^\W_])",
        re.IGNORECASE,
    )


def read_locator(text: str, at: int, end: int, *, inside: bool) -> Locator | None:
    """Return the locator that begins at `at`, right behind a year, and ends before `end`; None when there is none."""
    found = _pattern().match(text, at, end)
    if found is None or (not found["label"] and not _stands_alone(text, found, inside=inside)):
        return None
    start = found.start("label") if found["label"] else found.start("numbers")
    written = found["numbers"]
    pages: tuple[tuple[int, int], ...] = ()
    if not found["label"] or bare(found["label"]) in words("pages"):
        pages = tuple(_pages(first, last) for first, last in _RANGE.findall(written))
    return Locator(text[start : found.end()], Span(start, found.end()), found["label"], pages)


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
