"""Looks into JSON from outside, where nothing need be of the type that one expects."""

from __future__ import annotations

_LONGEST = 1_000


def member(data: object, name: str) -> object:
    """Return a member of an object, None where there is none or `data` is no object."""
    return data.get(name) if isinstance(data, dict) else None


def members(data: object) -> list[object]:
    """Return the members of a list, none where `data` is no list."""
    return data[:_LONGEST] if isinstance(data, list) else []


def words(data: object) -> str:
    """Return a text, or a number as text; "" for all else."""
    if isinstance(data, str):
        return data[:_LONGEST]
    return f"{data:d}" if isinstance(data, int) and not isinstance(data, bool) and abs(data) < 10**18 else ""
