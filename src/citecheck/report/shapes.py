"""The shape of a record: what came of checking one document, as JSON says it (see schema/report-1.json).

For the checker of types alone; no program reads this module while it runs.
"""

from __future__ import annotations

from typing import TypedDict


class Stretch(TypedDict):
    """Where something stands: code points from 0, lines and columns from 1, ends exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Placed(TypedDict):
    """What every part of a record with a place has."""

    path: str
    span: Stretch | None
    page: int | None
    where: str | None
    """The place in words, where the document has no lines of its own: "page 12, note 15"."""


class ReferenceRecord(Placed):
    """An entry of the list."""

    id: str
    key: str | None
    text: str
    authors: list[str]
    year: str | None
    title: str | None
    doi: str | None


class EntryRecord(ReferenceRecord):
    """An entry with all its fields, as `citecheck parse` tells it."""

    container: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    publisher: str | None
    url: str | None
    type: str | None


class CitationRecord(Placed):
    """One cited work at one place, with the entries it means."""

    id: str
    text: str
    kind: str
    authors: list[str]
    year: str | None
    number: int | None
    key: str | None
    locator: str | None
    references: list[str]
    confidence: float


class EditRecord(Stretch):
    """Put `text` in the place of what stands there in the file at `path`."""

    path: str
    text: str


class FixRecord(TypedDict):
    """Edits that mend one problem."""

    safe: bool
    edits: list[EditRecord]


class ProblemRecord(Placed):
    """One problem at one place.

    `fold` is the same for the problems of a rule that are one defect, None where the message says so. `text` are the
    words at the place, `context` is the line around them; both are None where nothing is quoted.
    """

    rule: str
    severity: str
    message: str
    help: str | None
    text: str | None
    context: str | None
    citation: str | None
    reference: str | None
    related: list[str]
    suggestion: str | None
    confidence: float
    fold: str | None
    fix: FixRecord | None


class SuppressedRecord(ProblemRecord):
    """A problem that is left out, by a comment, the configuration or a baseline, and for what reason."""

    means: str
    reason: str


class ErrorRecord(TypedDict):
    """Why the document was not wholly read."""

    kind: str
    message: str


class MendedRecord(TypedDict):
    """A problem that was mended: its line before, both wordings, and the entry that told."""

    rule: str
    path: str
    line: int | None
    before: str
    after: str
    safe: bool
    entry: str | None


class Record(TypedDict):
    """One document.

    `extracted` says that places in it count in the text that `citecheck text` prints, because the file is no text.
    `agreeing` is how many of its citations agree with the list.
    """

    path: str
    format: str
    style: str
    style_share: float | None
    language: str | None
    extracted: bool
    agreeing: int
    configuration: str | None
    fail_on: str | None
    references: list[ReferenceRecord]
    citations: list[CitationRecord]
    problems: list[ProblemRecord]
    suppressed: list[SuppressedRecord]
    errors: list[ErrorRecord]
    notes: list[str]
    mended: list[MendedRecord]
