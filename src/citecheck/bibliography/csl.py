"""An item of CSL data (JSON or YAML) as a reference."""

from __future__ import annotations

import re
from collections.abc import Mapping

from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.names import body, person
from citecheck.bibliography.years import read_year, with_original
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId, Year
from citecheck.model.span import Span
from citecheck.model.value import replace

_IDENTIFIERS = {
    "DOI": IdentifierKind.DOI, "ISBN": IdentifierKind.ISBN, "ISSN": IdentifierKind.ISSN, "URL": IdentifierKind.URL,
    "doi": IdentifierKind.DOI,
}  # fmt: skip
_TAGS = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]{0,100}>")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def reference_of(item: Mapping[str, object], number: int, text: str, places: Mapping[str, Span]) -> Reference:
    """Return the reference of a CSL item, the `number`th of its list; `places` has its fields, and itself under ""."""
    span = places[""]
    authors = names_of(item.get("author"))
    editors = names_of(item.get("editor")) or names_of(item.get("collection-editor"))
    author = places.get("author" if authors else "editor")
    written = item.get("author") or item.get("editor")
    key = words_of(item, "id", "citation-key")
    labels = (words_of(item, "citation-key"), words_of(item, "citation-label"))
    return Reference(
        id=ReferenceId(f"r{number}"),
        span=span,
        text=span.of(text),
        key=key,
        authors=authors,
        et_al=isinstance(written, list) and bool(written) and _is_others(written[-1]),
        editors=editors,
        year=_year(item),
        title=words_of(item, "title"),
        container=words_of(item, "container-title"),
        volume=words_of(item, "volume"),
        issue=words_of(item, "issue", "number"),
        pages=words_of(item, "page"),
        publisher=words_of(item, "publisher"),
        place=words_of(item, "publisher-place"),
        doi=read_doi(words_of(item, "DOI", "doi")),
        url=words_of(item, "URL", "url"),
        type=words_of(item, "type"),
        author_span=author,
        year_span=places.get("issued"),
        identifiers=tuple(
            Identifier(kind, words, places[name])
            for name, kind in _IDENTIFIERS.items()
            if name in places and (words := words_of(item, name))
        ),
        aliases=tuple(label for label in labels if label and label != key),
    )


def words_of(item: Mapping[str, object], *names: str) -> str | None:
    """Return the first of these fields that holds words or a number, without tags of style."""
    for name in names:
        value = item.get(name)
        if isinstance(value, list) and value:
            value = value[0]  # as Crossref writes titles
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        words = " ".join(_TAGS.sub("", _SURROGATES.sub("\ufffd", str(value))).split())
        if words:
            return words
    return None


def names_of(value: object) -> tuple[Name, ...]:
    """Return the names of a field of contributors."""
    if not isinstance(value, list):
        return ()
    names = (_name(one) for one in value if isinstance(one, dict) and not _is_others(one))
    return tuple(name for name in names if name is not None)


def _is_others(value: object) -> bool:
    """Whether a name stands for et al., as Pandoc writes it."""
    return isinstance(value, dict) and (value.get("literal") or value.get("family")) == "others"


def _name(one: Mapping[str, object]) -> Name | None:
    literal, family = words_of(one, "literal", "name"), words_of(one, "family")
    if literal:
        return body(literal)
    given = words_of(one, "given")
    if family is None:
        return Name(given) if given else None
    particles = [words_of(one, "dropping-particle"), words_of(one, "non-dropping-particle")]
    particle = " ".join(particle for particle in particles if particle)
    if given is None and not particle and " " in family:
        return body(family)
    return person(family, given, particle=particle or None, suffix=words_of(one, "suffix"))


def _year(item: Mapping[str, object]) -> Year | None:
    year = _date(item.get("issued"))
    if year is None:
        status = read_year(words_of(item, "status") or "")
        return status if status is not None and status.undated is not None else None
    suffix = words_of(item, "year-suffix")
    if suffix and not year.suffix and len(suffix) == 1:
        year = replace(year, suffix=suffix)
    original = _date(item.get("original-date"))
    return with_original(year, str(original.number)) if original is not None and original.number else year


def _date(value: object) -> Year | None:
    """Return the year of a CSL date: parts, or what is written in it, or a string (EDTF)."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return read_year(str(value))
    if not isinstance(value, dict):
        return None
    first = value.get("date-parts")
    for _ in range(2):
        first = first[0] if isinstance(first, list) and first else first
    if isinstance(first, str | int) and not isinstance(first, bool) and str(first).strip():
        return _number(str(first).strip())
    return read_year(words_of(value, "literal", "raw", "year") or "")


def _number(text: str) -> Year | None:
    """Return the year of a date part; years before 1000 are written without noughts there."""
    if text.isdecimal() and 0 < len(text) <= 4:
        return Year(text, int(text))
    return read_year(text)
