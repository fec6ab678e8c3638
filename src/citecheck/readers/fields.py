"""The fields in which Zotero, Mendeley, EndNote, Citavi and Word keep the data of a citation inside a manuscript."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

from citecheck.model.reference import Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import value


class FieldKind(Enum):
    """What a field of a reference manager shows."""

    CITATION = "citation"
    BIBLIOGRAPHY = "bibliography"


@value
class Field:
    """A field that was understood: the works cited, and the text the manager put there last, where it keeps that."""

    kind: FieldKind
    works: tuple[Reference, ...] = ()
    shown: str | None = None


BIBLIOGRAPHY = Field(FieldKind.BIBLIOGRAPHY)

_BIBLIOGRAPHIES = (
    "ZOTERO_BIBL", "Mendeley Bibliography", "MENDELEY_BIBLIOGRAPHY", "EN.REFLIST", "CitaviBibliography",
)  # fmt: skip
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_DOI = re.compile(r"10\.[0-9]{4,9}/\S{1,300}")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,100}>")
_LONGEST = 1_000


@value
class Record:
    """What a manager's own format says of a work, in plain words; "" where it says nothing."""

    key: str
    authors: tuple[Name, ...] = ()
    year: str = ""
    title: str = ""
    doi: str = ""
    kind: str = ""

    def work(self) -> Reference | None:
        """Return the work, None where nothing tells which it is."""
        if not self.key:
            return None
        found = _YEAR.search(self.year)
        doi = _DOI.search(self.doi)
        return Reference(
            ReferenceId(""),
            Span(0, 0),
            "",
            key=self.key[:_LONGEST],
            authors=self.authors,
            year=Year(found.group(), int(found.group())) if found else None,
            title=plain(self.title) or None,
            doi=doi.group().lower() if doi else None,
            type=self.kind or None,
        )


def works_of(records: list[Record]) -> tuple[Reference, ...]:
    """Return the works of the records that name one, each once."""
    works = {record.key: record.work() for record in records}
    return tuple(work for work in works.values() if work is not None)


def plain(text: str) -> str:
    """Return `text` without the tags of italics and the like, and with single blanks."""
    return " ".join(_MARKUP.sub("", text[:_LONGEST]).split())


def read_field(instruction: str, stored: str | None = None) -> Field | None:
    """Return what a field of a word processor says, None where it is of no reference manager.

    `instruction` is its code, `stored` the data that EndNote keeps beside it. Data that cannot be understood are no
    fault of the manuscript: the field is then one without works, and its text is read like any other.
    """
    from citecheck.readers import field_citavi, field_csl, field_endnote

    code = instruction.strip()
    word = code.split(None, 1)[0].upper() if code else ""
    if word in {"BIBLIOGRAPHY", "CITATION"}:
        return BIBLIOGRAPHY if word == "BIBLIOGRAPHY" else Field(FieldKind.CITATION, _word_works(code))
    if word == "ADDIN":
        code = code[5:].strip()
    if code.startswith(_BIBLIOGRAPHIES):
        return BIBLIOGRAPHY
    if code.startswith("EN.CITE") and not code.startswith("EN.CITE.DATA"):
        return field_endnote.read(code[7:], stored)
    if code.startswith("CitaviPlaceholder"):
        return field_citavi.read(code[17:])
    if code.startswith(("ZOTERO_ITEM", "CSL_CITATION", "ZOTERO_CITATION")):
        return field_csl.read(code)
    return None


def _word_works(code: str) -> tuple[Reference, ...]:
    r"""Return the works of Word's own field by their tags only: CITATION Smi10 \p 12 \m Jon11 \l 1033."""
    words = code.split()[:200]
    keys = words[1:2] + [word for before, word in pairwise(words) if before.lower() == "\\m"]
    return works_of([Record(key) for key in keys if not key.startswith("\\")])
