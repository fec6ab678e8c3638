"""`citecheck parse`."""

from __future__ import annotations

NAME = "parse"


def command() -> None:
    """parse."""
