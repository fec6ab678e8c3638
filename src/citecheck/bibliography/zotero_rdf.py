"""Zotero RDF lists (.rdf)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.markup_records import MarkupList, Part, Record, place_of, year_place
from citecheck.bibliography.names import body, person
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId
from citecheck.text.declared import root_of

#: Types of items, as Zotero names them, and the CSL types they mean.
TYPES = {
    "journalArticle": "article-journal", "magazineArticle": "article-magazine", "newspaperArticle":
    "article-newspaper", "preprint": "article", "book": "book", "bookSection": "chapter", "conferencePaper":
    "paper-conference", "thesis": "thesis", "report": "report", "standard": "standard", "webpage": "webpage",
    "blogPost": "post-weblog", "forumPost": "post", "dataset": "dataset", "computerProgram": "software",
    "manuscript": "manuscript", "patent": "patent", "statute": "legislation", "case": "legal_case", "bill": "bill",
    "hearing": "hearing", "map": "map", "film": "motion_picture", "videoRecording": "motion_picture",
    "tvBroadcast": "broadcast", "radioBroadcast": "broadcast", "podcast": "song", "audioRecording": "song",
    "artwork": "graphic", "interview": "interview", "letter": "personal_communication", "email":
    "personal_communication", "encyclopediaArticle": "entry-encyclopedia", "dictionaryEntry": "entry-dictionary",
    "presentation": "speech", "document": "document",
}  # fmt: skip
_NO_WORKS = frozenset(("attachment", "note", "annotation"))
_PEOPLE = ("authors", "directors", "presenters", "artists", "programmers", "inventors", "interviewees", "contributors")
_LABELS = {"DOI": IdentifierKind.DOI, "ISBN": IdentifierKind.ISBN, "ISSN": IdentifierKind.ISSN}
_KEY = re.compile(r"(?:^|\s)Citation Key: (\S{1,200})")


Known = Mapping[str, Part]
"""What stands elsewhere in the file, such as a journal, by the name with which items refer to it."""


def read(raw: Raw) -> Document:
    """Return the list; attachments and notes are no works."""
    found = MarkupList(raw)
    known = {name: part for part in found.parts if (name := part.attribute("rdf:about"))}
    works = found.records(lambda element: element.child("itemType") is not None)
    return found.document(
        "zotero-rdf", (_reference(record, known) for record in works if _kind(record.part) not in _NO_WORKS)
    )


def _kind(item: Part) -> str:
    return item.said("itemType") or ""


def _reference(record: Record, known: Known) -> Reference:
    item = record.part
    whole = _whole(item, known)
    authors = next((found for name in _PEOPLE if (found := _persons(item, name))), [])
    editors = _persons(item, "editors")
    year = item.first("date")
    addresses = [words for one in item.inside("identifier", "URI") if (words := one.words)]
    identifiers = [words for one in (item, whole) if one for part in one.inside("identifier") if (words := part.words)]
    key = _KEY.search(item.said("description") or "")
    return Reference(
        id=ReferenceId(f"r{record.number}"),
        span=record.span,
        text=record.text,
        key=key[1] if key else None,
        authors=_names(authors),
        editors=_names(editors),
        year=read_year(year.words or "") if year else None,
        title=item.said("title"),
        container=whole.said("title") if whole else None,
        volume=_either(item, whole, "volume"),
        issue=_either(item, whole, "number"),
        pages=item.said("pages"),
        publisher=_either(item, whole, "publisher", "Organization", "name"),
        place=_either(item, whole, "publisher", "Organization", "adr", "Address", "locality"),
        doi=next((doi for one in (*identifiers, *addresses) if (doi := read_doi(one)) is not None), None),
        url=next((one for one in addresses if "://" in one), None),
        type=TYPES.get(_kind(item), "document"),
        identifiers=tuple(_identifiers(item)),
        author_span=place_of(authors or editors),
        year_span=year_place(year),
    )


def _identifiers(item: Part) -> Iterator[Identifier]:
    """Yield what the item's own fields say: "ISBN 978-…", "DOI 10.…", or an address."""
    for one in item.inside("identifier"):
        label, _, number = (one.words or "").partition(" ")
        address = one.said("URI")
        if address:
            yield Identifier(IdentifierKind.URL, address, one.place)
        elif number and label in _LABELS:
            yield Identifier(_LABELS[label], number, one.place)


def _whole(item: Part, known: Known) -> Part | None:
    """Return what the item is a part of: it stands inside, or elsewhere under a name; a series is no such whole."""
    for link in item.inside("isPartOf"):
        named = known.get(link.attribute("rdf:resource") or "")
        for whole in (named, *link.inside()):
            if whole is not None and whole.name != "Series":
                return whole
    return None


def _either(item: Part, whole: Part | None, *path: str) -> str | None:
    return item.said(*path) or (whole.said(*path) if whole else None)


def _persons(item: Part, role: str) -> list[Part]:
    return list(item.inside(role, "Seq", "li", "Person"))


def _names(parts: list[Part]) -> tuple[Name, ...]:
    """Return the names; a family name of several words without a given one is that of a body."""
    found = []
    for part in parts:
        family, given = part.said("surname"), part.said("givenName") or part.said("givenname")
        if family:
            found.append(body(family) if given is None and " " in family else person(family, given))
    return tuple(found)


def _sniff(head: bytes) -> bool:
    root, attributes = root_of(head)
    return root == "RDF" and ("zotero.org/namespaces" in attributes or "purl.org/net/biblio" in attributes)


LIST_FORMAT = ListFormat(
    format="zotero-rdf",
    suffixes=(".rdf",),
    read=read,
    sniff=_sniff,
    description="Zotero RDF",
)
