"""Cuts a reference list into its entries, however it is set: numbered, bulleted, one a line, wrapped, hanging."""

from __future__ import annotations

from itertools import pairwise

from citecheck.extract.alphabet import in_order, key_of, may_be_in_order
from citecheck.extract.entry_shape import Label, bullet_end, label_at, repeats_author
from citecheck.extract.gluing import Order, glued_at, may_be_glued
from citecheck.extract.layout import Start, entry_starts
from citecheck.extract.lists import FoundList
from citecheck.model.document import Document
from citecheck.model.span import Span
from citecheck.model.value import replace, value


@value
class Cut:
    """One entry as it was cut out: its span without a bullet, but with the label that is printed before it.

    `number` and `label` are the printed number ("[12]") or key ("[Knu84]"), `key` is that by which the format cites
    it. `repeated`: dashes stand for the authors of
    the entry before. `glued`: it begins in the middle of a line that belongs to the entry before.
    """

    span: Span
    number: int | None = None
    label: str | None = None
    repeated: bool = False
    glued: bool = False
    key: str | None = None


def cut(document: Document, found: FoundList) -> tuple[Cut, ...]:
    """Return the entries of a list in text order."""
    text = document.text
    cuts = [_cut(text, start) for start in entry_starts(document, found.span)]
    if any(may_be_glued(text, one.span) for one in cuts if one.key is None):
        return tuple(_unglued(text, cuts))
    return tuple(cuts)


def _unglued(text: str, cuts: list[Cut]) -> list[Cut]:
    """Return the entries with those cut in two that are two on one line."""
    keys = [key_of(text, one.span.start, one.span.end) for one in cuts]
    order = Order.KEPT if in_order(keys) else Order.SHORT if may_be_in_order(keys) else Order.NONE
    parts: list[Cut] = []
    for at, one in enumerate(cuts):
        after = next((key for key in keys[at + 1 : at + 4] if key), None)
        shown = order if one.label is None else Order.NONE
        places = glued_at(text, one.span, after, shown) if one.key is None else ()
        ends = [*places, one.span.end]
        parts.append(replace(one, span=Span(one.span.start, _trimmed(text, one.span.start, ends[0]))))
        parts += [Cut(Span(start, _trimmed(text, start, end)), glued=True) for start, end in pairwise(ends)]
    return parts


def _words(text: str, entry: Start) -> tuple[Label | None, int]:
    """Return the label of an entry, if any, and where its own words begin."""
    start, end = entry.span.start, entry.span.end
    if entry.labelled:
        label = label_at(text, start, end)
        return label, label.end if label else start
    return None, (bullet_end(text, start, end) or start) if entry.bulleted else start


def _cut(text: str, entry: Start) -> Cut:
    label, begin = _words(text, entry)
    span = Span(entry.span.start if label else begin, entry.span.end)
    return Cut(
        span,
        number=label.number if label else None,
        label=label.text if label else None,
        repeated=repeats_author(text, begin, span.end),
        glued=entry.glued,
        key=entry.key,
    )


def _trimmed(text: str, start: int, end: int) -> int:
    """Return `end` moved back over white space."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
