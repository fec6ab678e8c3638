"""A manuscript that has been read, its citations linked to its entries: what rules ask their questions of."""

from __future__ import annotations

from citecheck.model.citation import Citation, CitationId, Style
from citecheck.model.document import Document
from citecheck.model.house_style import HouseStyle
from citecheck.model.ignore import Ignore
from citecheck.model.match import Match
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import field, value


@value
class ReferenceList:
    """A reference list that was found: where, under which heading, and how many entries it has."""

    document: int
    span: Span
    heading: str | None
    entries: int


@value
class Manuscript:
    """Everything known about one article.

    `documents` holds the article first, then the separate lists it was checked against. `matches` runs parallel to
    `citations`. `share` is the part of the citations that are in `style`. `library` is set where the separate list is
    a collection of which the article cites a small part, so that its uncited entries are no defect.
    """

    documents: tuple[Document, ...]
    lists: tuple[ReferenceList, ...]
    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]
    matches: tuple[Match, ...]
    style: Style
    share: float
    language: str | None
    library: bool = False
    excerpt: bool = False
    """Whether orphaned entries cannot be judged, because part of the text was not read."""
    alone: bool = False
    """Whether a list was checked by itself: there is no text that cites it."""
    present: int | None = None
    """This year, by the clock; None where nobody asked the clock, so that the same input gives the same outcome."""
    house: HouseStyle | None = None
    """The style that a person chose; None where the article is judged by its own habits."""
    ignores: tuple[Ignore, ...] = ()
    """The decisions to leave problems alone that stand in comments, and those of the configuration."""
    unused: tuple[Ignore, ...] = ()
    """Those of them that hit no problem although they should; known when all other rules have been asked."""
    _references: dict[ReferenceId, Reference] = field(init=False)
    _citations: dict[CitationId, Citation] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_references", {reference.id: reference for reference in self.references})
        object.__setattr__(self, "_citations", {citation.id: citation for citation in self.citations})

    @property
    def document(self) -> Document:
        """The article itself."""
        return self.documents[0]

    def reference(self, id: ReferenceId) -> Reference:
        """Return the entry of this id."""
        return self._references[id]

    def citation(self, id: CitationId) -> Citation:
        """Return the citation of this id."""
        return self._citations[id]

    def linked(self) -> tuple[tuple[Citation, Match], ...]:
        """Return each citation with its match, in text order."""
        return tuple(zip(self.citations, self.matches, strict=True))
