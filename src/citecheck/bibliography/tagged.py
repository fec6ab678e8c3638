"""Lists written as lines with a tag and a value (RIS, PubMed), cut into records with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.years import place_of_year
from citecheck.model.span import Span
from citecheck.model.value import value

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|[\r\n]|$)")


@value
class Tagged:
    """One field: its value, lines that go on joined, and the place of what stands on its first line."""

    tag: str
    value: str
    span: Span


@value
class Record:
    """One entry as written."""

    fields: tuple[Tagged, ...]
    span: Span

    def value(self, *tags: str) -> str | None:
        """Return the first value, by the order of these tags, that is not empty."""
        found = self.field(*tags)
        return found.value if found else None

    def field(self, *tags: str) -> Tagged | None:
        """Return the field of the first of these tags that has a value."""
        for tag in tags:
            for one in self.fields:
                if one.tag == tag and one.value:
                    return one
        return None

    def values(self, *tags: str) -> list[str]:
        """Return the values of all fields with one of these tags, in the order written."""
        return [one.value for one in self.fields if one.tag in tags and one.value]

    def place(self, *tags: str) -> Span | None:
        """Return where the fields with these tags stand, from the first to the last of those that follow each other."""
        found = [one.span for one in self.fields if one.tag in tags and one.value]
        return Span(found[0].start, found[-1].end) if found else None


def records(text: str, line: re.Pattern[str], start: str, end: str | None) -> Iterator[Record]:
    """Yield the records of `text`: each begins with the tag `start` and goes on to `end` or the next beginning.

    `line` matches a line with a tag and has the groups `tag` and `value`; other lines continue the one before.
    """
    fields: list[tuple[str, list[str], Span]] = []
    began = 0
    for found in _LINE.finditer(text):
        written = found[0].rstrip()
        if not written:
            continue
        tagged = line.match(written)
        tag = tagged["tag"] if tagged else None
        if tag is not None and (tag == start or (tag == end and fields)):
            stop = found.start() if tag == start else found.start() + len(written)
            if fields:
                yield _record(fields, Span(began, _without_space(text, began, stop)))
            fields, began = [], found.start()
        if tagged is None:
            if fields:
                fields[-1][1].append(written.strip())
        elif (fields or tag == start) and tag is not None and tag != end:
            value = tagged["value"] or ""
            at = found.start() + (tagged.start("value") if value else len(written))
            fields.append((tag, [value.strip()], Span(at, found.start() + len(written))))
    if fields:
        yield _record(fields, Span(began, _without_space(text, began, len(text))))


def year_place(field: Tagged | None) -> Span | None:
    """Return where in a field of a date the year stands."""
    found = place_of_year(field.value) if field else None
    return Span(field.span.start + found[0], field.span.start + found[1]) if field and found else None


def _record(fields: list[tuple[str, list[str], Span]], span: Span) -> Record:
    joined = (Tagged(tag, " ".join(part for part in parts if part), place) for tag, parts, place in fields)
    return Record(tuple(joined), span)


def _without_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
