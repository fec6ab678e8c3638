"""`citecheck rules`."""

from __future__ import annotations

NAME = "rules"


def command() -> None:
    """rules."""
