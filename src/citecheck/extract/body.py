"""The part of a manuscript in which citations are looked for, and what is known before looking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from citecheck.extract.lexicon import Lexicon
from citecheck.model.document import Document
from citecheck.model.reference import Reference
from citecheck.model.span import Span


@dataclass(frozen=True)  # without slots: what is made of the references is made once, and kept
class Body:
    """What every recogniser is given.

    `spans` are the parts of the document's text that are read, in order: everything but the reference lists and the
    article's own front matter. `references` are the entries of all lists, in order.
    """

    document: Document
    spans: tuple[Span, ...]
    references: tuple[Reference, ...]

    @property
    def text(self) -> str:
        """The whole clean text of the document; spans count in it."""
        return self.document.text

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names and years of the entries."""
        return Lexicon(self.references)
