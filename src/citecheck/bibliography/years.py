"""Years and dates as formats of lists write them: 2014, 2014a, 2014-05-06, 1998/2000, [1867] 1990, forthcoming."""

from __future__ import annotations

import re

from citecheck.languages.language import bare, words
from citecheck.model.reference import Undated, Year
from citecheck.model.value import replace

_YEAR = re.compile(r"(?<![0-9])([0-9]{4})(?:([a-z])(?![a-z]))?(?![0-9])")
_BRACKETED = re.compile(r"[\[(]\s?([0-9]{4})\s?[\])]")
_REPRINT = re.compile(r"\s?([0-9]{4})\s?/\s?([0-9]{4})([a-z])?\s?")
_LETTERED = re.compile(r"(.{2,40}?)[-\s]([a-z])")
_UNDATED = (("forthcoming", Undated.FORTHCOMING), ("in_press", Undated.IN_PRESS), ("no_date", Undated.NO_DATE))


def read_year(text: str) -> Year | None:
    """Return the year that `text` names, None where it is empty.

    Of a range or a date that is the first year; of two years far apart (1900/1953, [1867] 1990) the later one, the
    other being that of the first edition. What names no year stays as text.
    """
    text = text.strip()
    if not text:
        return None
    if text.isdecimal() and len(text) == 4:
        return Year(text, int(text))
    return _with_original(text) or _dated(text) or _undated(text) or Year(text)


def place_of_year(text: str) -> tuple[int, int] | None:
    """Return where in `text` the year stands that `read_year` takes, None where there is none."""
    found = _REPRINT.fullmatch(text)
    if found and int(found[2]) - int(found[1]) > 2:
        return found.start(2), found.end()
    taken = _BRACKETED.search(text)
    for year in _YEAR.finditer(text):
        if taken is None or not taken.start() <= year.start() < taken.end():
            return year.span()
    return taken.span(1) if taken else None


def with_original(year: Year | None, original: str) -> Year | None:
    """Return `year` with the year of the first edition that another field gives."""
    found = _YEAR.search(original)
    if year is None or found is None or int(found[1]) == year.number:
        return year
    return replace(year, original=int(found[1]))


def _with_original(text: str) -> Year | None:
    pair = _REPRINT.fullmatch(text)
    if pair and int(pair[2]) - int(pair[1]) > 2:
        return Year(text, int(pair[2]), pair[3] or "", original=int(pair[1]))
    bracketed = _BRACKETED.search(text)
    if bracketed is None:
        return None
    outside = _YEAR.search(text[: bracketed.start()]) or _YEAR.search(text, bracketed.end())
    if outside is None:
        return None
    return Year(text, int(outside[1]), outside[2] or "", original=int(bracketed[1]))


def _dated(text: str) -> Year | None:
    found = _YEAR.search(text)
    return Year(text, int(found[1]), found[2] or "") if found else None


def _undated(text: str) -> Year | None:
    lettered = _LETTERED.fullmatch(text)
    for written, suffix in ((text, ""), (lettered[1], lettered[2]) if lettered else (text, "")):
        wanted = bare(written.strip("()[] "))
        for section, undated in _UNDATED:
            if wanted in words(section):
                return Year(text, undated=undated, suffix=suffix)
    return None
