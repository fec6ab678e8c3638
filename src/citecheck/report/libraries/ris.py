"""A library in RIS (.ris), for EndNote, Zotero and Mendeley."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citecheck.model.reference import Name, Reference
from citecheck.report.libraries.keys import keys_of
from citecheck.report.libraries.library import Library, type_of

#: CSL types and the types of RIS that stand for them; all others are `GEN`.
_TYPES = {
    "article-journal": "JOUR", "article": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "book": "BOOK", "chapter": "CHAP", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
    "paper-conference": "CONF", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG",
    "dataset": "DATA", "software": "COMP", "manuscript": "UNPB", "patent": "PAT", "legislation": "STAT",
    "legal_case": "CASE", "bill": "BILL", "map": "MAP", "motion_picture": "MPCT", "pamphlet": "PAMP",
    "personal_communication": "PCOMM",
}  # fmt: skip
_PAGES = re.compile(r"(\w{1,12})\s?[-‐–—]\s?(\w{1,12})")


def write(references: Sequence[Reference]) -> str:
    """Return the entries as RIS in UTF-8."""
    records = (_record(reference, key) for reference, key in zip(references, keys_of(references), strict=True))
    return "\n".join("".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in record) for record in records)


def _record(reference: Reference, key: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of one record: its tags and their values."""
    yield "TY", _TYPES.get(type_of(reference), "GEN")
    yield "ID", key
    yield from (("AU", _name(name)) for name in reference.authors)
    if reference.et_al and reference.authors:
        yield "AU", "et al."
    yield from (("ED", _name(name)) for name in reference.editors)
    year = reference.year
    first, last = _pages(reference.pages)
    fields = (
        ("PY", (year.shown if year.number is not None or year.undated is not None else year.text) if year else None),
        ("TI", reference.title),
        ("T2", reference.container),
        ("VL", reference.volume),
        ("IS", reference.issue),
        ("SP", first),
        ("EP", last),
        ("PB", reference.publisher),
        ("CY", reference.place),
        ("DO", reference.doi),
        ("UR", reference.url),
    )
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _name(name: Name) -> str:
    if name.corporate:
        return f"{name.family} ({name.acronym})" if name.acronym else name.family
    return ", ".join(part for part in (name.shown, name.given, name.suffix) if part)


def _pages(text: str | None) -> tuple[str | None, str | None]:
    pages = _PAGES.fullmatch(text.strip()) if text else None
    return (pages[1], pages[2]) if pages else (text, None)


LIBRARY = Library(format="ris", suffixes=(".ris",), write=write, description="RIS (EndNote, Zotero, Mendeley)")
