"""Which of two spellings looks more like a surname, by the letters that usually follow each other in surnames."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from math import log
from pathlib import Path

from citecheck.text.folding import latin

#: The table was made by `benchmarks/letters.py`; it says there from what.
_TABLE = Path(__file__).with_name("letters.json")
#: What an unseen triple counts (additive smoothing, Lidstone 1920).
_UNSEEN = 0.5
#: The letters of the alphabet and the two ends of a name; the triples of a surname of average length.
_LETTERS, _AVERAGE = 28, 7


def triples(name: str) -> Iterator[str]:
    """Yield the triples of letters of a name in plain lower case; its beginning and end count as letters."""
    plain = f"^{latin(name).replace(' ', '')}$"
    return (plain[at : at + 3] for at in range(len(plain) - 2))


class Letters:
    """Counts of triples, for the likelihood of names."""

    __slots__ = ("_counts", "_pairs")

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._pairs: dict[str, int] = {}
        for triple, count in counts.items():
            self._pairs[triple[:2]] = self._pairs.get(triple[:2], 0) + count

    def likelihood(self, name: str) -> float:
        """Return how likely the letters of `name` follow each other as they do: 0 is certain, less is less likely.

        The natural logarithm for a name of average length, so that a longer spelling is no less likely for its length.
        """
        logs = [
            log((self._counts.get(triple, 0) + _UNSEEN) / (self._pairs.get(triple[:2], 0) + _LETTERS * _UNSEEN))
            for triple in triples(name)
        ]
        return _AVERAGE * sum(logs) / max(1, len(logs))


@cache
def surnames() -> Letters:
    """Return the letters of surnames."""
    return Letters(json.loads(_TABLE.read_text("utf-8")))
