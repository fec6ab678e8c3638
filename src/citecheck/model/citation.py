"""A citation: one cited work at one place of the text."""

from __future__ import annotations

from enum import Enum
from typing import NewType

from citecheck.model.reference import ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import value

CitationId = NewType("CitationId", str)


class Style(Enum):
    """How a manuscript cites."""

    AUTHOR_DATE = "author-date"
    AUTHOR_PAGE = "author-page"
    NUMERIC = "numeric"
    KEYED = "keyed"
    NOTES = "notes"
    NONE = "none"


class CitationKind(Enum):
    """What the citation looks like."""

    PARENTHETICAL = "parenthetical"
    NARRATIVE = "narrative"
    NUMERIC = "numeric"
    KEYED = "keyed"
    IBID = "ibid"
    NOTE = "note"


@value
class CitedName:
    """A name as the citation writes it: family name with particle, or the name of a body."""

    text: str
    span: Span
    initials: str | None = None
    given: str | None = None
    """The given names as written before the family name, whole or shortened."""


@value
class Locator:
    """The place in the cited work: "p. 16", "15–17", "ch. 3". `label` is the word before the number, if any.

    `pages` are the page ranges as numbers (first, last), empty where the locator is no page.
    """

    text: str
    span: Span
    label: str | None = None
    pages: tuple[tuple[int, int], ...] = ()


@value
class Citation:
    """One cited work at one place. All spans are in the manuscript's text.

    `span` covers the year (number, key) and, where they adjoin, the names. `cluster` is the bracket or note in which it
    stands together with others, its own span when it stands alone.
    """

    id: CitationId
    span: Span
    kind: CitationKind
    style: Style
    cluster: Span
    authors: tuple[CitedName, ...] = ()
    et_al: Span | None = None
    year: Year | None = None
    year_span: Span | None = None
    number: int | None = None
    key: str | None = None
    title: str | None = None
    """A short title that stands in the citation (author–page style, notes)."""
    locator: Locator | None = None
    joiner: Span | None = None
    """The word or sign before the last name: "and", "&", "und"."""
    inherited: bool = False
    """Its names were given by the citation before it: (Smith, 2014; 2016)."""
    distant: bool = False
    """Its names stand earlier in the sentence or paragraph, not beside the year."""
    meant: tuple[ReferenceId, ...] | None = None
    """The entries meant where the document itself says so (a link, a number, a key, an ibid. resolved), else None."""
    doubt: float = 0.0
    """How likely it is, as far as reading alone can tell, that this is no citation at all (0 to 1)."""
