"""PubMed lists (.nbib, MEDLINE)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.identifiers import book_or_journal, read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.bibliography.names import body, inverted
from citecheck.bibliography.tagged import Record, records, year_place
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId
from citecheck.text.decoding import decode

_LINE = re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}-(?: (?P<value>\S.*+)|$)")
_SNIFF = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}PMID-\s[0-9]{1,9}\s")


def read(raw: Raw) -> Document:
    """Return the list; each record begins with its PMID."""
    decoded = decode(raw.data)
    found = list(records(decoded.text, _LINE, "PMID", None))
    if not found:
        raise ReadError(FaultKind.DAMAGED, "no line begins with “PMID-”, so this is no PubMed list")
    references = (_reference(record, number, decoded.text) for number, record in enumerate(found, 1))
    return listed(raw, "nbib", decoded, references)


def _reference(record: Record, number: int, text: str) -> Reference:
    authors = "FAU" if record.field("FAU") else "AU"
    editors = "FED" if record.field("FED") else "ED"
    year = record.field("DP", "DEP", "EDAT")
    title = record.value("TI", "BTI")
    return Reference(
        id=ReferenceId(f"r{number}"),
        span=record.span,
        text=record.span.of(text),
        key=record.value("PMID"),
        authors=_people(record, authors, "CN"),
        editors=_people(record, editors),
        year=read_year(year.value[:4] if year.tag != "DP" else year.value) if year else None,
        title=title.removesuffix(".") if title else None,
        container=record.value("JT", "TA") or (record.value("BTI") if record.value("TI") else None),
        volume=record.value("VI"),
        issue=record.value("IP"),
        pages=record.value("PG"),
        publisher=record.value("PB"),
        place=None,
        doi=next((doi for one in record.values("LID", "AID", "SO") if (doi := read_doi(one)) is not None), None),
        type="book" if record.value("BTI") and not record.value("TI") else "article-journal",
        identifiers=tuple(_identifiers(record)),
        author_span=record.place(authors, "CN") or record.place(editors),
        year_span=year_place(year),
    )


def _identifiers(record: Record) -> Iterator[Identifier]:
    for field in record.fields:
        number, _, kind = field.value.rpartition(" ")
        if field.tag == "LID" and kind == "[doi]":
            yield Identifier(IdentifierKind.DOI, number, field.span)
        elif field.tag in {"IS", "ISBN"}:
            yield Identifier(book_or_journal(field.value), field.value, field.span)


def _people(record: Record, *tags: str) -> tuple[Name, ...]:
    names = (_name(one.tag, one.value) for one in record.fields if one.tag in tags and one.value)
    return tuple(name for name in names if name is not None)


def _name(tag: str, value: str) -> Name | None:
    return body(value) if tag == "CN" else inverted(value)


LIST_FORMAT = ListFormat(
    format="nbib",
    suffixes=(".nbib", ".medline"),
    read=read,
    sniff=lambda head: _SNIFF.match(head) is not None,
    description="PubMed (MEDLINE)",
)
