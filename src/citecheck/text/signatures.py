"""What kind of file some bytes are, told by their first few."""

from __future__ import annotations

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or one with a password"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    *((b"BZh%d1AY&SY" % level, "a bzip2 archive") for level in range(1, 10)),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xf7\x02", "a DVI file"),
    (b"bplist00", "a property list"),
)

_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word file (docx)"),
    (b"xl/", "an Excel file (xlsx)"),
    (b"ppt/", "a PowerPoint file (pptx)"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (odt)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub+zip", "an EPUB book"),
)


def binary_kind(data: bytes) -> str | None:
    """Return what `data` is ("a PDF file") where its first bytes are those of a format that is no plain text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # The names of the first members of an archive stand among its first bytes, and all of them in its last.
        ends = data[:4096], data[-65536:]
        return next((kind for mark, kind in _ZIPPED if any(mark in end for end in ends)), "a zip archive")
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
