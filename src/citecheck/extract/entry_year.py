"""The year of an entry: which of its numbers says when the work appeared."""

from __future__ import annotations

import re

from citecheck.extract.entry_phrases import UNDATED, first_words, phrase_at, undated_phrase
from citecheck.languages.language import bare, words
from citecheck.model.reference import Undated, Year
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: "2014", "2014a", "1998–2001", "1900/1953", "2008 [2010]", "[1867] 1990", "(1867) 1990."; not "p.1999", "12-1998",
#: "10.1999".
_YEAR = pattern(
    r"(?P<first>1[4-9][0-9]{2}|20[0-9]{2})(?<![\w/–‐-]....)(?<![0-9][.,:]....)(?P<letter>[a-z](?![^\W_]))?(?![0-9])"
    r"(?:(?P<close>\])?(?P<sign>\s?[–‐-]\s?|/|\s?[\[(=]\s?|\]\s|\)\s(?=(?:1[4-9]|20)[0-9]{2}\.))(?P<last>(?:1[4-9]|20)?[0-9]{2})(?![0-9])(?P<letter2>[a-z](?![^\W_]))?)?"
)
_BETWEEN = pattern(r"[\s.,:;()\[\]{}–—\"“]{0,8}(?:c(?:a|irca)?\.? )?")
_PARTS = pattern(r"[\s.,:()\[\]–-]+")
_VANCOUVER = pattern(r"\)?\s?[;:]\s?[0-9(]")
_PAGE_BEFORE = pattern(r"(?:\bpp?\.|[0-9]\s?[–-]|\bS\.|№|\bno\.|\bvol\.|[0-9)][A-Z]?\s?:)\s?$")


_NEXT = pattern(r"[\s.,;:(\[（［]{0,5}(?:1[4-9]|20)[0-9]{2}(?![0-9])")


@value
class Dated:
    """A year and where it stands; `near` when it stands right after the authors or begins the entry."""

    year: Year
    span: Span
    near: bool


def read_year(text: str, names_end: int, taken: tuple[tuple[int, int], ...]) -> Dated | None:
    """Return the year of an entry whose authors end at `names_end`; `taken` are places of links and identifiers."""
    candidates = [found for found in _YEAR.finditer(text) if not any(a <= found.start() < b for a, b in taken)]
    for found in candidates[:2]:
        start = found.start()
        if _beside(text, names_end, start - (text[start - 1 : start] == "[")):
            return Dated(_year(found), _span(found), near=True)
    undated = undated_at(text, names_end)
    if undated:
        return undated
    if candidates:
        link = _last_address(text, taken, candidates[-1])
        best = candidates[0] if len(candidates) == 1 else max(candidates, key=lambda found: _rank(text, found, link))
        return Dated(_year(best), _span(best), near=False)
    return _undated_anywhere(text, names_end)


def _last_address(text: str, taken: tuple[tuple[int, int], ...], last: re.Match[str]) -> int:
    """Return where addresses begin behind which a year tells when they were looked at; none do, where it ends an entry.

    "Nets, https://example.org/12, 2018." has a comma alone between the address and the year.
    """
    start = min((start for start, _ in taken), default=len(text))
    end = max((end for _, end in taken if end <= last.start()), default=0)
    between, rest = text[max(0, end - 1) : last.start()], text[last.end() :]
    ends = end and "," in between and not between[1:].strip(" ,") and not rest.strip(" .")
    return len(text) if ends else start


def year_next(text: str, at: int) -> bool:
    """Whether a year, or what stands instead of one, follows right at `at`."""
    return bool(_NEXT.match(text, at)) or undated_at(text, at) is not None


def _beside(text: str, names_end: int, start: int) -> bool:
    """Whether only punctuation or the rest of a date stands between the authors and a year."""
    between = text[names_end:start]
    if len(between) > 40:
        return False
    if not between.strip(" .,:;()[]–—{}\n，、；：（）"):
        return True
    if "(" not in between and names_end:
        return False
    return all(part in words("months") or part.isdigit() or part in {"c", "ca", "circa"} for part in _parts(between))


def _parts(between: str) -> list[str]:
    return [part for part in _PARTS.split(between.casefold()) if part]


