"""What a path that is given stands for: a file, or several."""

from __future__ import annotations

import os

#: The ends of the names of archives that are looked into.
ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


def is_many(path: str) -> bool:
    """Whether `path` stands for several files: a folder, an archive, or a pattern that is no file's name."""
    return os.path.isdir(path) or is_archive(path) or is_pattern(path)


def is_archive(path: str) -> bool:
    """Whether a file of this name is an archive to be looked into."""
    return path.lower().endswith(ARCHIVES) and not os.path.isdir(path)


def is_pattern(path: str) -> bool:
    """Whether `path` has signs of a pattern in it, and no file is called so."""
    return any(sign in path for sign in "*?[") and "\0" not in path and not os.path.lexists(path)


def is_address(path: str) -> bool:
    """Whether `path` is the address of something that lies elsewhere, such as s3://bucket/folder."""
    return "://" in path and not os.path.lexists(path)
