"""What the beginning of a line looks like: a numbered entry, a bullet, a dash for the same author, a name.

Everything here looks at one line, or a window of it, and knows nothing of its neighbours.
"""

from __future__ import annotations

from functools import cache

from citecheck.languages.language import words
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: "[12]" "(12)" "12." "12)" "12 " and the keys of alphabetical styles, "[Knu84]" "[ABC+09]".
_LABEL = pattern(
    r"\[(?P<square>[0-9]{1,4})\]"
    r"|\((?P<round>[0-9]{1,4})\)"
    r"|(?P<dot>[0-9]{1,4})\.(?![0-9])"
    r"|(?P<paren>[0-9]{1,4})\)"
    r"|(?P<bare>[0-9]{1,4})(?=\s|$)"
    r"|(?P<tight>[0-9]{1,3})(?=[^\W\d_a-z])"
    r"|\[(?P<key>[^\W\d_][^\]\[\n]{1,30})\](?=\s)"
)
_BULLET = pattern(r"[-*+•▪■●◦‣⁃·o–—](?=\s)|[•▪■●◦‣⁃]")
#: "———." "—" "––– ." "--." "___" "- - -": one long dash, or two or more short ones, then no letter.
_REPEATED = pattern(
    r"(?:[—―⸺⸻]|[-–—―_‐‑⁓~]{2,}|- ?- ?-)[-–—―_‐‑⁓~ ]{0,12}(?=[\s.,;:&(]|$)"
    r"|[-–][,.;]\s|[-–]\s?[(&]|,\s(?=[^\W\d_a-z]\.)"
    r"|(?:[0-9]|\W{1,2})\s(?:1[89]|20)[0-9]{2}[a-z]?[.,:]\s[^\W\d_a-z]"  # a dash that scanning has spoilt: "9 1977. A"
)
_YEAR = pattern(r"(?<![0-9./-])(?:1[4-9]|20)[0-9]{2}[a-z]?(?![0-9])")
_INITIALS = pattern(r"(?:[^\W\d_a-z]\w{0,2}[.](?:\s?[-‐‑–]\s?)?)++(?=[\s,;:.&()]|$)|[^\W\d_a-z]{1,3}(?=[,;:.]|$)")
_CLOSERS = pattern(r"[”\"*»:/]|’[.,]")
_OPENERS = "“”„\"'‘«‹(*_¿¡["

_ADDRESSES = ("http", "www.", "doi:", "doi ", "doi.org", "10.1", "isbn", "issn", "pmid")

WINDOW = 240

#: The first letter of the scripts of China, Japan and Korea; what stands behind a name in them, within so many letters.
_EAST_ASIAN, _PARTED, _LONGEST_NAME = "\u2e80", frozenset("，,、．.・·："), 8


@value
class Label:
    """The printed number or key of an entry; `end` is where the entry's own words begin (an offset of the text)."""

    kind: str
    text: str
    number: int | None
    end: int


def label_at(text: str, start: int, end: int) -> Label | None:
    """Return the label with which the line begins, None where it begins otherwise."""
    found = _LABEL.match(text, start, min(end, start + 40))
    if found is None or found.lastgroup is None:
        return None
    kind = found.lastgroup
    after = found.end()
    if kind == "tight" and not text[after].isupper():
        return None
    while after < end and text[after] in " \t\u00a0":
        after += 1
    return Label(kind, found.group(), None if kind == "key" else int(found.group(kind)), after)


def bullet_end(text: str, start: int, end: int) -> int | None:
    """Return where the words after a bullet begin, None where the line begins with no bullet."""
    found = _BULLET.match(text, start, min(end, start + 8))
    if found is None:
        return None
    after = found.end()
    while after < end and text[after].isspace():
        after += 1
    return after if after < end else None


def repeats_author(text: str, start: int, end: int) -> bool:
    """Whether dashes stand where the author would."""
    if text[start : start + 1].isalpha():
        return False  # as a rule
    return _REPEATED.match(text, start, min(end, start + 40)) is not None


def is_address(text: str, start: int, end: int) -> bool:
    """Whether the line begins with a web address or the number of a work, which never opens an entry."""
    return text[start : min(end, start + 12)].lstrip("<([").casefold().startswith(_ADDRESSES)


