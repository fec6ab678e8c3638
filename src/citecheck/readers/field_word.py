"""The works that Word itself keeps for its own citations, by their tags."""

from __future__ import annotations

from collections.abc import Mapping

from citecheck.model.reference import Name, Reference
from citecheck.model.value import replace
from citecheck.readers.fields import Field, Record, plain
from citecheck.text.xml import Element

_B = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"


def sources(root: Element | None) -> dict[str, Reference]:
    """Return the works in a list of sources by their tags."""
    found = (_work(source) for source in root.iterchildren(f"{_B}Source")) if root is not None else ()
    return {work.key: work for work in found if work is not None and work.key is not None}


def with_sources(field: Field, known: Mapping[str, Reference]) -> Field:
    """Return the field with all that is known of its works."""
    return replace(field, works=tuple(known.get(work.key or "", work) for work in field.works))


def _work(source: Element) -> Reference | None:
    roles = source.find(f"{_B}Author")
    people = next((role for role in roles if len(role)), None) if roles is not None else None
    authors: list[Name] = []
    if people is not None:
        authors += (Name(plain(body.text or ""), corporate=True) for body in people.iterchildren(f"{_B}Corporate"))
        authors += (
            Name(_text(person, "Last"), _text(person, "First") or None)
            for person in people.iter(f"{_B}Person")
            if _text(person, "Last")
        )
    return Record(
        _text(source, "Tag"),
        tuple(authors),
        _text(source, "Year"),
        _text(source, "Title"),
        _text(source, "DOI"),
        _text(source, "SourceType"),
    ).work()


def _text(element: Element, name: str) -> str:
    return plain(element.findtext(f"{_B}{name}") or "")
