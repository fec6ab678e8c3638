"""The reference lists of a document: found, cut into entries, and each entry read."""

from __future__ import annotations

from citecheck.extract.cutting import Cut, cut
from citecheck.extract.entry import following, read_entry, reference
from citecheck.extract.entry_reading import Form
from citecheck.extract.lists import FoundList, find_lists, lists_of_file
from citecheck.extract.name_order import names_written, with_persons
from citecheck.model.document import Document
from citecheck.model.manuscript import ReferenceList
from citecheck.model.reference import Flaw, FlawKind, Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace

#: How much of a glued entry is marked: its head.
_HEAD = 40


def read_lists(
    document: Document, heading: str | None = None, *, first_id: int = 1, document_index: int = 0, sole: bool = False
) -> tuple[tuple[ReferenceList, ...], tuple[Reference, ...], tuple[Span, ...]]:
    """Return the lists of `document`, their entries (ids from `first_id` on), and the spans that are no list.

    With `sole` the document was given as a list: where none stands out in it, its whole text is one.
    """
    found = lists_of_file(document) if sole else find_lists(document, heading)
    lists: list[ReferenceList] = []
    references: list[Reference] = []
    for section, one in enumerate(found):
        cuts, begin = cut(document, one), len(references)
        form = names_written(piece.span.of(document.text) for piece in cuts)
        lists.append(ReferenceList(document_index, one.span, one.heading, len(cuts)))
        for piece in cuts:
            before = references[-1] if references else None
            id_ = ReferenceId(f"r{first_id + len(references)}")
            at = Reference(id_, piece.span, "", document_index, section)
            references.append(_read(document, piece, before, at, form=form))
        if form is Form.NATURAL:
            references[begin:] = with_persons(references[begin:])
    return tuple(lists), tuple(references), _rest(document, found)


def _read(document: Document, piece: Cut, before: Reference | None, at: Reference, *, form: Form | None) -> Reference:
    """Read one entry; `at` says its id and place, `before` is the entry whose authors a dash repeats.

    `form`: how the list writes names.
    """
    entry = following(read_entry(piece.span.of(document.text), form=form), before, repeated=piece.repeated)
    made = reference(
        entry, id=at.id, span=piece.span, text=document.quote(piece.span), document=at.document, section=at.section
    )
    if made.number is None and piece.number is not None:
        made = replace(made, number=piece.number)
    if piece.key is not None:
        made = replace(made, key=piece.key)
    if piece.label is not None and piece.number is None:
        made = replace(made, aliases=(*made.aliases, piece.label))
    if piece.glued:
        head = Span(piece.span.start, min(piece.span.end, piece.span.start + _HEAD))
        made = replace(made, flaws=(*made.flaws, Flaw(FlawKind.GLUED, head)))
    return made


def _rest(document: Document, found: tuple[FoundList, ...]) -> tuple[Span, ...]:
    """Return the spans of the document between its lists; a list's heading belongs to the list."""
    spans: list[Span] = []
    at = 0
    for one in sorted(found, key=lambda one: one.span):
        start = one.heading_span.start if one.heading_span else one.span.start
        if start > at:
            spans.append(Span(at, start))
        at = max(at, one.span.end)
    if at < len(document.text):
        spans.append(Span(at, len(document.text)))
    return tuple(spans)
