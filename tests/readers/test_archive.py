import io
import struct
import zipfile

import pytest

from citecheck.model.fault import FaultKind, ReadError
from citecheck.readers import archive
from citecheck.readers.archive import Archive


def opened(data):
    return Archive(data, "a file")


def refused(data, name="a"):
    with pytest.raises(ReadError) as error:
        opened(data).read(name)
    return error.value.fault.kind


def test_parts_by_name(zipped):
    found = opened(zipped({"a": "one", "b/c": "two"}))
    assert (found.names(), found.read("b/c"), found.read("d")) == (("a", "b/c"), b"two", None)


def test_what_is_no_archive_or_half_of_one(zipped):
    data = zipped({"a": "one" * 1000})
    assert refused(b"") is FaultKind.UNREADABLE
    assert refused(b"PK\x03\x04") is FaultKind.DAMAGED
    assert refused(data[:-10]) is FaultKind.DAMAGED
    at = data.index(b"a") + 1
    assert refused(data[:at] + b"\xff" * 8 + data[at + 8 :]) is FaultKind.DAMAGED, "packed data that are none"


def test_a_part_that_two_share_its_name_with():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a", "one")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a", "two")
    assert refused(target.getvalue()) is FaultKind.DAMAGED


def test_a_password_and_an_unknown_packing(zipped):
    data = bytearray(zipped({"a": "one"}))
    at = data.index(b"PK\x01\x02")
    locked = data[: at + 8] + struct.pack("<H", 1) + data[at + 10 :]
    assert refused(bytes(locked)) is FaultKind.PASSWORD
    packed = data[: at + 10] + struct.pack("<H", 99) + data[at + 12 :]
    assert refused(bytes(packed)) is FaultKind.DAMAGED


def test_limits(zipped, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_PART", 1_000)
    assert refused(zipped({"a": "0" * 1_001})) is FaultKind.TOO_LARGE
    monkeypatch.setattr(archive, "LARGEST_SUM", 1_500)
    many = opened(zipped({"a": "0" * 1_000, "b": "0" * 1_000}))
    many.read("a")
    with pytest.raises(ReadError):
        many.read("b")
    monkeypatch.setattr(archive, "MOST_PARTS", 3)
    assert refused(zipped(dict.fromkeys("abcd", "x"))) is FaultKind.TOO_LARGE
