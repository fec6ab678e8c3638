"""The title of an entry and what it stands in: where the one ends and the other begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from citecheck.languages.language import longest_first
from citecheck.model.span import Span

_CLOSING = {"“": "”“", "„": "“”„", "”": "”", "«": "»", "»": "«", "‘": "’", "‹": "›", "\"": "\"”", "‟": "”", "「": "」", "『": "』", "《": "》"}
_SKIP = " \t\n.,:;)]}–—-*/|·"
#: What may end a title: a period, question or exclamation mark before a space, "//", a bracket, a comma.
_STOP = re.compile(r"(?P<period>[.。])(?=\s|$|[\"”])|(?P<ask>[?!？])(?=[\s\"”»’]|$)|(?P<slash>\s//?\s)|(?P<bracket>\s[\[(])")
_ABBREVIATION = re.compile(r"(?:\b(?:vs|etc|cf|ca|c|al|e\.g|i\.e|St|Dr|Mr|Mrs|vol|Vol|No|no|eds?|rev|sp|spp|subsp|var|ssp|U\.S|U\.K|Jr|Sr|Inc|Ltd|Co)|(?<![\w’'])[A-Z]|\b(?:[A-Z]\.){1,4}[A-Z])$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A title, its place, and the place of what holds it."""

    title: str | None = None
    span: Span | None = None
    container: str | None = None
    end: int = 0


def read_title(text: str, start: int, end: int) -> Titled:
    """Return the title that begins after authors and year, at `start`, and its container."""
    at = start
    while at < end and text[at] in _SKIP:
        at += 1
    if at >= end:
        return Titled(end=at)
    closing = _CLOSING.get(text[at])
    if closing or (text[at] == "'" and text.find("'", at + 12) > 0):
        quoted = _quoted(text, at, end, closing or "'")
        if quoted:
            return quoted
    stop, after = _stop(text, at, end)
    return _titled(text, Span(at, stop), after, end)


def _quoted(text: str, at: int, end: int, closing: str) -> Titled | None:
    """Return the title between quotation marks; an apostrophe inside does not end it."""
    depth_at = at + 1
    while depth_at < end:
        close = min((found for sign in closing if (found := text.find(sign, depth_at, end)) >= 0), default=-1)
        if close < 0:
            return None
        follows = text[close + 1 : close + 2]
        if not follows.isalnum() and (text[close] not in "’'" or follows in (",", ".", ")", ";", "") or _new_part(text, close + 1)):
            break
        depth_at = close + 1
    else:
        return None
    inner = text[at + 1 : close].strip(" ,.;")
    first = at + 1 + (len(text[at + 1 : close]) - len(text[at + 1 : close].lstrip(" ,.;")))
    return _titled(text, Span(first, first + len(inner)), close + 1, end) if inner else None


def _new_part(text: str, at: int) -> bool:
    """Whether a new part of the entry begins at `at`: a capital, "in", a bracket, a digit."""
    rest = text[at : at + 5].lstrip(" ,.;")
    return not rest or rest[0].isupper() or rest[0] in "([0123456789*" or bool(_inside().match(rest))


@cache
def _inside() -> re.Pattern[str]:
    """Match the word before a container: "In", "In:", "dans", "em"."""
    phrases = "|".join(re.escape(word.rstrip(":")) for word in longest_first("inside"))
    return re.compile(rf"(?:{phrases})(?=[\s:])\s?:?\s?", re.IGNORECASE)


@cache
def _comma_inside() -> re.Pattern[str]:
    """Match a comma (or quotation's end) and the word before a container."""
    phrases = "|".join(re.escape(word.rstrip(":")) for word in longest_first("inside"))
    return re.compile(rf"[,.;]\s(?i:{phrases})(?:\s?:\s|\s(?=[A-Z«“\"*‘„]))")


def _stop(text: str, at: int, end: int) -> tuple[int, int]:
    """Return where the title ends and where the rest begins."""
    limit = end
    inside = _comma_inside().search(text, at, end)
    if inside:
        limit = inside.start()
    for found in _STOP.finditer(text, at, limit):
        kind, start = found.lastgroup, found.start()
        if kind == "period":
            if _ABBREVIATION.search(text, at, start) and not _surely_new(text, found.end()):
                continue
            rest = text[found.end() : found.end() + 2].strip()
            if rest and rest[0].islower():
                continue
            return start, found.end()
        if kind == "ask":
            rest = text[found.end() : found.end() + 2].strip()
            if rest and (rest[0].islower() or rest[0] in ",;:"):
                continue
            return found.end(), found.end()
        if kind == "slash":
            return start, found.end()
        if kind == "bracket" and text[start + 1] == "[" and start - at > 3:
            close = text.find("]", start, end)
            if 0 < close < start + 30:
                return start, close + 1
    return limit, limit


def _surely_new(text: str, at: int) -> bool:
    return bool(_inside().match(text, at + 1)) or not text[at:].strip()


def _titled(text: str, span: Span, after: int, end: int) -> Titled:
    title = span.of(text).strip(" *_,;")
    return Titled(title or None, span if title else None, _container(text, after, end), span.end)


def _container(text: str, at: int, end: int) -> str | None:
    """Return the journal or book that follows the title."""
    while at < end and text[at] in _SKIP + "”\"’»":
        at += 1
    inside = _inside().match(text, at)
    if inside and inside.end() < end:
        at = inside.end()
    found = re.compile(r",?\s[0-9(]|\.\s|[,;:]\s|\s//").search(text, at, end)
    container = text[at : found.start() if found else end].strip(" .,;:*_()«»“”\"")
    return container or None
