"""Reading the names of a citation backwards from its year: "Lark et al.", "Tversky and Kahneman", "Bird Council"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from itertools import pairwise

from citecheck.extract.cited_name import ReadName, is_initial, read_name, without_genitive
from citecheck.extract.lexicon import ENDED, Lexicon, words_of
from citecheck.languages.language import bare, words
from citecheck.model.citation import CitedName
from citecheck.model.reference import Undated
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.tokens import Token

#: A list of authors has at most so many names.
#: A word of so few small letters is no name.
SHORT = 3
MOST_NAMES = 30
#: Of more names than so one may be wrong.
PAIR = 2
#: An abbreviation has at most so many letters.
LETTERS = 3
_SLASHES = frozenset("/–—")
_SUFFIXES = frozenset({"Jr", "Sr", "II", "III"})


class Between(Enum):
    """What stands between two names."""

    JOINER = "and"
    COMMA = ","
    SEMICOLON = ";"
    SLASH = "/"


@value
class NameGroup:
    """The names of one citation, in order, and how they are joined. `first` is the index of the first token."""

    names: tuple[ReadName, ...]
    first: int
    et_al: Span | None = None
    joiner: Span | None = None
    comma: bool = False
    inverted: bool = False
    """Whether initials stand behind the last name, as in an entry of a list: "Smith, J. (2014)"."""

    def cited(self, tokens: Sequence[Token]) -> tuple[CitedName, ...]:
        """Return the names with their places."""
        return tuple(_cited(name, tokens) for name in self.names)


def read_names(
    tokens: Sequence[Token], lexicon: Lexicon, year: tuple[int | Undated | None, str], *, inside: bool
) -> NameGroup | None:
    """Return the names that end with the last of `tokens`, right before a year; None when there are none.

    `inside` says that names and year stand in the same bracket, where nothing but names is to be expected.
    """
    at, comma = _before_year(tokens, len(tokens) - 1)
    at, et_al = _et_al(tokens, at)
    while at > 0 and (_is_suffix(tokens[at]) or (tokens[at].text == "." and _is_suffix(tokens[at - 1]))):
        at -= 1
    if at < 0:
        return None
    at, initials, inverted = _trailing_initials(tokens, at, lexicon)
    chain, between = _chain(tokens, at, lexicon, inside=inside or et_al is not None, year=year[0])
    if not chain:
        return None
    take = _how_many(chain, between, lexicon, year, open_ended=et_al is not None, inside=inside)
    if initials and not chain[0].initials:
        chain[0] = replace(chain[0], initials=initials)
    names = tuple(reversed(chain[:take]))
    joiner = next((sign for sign, kind in between[: take - 1] if kind is Between.JOINER and sign), None)
    return NameGroup(names, names[0].first, et_al, joiner.span if joiner else None, comma, inverted)


def lone_name(tokens: Sequence[Token]) -> NameGroup | None:
    """Return a word that elsewhere is no name as the name it is behind another citation: "(Lund 1988; Law 1993)"."""
    at = next((at for at, token in enumerate(tokens) if token.is_word), 0)
    if not tokens or tokens[0].text != ";" or not tokens[at].is_capitalised or any(t.is_word for t in tokens[at + 1 :]):
        return None
    if bare(tokens[at].text) in words("months") | words("before"):
        return None
    return NameGroup((ReadName(at, at, words_of(tokens[at].text), known=False),), at)


def _before_year(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """Step over what may stand between a name and its year: a comma, "(eds.)", a raised or glued note number."""
    comma = False
    editors = words("editors")
    for _ in range(6):
        if at < 0 or _is_name_like(tokens[at].text):
            break
        text = tokens[at].text
        if text in ",:":
            comma = True
        elif text in "'’ʼ" and at and tokens[at - 1].end == tokens[at].start:
            pass
        elif text == "." and at and bare(tokens[at - 1].text) in editors:
            at -= 1
        elif (text in "()[]" and at and bare(tokens[at - 1].text.strip(".")) in editors) or (
            bare(text) in editors and not tokens[at].is_capitalised
        ):
            pass
        elif text in ")]" and _short_form(tokens, at) is not None:
            at = _short_form(tokens, at) or at
        elif text == "." and at and (_is_stray(tokens, at) or _is_suffix(tokens[at - 1])):
            pass
        elif not _is_suffix(tokens[at]) and not _is_note_mark(tokens, at):
            break
        at -= 1
    return at, comma


def _is_name_like(text: str) -> bool:
    """Whether a token is as most last words of names are, so that nothing more need be asked of it."""
    return len(text) > 1 and text[0].isupper() and text not in _SUFFIXES


def _short_form(tokens: Sequence[Token], at: int) -> int | None:
    """Return the index of the opening sign of a short form that ends at `at`: "World Health Organization [WHO]"."""
    for index in range(at - 1, max(-1, at - 7), -1):
        if tokens[index].text in "([":
            inside = tokens[index + 1 : at]
            shortened = (
                inside and inside[0].is_capitalised and any(sum(c.isupper() for c in t.text) > 1 for t in inside)
            )
            return index if shortened and index else None
    return None


def _is_stray(tokens: Sequence[Token], at: int) -> bool:
    """Whether a period between a whole word and a comma is a slip: "Perry and Thatcher., 2006"."""
    return len(tokens[at - 1].text) > LETTERS and tokens[at - 1].is_word and tokens[at + 1 : at + 2] != []


def _is_suffix(token: Token) -> bool:
    """Whether the token is a suffix of a name: "Tassoni Jr. et al."."""
    return token.text in _SUFFIXES


def _is_note_mark(tokens: Sequence[Token], at: int) -> bool:
    """Whether a note number is glued to the word before it ("Smith¹", "Smith1")."""
    token = tokens[at]
    if token.text in "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡":
        return True
    return (
        token.is_number
        and len(token.text) < 3
        and at > 0
        and tokens[at - 1].is_word
        and not tokens[at - 1].text.isupper()
        and tokens[at - 1].end == token.start
    )


@cache
def _et_al_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The forms of et al. as words, by their last word, longest first."""
    forms: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words("et_al"):
        parts = words_of(phrase)
        if parts:
            forms.setdefault(parts[-1], []).append(parts)
    return {last: tuple(sorted(found, key=len, reverse=True)) for last, found in forms.items()}


