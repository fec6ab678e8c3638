"""Keys for entries that have none: family name, year and letter, as in "smith2014a"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from citecheck.model.reference import Reference
from citecheck.text.folding import tight

#: A key that every program takes.
_KEY = re.compile(r"[^\s,{}()=\"#%\\~@']{1,100}")
_LONGEST_NAME = 30
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def keys_of(references: Sequence[Reference]) -> list[str]:
    """Return a key for each entry, no two alike: its own where it has a usable one, else one made from its fields.

    Entries of one name and year get letters in the order of the list; a letter that the year has itself is kept.
    """
    taken = {reference.key for reference in references if reference.key and _KEY.fullmatch(reference.key)}
    stems = [None if reference.key in taken else _stem(reference) for reference in references]
    shared = Counter(stem for stem in stems if stem is not None)
    used: set[str] = set()
    keys: list[str] = []
    for reference, stem in zip(references, stems, strict=True):
        key = reference.key if stem is None else stem
        if key is None or key in used or (stem is not None and (shared[stem] > 1 or key in taken)):
            key = next(free for free in _lettered(stem or key or "") if free not in used and free not in taken)
        used.add(key)
        keys.append(key)
    return keys


def _lettered(stem: str) -> Iterator[str]:
    """Yield the stem with a, b, … z, then with numbers; behind a year that has its letter, with numbers at once."""
    if not stem[-1:].isalpha():
        yield from (stem + letter for letter in _LETTERS)
    yield from (f"{stem}-{number}" for number in count(2))


def _stem(reference: Reference) -> str:
    names = reference.cited_as
    if names:
        written = names[0].acronym or names[0].shown
    else:
        written = next((word for word in (reference.title or "").split() if len(word) > 3), "anonymous")
    name = re.sub(r"[^a-z0-9]", "", tight(written[:200]))[:_LONGEST_NAME] or "anonymous"
    year = reference.year
    if year is not None and year.number is not None:
        return f"{name}{year.number}{year.suffix}"
    return f"{name}-{re.sub('[^a-z]', '', year.undated.value) if year is not None and year.undated else 'nd'}"
