"""How alike two names are: the same, the same in another spelling, a likely slip, or different."""

from __future__ import annotations

import re
from functools import lru_cache

from citecheck.extract.lexicon import words_of
from citecheck.match.apart import distance
from citecheck.text.folding import fold, latin

#: Letter groups that systems of transliteration write differently, each with one common form.
#: Source: ISO 9, GOST 7.79, BGN/PCGN, ALA-LC and newspaper practice compared letter by letter.
_COMMON = (
    ("shch", "sc"),
    ("sch", "s"),
    ("tsch", "c"),
    ("tch", "c"),
    ("zh", "z"),
    ("kh", "h"),
    ("ch", "c"),
    ("sh", "s"),
    ("ts", "c"),
    ("tz", "c"),
    ("ph", "f"),
    ("ks", "x"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("ii", "i"),
    ("y", "i"),
    ("j", "i"),
    ("w", "v"),
    ("ou", "u"),
    ("ck", "k"),
    ("ie", "e"),
)
#: Shapes that a scanner or a hasty eye takes for one another.
_LOOKALIKES = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ri", "n"), ("1", "l"), ("0", "o"))
_LONGEST = 60


@lru_cache(maxsize=16384)
def reduced(name: str) -> str:
    """Return `name` with what typing and national habits vary made one: Müller, Mueller, Muller; no spaces."""
    plain = latin(name).replace(" ", "")
    return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """Return `name` as all common transliterations would have it alike; doubled letters are one."""
    plain = latin(name).replace(" ", "")
    for written, common in _COMMON:
        plain = plain.replace(written, common)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=16384)
def silhouette(name: str) -> str:
    """Return `name` with letters that look alike made one: Smith and Srnith, Abel and AbeI."""
    plain = latin(name.replace("I", "l")).replace(" ", "")
    for written, seen in _LOOKALIKES:
        plain = plain.replace(written, seen)
    return plain


def same(one: str, other: str) -> bool:
    """Whether two names are one name: marks, apostrophes, hyphens, spaces, ae/ä and script make no difference."""
    if fold(one) == fold(other) or words_of(one) == words_of(other):
        return True
    if _is_greek(one) and _is_greek(other):  # η, ι and υ are all i in Latin letters
        return fold(one).replace(" ", "") == fold(other).replace(" ", "")
    return reduced(one) == reduced(other)


def _is_greek(name: str) -> bool:
    return not name.isascii() and all("\u0370" <= letter <= "\u03ff" for letter in fold(name) if letter.isalpha())


def likeness(one: str, other: str) -> float:
    """Return how likely `one` is a slip for `other`, from 0 (another name) to 1 (the same name).

    The distance counts insertions, deletions, substitutions and swaps of neighbours (Damerau 1964) on folded names;
    names that transliteration alone sets apart are at least 0.9 alike.
    """
    if same(one, other):
        return 1.0
    a, b = latin(one)[:_LONGEST], latin(other)[:_LONGEST]
    if not a or not b:
        return 0.0
    alike = 1.0 - distance(a, b) / max(len(a), len(b))
    if alike < 0.9 and len(a) > 3 and skeleton(one) == skeleton(other):
        return 0.9
    return min(alike, 0.99)


def is_slip(one: str, other: str, *, support: bool = False) -> bool:
    """Whether `one` may be a slip for `other`; with `support` (a co-author or all else agrees) more is allowed."""
    a, b = latin(one), latin(other)
    longest = max(len(a), len(b))
    if not a or not b or longest < 3:
        return False
    if skeleton(one) == skeleton(other) or silhouette(one) == silhouette(other):
        return True
    slips = distance(a[:_LONGEST], b[:_LONGEST])
    if slips == 1:
        return longest > 3 or support
    allowed = longest // 3 if support else longest // 4
    if slips <= min(allowed, 4) and (a[0] == b[0] or a[-3:] == b[-3:] or support):
        return True
    return support and min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a))
