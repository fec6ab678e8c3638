"""The part of a manuscript in which citations are looked for, and what is known before looking."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from citecheck.extract.anchors import BracketTable, brackets
from citecheck.extract.lexicon import Lexicon
from citecheck.model.document import Document
from citecheck.model.reference import Reference
from citecheck.model.span import Span


class Body:
    """What every recogniser is given.

    `spans` are the parts of the document's text that are read, in order: everything but the reference lists and the
    article's own front matter. `references` are the entries of all lists, in order.
    """

    def __init__(self, document: Document, spans: tuple[Span, ...], references: tuple[Reference, ...]) -> None:
        self.document = document
        self.spans = spans
        self.references = references
        self._starts = [span.start for span in spans]

    def beside(self, references: tuple[Reference, ...]) -> Body:
        """Return the same body beside other entries."""
        body = Body(self.document, self.spans, references)
        body.brackets = self.brackets
        return body

    @property
    def text(self) -> str:
        """The whole clean text of the document; spans count in it."""
        return self.document.text

    def reads(self, offset: int) -> bool:
        """Whether `offset` of the text stands in a part that is read."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self.spans[at].end

    def begins(self, offset: int) -> int:
        """Return where the part begins that is read around `offset`, 0 before the first."""
        at = bisect_right(self._starts, offset) - 1
        return self._starts[at] if at >= 0 else 0

    @cached_property
    def brackets(self) -> BracketTable:
        """The brackets of the parts that are read."""
        return BracketTable(brackets(self.text, self.spans))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names and years of the entries."""
        return Lexicon(self.references)