def _et_al(tokens: Sequence[Token], at: int) -> tuple[int, Span | None]:
    """Step over "et al." in any language; return its place."""
    end = at
    while at >= 0 and tokens[at].text in ".,":
        at -= 1
    if at < 0 or not tokens[at].is_word:
        return end, None
    last = words_of(tokens[at].text)
    for form in _et_al_forms().get(last[-1], ()) if last else ():
        first = _phrase_start(tokens, at, form)
        if first is None or first == 0:
            continue
        stop = tokens[at + 1] if at < end and tokens[at + 1].text == "." else tokens[at]
        before = first - 1
        while before > 0 and (tokens[before].text == "," or bare(tokens[before].text) in words("joiners")):
            before -= 1  # "Smith, and et al."
        return before, Span(tokens[first].start, stop.end)
    return end, None


def _phrase_start(tokens: Sequence[Token], at: int, form: tuple[str, ...]) -> int | None:
    """Return where the words `form` that end at `at` begin, periods between them ignored."""
    left = len(form)
    index = at
    while left and index >= 0:
        if tokens[index].text == "." and left < len(form):
            index -= 1
            continue
        read = words_of(tokens[index].text)
        if not read or read != form[left - len(read) : left]:
            return None
        left -= len(read)
        if not left:
            return index
        index -= 1
    return None


