"""An entry of a TEI list: written as it would be printed, with the fields that it is tagged with."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.document import BlockKind
from citecheck.model.reference import Name, Reference
from citecheck.model.value import replace
from citecheck.readers.tagged_entry import EMPTY, doi_in, person, printed_number, year_of
from citecheck.readers.transcribing import Transcriber
from citecheck.text.markup import Chars, Element, contents

_SENTENCE = ". "
_BEFORE_PART = {"volume": " ", "issue": "(", "page": ":"}


def take_entry(to: Transcriber, entry: Element, section: int) -> None:
    """Write an entry of a list."""
    source, scribe = to.scribe.source, to.scribe
    raw = next((one for one in entry.descendants() if one.attribute("type") == "raw_reference"), None)
    scribe.finish()
    to.kind = BlockKind.ENTRY
    scribe.begin(BlockKind.ENTRY)
    before = len(scribe.blocks)
    if raw is not None:
        to.walk(raw)
    elif entry.name == "bibl":
        to.walk(entry)
    else:
        _print(to, entry)
    scribe.begin(None)
    to.kind = None
    if len(scribe.blocks) == before:
        return
    structured = entry.name != "bibl"
    if structured and raw is None:
        to.marks.unprinted.add(entry.attribute("xml:id") or "")
    label = contents(source, raw or entry)[:8].partition(" ")[0] if not structured or raw else ""
    to.marks.references.append(
        replace(
            _fields(source, entry),
            span=scribe.blocks[-1].span,
            section=section,
            key=entry.attribute("xml:id"),
            number=printed_number(label) if label and not label[0].isalnum() else None,
        )
    )


def _print(to: Transcriber, entry: Element) -> None:
    """Write the fields of an entry with the punctuation that is usual between them, the authors first."""
    scribe = to.scribe
    last, before = entry.start, ""
    for one in sorted(_printed(entry), key=lambda one: one.name != "author"):
        places = _places(one)
        if not places and not contents(scribe.source, one):
            continue
        unit = one.attribute("unit") or ""
        if before:
            closing = ")" if before == "issue" else ""
            between = _between(one, unit, before)
            between = " " if between == _SENTENCE and not closing and scribe.ending in ".?!" else between
            scribe.tighten(closing + between, last, one.start)
        if places:
            _print_values(to, places)
        elif one.name == "author":
            _print_name(to, one)
        else:
            to.walk(one)
        last, before = one.end, unit if one.name == "biblScope" else one.name
    if before == "issue":
        scribe.insert(")", last, last)


def _print_values(to: Transcriber, places: list[Chars]) -> None:
    """Write the values of attributes: a date, or the first and the last page."""
    for number, place in enumerate(places):
        if number:
            to.scribe.insert("–", places[0][1], place[0])
        to.scribe.write(*place)


def _between(one: Element, unit: str, before: str) -> str:
    if one.name == "author":
        return ", " if before == "author" else _SENTENCE
    if one.name == "biblScope":
        if unit == "volume" and before == "date":
            return ";"
        if unit == "page" and before not in {"volume", "issue"}:
            return _SENTENCE
        return _BEFORE_PART.get(unit, _SENTENCE)
    return ". doi:" if one.name == "idno" else _SENTENCE


def _printed(entry: Element) -> Iterator[Element]:
    """Yield the elements of an entry that are printed, in their order."""
    for one in entry.elements:
        if one.name in {"analytic", "monogr", "series", "imprint"}:
            yield from _printed(one)
        elif one.name in {"author", "title", "date", "publisher", "pubPlace", "biblScope"} or (
            one.name == "idno" and (one.attribute("type") or "").lower() == "doi"
        ):
            yield one


def _places(one: Element) -> list[Chars]:
    """Return where the values stand of an element that holds them as attributes: a date, the pages."""
    if one.children or one.name not in {"date", "biblScope"}:
        return []
    names = ("when",) if one.name == "date" else ("from", "to")
    return [place for name in names if (place := one.attribute_place(name)) is not None and place[1] > place[0]]


def _print_name(to: Transcriber, author: Element) -> None:
    """Write family name and given names of an author, however they are ordered."""
    person_ = author.child("persName") or author
    family = person_.child("surname")
    if family is None:
        to.walk(author)
        return
    for one in (family, *(one for one in person_.elements if one.name == "forename")):
        to.scribe.blank(one.start, one.start)
        to.walk(one)


def _fields(source: str, entry: Element) -> Reference:
    """Return what the elements of an entry say; fields without an element stay empty."""
    analytic, monograph = entry.child("analytic"), entry.child("monogr")
    main = analytic or monograph or entry
    imprint = (monograph.child("imprint") if monograph else None) or entry
    scopes = {one.attribute("unit") or "": one for one in imprint.elements if one.name == "biblScope"}
    dates = [one for one in (imprint.child("date"), entry.child("date")) if one is not None]
    when = next((said for one in dates if (said := contents(source, one) or one.attribute("when"))), "")
    title = contents(source, main.child("title")) or None
    container = contents(source, monograph.child("title")) if analytic and title and monograph else ""
    return replace(
        EMPTY,
        authors=tuple(_names(source, main, "author")) or tuple(_names(source, monograph or entry, "author")),
        editors=tuple(_names(source, monograph or entry, "editor")),
        year=year_of(when[:4]) if len(when) > 5 and when[4] == "-" else year_of(when),
        title=title or (contents(source, monograph.child("title")) or None if monograph else None),
        container=container or None,
        volume=_scope(source, scopes.get("volume")),
        issue=_scope(source, scopes.get("issue")),
        pages=_scope(source, scopes.get("page")),
        publisher=contents(source, imprint.child("publisher")) or None,
        place=contents(source, imprint.child("pubPlace")) or None,
        doi=next(
            (doi for one in entry.descendants() if one.name == "idno" and (doi := doi_in(contents(source, one)))), None
        ),
        type=entry.attribute("type"),
    )


def _scope(source: str, scope: Element | None) -> str | None:
    if scope is None:
        return None
    first, last = scope.attribute("from"), scope.attribute("to")
    return contents(source, scope) or (f"{first}–{last}" if first and last else first or last)


def _names(source: str, within: Element, role: str) -> Iterator[Name]:
    for one in within.elements:
        if one.name != role:
            continue
        whole = one.child("persName") or one
        family = contents(source, whole.child("surname"))
        if family:
            given = " ".join(contents(source, part) for part in whole.elements if part.name == "forename")
            yield person(family, given, contents(source, whole.child("genName")))
        elif one.child("orgName") is not None:
            yield Name(contents(source, one.child("orgName")), corporate=True)
