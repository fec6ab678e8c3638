"""EndNote XML lists (.xml), as EndNote and many catalogues export them."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.bibliography.identifiers import book_or_journal, read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.markup_records import MarkupList, Part, Record, place_of, year_place
from citecheck.bibliography.names import inverted, is_et_al
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId
from citecheck.text.declared import root_of

#: Types of references, as EndNote names them, and the CSL types they mean.
TYPES = {
    "Journal Article": "article-journal", "Electronic Article": "article-journal", "Magazine Article":
    "article-magazine", "Newspaper Article": "article-newspaper", "Book": "book", "Edited Book": "book",
    "Electronic Book": "book", "Book Section": "chapter", "Electronic Book Section": "chapter",
    "Conference Paper": "paper-conference", "Conference Proceedings": "paper-conference", "Thesis": "thesis",
    "Report": "report", "Government Document": "report", "Standard": "standard", "Web Page": "webpage",
    "Blog": "post-weblog", "Online Multimedia": "webpage", "Dataset": "dataset", "Computer Program": "software",
    "Manuscript": "manuscript", "Unpublished Work": "manuscript", "Patent": "patent", "Statute": "legislation",
    "Case": "legal_case", "Bill": "bill", "Map": "map", "Film or Broadcast": "motion_picture",
    "Audiovisual Material": "motion_picture", "Music": "song", "Encyclopedia": "entry-encyclopedia",
    "Dictionary": "entry-dictionary", "Personal Communication": "personal_communication",
}  # fmt: skip
#: Where identifiers stand; the field called "isbn" holds those of journals too.
_IDENTIFIERS = {
    ("isbn",): None, ("electronic-resource-num",): IdentifierKind.DOI,
    ("urls", "related-urls", "url"): IdentifierKind.URL,
}  # fmt: skip
#: Types whose second title is that of a series, their second authors its editors.
_WHOLE = frozenset(("book", "thesis", "report", "motion_picture", "software", "dataset", "webpage"))


def read(raw: Raw) -> Document:
    """Return the list; a record that names no work is said, with its line."""
    found = MarkupList(raw)
    return found.document("endnote-xml", map(_reference, found.records(lambda element: element.name == "record")))


def _reference(record: Record) -> Reference:
    part = record.part
    kind = next(part.inside("ref-type"), None)
    csl = TYPES.get((kind.attribute("name") if kind else None) or "", "document")
    whole = csl in _WHOLE
    authors = list(part.inside("contributors", "authors", "author"))
    editors = [] if whole else list(part.inside("contributors", "secondary-authors", "author"))
    year = part.first("dates", "year") or part.first("dates", "pub-dates", "date")
    title = part.said("titles", "title")
    return Reference(
        id=ReferenceId(f"r{record.number}"),
        span=record.span,
        text=record.text,
        key=part.said("rec-number"),
        authors=_people(authors),
        et_al=any(is_et_al(one.words or "") for one in authors),
        editors=_people(editors),
        year=read_year(year.words or "") if year else None,
        title=title,
        container=None if whole else _container(part, title),
        volume=part.said("volume"),
        issue=part.said("number"),
        pages=part.said("pages"),
        publisher=part.said("publisher"),
        place=part.said("pub-location"),
        doi=read_doi(part.said("electronic-resource-num")) or read_doi(part.said("urls", "related-urls", "url")),
        url=part.said("urls", "related-urls", "url") or part.said("urls", "web-urls", "url"),
        type=csl,
        author_span=place_of(authors or editors),
        year_span=year_place(year),
        identifiers=tuple(_identifiers(part)),
        aliases=tuple(label for label in (part.said("label"),) if label),
    )


def _people(parts: list[Part]) -> tuple[Name, ...]:
    """Return the names of these elements; the comma with which EndNote ends the name of a body is none of its own."""
    written = (words for one in parts if (words := one.words) and not is_et_al(words))
    return tuple(name for one in written if (name := inverted(one)) is not None)


def _identifiers(part: Part) -> Iterator[Identifier]:
    for path, kind in _IDENTIFIERS.items():
        for one in part.inside(*path):
            if words := one.words:
                yield Identifier(kind or book_or_journal(words), words, one.place)


def _container(part: Part, title: str | None) -> str | None:
    named = (part.said("titles", "secondary-title"), part.said("periodical", "full-title"), part.said("alt-title"))
    return next((one for one in named if one and one != title), None)


def _sniff(head: bytes) -> bool:
    root, _ = root_of(head)
    return root in {"xml", "records"} and b"<record>" in head


LIST_FORMAT = ListFormat(format="endnote-xml", suffixes=(".enx",), read=read, sniff=_sniff, description="EndNote XML")
