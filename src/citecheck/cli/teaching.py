"""Help that teaches: what a command does, and a few ways to call it."""

from __future__ import annotations


def taught(summary: str, *examples: str) -> str:
    """Return the help of a command; the examples stay line by line (typer joins all other lines)."""
    return f"{summary}\n\n\b\n" + "\n".join(examples)
