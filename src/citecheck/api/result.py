"""What a check gives a program: values that stay as they are, whatever becomes of the model inside."""

from __future__ import annotations

from citecheck.model.problem import Severity
from citecheck.model.value import value


@value
class Place:
    """Where something stands: lines and columns from 1, offsets in code points from 0, ends exclusive.

    In a format without lines of its own (Word, PDF) they count in the text that `citecheck text FILE` prints, and
    `where` says it in words: "page 12, note 15".
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    page: int | None
    where: str | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.where}" if self.where else f"{self.path}:{self.line}:{self.column}"


@value
class Reference:
    """An entry of the reference list. `authors` are the names by which it is cited."""

    id: str
    text: str
    place: Place | None
    key: str | None
    authors: tuple[str, ...]
    year: str | None
    title: str | None
    doi: str | None


@value
class Citation:
    """One cited work at one place of the text, with the entries that it means: none, one, or several that fit."""

    id: str
    text: str
    place: Place | None
    kind: str
    authors: tuple[str, ...]
    year: str | None
    number: int | None
    key: str | None
    locator: str | None
    references: tuple[Reference, ...]
    confidence: float


@value
class Problem:
    """One problem at one place; None for `place` speaks of the whole document."""

    rule: str
    severity: Severity
    message: str
    help: str | None
    suggestion: str | None
    place: Place | None
    citation: Citation | None
    reference: Reference | None
    related: tuple[Reference, ...]
    confidence: float


@value
class Fault:
    """Why the document was not wholly read."""

    kind: str
    message: str


@value
class Result:
    """What came of checking one document; citations and problems in text order, references in that of the list."""

    path: str
    format: str
    style: str
    language: str | None
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether the document was wholly read and holds no error and no warning, as for exit status 0."""
        return not self.faults and all(problem.severity.rank > Severity.WARNING.rank for problem in self.problems)
