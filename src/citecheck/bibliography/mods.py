"""MODS lists (.mods, .xml), the XML of library catalogues."""

from __future__ import annotations

from citecheck.bibliography.identifiers import read_doi
from citecheck.bibliography.list_format import ListFormat
from citecheck.bibliography.markup_records import MarkupList, Part, Record, place_of, year_place
from citecheck.bibliography.names import body, inverted, person
from citecheck.bibliography.years import read_year
from citecheck.model.document import Document
from citecheck.model.raw import Raw
from citecheck.model.reference import Identifier, IdentifierKind, Name, Reference, ReferenceId
from citecheck.text.declared import root_of

#: Genres, as catalogues and converters write them, and the CSL types they mean.
TYPES = {
    "journal article": "article-journal", "article": "article-journal", "journalarticle": "article-journal",
    "academic journal": "article-journal", "magazine article": "article-magazine", "magazinearticle":
    "article-magazine", "newspaper article": "article-newspaper", "newspaperarticle": "article-newspaper",
    "book": "book", "book chapter": "chapter", "booksection": "chapter", "chapter": "chapter",
    "conference publication": "paper-conference", "conference paper": "paper-conference", "conferencepaper":
    "paper-conference", "thesis": "thesis", "ph.d. thesis": "thesis", "masters thesis": "thesis", "report": "report",
    "technical report": "report", "web site": "webpage", "webpage": "webpage", "web page": "webpage",
    "dataset": "dataset", "patent": "patent", "legislation": "legislation", "motion picture": "motion_picture",
    "manuscript": "manuscript", "unpublished": "manuscript",
}  # fmt: skip
_IDENTIFIERS = {
    "doi": IdentifierKind.DOI, "isbn": IdentifierKind.ISBN, "issn": IdentifierKind.ISSN, "arxiv": IdentifierKind.ARXIV,
}  # fmt: skip
_AUTHORS = frozenset(("author", "aut", "creator", "cre", "dissertant", "dis"))
_EDITORS = frozenset(("editor", "edt", "compiler", "com", "editor of compilation", "edc"))
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")


def read(raw: Raw) -> Document:
    """Return the list; a record that names no work is said, with its line."""
    found = MarkupList(raw)
    return found.document("mods", map(_reference, found.records(lambda element: element.name == "mods")))


def _reference(record: Record) -> Reference:
    part = record.part
    host = next((one for one in part.inside("relatedItem") if one.attribute("type") == "host"), None)
    named = [(one, _roles(one)) for one in part.inside("name")]
    people = [one for one, roles in named if not roles or roles & _AUTHORS]
    named += [(one, _roles(one)) for one in host.inside("name")] if host else []
    editors = [one for one, roles in named if roles & _EDITORS]
    year = _date(part) or (_date(host) if host else None)
    own = _identifiers(part)
    identifiers = [*own, *(_identifiers(host) if host else ())]
    holders = _holders(part, host)
    url = part.said("location", "url")
    return Reference(
        id=ReferenceId(f"r{record.number}"),
        span=record.span,
        text=record.text,
        key=_identified(identifiers, "citekey") or _identified(identifiers, "local") or part.attribute("ID"),
        authors=_people(people),
        editors=_people(editors),
        year=read_year(year.words or "") if year else None,
        title=_title(part),
        container=_title(host) if host else None,
        volume=_detail(holders, "volume"),
        issue=_detail(holders, "issue", "number"),
        pages=_pages(holders),
        publisher=_imprint(part, host, "publisher"),
        place=_imprint(part, host, "place", "placeTerm"),
        doi=read_doi(_identified(identifiers, "doi")) or read_doi(url),
        url=url or _identified(identifiers, "uri", "url"),
        type=_type(part, host),
        identifiers=tuple(
            Identifier(_IDENTIFIERS[kind], words, one.place) for kind, words, one in own if kind in _IDENTIFIERS
        ),
        author_span=place_of(people or editors),
        year_span=year_place(year),
    )


