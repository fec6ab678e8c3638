"""The language in which a manuscript is written, told by its most frequent words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from citecheck.languages.language import codes, words
from citecheck.text.pattern import pattern

#: How much is read, in code points, in three samples.
SAMPLE = 2_000

#: Where the samples begin, as parts of the text: behind a summary in another language, before the reference list.
PLACES = (0.12, 0.34, 0.56)

#: The frequent words of the language must be at least so large a part of all words, and so many.
SHARE = 0.05
LEAST = 4.0

#: And so many times those of the next language.
LEAD = 1.2

# a word that is no initial. matches: la | a | в | 的; not: A. | В | S
_WORD = pattern(r"[^\W\d_]{2,}+|(?<![^\W\d_])[^\W\d_](?![^\W\d_]|\.)")
#: The signs of scripts that do not set words apart: each is taken for one.
_FIRST_SIGN, _LAST_SIGN = "\u3040", "\u9fff"
#: With what each of these signs begins as UTF-8: a class of so many letters would take long to compile.
_UNPARTED = pattern(rb"[\xe3-\xe9]")


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, None when it is not clear.

    Names and titles in other languages do not matter, for they hold few of the words that are counted.
    """
    sample = _sampled(text)
    said = [word.casefold() for word in _WORD.findall(sample) if len(word) > 1 or not word.isupper()]
    counted = (
        Counter(part for word in said for part in _parts(word))
        if _UNPARTED.search(sample.encode("utf-8", "replace"))
        else Counter(said)
    )
    scores: dict[str, float] = {}
    for word, shares in _weights().items():
        if count := counted.get(word):
            for code, weight in shares:
                scores[code] = scores.get(code, 0.0) + count * weight
    if not scores:
        return None
    (best, score), (_, second) = (*sorted(scores.items(), key=lambda one: -one[1]), ("", 0.0))[:2]
    clear = score >= LEAST and score >= SHARE * counted.total() and score >= LEAD * second
    return best if clear else None


def _parts(word: str) -> Iterable[str]:
    return word if _FIRST_SIGN <= max(word) <= _LAST_SIGN else (word,)


def _sampled(text: str) -> str:
    if len(text) <= SAMPLE * len(PLACES):
        return text
    starts = (int(place * len(text)) for place in PLACES)
    return "\n".join(text[start : start + SAMPLE] for start in starts)


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return for each frequent word the languages it speaks for, and how strongly: less, the more there are."""
    spoken: dict[str, list[str]] = {}
    for code in codes():
        for word in sorted(words("frequent", code)):  # in one order, so that the sums are the same in every process
            spoken.setdefault(word, []).append(code)
    return {word: tuple((code, 1 / len(of)) for code in of) for word, of in spoken.items()}
