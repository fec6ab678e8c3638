"""An entry of a reference list, read into its parts. Field names are those of CSL."""

from __future__ import annotations

from enum import Enum
from typing import NewType

from citecheck.model.span import Span
from citecheck.model.value import value

ReferenceId = NewType("ReferenceId", str)


@value
class Name:
    """A person or a body as it is written.

    A person has `family` (without its particle), and perhaps `given`, `particle` ("van der") and `suffix` ("Jr.").
    A body (corporate author) has its whole name in `family` and `corporate` set; `acronym` is the short form that the
    entry itself gives.
    """

    family: str
    given: str | None = None
    particle: str | None = None
    suffix: str | None = None
    corporate: bool = False
    acronym: str | None = None

    @property
    def shown(self) -> str:
        """The name by which it is cited: the family name with its particle, or the whole name of a body."""
        elided = self.particle is not None and self.particle.endswith(("'", "’"))
        return f"{self.particle}{'' if elided else ' '}{self.family}" if self.particle else self.family


class Undated(Enum):
    """What stands where a year would."""

    NO_DATE = "n.d."
    FORTHCOMING = "forthcoming"
    IN_PRESS = "in press"


@value
class Year:
    """A year as written and as understood.

    `number` is the year by which the work is cited, `suffix` its letter ("a"), `original` that of the first edition
    (1900/1953, [1867] 1990), `undated` what stands instead of a number.
    """

    text: str
    number: int | None = None
    suffix: str = ""
    original: int | None = None
    undated: Undated | None = None

    @property
    def shown(self) -> str:
        """The year as a report writes it: "2014a", "n.d."."""
        if self.number is not None:
            return f"{self.number}{self.suffix}"
        return f"{self.undated.value}{'-' + self.suffix if self.suffix else ''}" if self.undated else self.text

    @property
    def whole(self) -> str:
        """The year with that of the first edition, where both are given: "1900/1953"."""
        return self.shown if self.original is None else f"{self.original}/{self.shown}"


class FlawKind(Enum):
    """What is wrong with an entry as such."""

    NO_YEAR = "no-year"
    NO_TITLE = "no-title"
    NO_AUTHOR = "no-author"
    SPLIT_NAME = "split-name"
    """One person written as two: "Aydin, and Leyla."."""
    GLUED = "glued"
    """The entry begins in the middle of a line that belongs to the entry before it."""
    BROKEN = "broken"
    """The source of the entry (a .bib block) has an error of syntax."""


@value
class Flaw:
    """A defect of an entry, where it stands, what is meant, and why it could not be read."""

    kind: FlawKind
    span: Span
    expected: str | None = None
    reason: str | None = None


class IdentifierKind(Enum):
    """What names a work for machines."""

    DOI = "DOI"
    ISBN = "ISBN"
    ISSN = "ISSN"
    ARXIV = "arXiv"
    URL = "URL"


@value
class Identifier:
    """An identifier as it is written in a field of its own, and where."""

    kind: IdentifierKind
    text: str
    span: Span


@value
class Reference:
    """One entry. Spans are in the text of the document it stands in (`Manuscript.documents[document]`)."""

    id: ReferenceId
    span: Span
    text: str
    """The entry as it stands."""
    document: int = 0
    section: int = 0
    """Which list of its document it stands in, from 0."""
    key: str | None = None
    number: int | None = None
    """Its number as printed in the list, or by position in a list that is cited by number."""
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    """Whether the entry itself ends its authors with et al."""
    editors: tuple[Name, ...] = ()
    year: Year | None = None
    title: str | None = None
    container: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    place: str | None = None
    doi: str | None = None
    url: str | None = None
    type: str | None = None
    author_span: Span | None = None
    year_span: Span | None = None
    flaws: tuple[Flaw, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other keys and short names by which it may be cited."""
    parents: tuple[str, ...] = ()
    """Keys of the entries that it is a part of: a citation of it stands for them too."""
    identifiers: tuple[Identifier, ...] = ()
    """What the fields of a list that is data name the work by, right or wrong."""

    @property
    def broken(self) -> bool:
        """Whether a part of it could not be read."""
        return any(flaw.kind is FlawKind.BROKEN for flaw in self.flaws)

    @property
    def cited_as(self) -> tuple[Name, ...]:
        """The names by which the text cites it: its authors, else its editors."""
        return self.authors or self.editors
