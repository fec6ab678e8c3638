"""Cuts a reference list into its entries, however it is set: numbered, bulleted, one a line, wrapped, hanging."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citecheck.extract.alphabet import in_order, key_of
from citecheck.extract.entry_shape import Label, bullet_end, label_at, repeats_author
from citecheck.extract.gluing import glued_at
from citecheck.extract.layout import Start, entry_starts
from citecheck.extract.lists import FoundList
from citecheck.model.document import Document
from citecheck.model.span import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """One entry as it was cut out: its span without a bullet, but with the label that is printed before it.

    `number` and `label` are the printed number ("[12]") or key ("[Knu84]"). `repeated`: dashes stand for the authors of
    the entry before. `glued`: it begins in the middle of a line that belongs to the entry before.
    """

    span: Span
    number: int | None = None
    label: str | None = None
    repeated: bool = False
    glued: bool = False


def cut(document: Document, found: FoundList) -> tuple[Cut, ...]:
    """Return the entries of a list in text order."""
    text = document.text
    starts = [(start, *_words(text, start)) for start in entry_starts(document, found.span)]
    keys = [key_of(text, begin, start.span.end) for start, _, begin in starts]
    ordered = in_order(keys)
    cuts: list[Cut] = []
    for at, (start, label, begin) in enumerate(starts):
        cuts.append(_cut(text, start, label, begin))
        if not start.labelled:
            after = next((key for key in keys[at + 1 : at + 4] if key), None)
            cuts.extend(_glued(text, cuts, after, ordered=ordered))
    return tuple(cuts)


def _words(text: str, entry: Start) -> tuple[Label | None, int]:
    """Return the label of an entry, if any, and where its own words begin."""
    start, end = entry.span.start, entry.span.end
    if entry.labelled:
        label = label_at(text, start, end)
        return label, label.end if label else start
    return None, (bullet_end(text, start, end) or start) if entry.bulleted else start


def _cut(text: str, entry: Start, label: Label | None, begin: int) -> Cut:
    span = Span(entry.span.start if label else begin, entry.span.end)
    return Cut(
        span,
        number=label.number if label else None,
        label=label.text if label else None,
        repeated=repeats_author(text, begin, span.end),
        glued=entry.glued,
    )


def _glued(text: str, cuts: list[Cut], after: str | None, *, ordered: bool) -> list[Cut]:
    """Take the entries that are glued to the end of the last cut from it, and return them."""
    whole = cuts[-1].span
    places = glued_at(text, whole, after, ordered=ordered)
    if not places:
        return []
    ends = [*places[1:], whole.end]
    cuts[-1] = replace(cuts[-1], span=Span(whole.start, _trimmed(text, whole.start, places[0])))
    return [Cut(Span(place, _trimmed(text, place, end)), glued=True) for place, end in zip(places, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> int:
    """Return `end` moved back over white space."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
