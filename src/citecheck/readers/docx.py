"""Word files (docx): the text in reading order, notes at the end, fields of reference managers as links."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.archive import OLD_OFFICE
from citecheck.readers.composing import Composer
from citecheck.readers.docx_numbering import Numbering, shown_number
from citecheck.readers.docx_parts import VAL, Parts, W
from citecheck.readers.docx_styles import Styles
from citecheck.readers.docx_text import Context, Walker
from citecheck.readers.field_word import sources, with_sources
from citecheck.readers.fields import Field, read_field
from citecheck.readers.note_marks import Called, NoteMarks
from citecheck.readers.reader import Reader
from citecheck.text.xml import Element

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_NOTE_TAGS = frozenset(f"{W}{name}" for name in _NOTES.values())
_USUAL = {"footnotes": "decimal", "endnotes": "lowerRoman"}
_ZIP = b"PK\x03\x04"


def read(raw: Raw, *, original: bool = False) -> Document:
    """Read a Word file; tracked changes are as if accepted, with `original` as if refused."""
    return compose(raw, Parts(raw.data), Composer(), original=original)


def compose(raw: Raw, parts: Parts, composer: Composer, *, original: bool = False) -> Document:
    """Read the parts of a Word file with a composer, which may keep more of them than a document tells."""
    text = parts.text()
    faults: list[Fault] = []
    if text.find(f".//{W}lastRenderedPageBreak") is not None:
        composer.turn(1)
    context = _context(parts, text, faults, original=original)
    walker = Walker(text, composer, context)
    walker.walk(text)
    walker.finish()
    for kind in _NOTES:
        called = context.marks.called(kind)
        notes = _optional(partial(parts.beside, kind), f"the {kind}", faults) if called else None
        if notes is not None:
            composer.begin_notes()
            _write_notes(called, notes, composer, context)
    if walker.foreign:
        faults.append(Fault(FaultKind.READ_IN_PART, "a part of the text is kept in another file and was not read"))
    return composer.document(raw.path, READER.format, faults)


def _context(parts: Parts, text: Element, faults: list[Fault], *, original: bool) -> Context:
    """Return what is known of a file beside its text; a part that is damaged is said and gone without."""
    settings = _optional(partial(parts.beside, "settings"), "the settings", faults)
    known = sources(_optional(parts.sources, "the sources of its citations", faults))
    return Context(
        styles=Styles(_optional(partial(parts.beside, "styles"), "the styles", faults)),
        numbering=Numbering(_optional(partial(parts.beside, "numbering"), "the numbers of its lists", faults)),
        marks=NoteMarks({kind: partial(_note_number, _note_format(kind, text, settings)) for kind in _NOTES}),
        bookmarks=_bookmarks(_optional(parts.properties, "its properties", faults)),
        understand=partial(with_sources, known=known),
        original=original,
    )


def _optional(part: Callable[[], Element | None], what: str, faults: list[Fault]) -> Element | None:
    try:
        return part()
    except ReadError as error:
        faults.append(Fault(FaultKind.READ_IN_PART, f"{what} could not be read: {error.fault.message}"))
        return None


def _note_format(kind: str, text: Element, settings: Element | None) -> str:
    """Return how the notes of a kind are numbered: as the sections say, or the settings."""
    name = f"{_NOTES[kind]}Pr"
    said = [text.find(f".//{W}sectPr/{W}{name}/{W}numFmt")]
    if settings is not None:
        said.append(settings.find(f"{W}{name}/{W}numFmt"))
    return next((one.get(VAL) or "" for one in said if one is not None), _USUAL[kind])


def _note_number(shape: str, number: int) -> str:
    return shown_number(number, shape)


def _bookmarks(properties: Element | None) -> dict[str, Field]:
    """Return what Zotero keeps of its citations where they are bookmarks, cut into pieces: ZOTERO_BREF_x_1, _2, …."""
    pieces: dict[str, list[str]] = {}
    for one in properties if properties is not None else ():
        name, _, _ = (one.get("name") or "").rpartition("_")
        if name.startswith("ZOTERO_BREF"):
            pieces.setdefault(name, []).append("".join(str(part) for part in one.itertext()))
    found = {name: read_field("".join(texts)) for name, texts in pieces.items()}
    return {name: field for name, field in found.items() if field is not None}


def _write_notes(called: list[Called], root: Element, composer: Composer, context: Context) -> None:
    """Write the notes of one kind in the order of their marks."""
    notes = {note.get(f"{W}id"): note for note in root if note.tag in _NOTE_TAGS}
    walker = Walker(root, composer, context)
    for note in called:
        element = notes.get(note.name)
        if element is not None:
            with composer.note(note.label, note.page):
                walker.walk(element)


def _sniff(head: bytes) -> bool:
    """Whether a file begins as a Word file does; old ones and those with a password are refused by name."""
    return head.startswith(OLD_OFFICE) or (head.startswith(_ZIP) and b"word/" in head)


READER = Reader(
    format="docx",
    suffixes=(".docx", ".docm", ".dotx", ".doc"),
    read=read,
    sniff=_sniff,
    description="Word files (docx), with the fields of Zotero, Mendeley, EndNote, Citavi and Word",
    limit=300_000_000,
    read_original=partial(read, original=True),
)
