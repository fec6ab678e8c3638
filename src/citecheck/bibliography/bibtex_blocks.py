"""The entries of a .bib file as written: key, type and fields with their places, broken ones as far as they go."""

from __future__ import annotations

import re

from citecheck.bibliography.bibtex_values import Macros, TooLongError, piece_end, read_value
from citecheck.model.span import Span
from citecheck.model.value import value

_HEAD = re.compile(r"@(\w*+)[ \t]*+[{(]\s*+([^\s,={}\"#%]*+)\s*+(=?)")
#: Where a field begins, in an entry whose braces cannot be trusted: at the head of a line or behind a comma.
_FIELD = re.compile(r"(?:^|,)[ \t]*+,?+[ \t]*+([A-Za-z][\w:+-]{0,60}+)[ \t]*+=[ \t]*+", re.MULTILINE)
#: A line that ends an entry.
_END = re.compile(r"^[ \t]*+[})](?=[ \t]*+$)", re.MULTILINE)
_BRACES = re.compile(r"(?<!\\)[{}]")


@value
class Field:
    """One field: its value in LaTeX without delimiters, and the place of that value in the file."""

    value: str
    span: Span


@value
class Entry:
    """One entry and those of its fields that are not empty, names in lower case.

    `broken` says what is wrong with its syntax; its fields are then those that could still be read.
    """

    type: str
    key: str | None
    fields: dict[str, Field]
    span: Span
    broken: str | None = None

    def value(self, *names: str) -> str | None:
        """Return the value of the first of these fields that is there."""
        for name in names:
            if name in self.fields:
                return self.fields[name].value
        return None


@value
class Written:
    """An entry as bibtexparser splits it: its fields are pairs of a name and an expression, in the order written."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    start: int
    raw: str


def whole_entry(written: Written, macros: Macros) -> Entry:
    """Return the entry with its fields' values; the first of two fields of one name counts, as in BibTeX."""
    span = Span(written.start, written.start + len(written.raw))
    fields: dict[str, Field] = {}
    broken = None
    at = 0
    for name, expression in written.fields:
        at = written.raw.find(expression, written.raw.index("=", at) + 1)
        try:
            value = read_value(expression, macros)
        except TooLongError:
            broken, at = "its @string macros grow too long", at + len(expression)
            continue
        if value is None:
            return salvaged_entry(written.raw, written.start, "a comma or a closing quote is missing")
        place = Span(span.start + at + value.start, span.start + at + value.end)
        if value.text and not value.text.isspace():
            fields.setdefault(name.lower(), Field(value.text, place))
        at += len(expression)
    return Entry(written.type, written.key or None, fields, span, broken)


def salvaged_entry(raw: str, start: int, broken: str) -> Entry:
    """Return what can be read of a broken entry: its key, and each value up to where the next field begins."""
    ended = _END.search(raw)
    raw = raw[: ended.end()] if ended else raw.rstrip()
    head = _HEAD.match(raw)
    keyed = head is not None and not head[3]  # with "=" behind it, it is the name of a field
    heads = list(_FIELD.finditer(raw))
    fields: dict[str, Field] = {}
    for at, this in enumerate(heads, 1):
        end = heads[at].start() if at < len(heads) else len(raw)
        place = _value_place(raw, this.end(), end)
        value = place.of(raw)
        if value.count("{") != value.count("}"):
            value = _BRACES.sub("", value)
        if value:
            fields.setdefault(this[1].lower(), Field(value, place.shifted(start)))
    return Entry(
        head[1].lower() if head else "",
        (head[2] or None) if head and keyed else None,
        fields,
        Span(start, start + len(raw)),
        broken,
    )


def _value_place(raw: str, start: int, end: int) -> Span:
    """Return where the words of a value stand: what its own delimiters hold, else all up to `end` without commas."""
    written = raw[start:end]
    closed = piece_end(written, 0) if written else None
    if closed is not None:
        delimited = written[0] in '{"'
        return Span(start + delimited, start + closed - delimited)
    while end > start and raw[end - 1] in ", \t\r\n":
        end -= 1
    return Span(min(start + raw.startswith(("{", '"'), start), end), end)
