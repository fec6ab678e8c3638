"""Which articles of a run over many files get a page of their own, and by what it is known to be up to date."""

from __future__ import annotations

import hashlib
import json
import zlib
from enum import Enum
from typing import Protocol

from citecheck.engine.deadline import TooSlow, deadline
from citecheck.engine.verdict import State, Verdict
from citecheck.model.outcome import Outcome
from citecheck.model.problem import Severity

#: A page is a fifth of its size then, and half as long in the making as with the highest level.
_LEVEL = 3


class Wanted(Enum):
    """The articles that get a page: those with errors, with any problem, all that were read, or none."""

    ERRORS = "errors"
    PROBLEMS = "problems"
    ALL = "all"
    NONE = "none"

    def has(self, verdict: Verdict) -> bool:
        """Whether the file with this verdict is to have a page."""
        if self is Wanted.NONE or verdict.state is not State.CHECKED or verdict.brief is None:
            return False
        severities = {problem["severity"] for problem in verdict.brief["problems"]}
        if self is Wanted.ERRORS:
            return Severity.ERROR.value in severities
        return bool(severities) or self is Wanted.ALL


class Pages(Protocol):
    """Where pages are written, and found again in the next run.

    The address of a page is as seen from the page over all files; None where the page does not stand.
    """

    wanted: Wanted

    def kept(self, path: str, stamp: bytes) -> str | None:
        """Return the address of the page of a file, if it is there already with this stamp."""

    def put(self, path: str, stamp: bytes, page: bytes) -> str | None:
        """Write the page of a file as `made` returns it; returns its address."""


def made(outcome: Outcome, seconds: float, *, debug: bool = False) -> bytes:
    """Return the page of an article, compressed; nothing where it cannot be made: its verdict is not lost for that."""
    from citecheck.report.html import article_page

    try:
        with deadline(seconds):
            return zlib.compress(article_page(outcome).encode("utf-8", "backslashreplace"), _LEVEL)
    except (TooSlow, MemoryError):
        return b""
    except Exception:
        if debug:
            raise
        return b""


def stamp_of(key: bytes, path: str, verdict: Verdict) -> bytes:
    """Return what stands for all that a page depends on: what the verdict does, and the path that it shows."""
    whole = hashlib.sha256(key)
    whole.update(json.dumps([path, verdict.beside]).encode())
    return whole.digest()
