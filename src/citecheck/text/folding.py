"""Folding of names: what plain typing, transliteration and typography change is made equal."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

#: Letters that marks-stripping leaves alone, as plain typing writes them. ASCII names never come here.
_PLAIN = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
)
_APOSTROPHES = "'’‘ʼʹ`´′ʻ"
_HYPHENS = "-‐‑‒–—−\u00ad"
_DROPPED: dict[int, str | None] = {ord(c): None for c in _APOSTROPHES + ".\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_DROPPED |= {ord(c): " " for c in _HYPHENS + "\u00a0\u202f\u2009_*"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` for comparing names: lower case, no marks, no apostrophes or periods, hyphens as spaces.

    Idempotent. "Öge" and "Oge" fold alike, so do "Ó Béarra" and "O’Bearra" but for the space; letters of other scripts
    are kept (see `latin` for transliteration).
    """
    if text.isascii() and text.isalpha():
        return text.lower()  # as most words are
    folded = text.casefold().translate(_DROPPED)
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = (
            "".join(c for c in folded if not unicodedata.combining(c)).casefold().translate(_PLAIN).translate(_DROPPED)
        )
        folded = unicodedata.normalize("NFC", folded)
    return " ".join(folded.split())


@lru_cache(maxsize=65536)
def latin(text: str) -> str:
    """Return `fold(text)` written in plain Latin letters; what another script writes is transliterated."""
    folded = fold(text)
    if folded.isascii():
        return folded
    from anyascii import anyascii

    return fold(anyascii(folded))


def tight(text: str) -> str:
    """Return the plain Latin folding without its spaces: "de la Cruz" and "DelaCruz" are one."""
    return latin(text).replace(" ", "")
