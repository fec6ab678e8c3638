"""The bytes of one input, and the only way for a reader to reach a file beside it."""

from __future__ import annotations

from collections.abc import Callable

from citecheck.model.value import value


@value
class Raw:
    """One input file as opened: its path as given (`-` for standard input) and its bytes.

    `beside` opens a file named inside the input, by a path relative to it, within the limits and never outside the
    project's folder; it raises `ReadError`. None where nothing may be opened (standard input, a member of an archive).
    """

    path: str
    data: bytes
    beside: Callable[[str], Raw] | None = None
