"""Whether unlisted names before a bracket with a year are persons, and not a quantity, an event, a place or a title."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.extract.cited_names import NameGroup
from citecheck.extract.lexicon import Lexicon
from citecheck.languages.language import bare, words
from citecheck.model.reference import Undated
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern
from citecheck.text.slips import one_slip_apart
from citecheck.text.tokens import Token

# a quantity behind a year, by the word of what is measured. matches: ": 15 per cent" | ", 3.4 %"; not: ": 15 and 17"
_MEASURED = pattern(r"\s?[:,;=]\s{0,2}[-–−+<>~$€£]?\s?[0-9][0-9.,]{0,12}\s?([^\W\d_]{3,24}|[%‰°$€£])(?!\.)")
#: A shorter name is a slip away from too many others.
SHORT = 4
#: So many words before a name make it the end of a phrase.
PHRASE = 3


def is_measured(text: str, at: int) -> bool:
    """Whether a quantity stands behind the year that ends at `at`: "Exports (2014: 15 per cent)"."""
    measured = _MEASURED.match(text, at)
    return measured is not None and bare(measured[1]) not in words("joiners") | words("pages") | words("locators")


def is_placed(group: NameGroup | None, tokens: Sequence[Token]) -> bool:
    """Whether names in a bracket end a phrase that tells where: "(guidelines for tests in China 2012; Lund 2010)"."""
    if group is None or group.first < PHRASE or group.et_al is not None or len(group.names) > 1:
        return False
    phrase = [token for token in tokens[group.first - PHRASE : group.first] if token.is_word]
    if len(phrase) < PHRASE or bare(phrase[-1].text) not in words("inside"):
        return False
    lead = words("before") | words("via")
    return not any(bare(token.text) in lead for token in phrase[:-1])


def is_misspelt(group: NameGroup, year: int | Undated | None, lexicon: Lexicon) -> bool:
    """Whether a name that stands alone is a slip away from the first author of an entry of this year.

    At its end it is the same: what differs there may be an ending of inflection.
    """
    name = group.names[0].words
    if len(group.names) > 1 or len(name) != 1 or len(name[0]) <= SHORT:
        return False
    return any(
        lexicon.year_of(index)[0] == year
        and fold(author.family)[-1:] == name[0][-1]
        and one_slip_apart(name[0], fold(author.family))
        for index, reference in enumerate(lexicon.references)
        for author in reference.cited_as[:1]
    )


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
    before = tokens[first - 2]
    tied = before.is_capitalised and bare(tokens[first - 1].text) in words("inside_bodies")
    return tied and bare(before.text) not in words("works")  # "die Studie von Neuhaus"