def _trailing_initials(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str | None, bool]:
    """Step over initials behind the name ("Smith, J." or "Smith J"); return them, and whether a comma parts them."""
    index = at
    letters = ""
    while index > 0 and (tokens[index].text == "." or is_initial(tokens[index])):
        letters = (tokens[index].text if tokens[index].is_word else "") + letters
        index -= 1
    if not letters or lexicon.ending_at(tokens, at) is not None:
        return at, None, False
    if tokens[index].text == "," and index:
        index -= 1
        if lexicon.ending_at(tokens, index) or tokens[index].is_capitalised:
            return index, letters, True
        return at, None, False
    if tokens[index].is_capitalised and lexicon.ending_at(tokens, index):
        return index, letters, False
    return at, None, False


def _chain(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, *, inside: bool, year: int | Undated | None
) -> tuple[list[ReadName], list[tuple[Token | None, Between]]]:
    """Read names backwards from `at` as far as commas and joiners go: the names, last first, and what parts them."""
    chain: list[ReadName] = []
    between: list[tuple[Token | None, Between]] = []
    while len(chain) < MOST_NAMES:
        if chain and (inside or between[-1][1] is Between.SEMICOLON):
            at = _trailing_initials(tokens, at, lexicon)[0]
        name = read_name(tokens, at, lexicon, inside=inside)
        if name is None and not chain:
            name = _in_small_letters(tokens, at, lexicon, year)
        if name is None:
            break
        chain.append(name)
        at, sign, kind = _separator(tokens, name.first - 1)
        if kind is None:
            break
        between.append((sign, kind))
    return chain, between[: max(0, len(chain) - 1)]


def _in_small_letters(
    tokens: Sequence[Token], at: int, lexicon: Lexicon, year: int | Undated | None
) -> ReadName | None:
    """Read a name that its bearer writes small, "hooks (2000)": right before the year of a work that is listed."""
    if any(token.is_word for token in tokens[at + 1 :]) or not tokens[at].is_word or len(tokens[at].text) <= SHORT:
        return None
    name = words_of(tokens[at].text)
    dated = any(lexicon.year_of(index)[0] == year and 0 in places for index, places in lexicon.entries(name).items())
    return ReadName(at, at, name, known=True) if dated and isinstance(year, int) else None


def _separator(tokens: Sequence[Token], at: int) -> tuple[int, Token | None, Between | None]:
    """Step backwards over what parts two names; return the index before it, the joiner, and its kind."""
    if at < 1:
        return at, None, None
    token = tokens[at]
    if token.text == "&" or bare(token.text) in words("joiners"):
        before = at - 1
        while before > 0 and tokens[before].text in ",;":
            before -= 1
        return before, token, Between.JOINER
    if token.text == ",":
        return at - 1, None, Between.COMMA
    if token.text == ";":
        return at - 1, None, Between.SEMICOLON
    dash = token.text == "-" and token.start > tokens[at - 1].end and tokens[at - 1].is_word  # "Roe - Lund"
    if dash or (token.text in _SLASHES and tokens[at - 1].is_word):
        return at - 1, None, Between.SLASH
    return at, None, None


def _how_many(
    chain: Sequence[ReadName],
    between: Sequence[tuple[Token | None, Between]],
    lexicon: Lexicon,
    year: tuple[int | Undated | None, str],
    *,
    open_ended: bool,
    inside: bool,
) -> int:
    """Return how many of the names read belong to the citation: as the list has them, else as grammar suggests."""
    if len(chain) == 1:
        return 1
    best, take = 0, 0
    for count in range(len(chain), 0, -1):
        names = chain[count - 1 :: -1] if count < len(chain) else chain[::-1]
        score = _fit(names, lexicon, year, open_ended=open_ended)
        if score > best:
            best, take = score, count
    if best >= 2:
        return take
    return max(take, _by_grammar(chain, between, lexicon, open_ended=open_ended, inside=inside))