def _roles(name: Part) -> frozenset[str]:
    """Return the roles of a name, in small letters."""
    return frozenset(words.lower() for term in name.inside("role", "roleTerm") if (words := term.words))


def _people(parts: list[Part]) -> tuple[Name, ...]:
    return tuple(name for part in parts if (name := _name(part)) is not None)


def _name(part: Part) -> Name | None:
    """Return the name whose parts are told apart by their type; one without parts is written as a whole."""
    written: dict[str | None, str] = {}
    for one in part.inside("namePart"):
        if words := one.words:
            kind = one.attribute("type")
            written[kind] = f"{written[kind]} {words}" if kind in written else words
    if "family" in written:
        return person(written["family"], written.get("given"), suffix=written.get("termsOfAddress"))
    if None not in written:
        return None
    return body(written[None]) if part.attribute("type") in {"corporate", "conference"} else inverted(written[None])


def _title(part: Part) -> str | None:
    """Return the title of a work, not one of its other titles (abbreviated, translated), with the words around it."""
    for titled in part.inside("titleInfo"):
        title = titled.said("title")
        if title is None or titled.attribute("type") is not None:
            continue
        article, subtitle = titled.said("nonSort"), titled.said("subTitle")
        whole = f"{article}{'' if article.endswith(('’', chr(39))) else ' '}{title}" if article else title
        return f"{whole}{' ' if whole[-1] in '.:?!' else ': '}{subtitle}" if subtitle else whole
    return None


def _date(part: Part) -> Part | None:
    """Return the element that dates a work: of its imprint, else of the part of the whole that it is."""
    found = (part.first("originInfo", name) for name in _DATES)
    return next((date for date in found if date is not None), None) or part.first("part", "date")


def _holders(part: Part, host: Part | None) -> list[Part]:
    """Return what says where in a whole the work stands."""
    return [*part.inside("part"), *(host.inside("part") if host else ())]


def _detail(holders: list[Part], *kinds: str) -> str | None:
    for holder in holders:
        for detail in holder.inside("detail"):
            if detail.attribute("type") in kinds:
                return detail.said("number") or detail.words
    return None


def _pages(holders: list[Part]) -> str | None:
    for holder in holders:
        for extent in holder.inside("extent"):
            if extent.attribute("unit") in {"page", "pages", None}:
                first, last = extent.said("start"), extent.said("end")
                pages = f"{first}–{last}" if first and last and first != last else first or extent.said("list")
                if pages:
                    return pages
    return None


def _imprint(part: Part, host: Part | None, *path: str) -> str | None:
    return part.said("originInfo", *path) or (host.said("originInfo", *path) if host else None)


def _identifiers(part: Part) -> list[tuple[str, str, Part]]:
    """Return the kind and the words of each identifier that has any, and the identifier."""
    found = ((one.attribute("type") or "", one.words, one) for one in part.inside("identifier"))
    return [(kind, words, one) for kind, words, one in found if words]


def _identified(identifiers: list[tuple[str, str, Part]], *kinds: str) -> str | None:
    return next((words for kind, words, _ in identifiers if kind in kinds), None)


def _type(part: Part, host: Part | None) -> str:
    """Return the CSL type that a genre names, else what the work is a part of."""
    for genre in part.inside("genre"):
        if (words := genre.words) and words.lower() in TYPES:
            return TYPES[words.lower()]
    if host is None:
        return "book" if part.said("originInfo", "publisher") else "document"
    genres = {(genre.words or "").lower() for genre in host.inside("genre")}
    serial = host.said("originInfo", "issuance") in {"continuing", "serial"}
    return "article-journal" if serial or genres & {"periodical", "academic journal", "journal"} else "chapter"


LIST_FORMAT = ListFormat(
    format="mods",
    suffixes=(".mods",),
    read=read,
    sniff=lambda head: root_of(head)[0] in {"mods", "modsCollection"},
    description="MODS (library catalogues)",
)
