"""Whether unlisted names before a bracket with a year are persons, and not a quantity, an event, a place or a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citecheck.extract.cited_names import NameGroup
from citecheck.languages.language import bare, words
from citecheck.text.tokens import Token

# a quantity behind a year, by the word of what is measured. matches: ": 15 per cent" | ", 3.4 %"; not: ": 15 and 17"
_MEASURED = re.compile(r"\s?[:,;=]\s{0,2}[-–−+<>~$€£]?\s?[0-9][0-9.,]{0,12}\s?([^\W\d_]{3,24}|[%‰°$€£])(?!\.)")


def is_measured(text: str, at: int) -> bool:
    """Whether a quantity stands behind the year that ends at `at`: "Exports (2014: 15 per cent)"."""
    measured = _MEASURED.match(text, at)
    return measured is not None and bare(measured[1]) not in words("joiners") | words("pages") | words("locators")


def looks_like_persons(group: NameGroup, tokens: Sequence[Token]) -> bool:
    """Whether unlisted names before a bracket look like persons rather than events, places or titles."""
    if any(name.last - name.first > 2 for name in group.names):
        return False
    first = group.first
    if first and bare(tokens[first - 1].text) in words("inside_bodies") - words("before") - words("governing"):
        return False
    if first > 2 and tokens[first - 3].is_word and _belongs_to_title(tokens, first):
        return False
    return all(len(tokens[name.last].text) > 2 and not tokens[name.last].text.isupper() for name in group.names)


def _belongs_to_title(tokens: Sequence[Token], first: int) -> bool:
    """Whether a small word ties the name at `first` to a capitalised one before it: "the Treaty of Rome"."""
    return tokens[first - 2].is_capitalised and bare(tokens[first - 1].text) in words("inside_bodies")
