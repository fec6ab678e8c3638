"""`citecheck explain`."""

from __future__ import annotations

NAME = "explain"


def command() -> None:
    """explain."""
