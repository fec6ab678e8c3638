"""Articles that lie at an address, and what a worker of a cluster does with them."""

import pickle
from hashlib import sha256

import pytest

from citecheck.engine import cluster
from citecheck.engine.batch import Batch, check_batch
from citecheck.engine.cluster import fetched, found_at, status_at
from citecheck.engine.meant import is_address
from citecheck.engine.settings import Settings
from citecheck.engine.verdict import State
from citecheck.engine.worker import CONTENT, Limits
from citecheck.engine.worker import heard as heard_of
from citecheck.model.fault import ReadError

needs_dask = pytest.mark.skipif(
    not cluster.is_installed(), reason="the extra “dask” is not installed: python -m pip install -e '.[dask]'"
)
ARTICLE = "Lists are kept, as Ritter (2011) says.\n\nReferences\n\nRitter, Anna. 2011. On lists. Vienna: Zettel.\n"


@pytest.fixture
def bucket(tmp_path):
    """A folder and its address."""
    for name in ("b.txt", "a/z.txt", "a/.hidden", "c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, "utf-8")
    return tmp_path, f"file://{tmp_path}"


@pytest.mark.parametrize(
    ("path", "there"), [("s3://bucket/a.md", True), ("file:///tmp", True), ("a.md", False), ("a:b/c", False)]
)
def test_an_address_is_known_by_its_form(path, there):
    assert is_address(path) == there


@needs_dask
def test_a_folder_at_an_address_is_listed_in_order(bucket):
    _, address = bucket
    assert [file.path for file in found_at(address, ())] == [f"{address}/{at}" for at in ("a/z.txt", "b.txt", "c.md")]
    assert [file.path for file in found_at(f"{address}/*.txt", ())] == [f"{address}/b.txt"]
    assert [file.path for file in found_at(address, ("*.txt",))] == [f"{address}/c.md"]
    (named,) = found_at(f"{address}/b.txt", ())
    assert named.named


@needs_dask
def test_what_cannot_be_listed_is_a_fault_and_no_traceback():
    (missing,) = found_at("nosuchstorage://bucket/", ())
    assert missing.fault is not None
    assert missing.fault.message.startswith("it cannot be fetched: ")


@needs_dask
def test_what_lies_at_an_address_is_fetched_and_no_more_than_allowed(bucket):
    _, address = bucket
    assert fetched(f"{address}/b.txt", 1_000) == ARTICLE.encode()
    assert fetched(f"{address}/b.txt", 5) == b"Lists"
    with pytest.raises(ReadError, match="no such file"):
        fetched(f"{address}/none.txt", 5)


@needs_dask
def test_what_changes_at_an_address_has_another_status(bucket):
    path, address = bucket
    before = status_at(f"{address}/b.txt")
    assert before == status_at(f"{address}/b.txt") is not None
    (path / "b.txt").write_text("other", "utf-8")
    assert status_at(f"{address}/b.txt") != before
    assert status_at(f"{address}/none.txt") is None


@needs_dask
def test_a_batch_says_of_each_file_by_what_its_content_is_known_and_its_verdict(bucket):
    path, address = bucket
    names = ["b.txt", f"{address}/c.md", "gone.txt", f"{address}/gone.txt"]
    asked = tuple((f'["check", "{name}", null, true]'.encode(), 0) for name in names)
    heard = check_batch(Batch(asked, (pickle.dumps(Settings()),), Limits(), str(path)))
    assert [one[0] for one in heard[:2]] == [CONTENT + sha256(ARTICLE.encode()).digest()] * 2
    verdicts = [heard_of(one[-1], name)[0] for one, name in zip(heard, names, strict=True)]
    assert [verdict.state for verdict in verdicts] == [State.CHECKED] * 2 + [State.UNREAD] * 2
    assert [verdict.reason for verdict in verdicts[2:]] == ["no such file"] * 2


def test_another_version_of_the_program_refuses(tmp_path):
    with pytest.raises(ValueError, match=r"a worker has citecheck .*, this is citecheck 0\.0"):
        check_batch(Batch((), (), Limits(), str(tmp_path), "0.0"))
