"""RIS lists (.ris), as EndNote, Zotero and library catalogues write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citecheck.bibliography.identifiers import book_or_journal, read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.listing import listed
from citecheck.bibliography.names import inverted, is_et_al
from citecheck.bibliography.tagged import Record, records, year_place
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.fault import FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId
from citecheck.text.decoding import decode

_LINE = re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9])[ \t]{1,3}-(?:[ \t]+(?P<value>\S.*+)|$)")
_SNIFF = re.compile(rb"(?:^|\n|\xef\xbb\xbf)TY {1,3}- ?[A-Z]{3,8}\s")

#: Types of RIS and the CSL types they mean.
TYPES = {
    "JOUR": "article-journal", "JFULL": "article-journal", "EJOUR": "article-journal", "ABST": "article-journal",
    "INPR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book",
    "EDBOOK": "book", "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "THES": "thesis", "RPRT": "report", "GOVDOC": "report", "ELEC": "webpage", "BLOG": "post-weblog", "DATA": "dataset",
    "COMP": "software", "UNPB": "manuscript", "MANSCPT": "manuscript", "PAT": "patent", "STAT": "legislation",
    "CASE": "legal_case", "BILL": "bill", "MAP": "map", "MPCT": "motion_picture", "VIDEO": "motion_picture",
    "SOUND": "song", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "PCOMM": "personal_communication",
}  # fmt: skip
#: Types that are whole works: their second title is that of a series, their second authors' that of its editors.
_WHOLE = frozenset(("BOOK", "EBOOK", "THES", "RPRT", "MPCT", "COMP", "DATA"))


def read(raw: Raw) -> Document:
    """Return the list; a record without its ER line ends where the next begins."""
    decoded = decode(raw.data)
    found = list(records(decoded.text, _LINE, "TY", "ER"))
    if not found:
        raise ReadError(FaultKind.DAMAGED, "no line begins with “TY  -”, so this is no RIS")
    references = (_reference(record, number, decoded.text) for number, record in enumerate(found, 1))
    return listed(raw, "ris", decoded, references)


def _reference(record: Record, number: int, text: str) -> Reference:
    kind = (record.value("TY") or "").upper()
    whole = kind in _WHOLE
    authors, et_al = _people(record, "AU", "A1")
    editors, more = _people(record, "ED", *(() if whole else ("A2",)))
    title = record.value("TI", "T1", "CT") or record.value("BT", "T2")
    year = record.field("PY", "Y1", "DA", "YR")
    return Reference(
        id=ReferenceId(f"r{number}"),
        span=record.span,
        text=record.span.of(text),
        key=record.value("ID"),
        authors=authors,
        et_al=et_al or (more and not authors),
        editors=editors,
        year=read_year(year.value) if year else None,
        title=title,
        container=None if whole else _container(record, title),
        volume=record.value("VL"),
        issue=record.value("IS", "CP"),
        pages=_pages(record),
        publisher=record.value("PB"),
        place=record.value("CY", "PP"),
        doi=read_doi(record.value("DO")) or read_doi(record.value("M3", "UR", "L3")),
        url=record.value("UR", "L2", "LK"),
        type=TYPES.get(kind, "document"),
        author_span=record.place("AU", "A1") or record.place("ED", "A2"),
        year_span=year_place(year),
        identifiers=tuple(_identifiers(record)),
        aliases=tuple(label for label in record.values("LB") if label != record.value("ID")),
    )


def _people(record: Record, *tags: str) -> tuple[tuple[Name, ...], bool]:
    """Return the names of these tags and whether "et al." stands among them."""
    written = record.values(*tags)
    names = (inverted(one) for one in written if not is_et_al(one))
    return tuple(name for name in names if name is not None), any(is_et_al(one) for one in written)


def _identifiers(record: Record) -> Iterator[Identifier]:
    """Yield what the record is named by; the number of SN is that of a book or of a journal, as its length tells."""
    for field in record.fields:
        if field.tag == "DO" and field.value:
            yield Identifier(IdentifierKind.DOI, field.value, field.span)
        elif field.tag == "SN" and field.value:
            yield Identifier(book_or_journal(field.value), field.value, field.span)
        elif field.tag == "UR" and field.value:
            yield Identifier(IdentifierKind.URL, field.value, field.span)


def _container(record: Record, title: str | None) -> str | None:
    named = (record.value(tag) for tag in ("T2", "JF", "JO", "BT", "JA", "J2"))
    return next((one for one in named if one and one != title), None)


def _pages(record: Record) -> str | None:
    first, last = record.value("SP"), record.value("EP")
    if first and last and first != last and not first.endswith(last):
        return f"{first}–{last}"
    return first or last


LIST_FORMAT = ListFormat(
    format="ris",
    suffixes=(".ris",),
    read=read,
    sniff=lambda head: _SNIFF.search(head) is not None,
    description="RIS (EndNote, Zotero, catalogues)",
)
