"""`citecheck extract`."""

from __future__ import annotations

NAME = "extract"


def command() -> None:
    """extract."""
