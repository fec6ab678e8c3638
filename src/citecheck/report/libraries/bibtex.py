"""A library in BibTeX (.bib)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.model.reference import Name, Reference, Year
from citecheck.report.libraries.keys import keys_of
from citecheck.report.libraries.library import Library, type_of

#: CSL types and the entry types that stand for them; all others are `misc`.
_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "article": "article",
    "book": "book", "chapter": "incollection", "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "report": "techreport",
    "manuscript": "unpublished", "pamphlet": "booklet",
}  # fmt: skip
_PUBLISHERS = {"phdthesis": "school", "techreport": "institution", "misc": "organization"}
_SIGNS = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip
#: Two of these in a row are a ligature in TeX.
_LIGATURE = re.compile(r"([-`'])(?=\1)")
#: "EU", "NATO’s", "eBay": what a style that writes titles small must not touch.
_CAPITALS = re.compile(r"(?<![^\W_])(?<!\\)[^\W_]{1,40}[A-Z][^\W_]{0,40}(?![^\W_])")


def write(references: Sequence[Reference]) -> str:
    """Return the entries as BibTeX in UTF-8."""
    return "\n".join(_entry(reference, key) for reference, key in zip(references, keys_of(references), strict=True))


def _entry(reference: Reference, key: str) -> str:
    kind = _TYPES.get(type_of(reference), "misc")
    container = "journal" if kind == "article" else "booktitle"
    year = reference.year
    fields = (
        ("author", _names(reference.authors, et_al=reference.et_al)),
        ("editor", _names(reference.editors, et_al=reference.et_al and not reference.authors)),
        ("title", _title(reference.title)),
        (container, _escaped(reference.container)),
        ("year", _escaped(_year(year))),
        ("origdate", str(year.original) if year is not None and year.original is not None else None),
        ("volume", _escaped(reference.volume)),
        ("number", _escaped(reference.issue)),
        ("pages", _pages(reference.pages)),
        (_PUBLISHERS.get(kind, "publisher"), _escaped(reference.publisher)),
        ("address", _escaped(reference.place)),
        ("doi", _address(reference.doi)),
        ("url", _address(reference.url)),
    )
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _escaped(text: str | None) -> str | None:
    """Return `text` so that TeX prints it and nothing else."""
    if text is None:
        return None
    return _LIGATURE.sub(r"\1{}", " ".join(text.split()).translate(_SIGNS))


def _title(text: str | None) -> str | None:
    return _CAPITALS.sub(r"{\g<0>}", _escaped(text) or "") or None


def _pages(text: str | None) -> str | None:
    return re.sub(r"(?<=\w)\s?[-‐–—]\s?(?=\w)", "--", text) if text else None


def _address(text: str | None) -> str | None:
    """Return a DOI or URL; BibTeX styles hand it to a command that takes it as it is, but braces must pair."""
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C") if text else None


def _year(year: Year | None) -> str | None:
    if year is None:
        return None
    return year.shown if year.number is not None or year.undated is not None else year.text


def _names(names: Sequence[Name], *, et_al: bool) -> str:
    written = [_name(name) for name in names]
    return " and ".join([*written, "others"] if et_al and written else written)


def _name(name: Name) -> str:
    if name.corporate:
        return f"{{{_escaped(f'{name.family} ({name.acronym})' if name.acronym else name.family)}}}"
    parts = [name.shown, name.suffix, name.given] if name.suffix else [name.shown, name.given]
    written = [_part(part) for part in parts if part]
    if len(written) == 1 and (" " in name.shown or name.shown.isupper()):
        return f"{written[0]},"  # a comma, or the first word is taken for a given name and capitals for a body
    return ", ".join(written)


def _part(text: str) -> str:
    """Return a part of a name, in braces where a comma or the word "and" in it would cut it."""
    escaped = _escaped(text) or ""
    return f"{{{escaped}}}" if "," in escaped or "and" in text.casefold().split() else escaped


LIBRARY = Library(format="bibtex", suffixes=(".bib",), write=write, description="BibTeX")