def _year(found: re.Match[str]) -> Year:
    first, last = int(found["first"]), found["last"]
    suffix = found["letter"] or ""
    if not last:
        return Year(found["first"] + suffix, first, suffix)
    text = found.group().strip("[ ")
    sign = found["sign"].strip()
    if len(last) == 4 and sign not in {"-", "–", "‐"} and abs(int(last) - first) > 1:
        return Year(text, max(first, int(last)), found["letter2"] or suffix, original=min(first, int(last)))
    return Year(text, first, suffix or found["letter2"] or "")


def _span(found: re.Match[str]) -> Span:
    end = found.end("letter") if found["letter"] else found.end("first")
    return Span(found.start("first"), max(end, found.end("last"), found.end("letter2")))


def _rank(text: str, found: re.Match[str], link: int) -> tuple[float, int]:
    """Rank a candidate: by its surroundings, then the later; what stands behind an address is when it was looked at."""
    return _score(text, found) - 4 * (found.start() > link), found.start()


def _score(text: str, found: re.Match[str]) -> float:
    """How much a number looks like the year of publication, by what stands around it."""
    start, end = found.start("first"), _span(found).end
    before, after = text[max(0, start - 48) : start], text[end : end + 8]
    score = 0.0
    left, right = before.rstrip(), after.lstrip(" ])")
    if found["last"] and found["sign"].strip() in {"-", "–", "‐"}:
        score -= 2  # a title's "1598-1701" more often than a work that took years to appear
    elif left.endswith("(") and after.startswith(")"):
        score += 3
    if _VANCOUVER.match(after):
        score += 3
    if not right.strip(". ") or right[0] in ".,;":
        score += 2
    elif right[0].isalpha() and not after.startswith((")", "]")):
        score -= 2
    if not left or left[-1] in ".,;(" or (_parts(left[-12:])[-1:] and _parts(left[-12:])[-1] in words("months")):
        score += 1
    if _accessed(before):
        score -= 6
    if _PAGE_BEFORE.search(before) or _is_issue(before):
        score -= 5
    return score + start / max(1, len(text))


def _is_issue(before: str) -> bool:
    """Whether `before`, the end of what stands before a number, says that an issue or volume is counted: "nr 1528"."""
    word = (before.split() or [""])[-1]
    return before.endswith((" ", "\u00a0")) and bare(word) in words("issues") | words("volumes")


def _accessed(before: str) -> bool:
    """Whether `before`, the end of what stands before a year, says that a page was looked at in that year."""
    tail = before.rpartition("(")[2][-36:]
    for word in _WORD.finditer(tail):
        if len(word.group()) > 3 and word.group().casefold() in first_words("accessed"):
            phrase = phrase_at("accessed", tail, word.start())
            if phrase and tail[word.start() - 1 : word.start()] in {"", " ", "[", "."}:
                return True
    return "[cited" in tail or "Cited:" in tail


_KINDS = dict(zip(UNDATED, (Undated.NO_DATE, Undated.FORTHCOMING, Undated.IN_PRESS), strict=True))
_WORD = pattern(r"[^\W\d_]+")
#: The letter behind a phrase: "n.d.-a", "(no date a)", "[no date] b", "s. d. a,".
_SUFFIX = pattern(r"\.?(?:[-–]?(?P<letter>[a-h])(?!\w)|\s?[])]?[\s-](?P<apart>[a-h])(?=[.,:;)\]]|$))?")
_AFTER_SIGN = pattern(r"[.,;(\[]\s?(?=[^\W\d_])")


def undated_at(text: str, at: int) -> Dated | None:
    """Return "n.d.", "forthcoming" and the like when it stands right after the authors."""
    between = _BETWEEN.match(text, at)
    return _undated(text, between.end() if between else at, near=True)


def _undated_anywhere(text: str, at: int) -> Dated | None:
    """Return the last "in press" and the like that stands in brackets or between punctuation."""
    last = None
    for found in _AFTER_SIGN.finditer(text, at):
        undated = _undated(text, found.end(), near=False)
        if undated and text[undated.span.end :].lstrip()[:1] in {"", ".", ",", ";", ")", "]"}:
            last = undated
    return last


def _undated(text: str, at: int, *, near: bool) -> Dated | None:
    word = _WORD.match(text, at)
    if not word or word.group().casefold() not in first_words(*UNDATED):
        return None
    found = undated_phrase(text, at)
    suffix = _SUFFIX.match(text, at + len(found[1])) if found else None
    if not found or not suffix:
        return None
    letter = suffix["letter"] or suffix["apart"] or ""
    return Dated(Year(text[at : suffix.end()], None, letter, undated=_KINDS[found[0]]), Span(at, suffix.end()), near)
