"""Which files a search comes upon, and in which order."""

import os
import tarfile
import zipfile
from contextlib import closing

import pytest

from citecheck.engine.archives import open_archive
from citecheck.engine.discovery import Search, discover, paths_from
from citecheck.engine.inventory import Inventory
from citecheck.engine.meant import is_many
from citecheck.model.fault import FaultKind, ReadError


def names_in(archive):
    with closing(open_archive(archive)) as opened:
        return list(opened.names())


@pytest.fixture
def found(tmp_path, monkeypatch):
    """Search in a folder of its own; gives paths, each with its fault where it has one."""
    monkeypatch.chdir(tmp_path)

    def searched(*paths, **options):
        files = discover(paths or (".",), Search(names_in, **options))
        return [
            (file.path.removeprefix("./"), file.fault.message) if file.fault else file.path.removeprefix("./")
            for file in files
        ]

    return searched


def made(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")


def test_a_folder_is_walked_in_the_order_of_names_whatever_the_disk_says(found, tmp_path):
    made(tmp_path, "b/z.txt", "b/a.txt", "a.txt", "c.txt", "b.txt")
    assert found() == ["a.txt", "b/a.txt", "b/z.txt", "b.txt", "c.txt"]
    assert found("c.txt", "b") == ["c.txt", "b/a.txt", "b/z.txt"], "arguments keep their order"


def test_hidden_files_and_locks_are_left_out(found, tmp_path):
    made(tmp_path, ".git/a.txt", ".hidden.txt", "~$thesis.docx", ".~lock.thesis.odt#", "thesis.docx")
    assert found() == ["thesis.docx"]


def test_links_to_folders_are_not_followed_and_links_to_files_are(found, tmp_path):
    made(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in/up").symlink_to("..")
    (tmp_path / "in/self").symlink_to(".")
    (tmp_path / "in/b.txt").symlink_to("../out/b.txt")
    (tmp_path / "in/nowhere.txt").symlink_to("gone")
    assert found("in") == ["in/a.txt", "in/b.txt", "in/nowhere.txt"]


def test_a_link_given_by_hand_is_followed(found, tmp_path):
    made(tmp_path, "out/b.txt")
    (tmp_path / "link").symlink_to("out")
    assert found("link") == ["link/b.txt"]


def test_special_files_are_named_and_never_opened(found, tmp_path):
    os.mkfifo(tmp_path / "pipe.zip")
    os.mkfifo(tmp_path / "pipe.txt")
    assert found() == ["pipe.txt", "pipe.zip"]


def test_a_tree_deeper_than_python_recurses(found, tmp_path):
    deep = tmp_path
    for _ in range(120):
        deep = deep / "d"
    deep.mkdir(parents=True)
    (deep / "in.txt").write_text("x")
    assert found() == ["d/" * 120 + "in.txt"]


def test_a_folder_that_may_not_be_listed_is_one_fault(found, tmp_path, monkeypatch):
    made(tmp_path, "a.txt", "b/c.txt")
    scan = os.scandir

    def refusing(path):
        if os.fspath(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert found() == ["a.txt", ("b", "the folder cannot be listed: permission denied")]


PATTERNS = [
    ("*.txt", ["a.txt"], "a pattern names files"),
    ("**/*.txt", ["a.txt", "sub/b.txt", "sub/deep/c.txt"], "two stars go through all folders"),
    ("s*", ["sub/b.txt", "sub/deep/c.txt", "sub/d.md"], "a folder that matches is walked"),
    ("*.nothing", [("*.nothing", "no file matches")], "a pattern that hits nothing is a mistake"),
    ("a.txt", ["a.txt"], "a name is no pattern"),
]


@pytest.mark.parametrize(("pattern", "expected", "why"), PATTERNS, ids=[row[2] for row in PATTERNS])
def test_patterns(found, tmp_path, pattern, expected, why):
    made(tmp_path, "a.txt", "sub/b.txt", "sub/deep/c.txt", "sub/d.md")
    assert sorted(map(str, found(pattern))) == sorted(map(str, expected)), why


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(found, tmp_path):
    made(tmp_path, "draft[1].txt")
    assert not is_many("draft[1].txt")
    assert found("draft[1].txt") == ["draft[1].txt"]


EXCLUDED = [
    (["drafts/"], ["a.txt", "b/c.md"], "a folder"),
    (["*.md"], ["a.txt", "drafts/d.txt"], "a suffix"),
    (["b/*"], ["a.txt", "drafts/d.txt"], "what a folder holds"),
    (["*.md", "*.txt"], [], "two patterns"),
    (["/a.txt"], ["b/c.md", "drafts/d.txt"], "a path from the top"),
]


@pytest.mark.parametrize(("patterns", "expected", "why"), EXCLUDED, ids=[row[2] for row in EXCLUDED])
def test_what_is_excluded_is_left_out(found, tmp_path, patterns, expected, why):
    made(tmp_path, "a.txt", "b/c.md", "drafts/d.txt")
    assert found(exclude=tuple(patterns)) == expected, why


def test_gitignore_files_are_heeded_each_in_its_folder_and_from_the_repository_down(found, tmp_path):
    made(tmp_path, "repo/papers/a.txt", "repo/papers/b.log", "repo/papers/old/c.txt", "repo/papers/old/keep.txt")
    (tmp_path / "repo/.git").mkdir()
    (tmp_path / "repo/.gitignore").write_text("*.log\n")
    (tmp_path / "repo/papers/old/.gitignore").write_text("*.txt\n!keep.txt\n")
    (tmp_path / ".gitignore").write_text("*.txt\n")  # above the repository: not its business
    assert found("repo/papers") == ["repo/papers/a.txt", "repo/papers/old/keep.txt"]
    assert len(found("repo/papers", gitignore=False)) == 4


def test_files_that_this_run_writes_are_not_read(found, tmp_path):
    made(tmp_path, "a.txt", "results/index.html")
    assert found(outputs=("results",)) == ["a.txt"]


def test_paths_from_a_file_are_lines_or_stand_before_zeros(tmp_path):
    listed = tmp_path / "list"
    listed.write_bytes(b"a.txt\n\ncaf\xe9.txt\nb c.txt")
    assert [os.fsencode(path) for path in paths_from(str(listed))] == [b"a.txt", b"caf\xe9.txt", b"b c.txt"]
    listed.write_bytes(b"a\nb.txt\0c.txt\0")
    assert list(paths_from(str(listed))) == ["a\nb.txt", "c.txt"]


def zipped(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"text of {name}")


def tarred(path, *names):
    with tarfile.open(path, f"w:{path.suffix[1:]}" if path.suffix != ".tar" else "w") as archive:
        for name in names:
            (path.parent / "member").write_text(f"text of {name}")
            archive.add(path.parent / "member", name)
    (path.parent / "member").unlink()


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.bz2", "a.tar.xz"])
def test_archives_are_looked_into_and_read_in_place(found, tmp_path, name):
    path = tmp_path / name
    (zipped if name.endswith("zip") else tarred)(path, "2019/b.txt", "2019/a.txt", ".hidden", "__MACOSX/a.txt")
    assert found(exclude=("skip*",)) == [f"{name}!/2019/b.txt", f"{name}!/2019/a.txt"]
    with closing(open_archive(str(path))) as archive:
        assert archive.read("2019/a.txt", 100) == b"text of 2019/a.txt"
        assert archive.read("2019/b.txt", 100) == b"text of 2019/b.txt", "and back again"
        with pytest.raises(ReadError) as raised:
            archive.read("2019/b.txt", 3)
    assert raised.value.fault.kind is FaultKind.TOO_LARGE
    assert sorted(tmp_path.iterdir()) == [path], "nothing is unpacked"


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar"])
def test_a_damaged_archive_is_one_fault_and_the_rest_goes_on(found, tmp_path, name):
    made(tmp_path, "b.txt")
    (tmp_path / name).write_bytes(b"PK\x03\x04 no archive at all" * 100)
    assert found() == [(name, "the archive is damaged"), "b.txt"]


def test_an_inventory_gives_back_what_was_found(tmp_path):
    made(tmp_path, *(f"{number:04}.txt" for number in range(1200)))
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).symlink_to("x")
    files = list(discover([str(tmp_path), "gone.txt"], Search(names_in)))
    inventory = Inventory(files)
    assert len(inventory) == 1202
    assert list(inventory) == files
