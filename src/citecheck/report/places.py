"""Where something stands, as people and programs count: lines and columns from 1."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from citecheck.model.document import Document
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import field, value
from citecheck.text.lines import LineTable, Position

if TYPE_CHECKING:
    from citecheck.report.whereabouts import Surroundings, Whereabouts


@value
class Spot:
    """A place in a file: `text` is the text in which `span` counts."""

    path: str
    text: str
    span: Span
    page: int | None
    table: LineTable

    @property
    def first(self) -> Position:
        """Where it begins."""
        return self.table.position(self.span.start)

    @property
    def last(self) -> Position:
        """Where it ends, exclusively."""
        return self.table.position(self.span.end)


@value
class Places:
    """The places of a manuscript and its lists; the lines of each file are counted once, when first asked for."""

    documents: tuple[Document, ...]
    references: tuple[Reference, ...] = ()
    _tables: dict[tuple[int, int], LineTable] = field(default_factory=dict)
    _surroundings: dict[int, Surroundings] = field(default_factory=dict)
    _numbers: dict[ReferenceId, int] = field(default_factory=dict)

    def spot(self, span: Span, document: int = 0) -> Spot | None:
        """Return where `span` of a document stands, None where its format has no text of its own."""
        read = self.documents[document]
        place = read.place(span)
        if place.span is None:
            return None
        text = _text(read, place.source)
        return Spot(place.path, text, place.span, place.page, self.table(document, place.source))

    def whereabouts(self, span: Span, document: int = 0, entry: ReferenceId | None = None) -> Whereabouts | None:
        """Return where `span` stands in a document that has no lines of its own; None where lines tell it.

        `entry` is the entry that stands there, if one does.
        """
        if not self.documents[document].extracted:
            return None
        from citecheck.report.whereabouts import Surroundings

        surroundings = self._surroundings.get(document)
        if surroundings is None:
            surroundings = self._surroundings[document] = Surroundings(self.documents[document])
        return surroundings.at(span.start, self._number(entry) if entry is not None else None)

    def _number(self, entry: ReferenceId) -> int | None:
        """Return the place of an entry in the lists of its file, from 1."""
        if not self._numbers:
            count: Counter[int] = Counter()
            for reference in self.references:
                count[reference.document] += 1
                self._numbers[reference.id] = count[reference.document]
        return self._numbers.get(entry)

    def table(self, document: int, source: int) -> LineTable:
        """Return the lines of one source of a document."""
        table = self._tables.get((document, source))
        if table is None:
            table = self._tables[document, source] = LineTable(_text(self.documents[document], source))
        return table


def _text(document: Document, source: int) -> str:
    return document.sources[source].text if document.sources else document.text