def _fit(
    names: Sequence[ReadName], lexicon: Lexicon, year: tuple[int | Undated | None, str], *, open_ended: bool
) -> int:
    """Return how well the names fit an entry.

    4: they are all its names, and the year is right; 3: they are its first names; 2: but for one; 1: another year.
    """
    keys = [name.words if name.known else None for name in names]
    known = [(place, key) for place, key in enumerate(keys) if key is not None]
    if not known or len(known) < len(keys) - 1:
        return 0
    places: dict[int, int] = {}
    for place, key in known:
        for index, at in lexicon.entries(key).items():
            if place in at:
                places[index] = places.get(index, 0) + 1
    allowed = len(keys) - (1 if len(keys) > PAIR or len(known) < len(keys) else 0)
    fitting = [index for index, count in places.items() if count >= min(allowed, len(known))]
    dated = [index for index in fitting if lexicon.year_of(index)[0] == year[0]]
    if dated:
        if all(places[index] < len(keys) for index in dated):
            return 2
        whole = any(lexicon.count(index) == len(keys) for index in dated if places[index] == len(keys))
        return 4 if whole or open_ended else 3
    if len(keys) > PAIR and _with_a_stranger([key for _, key in known], lexicon, year):
        return 3
    if len(known) < len(keys):
        return 0
    return 4 if _shuffled([key for _, key in known], lexicon, year) else int(bool(fitting))


def _with_a_stranger(
    names: Sequence[tuple[str, ...]], lexicon: Lexicon, year: tuple[int | Undated | None, str]
) -> bool:
    """Whether an entry of this year has just these names in their order, so that one more among them is no author."""
    shared = set.intersection(*(set(lexicon.entries(name)) for name in names))
    return len(names) > 1 and any(
        lexicon.year_of(index)[0] == year[0]
        and lexicon.count(index) == len(names)
        and all(place in lexicon.entries(name)[index] for place, name in enumerate(names))
        for index in shared
    )


def _shuffled(names: Sequence[tuple[str, ...]], lexicon: Lexicon, year: tuple[int | Undated | None, str]) -> bool:
    """Whether an entry of this year has just these names, two at least, in whatever order."""
    if len(names) < 2:
        return False
    shared = set.intersection(*(set(lexicon.entries(name)) for name in names))
    return any(lexicon.year_of(index)[0] == year[0] and lexicon.count(index) == len(names) for index in shared)


def _by_grammar(
    chain: Sequence[ReadName],
    between: Sequence[tuple[Token | None, Between]],
    lexicon: Lexicon,
    *,
    open_ended: bool,
    inside: bool,
) -> int:
    """Return how many names belong together by their commas and joiners alone."""
    joined = bool(between) and between[0][1] in {Between.JOINER, Between.SLASH}
    take = 1
    for place, (_, kind) in enumerate(between, start=1):
        if kind in {Between.JOINER, Between.SLASH} and place == 1:
            take = 2
        elif (kind is Between.COMMA and (joined or open_ended) and (inside or chain[place].known)) or (
            kind is Between.COMMA and chain[place].known and _together(chain[place], chain[0], lexicon)
        ):
            take = place + 1
        else:
            break
    return take


def _together(one: ReadName, other: ReadName, lexicon: Lexicon) -> bool:
    """Whether some entry has both names."""
    return bool(lexicon.entries(one.words).keys() & lexicon.entries(other.words).keys())


def _cited(name: ReadName, tokens: Sequence[Token]) -> CitedName:
    last = tokens[name.last]
    start = name.first if name.family is None else name.family
    text = last.text
    for token, following in pairwise(reversed(tokens[start : name.last + 1])):
        text = following.text + (" " if token.start > following.end else "") + text
    genitive = len(last.text) - len(without_genitive(last.text))
    if not genitive and name.known and words_of(last.text)[-1:] == (f"{name.words[-1]}s",):
        genitive = 1
    ended = ENDED.fullmatch(last.text) if not genitive and name.known else None
    if ended is not None and words_of(ended["name"])[-1:] == name.words[-1:]:
        genitive = len(last.text) - ended.end("name")
    given = " ".join(token.text for token in tokens[name.first : start] if token.is_word) or None
    return CitedName(text[: len(text) - genitive], Span(tokens[start].start, last.end - genitive), name.initials, given)