def year_at(text: str, start: int, end: int) -> int:
    """Return where the first year of the stretch stands, -1 where it has none."""
    found = _YEAR.search(text, start, end)
    return found.start() if found else -1


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a year, or one of the phrases that stand instead of one, is in the stretch."""
    if _YEAR.search(text, start, end):
        return True
    tokens = text[start : min(end, start + 600)].casefold().translate(_BREAKS).split()
    if _undated().keys().isdisjoint(tokens):
        return False
    shown = f" {' '.join(tokens)} "
    return any(phrase in shown for token in tokens for phrase in _undated().get(token, ()))


_BREAKS = str.maketrans(dict.fromkeys("()[],;:", " "))


@cache
def _undated() -> dict[str, tuple[str, ...]]:
    """Return the phrases that stand instead of a year, by their first word."""
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(words("no_date") | words("forthcoming") | words("in_press")):
        if len(phrase) > 2:
            for form in (phrase, f"{phrase}."):
                first = form.split()[0]
                phrases[first] = (*phrases.get(first, ()), f" {form} ")
    return phrases


def name_strength(text: str, start: int, end: int) -> int:
    """Return how much the line begins as entries do.

    3 for "Family, I.", "Family I,", "I. Family", "Family, Given"; 2 for "Given Family," and "Body Name. 2000"; 1 for
    any other capital, 0 for what cannot begin an entry.
    """
    first = start
    while first < end and text[first] in _OPENERS:
        first += 1
    tokens = text[first : min(end, first + WINDOW)].split(None, 9)[:9]
    if not tokens:
        return 0
    at = _after_particles(tokens)
    if at >= len(tokens) or not _capital(tokens[at]):
        return 1 if tokens[0][0].isalpha() and not _cased(tokens[0][0]) else 0
    if first > start:
        return 1
    if tokens[0][0] >= _EAST_ASIAN and not _PARTED.isdisjoint(tokens[0][1:_LONGEST_NAME]):
        return 2  # no capital tells a name here: a short word and a comma do, "王小明，李华，2014"
    initials = _initials_first(tokens, at)
    if initials:
        return initials
    family = _family_first(tokens, at)
    return family if family == 3 else max(1, family, _given_first(tokens, at))


def _after_particles(tokens: list[str]) -> int:
    """Return the index of the first token that is no particle of a surname."""
    at = 0
    while at < 3 and at < len(tokens) and tokens[at].casefold() in words("particles"):
        at += 1
    return at if at < len(tokens) else 0


def _capital(token: str) -> bool:
    """Whether the token's first letter is a capital: "O’Neill", "d’Ancona", "ʿAbd", "McCarthy", "李"."""
    for position, letter in enumerate(token[:4]):
        if letter.isupper() or letter.istitle():
            return True
        if letter.isalpha() and not _cased(letter):
            return letter not in "ªº" and ord(letter) > 0x2BF
        if letter.isalpha() and not (position + 1 < len(token) and token[position + 1] in "'’‘ʼ"):
            return False
    return False


def _cased(letter: str) -> bool:
    return letter.isupper() or letter.islower()


def _initials_first(tokens: list[str], at: int) -> int:
    """Return 3 for "J. A. Smith" and "J.-P. Serre"."""
    last = at
    while last < len(tokens) - 1 and last - at < 4 and _dotted(tokens[last]):
        last += 1
    if last == at or last >= len(tokens):
        return 0
    after = last + _after_particles(tokens[last:])
    family = tokens[after]
    if family.endswith(".") and after + 1 < len(tokens) and not _YEAR.match(tokens[after + 1].lstrip("(")):
        return 1 if tokens[after + 1].rstrip(",")[-1:] in ".0123456789" else 2  # "J. Biol. Chem., 278"
    return 3 if len(family) > 2 and _capital(family) else 0


def _dotted(token: str) -> bool:
    """Whether the token is one or more initials with periods: "J.", "J.-P.", "Ch."."""
    return token.endswith(".") and len(token) <= 8 and _INITIALS.fullmatch(token) is not None


def _family_first(tokens: list[str], at: int) -> int:
    """Return 2 or 3 for "Smith, J.", "Smith JA,", "van der Berg, Jan" and "García López J."."""
    for index in range(at, min(at + 4, len(tokens))):
        token = tokens[index]
        inner = token.find(",")
        if 1 < inner < len(token) - 1 and _INITIALS.match(token, inner + 1):  # "Aharoni,A.,"
            return 3
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if token.endswith(","):
            return _after_comma(following) if len(token) > 2 else 0
        if token[-1] in ".;:(" or not (_capital(token) or _is_particle(token)):
            return 0
        if len(token) > 1 and _INITIALS.match(following):
            return _bare(following, tokens[index + 2] if index + 2 < len(tokens) else "")
    return 0


def _bare(initials: str, following: str) -> int:
    """How much "Family JA" speaks for a name: less where no punctuation follows, as in "Total RNA was"."""
    if not initials.isalpha() or following[:1] in "(0123456789" or following.casefold() in words("joiners"):
        return 3
    if initials.casefold() in words("joiners"):
        return 0
    return 3 if following.casefold().rstrip(".,") in {"et", "al"} else 2 if following[:1].isupper() else 1


def _after_comma(following: str) -> int:
    """How much the token after "Word," speaks for a family name before it."""
    if not following:
        return 1
    if _INITIALS.match(following):
        return 2 if following[1:].isupper() and following.endswith(":") else 3  # "Washington, DC:" is a place
    if _capital(following):
        return 2
    return 2 if following[:1] in "&(" or _YEAR.match(following) else 1


def _is_particle(token: str) -> bool:
    return token.casefold() in words("particles")


def _given_first(tokens: list[str], at: int) -> int:
    """Return 2 for "Jane Doe and", "Jane M. Doe,", "World Bank. 2010" and "Bird Council (2010)"."""
    index = at
    while index < len(tokens) and index - at < 8:
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if _CLOSERS.search(token):
            return 0
        if token[-1] in ",;" and index > at and _capital(token):
            return 2
        if _YEAR.match(following.lstrip("([")) and (token[-1] in ".,:" or following[0] in "(["):
            return 2
        if index > at and (following == "&" or following.casefold() in words("joiners")):
            return 2 if _capital(token) else 0
        if not (_capital(token) or token.casefold() in words("inside_bodies") or _is_particle(token)):
            return 0
        index += 1
    return 0
