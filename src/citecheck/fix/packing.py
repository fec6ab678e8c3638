"""Puts changed parts into the archive of an office file; every other part stays byte for byte as it was packed."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zipfile import ZipInfo

#: Of the header before a packed part: its length, and where in it the lengths of name and extra field stand.
_LOCAL, _LENGTHS = 30, 26
_CENTRAL = "<4s4B4HL2L5H2L"
_END = "<4s4H2LH"
_HAS_DESCRIPTOR = 0x08
_NOT_ASCII = 0x800


def repacked(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with these parts changed, new ones at its end; the order of the others stays."""
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
    out = BytesIO()
    directory: list[bytes] = []
    for part, packed in _packed(data, parts, changed):
        part.header_offset = out.tell()
        part.flag_bits &= ~_HAS_DESCRIPTOR
        out.write(part.FileHeader(zip64=False))
        out.write(packed)
        directory.append(_entry(part))
    start = out.tell()
    out.writelines(directory)
    count = len(directory)
    out.write(struct.pack(_END, b"PK\5\6", 0, 0, count, count, out.tell() - start, start, 0))
    return out.getvalue()


def _packed(data: bytes, parts: list[ZipInfo], changed: Mapping[str, bytes]) -> Iterator[tuple[ZipInfo, bytes]]:
    """Yield each part with its bytes as they are packed."""
    import zipfile

    for part in parts:
        if part.filename in changed:
            yield _new(part, changed[part.filename])
            continue
        name, extra = struct.unpack_from("<HH", data, part.header_offset + _LENGTHS)
        start = part.header_offset + _LOCAL + name + extra
        yield part, data[start : start + part.compress_size]
    known = {part.filename for part in parts}
    for filename in sorted(changed.keys() - known):
        part = zipfile.ZipInfo(filename)  # dated 1980: the same input gives the same file
        part.compress_type = zipfile.ZIP_DEFLATED
        yield _new(part, changed[filename])


def _new(part: ZipInfo, content: bytes) -> tuple[ZipInfo, bytes]:
    """Return a part with other content, packed as the one before it was."""
    import zlib

    packed = content
    if part.compress_type:
        packer = zlib.compressobj(wbits=-15)
        packed = packer.compress(content) + packer.flush()
    part.CRC, part.file_size, part.compress_size = zlib.crc32(content), len(content), len(packed)
    part.extra = b""
    return part, packed


def _entry(part: ZipInfo) -> bytes:
    """Return what the directory at the end of the archive says of a part."""
    name = part.filename.encode()
    flags = part.flag_bits | (0 if part.filename.isascii() else _NOT_ASCII)
    year, month, day, hour, minute, second = part.date_time
    head = struct.pack(
        _CENTRAL,
        b"PK\1\2",
        *(part.create_version, part.create_system, part.extract_version, part.reserved),
        *(flags, part.compress_type, hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day),
        *(part.CRC, part.compress_size, part.file_size, len(name), len(part.extra), len(part.comment), 0),
        *(part.internal_attr, part.external_attr, part.header_offset),
    )
    return head + name + part.extra + part.comment
