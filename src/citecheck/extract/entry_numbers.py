"""The numbers of an entry: volume, issue, pages, and its identifiers: DOI and address."""

from __future__ import annotations

import re

from citecheck.model.value import value
from citecheck.text.pattern import pattern

_DOI = pattern(r"\b10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,3}/[^\s\"<>“”]{1,200}+")
_URL = pattern(r"[HhWw](?<!\w.)(?i:(?<=h)ttps?://|(?<=w)ww\.)[^\s\"<>“”]{1,500}+")
#: "58: 978–988", "46(5):2141–50", "15 (2), pp. 93-105", "21, no. 3 (2003): 3–9", "68.4 (2003), pp. 768–82".
_COMPACT = pattern(
    r"(?P<volume>[0-9](?<![0-9_-].)[0-9]{0,3})"
    r"(?:\s?\((?P<issue>(?![^()]{0,14}(?:1[4-9]|20)[0-9]{2}\))[^()]{1,20})\)|[.,/]\s?(?:(?:[Nn][OoRr]?|№)[.°º]?\s?)?(?P<issue2>(?!(?:1[4-9]|20)[0-9]{2}(?![0-9]))[0-9]{1,4}))?"
    r"(?:\s?\([^()]{0,16}[12][0-9]{3}\))?"
    r"(?:\s?:\s?|,\s|\.\s?|,(?=[0-9]{1,5}[-–]))(?:(?:[Pp][Pp]?|[SsСс])\.?\s?)?"
    r"(?P<pages>[A-Za-z]{0,6}[0-9]{1,6}[A-Za-z]?\s?[-–‑—−]{1,2}\s?[A-Za-z]{0,6}[0-9]{1,6}[A-Za-z]?|(?!(?<=[,.]\s)(?:1[4-9]|20)[0-9]{2}(?![0-9]))[A-Za-z]{0,6}[0-9]{2,9}|(?<=:)[0-9]|(?<=:\s)[0-9])(?![\w])"
)
#: A volume is no year, and has no letter before it but its label's.
_YEAR = pattern(r"(?:1[5-9]|20)[0-9]{2}(?![0-9])")
_VOLUME_LABEL = pattern(r"(?<![\w.-])(?:vol|v|bd|band|т|t|jg)\.?\s?$", re.IGNORECASE)
#: "47(2)" where no pages follow at once.
_VOLUME_ISSUE = pattern(
    r"(?P<volume>[0-9](?<![\w.-].)[0-9]{0,3})\s?\((?P<issue>[0-9]{1,3}(?:[-–/][0-9]{1,3})?)\)(?=[.,:;]|\s|$)"
)
#: "v. 20, n. " before the "2, p. 93" that was found.
_VOLUME_BEFORE = pattern(
    r"\b(?:vol|v|bd|т|t)\.?\s?(?P<volume>[0-9]{1,4}),?\s(?:no|nr|n|№|h)?[.°º]{0,2}\s?$", re.IGNORECASE
)
# What follows begins with a set of letters, and looks back from there: that is much quicker than a word boundary first.
_VOLUME = pattern(
    r"[vbtтj](?<!\w.)(?:(?<=v)(?:ol)?|(?<=b)(?:an)?d|(?<=[tт])|(?<=j)g)\.?\s?(?P<volume>[0-9]{1,4}|[IVXLC]{1,7})\b",
    re.IGNORECASE,
)
_ISSUE = pattern(
    r"[nih№](?<!\w.)(?:(?<=n)[or]?|(?<=i)ss(?:ue)?|(?<=h)(?:eft)?|(?<=№))\.?[°º]?\s?"
    r"(?P<issue>[0-9]{1,4}(?:[-–/][0-9]{1,4})?)\b",
    re.IGNORECASE,
)
_PAGES = pattern(
    r"\b(?:pp?\.\s?|pp?\s|pp|(?:pages?|str\.?|[SsСс]\.|p[áa]gs?\.?)\s?|[SС]\s(?=[0-9]{1,5}\s?[–-]))"
    r"(?P<pages>[0-9]{1,6}(?:\s?[-–‑—]{1,2}\s?[0-9]{1,6})?)\b"
)
_DASH = pattern(r"\s?[-–‑—−]{1,2}\s?")
_RANGE = pattern(
    r"(?P<pages>[0-9](?<![\w./–-].)(?!(?:(?<=1)[0-9]|(?<=2)0)[0-9]{2}\s?[-–‑]\s?(?:1[0-9]|20)[0-9]{2}(?![0-9]))"
    r"[0-9]{0,5}\s?[-–‑]\s?[0-9]{1,6})(?![\w/-]|:\s)"
)


