"""Identifiers of works as they are written: whether DOI, ISBN, ISSN, arXiv number and address can be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from citecheck.model.reference import IdentifierKind
from citecheck.text.pattern import pattern

_RESOLVER = pattern(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s?:\s?", re.IGNORECASE)
_DOI = pattern(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,5}/\S+|10/[A-Za-z0-9]{3,10}(?!\S)")
_PARTS = pattern(r"[,;/()\[\]:]|\band\b|\bund\b|\bet\b")
_NUMBER = pattern(r"[0-9][0-9Xx\s.‐-―-]{6,200}")
_ISSN = pattern(r"(?<![0-9])[0-9]{4}\s?[‐-―-]?\s?[0-9]{3}[0-9Xx](?![0-9])")
_ARXIV = pattern(
    r"([0-9]{2})([0-9]{2})\.([0-9]{4,5})(?:v[0-9]{1,3})?|[a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?/([0-9]{7})(?:v[0-9]{1,3})?"
)
_ARXIV_HEAD = pattern(r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|arxiv\s?:\s?", re.IGNORECASE)
_SCHEME = pattern(r"(?:https?|ftp)://", re.IGNORECASE)
_LIKE_SCHEME = pattern(r"[a-z]{1,10}\s?[:;]?\s?/{1,3}\s?(?=\S)", re.IGNORECASE)
_HOST = pattern(r"[^\s.]+(?:\.[^\s.]+)+\.?|localhost|\[[0-9A-Fa-f:.]+\]")
#: Fewer digits are no number of a book or journal.
_SHORTEST = 6
#: The longest identifier that is looked at.
_LONGEST = 2_000


def identifier_fault(kind: IdentifierKind, text: str) -> str | None:
    """Return what is wrong with an identifier as it is written, None where nothing is, or nothing can be said."""
    text = text.strip()[:_LONGEST]
    return _FAULTS[kind](text) if text else None


def _doi(text: str) -> str | None:
    bare = text
    while head := _RESOLVER.match(bare):
        bare = bare[head.end() :]
    found = _DOI.match(bare)
    if found is None:
        return "it does not begin with 10. and a number, then a slash"
    if found.end() < len(bare):
        return "it holds a space" if " " in bare else "it breaks off"
    return "a comma stands at its end" if bare.endswith((",", ";")) else None


def _isbn(text: str) -> str | None:
    """Return what is wrong with the first wrong number of several; a number may be written with spaces."""
    for written in _numbers(text):
        digits = _digits(written)
        if len(digits) == 8 and _ISSN.fullmatch(written):
            continue
        if len(digits) not in {10, 13}:
            return f"it has {len(digits)} digits, not 10 or 13"
        due = _isbn10(digits) if len(digits) == 10 else _isbn13(digits)
        if due != digits[-1]:
            return f"its last digit should be {due}"
    return None


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers in a field that may hold several, with words between them: "978-… (pbk.), 0-…".

    What spaces part is one number, but for those parts that are whole.
    """
    for part in _PARTS.split(text):
        for found in _NUMBER.finditer(part):
            rest: list[str] = []
            for run in found[0].split():
                if len(_digits(run)) in {8, 10, 13}:
                    yield run
                else:
                    rest.append(run)
            if len(_digits("".join(rest))) > _SHORTEST:  # else it counts something: the 13 of ISBN-13
                yield " ".join(rest)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9Xx]", "", text).upper()


def _isbn10(digits: str) -> str:
    rest = sum(
        weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits[:9].replace("X", "0"), strict=True)
    )
    return "0123456789X"[-rest % 11]


def _isbn13(digits: str) -> str:
    odd, even = (sum(int(digit) for digit in digits[at:12:2] if digit != "X") for at in (0, 1))
    return str(-(odd + 3 * even) % 10)


def _issn(text: str) -> str | None:
    found = list(_ISSN.finditer(text))
    if not found:
        digits = _digits(text)
        return f"it has {len(digits)} digits, not 8" if digits.isdigit() and len(digits) not in {10, 13} else None
    for one in found:
        digits = _digits(one[0])
        rest = sum(weight * int(digit) for weight, digit in zip(range(8, 1, -1), digits[:7], strict=True))
        due = "0123456789X"[-rest % 11]
        if due != digits[-1]:
            return f"its last digit should be {due}"
    return None


def _arxiv(text: str) -> str | None:
    head = _ARXIV_HEAD.match(text)
    bare = text[head.end() :] if head else text
    bare = re.sub(r"\s?\[[^\[\]]{1,40}\]$", "", bare).removesuffix(".pdf")
    found = _ARXIV.fullmatch(bare)
    if found is None:
        return "it has not the shape of 1501.00001 or math/0501001"
    month = int(found[2] or found[4][2:4])
    return None if 1 <= month <= 12 else f"there is no month {month:02}"


def _url(text: str) -> str | None:
    scheme = _SCHEME.match(text)
    if scheme is None:
        if text.lower().startswith("www.") or not _LIKE_SCHEME.match(text):
            return None  # an address without scheme, or none at all: what browsers and style sheets accept
        return "it does not begin with https:// or http://"
    if len(text.split()) > 1:
        return "it holds several addresses" if len(_SCHEME.findall(text)) > 1 else "it holds a space"
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return "its brackets do not match"
    if host in {"http", "https"}:
        return "it begins twice"
    return None if _HOST.fullmatch(host) else f"“{host[:60]}” is no name of a host"


_FAULTS = {
    IdentifierKind.DOI: _doi,
    IdentifierKind.ISBN: _isbn,
    IdentifierKind.ISSN: _issn,
    IdentifierKind.ARXIV: _arxiv,
    IdentifierKind.URL: _url,
}
