"""Words that mix letters of two scripts, which look right and are found by no search."""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.span import Span
from citecheck.text.pattern import pattern

# A Latin letter right beside a Cyrillic or Greek one. matches: vseгда, Axеlrod, Μoscow, Roοke; not: α-helix, µm, ΔlacZ
_NEIGHBOURS = pattern(
    r"[A-Za-zÀ-ɏ](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-zÀ-ɏ])|[A-Za-z]{2}(?=[\u0391-\u03a9])"
    r"|[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο](?=[a-z]{2})|[A-Za-z]{2}(?=ο)"
)
#: Cyrillic and Greek letters, each with the Latin one that looks the same.
_DOUBLES = dict(
    zip("аеорсухіјѕАВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aeopcyxijsABEKMHOPCTXYIJSABEZHIKMNOPTYXo", strict=True)
)
_LETTERS = pattern(r"[^\W\d_]++")
#: The letters of which one stands in every word of mixed letters.
_FOREIGN = pattern(r"[\u0391-\u03a9\u03bf\u0400-\u04ff]")


def mixed_words(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """Yield each word inside `within` that mixes Latin and Cyrillic or Greek letters, and those foreign letters."""
    if not _FOREIGN.search(text, within.start, within.end):
        return  # as a rule
    end = within.start
    for found in _NEIGHBOURS.finditer(text, within.start, within.end):
        if found.start() < end:
            continue
        start = found.start()
        while start > within.start and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, start, within.end)
        if word is not None:
            end = word.end()
            foreign = sorted({letter for letter in word.group() if not _is_latin(letter)})
            yield Span(*word.span()), ", ".join(foreign)


def in_one_script(word: str) -> str | None:
    """Return a word of mixed letters in the script of most of them, None where one has no double in that script."""
    foreign = [letter for letter in word if not _is_latin(letter)]
    if 2 * len(foreign) < len(word):
        table = _DOUBLES
    else:
        cyrillic = all("\u0400" <= letter <= "\u04ff" for letter in foreign)
        table = {latin: sign for sign, latin in _DOUBLES.items() if (sign >= "\u0400") is cyrillic}
        foreign = [letter for letter in word if _is_latin(letter)]
    if not all(letter in table for letter in foreign):
        return None
    return "".join(table[letter] if letter in foreign else letter for letter in word)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"