@value
class Identifiers:
    """DOI and address, and the places that they take, in which no other number is looked for."""

    doi: str | None = None
    url: str | None = None
    places: tuple[tuple[int, int], ...] = ()


@value
class Numbers:
    """Volume, issue and pages as written."""

    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    start: int | None = None
    """Where the first of them stands."""


def read_identifiers(text: str) -> Identifiers:
    """Return the DOI and the address that an entry gives."""
    doi = url = None
    places: list[tuple[int, int]] = []
    if "://" in text or "www." in text:
        for found in _URL.finditer(text):
            places.append(found.span())
            if url is None and "doi.org" not in found.group():
                url = _trimmed(found.group())
    if "10." in text and (found_doi := _DOI.search(text)):
        places.append(found_doi.span())
        doi = _trimmed(found_doi.group())
    return Identifiers(doi, url, tuple(places))


def _trimmed(address: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    address = address.rstrip(".,;:]}>»'’*_")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(".,;:")
    return address


def read_numbers(text: str, start: int, end: int, taken: tuple[tuple[int, int], ...]) -> Numbers:
    """Return volume, issue and pages, looked for between `start` and `end`, before the places of identifiers."""
    end = min((first for first, _ in taken if first > start), default=end)
    compact, begins = _last_compact(text, start, end)
    labelled = _PAGES.search(text, start, end)
    if compact and not (labelled and labelled.start() < begins):
        return _compact(text, start, compact, begins)
    both = _VOLUME_ISSUE.search(text, start, end)
    if both and not compact:
        pages = labelled or _RANGE.search(text, both.end(), end)
        return Numbers(both["volume"], both["issue"], _pages(pages["pages"]) if pages else None, both.start())
    volume, issue = _VOLUME.search(text, start, end), _ISSUE.search(text, start, end)
    pages = labelled or _last(_RANGE, text, start, end)
    starts = [found.start() for found in (volume, issue, pages) if found] if volume or pages else []
    return Numbers(
        volume["volume"] if volume else None,
        issue["issue"] if issue else None,
        _pages(pages["pages"]) if pages else None,
        min(starts) if starts else None,
    )


def _last_compact(text: str, start: int, end: int) -> tuple[re.Match[str] | None, int]:
    """Return the last volume with its pages, and where it or its label begins; a title's numbers come before."""
    last, begins, at = None, start, start
    while found := _COMPACT.search(text, at, end):
        first = found.start()
        before = text[first - 1 : first]
        label = _VOLUME_LABEL.search(text, max(start, first - 7), first) if before in " ." or before.isalpha() else None
        free = label or not (before.isalnum() or before in {"_", ".", "-"})
        if free and not _YEAR.match(text, first):
            last, begins, at = found, label.start() if label else first, found.end()
        else:
            at = first + 1
    return last, begins


def _compact(text: str, start: int, found: re.Match[str], begins: int) -> Numbers:
    """Return the numbers of a compact match; a labelled volume may stand before what was taken for one."""
    volume, issue = found["volume"], found["issue"] or found["issue2"]
    before = _VOLUME_BEFORE.search(text, max(start, begins - 20), begins)
    if before:
        return Numbers(before["volume"], volume, _pages(found["pages"]), before.start())
    return Numbers(volume, issue, _pages(found["pages"]), begins)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the last match: numbers of a title come before those of the journal."""
    last = None
    for found in pattern.finditer(text, start, end):
        last = found
    return last


def _pages(written: str) -> str:
    return _DASH.sub("–", written)
