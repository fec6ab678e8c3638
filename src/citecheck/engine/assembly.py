"""From documents to a manuscript: the lists found, the citations read, each linked with the entry it means."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from citecheck.engine.reading import open_limited, read_header, read_list, read_manuscript
from citecheck.engine.settings import Settings
from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.manuscript import Manuscript, ReferenceList
from citecheck.model.raw import Raw
from citecheck.model.reference import Reference, ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.lines import LineTable

Opener = Callable[[str], Raw]

#: A separate list is a library when less than this part of it is cited …
LIBRARY_SHARE = 0.2
#: … and more entries than this are not.
LIBRARY_UNCITED = 30


@value
class Entries:
    """The reference lists of an article: the documents they stand in, their entries, and what is left to read."""

    documents: tuple[Document, ...]
    lists: tuple[ReferenceList, ...]
    references: tuple[Reference, ...]
    body: tuple[Span, ...]
    separate: bool = False
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()


def assemble(document: Document, entries: Entries, settings: Settings) -> Manuscript:
    """Return the manuscript: citations of `document` found with the entries known, and linked with them."""
    from citecheck.extract.body import Body
    from citecheck.extract.citations import find_citations
    from citecheck.extract.short_forms import with_short_forms
    from citecheck.languages.detect import detect
    from citecheck.languages.language import inflections
    from citecheck.match.linking import link
    from citecheck.styles.house_styles import house_style

    body = with_short_forms(Body(document, entries.body, entries.references))
    found = find_citations(body)
    language = settings.language or document.language or detect(document.text)
    matches = link(found.citations, body.references, inflections(language), body.lexicon)
    manuscript = Manuscript(
        documents=(document, *entries.documents),
        lists=entries.lists,
        references=body.references,
        citations=found.citations,
        matches=matches,
        style=found.style,
        share=found.share,
        language=language,
        house=house_style(settings.style) if settings.style else None,
        excerpt=not settings.orphans and any(fault.kind is FaultKind.READ_IN_PART for fault in document.faults),
    )
    return replace(manuscript, library=entries.separate and not settings.orphans and is_library(manuscript))


def is_library(manuscript: Manuscript) -> bool:
    """Whether the list is a collection of which the article cites a small part (issue 2: a fifth, thirty)."""
    cited = {entry for match in manuscript.matches for entry in match.references}
    uncited = len(manuscript.references) - len(cited)
    return uncited > LIBRARY_UNCITED and len(cited) < LIBRARY_SHARE * len(manuscript.references)


def find_entries(document: Document, settings: Settings, beside: Opener | None = None) -> Entries:
    """Return the reference lists of `document`: those given apart, else its own, else those its header names.

    `beside` opens a file that the document names.
    """
    own = own_entries(document, settings.references_heading)
    if settings.references:
        return _separate(own, settings.references, open_limited)
    if document.header is not None or (document.lists and beside is not None):
        headed = any(section.heading for section in own.lists)
        whole = own if headed else Entries((), (), (), (Span(0, len(document.text)),))
        named = _separate(whole, document.lists if beside is not None else (), beside or open_limited, document)
        return named if named.references or not own.references else replace(own, faults=named.faults, notes=named.notes)
    return own if own.references or own.lists else _noted(document, own)


def _noted(document: Document, own: Entries) -> Entries:
    """Return the works that the notes of a document without a list cite in full, as its entries."""
    from citecheck.extract.noted_works import works_in_notes

    return replace(own, references=works_in_notes(document))


def own_entries(document: Document, heading: str | None = None) -> Entries:
    """Return the lists that stand in the document itself."""
    if document.references:
        from citecheck.extract.tagged_list import tagged_lists

        return Entries((), *tagged_lists(document))
    from citecheck.extract.reference_list import read_lists

    lists, references, body = read_lists(document, heading=heading)
    missed = () if lists or heading is None else (f"no heading “{heading}” with entries below it was found",)
    return Entries((), lists, references, body, notes=missed)


def list_entries(raw: Raw, first_id: int = 1, document_index: int = 1) -> Entries:
    """Return the entries of a file that is a list: as data, under a heading in it, or its whole text."""
    return _numbered(read_list(raw), first_id, document_index)


def listed_alone(raw: Raw, settings: Settings) -> tuple[Document, Entries, Manuscript]:
    """Return a list that is checked by itself: a manuscript without text, whose entries stand in its one document."""
    from citecheck.model.citation import Style
    from citecheck.styles.house_styles import house_style

    entries = list_entries(raw, document_index=0)
    (document,) = entries.documents
    manuscript = Manuscript(
        documents=(document,),
        lists=entries.lists,
        references=entries.references,
        citations=(),
        matches=(),
        style=Style.NONE,
        share=1.0,
        language=settings.language or document.language,
        house=house_style(settings.style) if settings.style else None,
        alone=True,
        present=settings.present,
    )
    # What is amiss with the file is said of the document already.
    return document, replace(entries, separate=False, faults=(), notes=()), manuscript


def _numbered(document: Document, first_id: int, document_index: int) -> Entries:
    """Return the entries of a document that is a list, with ids from `first_id` on."""
    if document.references is None:
        from citecheck.extract.entry_likeness import are_entries
        from citecheck.extract.reference_list import read_lists

        lists, references, _ = read_lists(document, first_id=first_id, document_index=document_index, sole=True)
        if not any(one.heading for one in lists) and not are_entries(references):
            lists, references = (), ()
    else:
        references = tuple(
            replace(reference, id=ReferenceId(f"r{number}"), document=document_index)
            for number, reference in enumerate(document.references, first_id)
        )
        lists = (ReferenceList(document_index, _hull(references), None, len(references)),)
    return Entries((document,), lists, references, (), separate=True, faults=document.faults, notes=document.notes)


def line_entries(raw: Raw) -> Entries:
    """Return the entries of a file of which each line that is not empty is one, in order."""
    from citecheck.extract.entry import following, read_entry, reference

    document = read_manuscript(raw)
    table = LineTable(document.text)
    references: list[Reference] = []
    for number in range(1, len(table) + 1):
        line = table.line(number)
        text = line.of(document.text).strip()
        if text:
            start = document.text.index(text, line.start)
            entry = following(read_entry(text), references[-1] if references else None)
            id_ = ReferenceId(f"r{len(references) + 1}")
            references.append(reference(entry, id=id_, span=Span(start, start + len(text)), text=text))
    whole = ReferenceList(0, Span(0, len(document.text)), None, len(references))
    return Entries((document,), (whole,), tuple(references), (), faults=document.faults, notes=document.notes)


def _separate(own: Entries, paths: tuple[str, ...], opener: Opener, article: Document | None = None) -> Entries:
    """Return the entries of the files at `paths`, and before them those in the header of `article`.

    The article's own list is left out of body and list alike.
    """
    found: list[Entries] = []
    faults: list[Fault] = []
    sources = [(path, partial(_opened, opener, path)) for path in paths]
    if article is not None and article.header is not None:
        sources.insert(0, (article.path, partial(read_header, article, article.header)))
    for path, listed in sources:
        try:
            first_id = 1 + sum(len(more.references) for more in found)
            more = _numbered(listed(), first_id, len(found) + 1)
        except ReadError as error:
            faults.append(_unread(path, error.fault))
        else:
            found.append(more)
            faults.extend(replace(fault, message=f"{path}: {fault.message}") for fault in more.faults)
    notes = (f"the list in the text ({len(own.references)} entries) is left aside for the one given apart",)
    return Entries(
        documents=tuple(document for more in found for document in more.documents),
        lists=tuple(section for more in found for section in more.lists),
        references=tuple(reference for more in found for reference in more.references),
        body=own.body,
        separate=True,
        faults=tuple(faults),
        notes=(notes if own.references else ()) + tuple(note for more in found for note in more.notes),
    )


def _opened(opener: Opener, path: str) -> Document:
    return read_list(opener(path))


def _unread(path: str, fault: Fault) -> Fault:
    """Return the fault of a list that was not read; only a person may name one from outside the manuscript's folder."""
    if fault.kind is FaultKind.OUTSIDE_PROJECT:
        return replace(fault, message=f"{fault.message}, and is read only where --references names it")
    return replace(fault, message=f"{path}: {fault.message}")


def _hull(references: tuple[Reference, ...]) -> Span:
    starts = [reference.span.start for reference in references]
    return Span(min(starts), max(reference.span.end for reference in references)) if starts else Span(0, 0)
