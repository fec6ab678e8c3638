"""`citecheck text`."""

from __future__ import annotations

NAME = "text"


def command() -> None:
    """text."""
