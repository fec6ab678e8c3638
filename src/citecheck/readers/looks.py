"""How characters look in a word processor, as far as it tells what they mean."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look."""

    italic: bool = False
    raised: bool = False
    hidden: bool = False

    def joined(self, other: Look) -> Look:
        """Return a look that has what either has."""
        return self if other == PLAIN else Look(*(a or b for a, b in zip(astuple(self), astuple(other), strict=True)))


PLAIN = Look()
