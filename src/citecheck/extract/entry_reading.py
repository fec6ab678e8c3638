"""What a reading of an author list says: the form in which names are written, the names, and how odd they would be."""

from __future__ import annotations

from enum import Enum

from citecheck.model.reference import Name
from citecheck.model.value import field, record


class Form(Enum):
    """How a list writes a name of which it spells out the given name."""

    MIXED = "mixed"
    """Last, First, First Last, and First Last."""
    INVERTED = "inverted"
    """Last, First, Last, First, and Last, First."""
    NATURAL = "natural"
    """First Last, First Last, and First Last."""
    FAMILY_FIRST = "family first"
    """Last First, Last First, and Last First."""


@record
class Reading:
    """The names read in one form, where they end, and how odd they would be in that form."""

    names: list[Name] = field(default_factory=list)
    end: int = 0
    taken: int = 0
    """How many chunks were used."""
    cost: float = 0.0
    body: bool = False
    """Whether the first name holds a word that only names of bodies have."""
    cut: bool = False
    """Whether the last name ends inside its chunk, because the title follows without a comma."""
    lone: bool = False
    """Whether the only name is words without any sign of a person's name."""
    split: tuple[int, int] | None = None
    """Where one person is written as two, joined by "and"."""
