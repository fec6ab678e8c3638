"""A library in CSL-JSON (.json), for Zotero and Pandoc."""

from __future__ import annotations

import json
from collections.abc import Sequence

from citecheck.model.reference import Name, Reference, Year
from citecheck.report.libraries.keys import keys_of
from citecheck.report.libraries.library import Library, type_of


def write(references: Sequence[Reference]) -> str:
    """Return the entries as an array of CSL items in UTF-8."""
    items = [_item(reference, key) for reference, key in zip(references, keys_of(references), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference, key: str) -> dict[str, object]:
    year = reference.year
    fields: dict[str, object] = {
        "id": key,
        "type": type_of(reference),
        "author": _names(reference.authors, et_al=reference.et_al),
        "editor": _names(reference.editors, et_al=reference.et_al and not reference.authors),
        "issued": _date(year),
        "year-suffix": year.suffix if year is not None else None,
        "original-date": {"date-parts": [[year.original]]} if year is not None and year.original is not None else None,
        "title": reference.title,
        "container-title": reference.container,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "DOI": reference.doi,
        "URL": reference.url,
    }
    return {name: value for name, value in fields.items() if value}


def _names(names: Sequence[Name], *, et_al: bool) -> list[dict[str, str]]:
    """Return the names; "others" as the last is what Pandoc writes for et al., which CSL has no field for."""
    written = [_name(name) for name in names]
    return [*written, {"literal": "others"}] if et_al and written else written


def _name(name: Name) -> dict[str, str]:
    if name.corporate:
        return {"literal": f"{name.family} ({name.acronym})" if name.acronym else name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(year: Year | None) -> dict[str, object] | None:
    if year is None:
        return None
    if year.number is not None:
        return {"date-parts": [[year.number]]}
    return {"literal": year.undated.value if year.undated is not None else year.text}


LIBRARY = Library(format="csl-json", suffixes=(".json",), write=write, description="CSL-JSON (Zotero, Pandoc)")
