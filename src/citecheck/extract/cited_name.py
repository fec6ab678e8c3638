"""Reading one name of a citation backwards from its last word: a listed name, or capitalised words like one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.languages.language import bare, words
from citecheck.model.value import value
from citecheck.text.folding import fold
from citecheck.text.tokens import Token

#: A name of a body has at most so many words.
LONGEST_NAME = 12
#: So many given names may follow a family name, where it comes first: "Jang Taeho".
GIVEN_NAMES = 2
#: Initials with a hyphen between them have so many signs.
MOST_INITIALS = 3
_GENITIVES = ("'s", "’s", "ʼs", "`s", "´s", "'", "’")


@value
class ReadName:
    """One name as read: tokens `first` to `last`; `words` is its folded form, `known` whether the list has it."""

    first: int
    last: int
    words: tuple[str, ...]
    known: bool
    initials: str | None = None
    family: int | None = None
    """The token with which the family name begins, where initials or given names stand before it."""


def is_initial(token: Token) -> bool:
    """Whether the token is one to three capital letters, as given names are shortened: "J", "JR", "J-P"."""
    if len(token.text) > MOST_INITIALS:
        return False
    letters = token.text.replace("-", "").replace("‐", "")
    return token.is_word and len(letters) <= 2 and letters.isupper()


def ends_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capital is no initial, but ends an abbreviation that begins small: the "B" of "z. B.", "z.B."."""
    return at > 1 and tokens[at - 1].text == "." and len(tokens[at - 2].text) == 1 and tokens[at - 2].text.islower()


def read_name(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, inside: bool) -> ReadName | None:
    """Read the one name that ends at `at`."""
    if at < 0 or (not tokens[at].is_word and tokens[at].text != "."):
        return None
    found = lexicon.ending_at(tokens, at) if tokens[at].is_word else None
    if found is None:
        return _unknown_name(tokens, at, lexicon, inside=inside)
    family, name = found
    first, initials = _leading_initials(tokens, family)
    while first and tokens[first - 1].is_capitalised and lexicon.is_given(fold(tokens[first - 1].text), name):
        first -= 1
        initials = tokens[first].text[0] + (initials or "")
    if initials is None and inside:
        initials = _given_name(tokens, first)
    return ReadName(first, at, name, known=True, initials=initials, family=family)


def _given_name(tokens: Sequence[Token], first: int) -> str | None:
    """Return the initial of a given name that opens the citation before a listed name: "John Adams, 2014"."""
    given = first - 1
    if given < 0 or not tokens[given].is_capitalised or bare(tokens[given].text) in _leads():
        return None
    opens = given == 0 or tokens[given - 1].text in ";,&" or bare(tokens[given - 1].text) in words("joiners")
    return tokens[given].text[0] if opens and not tokens[given].text.isupper() else None


def _leading_initials(tokens: Sequence[Token], first: int) -> tuple[int, str | None]:
    """Step over initials before a name: "J. R. Smith"; return them without signs."""
    index = first - 1
    letters = ""
    while index >= 1 and tokens[index].text == "." and is_initial(tokens[index - 1]):
        if ends_abbreviation(tokens, index - 1):
            break
        letters = tokens[index - 1].text + letters
        index -= 2
        if index >= 1 and tokens[index].text in "-‐":
            index -= 1
    return (index + 1, letters) if letters else (first, None)


def _unknown_name(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, inside: bool) -> ReadName | None:
    """Read a name that the list does not have: capitalised words, with small words between them."""
    if tokens[at].text == "." or not tokens[at].is_capitalised or _is_view(tokens, at, lexicon):
        return None
    small = _small()
    first = index = at
    while index >= 0 and at - index < LONGEST_NAME:
        token = tokens[index]
        if token.is_capitalised:
            if index < at and not inside and lexicon.ending_at(tokens, index):
                given = tokens[index + 1 : at + 1]
                follows = len(given) <= GIVEN_NAMES and all(token.is_capitalised for token in given)
                first = index if follows else first
                break
            first = index
        elif token.text == "." and index and (is_initial(tokens[index - 1]) or len(tokens[index - 1].text) < 4):
            pass
        elif not (bare(token.text) in small and (index == 0 or inside or _joins_capitals(tokens, index))):
            break
        index -= 1
    first = _with_particles(tokens, first)
    if first + 1 < at and ends_abbreviation(tokens, first):
        first += 2
    first = _without_lead(tokens, first, at)
    if first > at:
        if not _is_surname_too(tokens, at):
            return None
        first = at
    return _shortest_known(tokens, first, at, lexicon)


