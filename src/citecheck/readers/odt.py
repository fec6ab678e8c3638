"""OpenDocument texts (odt) of LibreOffice and others: the text in reading order, notes at the end."""

from __future__ import annotations

from functools import partial

from citecheck.model.document import Document
from citecheck.model.fault import Fault, FaultKind, ReadError
from citecheck.model.raw import Raw
from citecheck.readers.archive import Archive
from citecheck.readers.composing import Composer
from citecheck.readers.odt_changes import changes
from citecheck.readers.odt_styles import TEXT, Styles
from citecheck.readers.odt_text import OFFICE, Walker
from citecheck.readers.reader import Reader
from citecheck.text.xml import Element, parse_xml

_WHAT = "an OpenDocument text (odt)"
_ZIP = b"PK\x03\x04"
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT = b"<office:document"


def read(raw: Raw, *, original: bool = False) -> Document:
    """Read an OpenDocument text; tracked changes are as if accepted, with `original` as if refused."""
    return compose(raw, Composer(), original=original)


def compose(raw: Raw, composer: Composer, *, original: bool = False) -> Document:
    """Read an OpenDocument text with a composer, which may keep more of it than a document tells."""
    faults: list[Fault] = []
    root, styles = _flat(raw.data) if _is_flat(raw.data[:4_096]) else _packed(raw.data, faults)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadError(FaultKind.UNREADABLE, "the file is an OpenDocument file, but no text")
    if next(body.iter(f"{TEXT}soft-page-break"), None) is not None:
        composer.turn(1)
    walker = Walker(composer, styles, changes(body) if original else None)
    walker.walk(body)
    for note in sorted(walker.notes, key=lambda note: note.kind == "endnote"):
        composer.begin_notes()
        with composer.note(note.label, note.page):
            walker.walk(note.body)
    return composer.document(raw.path, READER.format, faults)


def _packed(data: bytes, faults: list[Fault]) -> tuple[Element, Styles]:
    """Return the content of an archive, and its styles."""
    archive = Archive(data, _WHAT)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise ReadError(FaultKind.PASSWORD, "the file is protected by a password; save it without one")
    content = archive.read("content.xml")
    if content is None:
        raise ReadError(FaultKind.DAMAGED, "the file is damaged: it holds no text part (content.xml)")
    root = parse_xml(content)
    found: list[Element] = []
    try:
        styles = archive.read("styles.xml")
        found += [parse_xml(styles)] if styles is not None else []
    except ReadError as error:
        faults.append(Fault(FaultKind.READ_IN_PART, f"the styles could not be read: {error.fault.message}"))
    return root, Styles((*found, root))


def _flat(data: bytes) -> tuple[Element, Styles]:
    root = parse_xml(data)
    return root, Styles((root,))


def _is_flat(head: bytes) -> bool:
    """Whether a file is an OpenDocument text as one XML file."""
    return not head.startswith(_ZIP) and _FLAT in head


def _sniff(head: bytes) -> bool:
    return (head.startswith(_ZIP) and _MIME in head) or _is_flat(head)


READER = Reader(
    format="odt",
    suffixes=(".odt", ".fodt", ".ott"),
    read=read,
    sniff=_sniff,
    description="OpenDocument texts (odt) of LibreOffice and others",
    limit=300_000_000,
    read_original=partial(read, original=True),
)
