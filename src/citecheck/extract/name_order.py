"""Which of two plain words is the family name, told by the order of the whole list: "Ann Roe. 2001. Nets."."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from citecheck.extract.entry_bodies import is_body_word
from citecheck.extract.entry_chunks import particles
from citecheck.extract.entry_reading import Form
from citecheck.model.reference import Name, Reference
from citecheck.model.value import replace
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

#: Fewer entries than this are in no order, and so large a part of neighbours follow the alphabet in one that is.
FEWEST, SHARE = 5, 0.8
#: One order must explain so many more neighbours than the other.
MORE = 3
#: A person has at most so many names, and so many initials.
LONGEST, INITIALS = 4, 3

# the first name of an entry behind its label: "[3] Ann van Roe, Bo Lund" → "Ann van Roe"; an initial ends none
_FIRST_NAME = pattern(
    r"\s*(?:\[[^\]\n]{1,24}\]\s*|[0-9]{1,4}[.)]\s+)?((?:[^\W\d_]\.\s?|[^\s,.:;()\[\]0-9“”\"]+\s)*[^\s,.:;()\[\]0-9“”\"]+)"
)


def names_written(entries: Iterable[str]) -> Form | None:
    """Return in which order a list writes the parts of a name without a comma, when its own order tells.

    A list in the order of the last words of its first names has given names first, one in that of the first words
    family names; None where most of these names are one word, or one and initials.
    """
    names = [_first_name(entry) for entry in entries]
    spelled = sum(1 < sum(map(_is_spelled, takewhile(_has_no_period, name))) <= LONGEST for name in names)
    if len(names) < FEWEST or 2 * spelled < len(names):
        return None
    last, first = _ordered([fold(name[-1]) for name in names]), _ordered([fold(name[0]) for name in names])
    if max(last, first) < SHARE * (len(names) - 1) or abs(last - first) < MORE:
        return None
    return Form.NATURAL if last > first else Form.FAMILY_FIRST


def _is_spelled(word: str) -> bool:
    """Whether a word is spelled out, and not made of initials: "J", "JA"."""
    return not word.isupper() or len(word) > INITIALS


def _has_no_period(word: str) -> bool:
    """Whether a word is no initial with its period, behind which the title may begin: "Roe J. Nets"."""
    return not word.endswith(".")


def _first_name(entry: str) -> list[str]:
    """Return the words of the first name of an entry."""
    found = _FIRST_NAME.match(entry)
    name = found[1].replace(" and ", ",").replace(" & ", ",").partition(",")[0].split() if found else []
    return name or [""]


def _ordered(keys: Sequence[str]) -> int:
    """Return how many neighbours follow the alphabet."""
    return sum(one <= other for one, other in pairwise(keys))


def with_persons(references: Sequence[Reference]) -> Iterable[Reference]:
    """Yield the entries of a list that has given names first, its lone names read as persons where the order allows it.

    "Ann Roe. 2001. Nets." may be a body's entry as well as a person's.
    """
    keys = [fold(reference.authors[0].family).split() if reference.authors else [""] for reference in references]
    for at, reference in enumerate(references):
        before = keys[at - 1][-1] if at else ""
        after = keys[at + 1][-1] if at + 1 < len(keys) else "\U0010ffff"
        stands = before <= keys[at][-1] <= after or not before <= keys[at][0] <= after
        yield _person(reference) if _may_be_person(reference) and stands else reference


def _may_be_person(reference: Reference) -> bool:
    """Whether an entry is by one body whose name could be a person's: two to four words, none of a body."""
    if len(reference.authors) != 1 or not reference.authors[0].corporate or reference.authors[0].acronym:
        return False
    said = reference.authors[0].family.split()
    told = any(is_body_word(word) or not word[0].isalpha() for word in said)
    return 1 < len(said) <= LONGEST and not told and all(word[0].isupper() or word in particles() for word in said)


def _person(reference: Reference) -> Reference:
    """Return an entry with its body's name read as a person's, the last word being the family name."""
    said = reference.authors[0].family.split()
    cut = len(said) - 1
    while cut > 1 and said[cut - 1] in particles():
        cut -= 1
    particle = " ".join(said[cut:-1]) or None
    return replace(reference, authors=(Name(said[-1], " ".join(said[:cut]), particle),))
