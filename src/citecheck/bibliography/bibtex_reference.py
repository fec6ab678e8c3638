"""From the fields of a BibTeX entry to a reference."""

from __future__ import annotations

import re

from citecheck.bibliography.bibtex_blocks import Entry
from citecheck.bibliography.bibtex_inheritance import keys_in
from citecheck.bibliography.bibtex_names import People, read_people
from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.years import place_of_year, read_year, with_original
from citecheck.model.reference import (
    Flaw,
    FlawKind,
    Identifier,
    IdentifierKind,
    Name,
    Reference,
    ReferenceId,
    Undated,
    Year,
)
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.latex import plain, unescaped

#: Entry types and the CSL types they mean.
TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet", "inbook": "chapter",
    "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter", "collection": "book",
    "mvcollection": "book", "inproceedings": "paper-conference", "conference": "paper-conference",
    "proceedings": "book", "mvproceedings": "book", "manual": "book", "mastersthesis": "thesis", "phdthesis": "thesis",
    "thesis": "thesis", "techreport": "report", "report": "report", "unpublished": "manuscript", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "misc": "document", "dataset": "dataset", "software": "software",
    "patent": "patent", "reference": "book", "mvreference": "book", "inreference": "entry-encyclopedia",
    "periodical": "periodical", "suppperiodical": "article-journal", "legislation": "legislation",
    "jurisdiction": "legal_case", "letter": "personal_communication", "movie": "motion_picture",
    "video": "motion_picture",
}  # fmt: skip
_IDENTIFIERS = {
    "doi": IdentifierKind.DOI, "isbn": IdentifierKind.ISBN, "issn": IdentifierKind.ISSN, "url": IdentifierKind.URL,
}  # fmt: skip
_PUBSTATES = {"forthcoming": Undated.FORTHCOMING, "inpress": Undated.IN_PRESS, "submitted": Undated.FORTHCOMING}
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s{}]{1,2000}")
#: The longest value that is read as words; a longer one is no title.
_LONGEST = 200_000


def reference_of(entry: Entry, number: int, text: str) -> Reference:
    """Return the reference of an entry, the `number`th of its file."""
    authors = _people(entry, "author")
    editors = _people(entry, "editor")
    author = entry.fields.get("author") if authors.names else entry.fields.get("editor")
    return Reference(
        id=ReferenceId(f"r{number}"),
        span=entry.span,
        text=entry.span.of(text),
        key=entry.key,
        authors=_with_acronym(entry, authors.names),
        et_al=authors.et_al if authors.names else editors.et_al,
        editors=editors.names,
        year=_year(entry),
        title=_title(entry),
        container=_words(entry, "journaltitle", "journal", "booktitle", "maintitle"),
        volume=_words(entry, "volume"),
        issue=_words(entry, "number", "issue"),
        pages=_words(entry, "pages"),
        publisher=_words(entry, "publisher", "institution", "school", "organization"),
        place=_words(entry, "location", "address"),
        doi=_doi(entry),
        url=_url(entry),
        type=TYPES.get(entry.type, "document"),
        author_span=author.span if author is not None and entry.span.contains(author.span) else None,
        year_span=_year_span(entry),
        flaws=(Flaw(FlawKind.BROKEN, entry.span, reason=entry.broken),) if entry.broken else (),
        aliases=_aliases(entry),
        identifiers=_identifiers(entry),
        parents=(*keys_in(entry.value("crossref")), *keys_in(entry.value("xref"))),
    )


def _people(entry: Entry, name: str) -> People:
    value = entry.value(name)
    return read_people(value) if value else People()


def _words(entry: Entry, *names: str) -> str | None:
    value = entry.value(*names)
    return plain(value[:_LONGEST]) or None if value else None


def _title(entry: Entry) -> str | None:
    title, subtitle = _words(entry, "title"), _words(entry, "subtitle")
    if title and subtitle:
        return f"{title}{' ' if title[-1] in '.:?!' else ': '}{subtitle}"
    return title or subtitle or _words(entry, "maintitle")


def _year(entry: Entry) -> Year | None:
    written = _words(entry, "date", "year")
    year = read_year(written) if written else _unpublished(entry)
    original = entry.value("origdate", "origyear")
    if original:
        year = with_original(year, original)
    extra = _words(entry, "extradate", "extrayear")
    if year and year.number and not year.suffix and extra:
        year = replace(year, suffix=_letter(extra))
    return year


def _unpublished(entry: Entry) -> Year | None:
    """Return what stands for the year of a work that has none yet."""
    state = (_words(entry, "pubstate") or "").lower()
    if state in _PUBSTATES:
        return Year(state, undated=_PUBSTATES[state])
    note = _words(entry, "note", "howpublished")
    year = read_year(note) if note and len(note) <= 40 else None
    return year if year is not None and year.undated is not None else None


def _letter(extra: str) -> str:
    """Return the letter of an `extradate`, which biber counts from 1."""
    if extra.isdecimal() and len(extra) <= 2 and 0 < int(extra) <= 26:
        return "abcdefghijklmnopqrstuvwxyz"[int(extra) - 1]
    return extra if len(extra) == 1 and extra.isalpha() else ""


def _year_span(entry: Entry) -> Span | None:
    field = entry.fields.get("date") or entry.fields.get("year")
    if field is None or not entry.span.contains(field.span):
        return None
    found = place_of_year(field.value) if len(field.value) == len(field.span) else None
    return Span(field.span.start + found[0], field.span.start + found[1]) if found else field.span


def _doi(entry: Entry) -> str | None:
    for name in ("doi", "url", "note"):
        value = entry.value(name)
        if value and (doi := read_doi(unescaped(value[:_LONGEST]))) is not None:
            return doi
    return None


def _url(entry: Entry) -> str | None:
    value = entry.value("url")
    if value:
        return unescaped(value[:_LONGEST]) or None
    other = entry.value("howpublished", "note")
    found = _ADDRESS.search(other) if other else None
    return unescaped(found[0]).rstrip(".,;") if found else None


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    """Return what the entry's own fields name it by; what it inherits is that of another."""
    found = [(kind, entry.fields[name]) for name, kind in _IDENTIFIERS.items() if name in entry.fields]
    prefix = entry.value("archiveprefix", "eprinttype")
    whole = "/" in (entry.value("eprint") or "") or not entry.value("primaryclass")  # else the subject stands apart
    if prefix and prefix.strip().lower() == "arxiv" and "eprint" in entry.fields and whole:
        found.append((IdentifierKind.ARXIV, entry.fields["eprint"]))
    return tuple(
        Identifier(kind, unescaped(field.value[:_LONGEST]), field.span)
        for kind, field in found
        if entry.span.contains(field.span)
    )


def _with_acronym(entry: Entry, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the authors, the one body among them with the short form that `shortauthor` gives."""
    short = _words(entry, "shortauthor")
    if len(names) == 1 and names[0].corporate and short:
        return (replace(names[0], acronym=short),)
    return names


def _aliases(entry: Entry) -> tuple[str, ...]:
    shown = (_words(entry, name) for name in ("shorthand", "shortauthor", "label"))
    return tuple(dict.fromkeys((*keys_in(entry.value("ids")), *(one for one in shown if one))))