def _is_view(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun stands behind the genitive of a listed name: "Hardekers Ansicht (1998)"."""
    if not at or bare(tokens[at].text) not in words("works"):
        return False
    before = words_of(tokens[at - 1].text)
    return bool(before) and before[-1].endswith("s") and lexicon.knows((*before[:-1], before[-1][:-1]))


def _joins_capitals(tokens: Sequence[Token], index: int) -> bool:
    """Whether a small word stands between capitalised words (at most one more small word beside it)."""
    before = index - 1
    if before >= 0 and not tokens[before].is_capitalised and tokens[before].is_word:
        before -= 1
    return before >= 0 and tokens[before].is_capitalised


@cache
def _small() -> frozenset[str]:
    return (words("inside_bodies") | words("particles")) - words("joiners")


@cache
def _governing() -> frozenset[str]:
    return words("governing")


@cache
def _particles() -> frozenset[str]:
    return words("particles") - words("joiners")


@cache
def last_words() -> frozenset[str]:
    """The words that may stand between a name and its year: the last ones of "et al.", and those for editors."""
    return words("editors").union(*(words_of(phrase)[-1:] for phrase in words("et_al")))


@cache
def _leads() -> frozenset[str]:
    return words("not_names") | words("before") | words("titles") | words("via") | words("months")


def _with_particles(tokens: Sequence[Token], first: int) -> int:
    """Take in particles before a name: "van der Berg"."""
    while first > 0 and not tokens[first - 1].is_capitalised and bare(tokens[first - 1].text) in _particles():
        first -= 1
    return first


def _without_lead(tokens: Sequence[Token], first: int, at: int) -> int:
    """Leave out words that open a sentence or lead into a citation ("In Smith", "See Jones", "President Obama")."""
    if first + 1 < at and bare(tokens[first].text) in words("works") and bare(tokens[first + 1].text) in _governing():
        first += 2  # "Studie von Neuhaus"
    while first <= at and (
        bare(tokens[first].text) in _leads()
        or not tokens[first].is_word
        or bare(tokens[first].text) in words("inside_bodies")
    ):
        if bare(tokens[first].text) in words("particles") and first < at:
            break
        first += 1
    return first


def _is_surname_too(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is mostly no name is one here: "King (2001)", but not "of the King (2001)"."""
    return bare(tokens[at].text) in words("surnames") and not (at and bare(tokens[at - 1].text) in _small())


def _shortest_known(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> ReadName:
    """Return the listed name inside the phrase where there is one (family name first: "Zhang Wei"), else the phrase."""
    for index in range(first, at):
        if tokens[index].is_word:
            found = lexicon.ending_at(tokens, index)
            if found is not None and found[0] == first:
                return ReadName(first, at, found[1], known=True)
    spelled = tuple(word for index in range(first, at + 1) for word in words_of(without_genitive(tokens[index].text)))
    return ReadName(first, at, spelled, known=False)


def without_genitive(text: str) -> str:
    """Return a word without the ending of the genitive."""
    if not text.endswith(_GENITIVES):
        return text
    return next(text.removesuffix(ending) for ending in _GENITIVES if text.endswith(ending))


def group_end(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the last name of the group that the name at `at` opens: "Popper and Eccles point out …"."""
    if at + 2 >= len(tokens) or bare(tokens[at + 1].text) not in words("joiners"):
        return at
    one_word = at + 3 >= len(tokens) or not tokens[at + 3].is_capitalised  # not "and National Center for …"
    return at + 2 if tokens[at + 2].is_capitalised and one_word else at
