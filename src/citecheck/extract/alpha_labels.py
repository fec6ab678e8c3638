"""Citations by label: [Smith12], [ABC+14, p. 5], where the list prints such labels before its entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.extract.body import Body
from citecheck.model.citation import Citation, CitationId, CitationKind, Locator, Style
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.pattern import pattern

# matches at the head of an entry: [Smith12] | [ABC+14a] | [GoF]   not: [12] | [Online] is outvoted by the other entries
_PRINTED = pattern(r"\s{0,4}\[([^\W\d_][\w+*.&:-]{1,30})\]")
# a label that the list does not have is known by its shape: ABC+14, Knu97a
_SHAPE = pattern(r"[^\W\d_]{2,20}[+*]?(?:[0-9]{2}|[0-9]{4})[a-z]?")
_BRACKET = pattern(r"\[([^\[\]\n]{2,200})\]")
_PIECE = pattern(r"[^,;]+")
_WORD = pattern(r"[^\W\d_][\w+*.&:-]{1,30}")

#: The part of the entries that must have a label.
_ENOUGH = 0.6


def find_labels(body: Body) -> tuple[Citation, ...]:
    """Return the citations by label, () where the list prints no labels."""
    labels = _labels(body.references)
    if not labels or len(labels) < _ENOUGH * len(body.references):
        return ()
    return tuple(
        citation
        for span in body.spans
        for bracket in _BRACKET.finditer(body.text, span.start, span.end)
        for citation in _read(bracket, labels)
    )


def _labels(references: tuple[Reference, ...]) -> dict[str, tuple[ReferenceId, ...]]:
    """Return each label with the entries that have it."""
    found: dict[str, tuple[ReferenceId, ...]] = {}
    for reference in references:
        printed = _PRINTED.match(reference.text)
        for label in (printed[1],) if printed else filter(_WORD.fullmatch, reference.aliases):
            found[label] = (*found.get(label, ()), reference.id)
    return found


def _read(bracket: re.Match[str], labels: dict[str, tuple[ReferenceId, ...]]) -> Iterator[Citation]:
    """Yield the citations of one bracket: its pieces that end in a label, each with the piece after it as locator."""
    whole = Span(*bracket.span())
    found: list[Citation] = []
    for piece in _PIECE.finditer(bracket.string, *bracket.span(1)):
        label = _last_label(piece, labels)
        if label is not None:
            key = label.of(bracket.string)
            cited = Citation(CitationId(""), label, CitationKind.NUMERIC, Style.NUMERIC, whole, key=key)
            found.append(replace(cited, meant=labels.get(key, ())))
        elif found and found[-1].locator is None and any(sign.isdigit() for sign in piece.group()):
            found[-1] = _with_locator(found[-1], piece)
    if any(citation.meant for citation in found) or len(found) == whole.of(bracket.string).count(",") + 1:
        yield from found


def _last_label(piece: re.Match[str], labels: dict[str, tuple[ReferenceId, ...]]) -> Span | None:
    """Return where the label stands in a piece: its last word ("see ABC+14")."""
    at = None
    for word in _WORD.finditer(piece.string, *piece.span()):
        at = word
    if at is None or at.end() != piece.start() + len(piece.group().rstrip()):
        return None
    return Span(*at.span()) if at.group() in labels or _SHAPE.fullmatch(at.group()) else None


def _with_locator(citation: Citation, piece: re.Match[str]) -> Citation:
    text = piece.group().strip()
    start = piece.start() + piece.group().index(text)
    return replace(citation, locator=Locator(text, Span(start, start + len(text))))
