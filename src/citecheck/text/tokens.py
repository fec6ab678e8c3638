"""Cutting a stretch of text into words, numbers and signs, each with its place."""

from __future__ import annotations

from typing import NamedTuple

from citecheck.model.span import Span
from citecheck.text.pattern import pattern

# A word keeps its inner apostrophes and hyphens ("O’Brien", "Lévi-Strauss", "Smith's"); a raised digit is no letter.
# Before the year of a citation it keeps the number at its end ("Terra21, 2014"); one digit is the mark of a note.
# matches: Öge | d’Arcy | Smith's | 2014a | & | (      does not join: Smith/Jones, p.7, Smith¹
# Most words are plain, and told so three times as quickly by the first branch.
_TOKEN = pattern(
    r"[A-Za-z]++(?=[\s,.;:()\[\]])"
    r"|[^\W\d_⁰¹²³⁴-⁹ªº](?:[^\W\d_⁰¹²³⁴-⁹ªº]|[\u0300-\u036f])*+(?:['’ʼ`´‘\-‐‑\u00ad](?:[^\W\d_⁰¹²³⁴-⁹ªº]|[\u0300-\u036f])++)*+"
    r"(?:(?!(?:1[89]|20)[0-9]{2}(?![0-9]))[0-9]{2,}+(?=,?[ ](?:[0-9]{4}|$)))?+"
    r"|[0-9]++(?:[a-z](?![^\W\d_]))?+"
    r"|[^\s]"
)


#: Signs of Chinese and Japanese, and what stands for them elsewhere.
_WIDE = {"，": ",", "、": ",", "；": ";", "：": ":", "。": ".", "・": "&", "·": "&", "＆": "&"}


class Token(NamedTuple):
    """A word, a number (with its letter: 2014a) or a single sign."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a decimal digit."""
        return "0" <= self.text[0] <= "9"

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that begins with a capital, or is in a script without capitals."""
        first = self.text[0]
        return first.isalpha() and (first.isupper() or not first.islower())


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of `text[start:end]`, in order, with places in `text`; wide signs read as their narrow ones."""
    # past Token.__new__, which is a function of Python: there are thousands
    make = tuple.__new__
    tokens = [make(Token, (found[0], *found.span())) for found in _TOKEN.finditer(text, start, end)]
    stretch = text[start:end]
    if stretch.isascii() or not any(sign in stretch for sign in _WIDE):
        return tokens
    return [make(Token, (_WIDE.get(token.text, token.text), token.start, token.end)) for token in tokens]
