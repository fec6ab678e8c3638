"""Which files a pattern means."""

import time

import pytest

from citecheck.engine.policy.globs import means, names_one

MEANT = [
    ("a.md", "a.md", "the name itself"),
    ("*.md", "a.md", "an ending"),
    ("*.md", "part/deep/a.md", "without a slash in any folder"),
    ("a.md", "part/a.md", "a name in any folder"),
    ("part/*.md", "part/a.md", "in one folder"),
    ("part/**", "part/deep/er/a.md", "all below a folder"),
    ("part/", "part/deep/a.md", "the same, shorter"),
    ("**/a.md", "a.md", "any folders are perhaps none"),
    ("part/**/a.md", "part/a.md", "the same in between"),
    ("**/deep/**", "part/deep/er/a.md", "on both sides"),
    ("./a.md", "a.md", "from here"),
    ("chapter-?.md", "chapter-1.md", "one sign"),
    ("chapter-[0-9].md", "chapter-1.md", "one of several signs"),
    ("../other/*.md", "../other/a.md", "above the folder of a configuration given by hand"),
]
NOT_MEANT = [
    ("*.md", "a.tex", "another ending"),
    ("part/*.md", "part/deep/a.md", "a star is no slash"),
    ("part/*.md", "other/part/a.md", "with a slash from the folder on"),
    ("part", "part/a.md", "a folder without a slash is a file of this name"),
    ("./a.md", "part/a.md", "here only"),
    ("A.md", "a.md", "another case"),
    ("a.md", "aa.md", "a part of a name"),
    ("part/**/a.md", "part/b.md", "another name below"),
]


@pytest.mark.parametrize(("pattern", "path", "why"), MEANT, ids=[row[2] for row in MEANT])
def test_meant(pattern, path, why):
    assert means(pattern, path), why


@pytest.mark.parametrize(("pattern", "path", "why"), NOT_MEANT, ids=[row[2] for row in NOT_MEANT])
def test_not_meant(pattern, path, why):
    assert not means(pattern, path), why


@pytest.mark.parametrize(
    ("pattern", "one"),
    [("a.md", False), ("part/a.md", True), ("./a.md", True), ("part/*.md", False), ("part/", False), ("*", False)],
)
def test_one_file_is_named_by_its_whole_path(pattern, one):
    assert names_one(pattern) is one


def test_hostile_patterns_take_no_time():
    start = time.process_time()
    means("**/" * 60 + "*a" * 50, "/".join(["a" * 200] * 60))
    means("*a" * 2000, "a" * 4000)
    assert time.process_time() - start < 2
