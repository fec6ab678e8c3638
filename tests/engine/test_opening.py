import io
import os
import socket

import pytest

from citecheck.engine.opening import open_input
from citecheck.model.fault import FaultKind, ReadError


def fault_of(path, limit=1000):
    with pytest.raises(ReadError) as error:
        open_input(str(path), limit)
    return error.value.fault


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 1000)
    raw = open_input(str(tmp_path / "a.txt"), 1000)
    assert raw.data == b"x" * 1000
    assert raw.path == str(tmp_path / "a.txt")


def test_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"x")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        sentences = {
            tmp_path: "is a folder, not a file",
            tmp_path / "pipe": "is a named pipe, not an ordinary file",
            tmp_path / "socket": "is a special file, not an ordinary file",
            tmp_path / "loop": "its symbolic links go round in a circle",
            tmp_path / "gone": "is a symbolic link to a file that is not there",
            tmp_path / "none": "no such file",
            tmp_path / "file" / "below": "no such file: a part of its path is not a folder",
            tmp_path / ("n" * 300): "no such file: the name is too long",
            "/dev/zero": "is a device, not an ordinary file",
            "a\0b": "the path holds a character that no file name may have",
        }
        for path, sentence in sentences.items():
            fault = fault_of(path)
            assert fault.kind is FaultKind.UNREADABLE
            assert fault.message == sentence, path


def test_permission(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert fault_of(tmp_path / "a").message == "permission denied"


def test_a_disk_that_fails(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x")

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert fault_of(tmp_path / "a").message == "the device that holds it reports an error"


def test_too_large_is_told_before_reading(tmp_path):
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(10_000_000_000)
    fault = fault_of(tmp_path / "sparse", 20_000_000)
    assert fault.kind is FaultKind.TOO_LARGE
    assert fault.message == "the file is too large (limit 20 MB)"


def test_a_file_that_says_it_is_empty_is_bounded_too():
    assert fault_of("/proc/self/maps", 100).kind is FaultKind.TOO_LARGE


@pytest.mark.parametrize(("data", "read"), [(b"x" * 10, True), (b"x" * 11, False)])
def test_standard_input(data, read, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    if read:
        raw = open_input("-", 10)
        assert raw.data == data
        assert raw.beside is None, "nothing stands beside standard input"
    else:
        assert fault_of("-", 10).kind is FaultKind.TOO_LARGE


def test_standard_input_that_is_closed(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    assert fault_of("-").message == "standard input is closed"


@pytest.fixture
def project(tmp_path):
    root = tmp_path / "project"
    (root / "parts").mkdir(parents=True)
    (root / "article.md").write_bytes(b"article")
    (root / "list.bib").write_bytes(b"list")
    (root / "parts" / "one.md").write_bytes(b"one")
    (tmp_path / "secret.bib").write_bytes(b"secret")
    (tmp_path / "project-2").mkdir()
    (tmp_path / "project-2" / "list.bib").write_bytes(b"neighbour")
    (root / "out.bib").symlink_to(tmp_path / "secret.bib")
    (root / "in.bib").symlink_to(root / "list.bib")
    return root


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.bib", b"list"), ("./list.bib", b"list"), ("parts/../list.bib", b"list"), ("in.bib", b"list")],
)
def test_beside(project, name, data):
    assert open_input(str(project / "article.md"), 1000).beside(name).data == data


def test_beside_counts_from_the_file_that_names_it_and_stays_in_the_project(project):
    one = open_input(str(project / "article.md"), 1000).beside("parts/one.md")
    assert one.beside("../list.bib").data == b"list"
    with pytest.raises(ReadError) as error:
        one.beside("../../secret.bib")
    assert error.value.fault.kind is FaultKind.OUTSIDE_PROJECT


def test_beside_a_file_named_without_its_folder(project, monkeypatch):
    monkeypatch.chdir(project)
    assert open_input("article.md", 1000).beside("list.bib").data == b"list"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.bib", "../project-2/list.bib", "out.bib", "/etc/passwd", "file:///etc/passwd", "http://a.example/x",
        "C:\\list.bib", "\\\\server\\list.bib", "|cat list.bib", "cat list.bib|", "~/list.bib", "..",
    ],
)  # fmt: skip
def test_never_outside(project, name):
    with pytest.raises(ReadError) as error:
        open_input(str(project / "article.md"), 1000).beside(name)
    assert error.value.fault.kind is FaultKind.OUTSIDE_PROJECT


@pytest.mark.parametrize("name", ["", " ", "a\0b", "none.bib", "parts", "n" * 5000])
def test_what_cannot_be_read_beside(project, name):
    with pytest.raises(ReadError) as error:
        open_input(str(project / "article.md"), 1000).beside(name)
    assert error.value.fault.kind is FaultKind.UNREADABLE
