"""The head of an entry, where its authors stand, cut into chunks at commas, semicolons and joiners."""

from __future__ import annotations

from functools import cache

from citecheck.extract.entry_phrases import UNDATED, first_words, phrase_at, undated_phrase
from citecheck.languages.language import words
from citecheck.model.value import field, record
from citecheck.text.pattern import pattern

#: A word of any script: letters and marks, with apostrophes, hyphens and middle dots inside.
_LETTER = r"[^\s0-9!-@\[-`{-~\u00a1-\u00b4\u00b6-\u00bf\u2000-\u2bff\u3000-\u303f\u30fb\uff00-\uff20]"
TOKEN = pattern(
    rf"{_LETTER}++(?:(?:['’‘ʼ`´‐‑–·-]|(?<=[ァ-ヿ])・(?=[ァ-ヿ])){_LETTER}++)*+|[12]?[0-9](?:st|nd|rd|th)\b|\S"
)
_INITIALS = pattern(r"\s?(?:[^\W\d_a-z]\.\s?){1,3}(?<!\s)")
_BRACKETED_INITIALS = pattern(r"\(\s?(?P<initials>(?:[^\W\d_a-z][a-z]{0,2}\.[\s-]?){1,4})\)(?=\s?[,;:.&(]|\s[12et])")
# a name for short among given names. matches: (Tony) before " K" | (Bill) before ","; not: (Ed.) | (WHO) | (2010)
_NICKNAME = pattern(r"\((?P<name>[^\W\d_a-z][a-zß-ÿ]{1,15})\)(?=\s?[,;&]|\s[^\W\d_a-z]\b)")
#: The signs of an elision: "J. d’".
_ELISIONS = frozenset("'’ʼ")
_QUOTES = "\"“”„‟«»‹›‘’'「『《〈‚"
_SUFFIXES = frozenset({"jr", "sr", "jnr", "snr", "iii", "1st", "2nd", "3rd", "4th"})


@record
class Chunk:
    """What stands between two separators of an author list.

    `shape` has a letter for each word: I an initial, W a capitalised word, K two to four capitals ("JA" or "LIMA"),
    p a particle. `spots` are the places of the words; `sep` is the sign that ends the chunk, 0 for any other
    than ``, ; & . : ( "``, and "" at the end of what is read. `joined` says that "and" stands before it, `broken` that
    a word follows that no name contains, `doubtful` that one follows its separator.
    """

    start: int
    end: int = 0
    shape: str = ""
    spots: list[tuple[int, int]] = field(default_factory=list)
    sep: str = ""
    joined: bool = False
    broken: bool = False
    doubtful: bool = False
    suffix: str | None = None

    def add(self, kind: str, start: int, end: int) -> None:
        """Append one word."""
        self.shape += kind
        self.spots.append((start, end))
        self.end = end


@record
class Head:
    """The chunks of the author part; `stop` is where reading ended, `et_al` where "et al." stands."""

    chunks: list[Chunk]
    stop: int
    et_al: tuple[int, int] | None = None


@cache
def particles() -> frozenset[str]:
    """Return the single words of which the particles of surnames consist."""
    parts = frozenset(part for phrase in words("particles") for part in phrase.split())
    return parts - words("inside") - words("joiners")


@cache
def _et_al_heads() -> dict[str, tuple[str, ...]]:
    """Return the phrases meaning "and others" by their first word."""
    heads: dict[str, list[str]] = {}
    for phrase in sorted(words("et_al"), key=lambda phrase: (-len(phrase), phrase)):
        first = TOKEN.match(phrase)
        if first:
            heads.setdefault(first.group(), []).append(phrase)
    return {first: tuple(phrases) for first, phrases in heads.items()}


@cache
def _special() -> frozenset[str]:
    """Return the words that are more than names when they begin with a capital."""
    return _SUFFIXES.union(_et_al_heads(), first_words(*UNDATED, "editors"), words("joiners"), particles())


def et_al_at(text: str, start: int, word: str) -> int | None:
    """Return where a phrase meaning "and others" ends that begins with `word` at `start`."""
    capital = word[0].isupper()
    for phrase in _et_al_heads().get(word.casefold(), ()):
        end = start + len(phrase)
        if capital and (" " not in phrase or not text[start:end].isupper() or len(word) == 1):
            continue  # "Seo YM" is no "ym.", "Shin, C. S." no "c. s."
        if text[start:end].casefold() == phrase and not text[end : end + 1].isalpha():
            return end + text.startswith(".", end)
    return None


def led(text: str, chunk: Chunk) -> bool:
    """Whether a family name begins with a particle in a capital: "Di Marzano"."""
    return text[slice(*chunk.spots[0])].casefold() in particles()


def chunk_text(text: str, chunk: Chunk) -> str:
    """Return the words of a chunk as they stand."""
    return text[chunk.start : chunk.end]


def tidy(name: str) -> str:
    """Return a name with single spaces and without a hanging period."""
    return " ".join(name.split()).rstrip(".,") if " " in name or name[-1] in ".," else name


class Cutter:
    """Cuts the head of an entry into chunks, in one pass."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.text = text
        self.head = Head([], start)
        self._chunk = Chunk(start)
        self._skip = start
        self._limit = limit
        self._joined = False
        self._heads = _et_al_heads()
        self._undated = first_words(*UNDATED)
        self._roles = first_words("editors")
        self._special = _special()

    def cut(self) -> Head:
        """Read to the first thing that cannot stand in a list of names."""
        for token in TOKEN.finditer(self.text, self.head.stop, self._limit):
            start, end = token.span()
            if start < self._skip:
                continue
            word = token.group()
            if (
                not self._punctuation(word, start)
                if len(word) == 1 and not word.isalpha()
                else not self._word(word, start, end)
            ):
                break
        else:
            self.head.stop = self._limit
            self._close("")
        return self.head

    def _close(self, sep: str) -> None:
        if self._chunk.shape:
            self._chunk.sep = sep
            self.head.chunks.append(self._chunk)
        elif self.head.chunks and sep and sep not in ",&":
            self.head.chunks[-1].sep = sep
        self._chunk = Chunk(self._skip)

    def _end(self, sep: str, at: int) -> bool:
        self._close(sep)
        self.head.stop = at
        return False

    def _word(self, word: str, start: int, end: int) -> bool:
        """Take one word; return whether the list may go on."""
        low = word.casefold()
        if len(word) > 3 and word[0].isupper() and low not in self._special and not word.isupper():
            return self._add("W", start, end)
        if low in self._heads and (stop := et_al_at(self.text, start, word)):
            self._close("")
            self.head.et_al = (start, stop)
            self.head.stop = stop
            return False
        if self._ends_names(low, start, end):
            return self._end("", start)
        kind = self._kind(word, low, end)
        if kind == "&":
            self._close("&")
            self._joined = True
            return True
        if kind == "x":
            self._chunk.broken = True
            if not self._chunk.shape and self.head.chunks and low not in words("editors"):
                self.head.chunks[-1].doubtful = True
            return self._end("", start)
        chunk = self._chunk
        if kind == "S":
            owner = chunk if chunk.shape else self.head.chunks[-1] if self.head.chunks else chunk
            owner.suffix = word
            owner.end = end + self.text.startswith(".", end)
            self._skip = owner.end
            return True
        return self._shortened(kind, start, end)

    def _shortened(self, kind: str, start: int, end: int) -> bool:
        """Take one word with the sign that shortens it: "J.", "d’"."""
        chunk = self._chunk
        if kind == "p" and chunk.shape.endswith("I") and self.text[end : end + 1] in _ELISIONS:
            end = self._skip = end + 1
        if kind == "I":
            if self._article(start, end):
                chunk.broken = "W" not in chunk.shape
                return self._end("", start)
            end += self.text.startswith(".", end)
            self._skip = end
        return self._add(kind, start, end)

    def _add(self, kind: str, start: int, end: int) -> bool:
        chunk = self._chunk
        if not chunk.shape:
            chunk.start, chunk.joined, self._joined = start, self._joined, False
        chunk.add(kind, start, end)
        return True

    def _ends_names(self, low: str, start: int, end: int) -> bool:
        """Whether behind a name stands a word for no date, or one for what its bearers did: "und Eva Roe, Hrsg."."""
        undated = low in self._undated and self.text[start].islower() and self.text.startswith(".", end)
        if undated and (self._chunk.shape or self.head.chunks) and undated_phrase(self.text, start):
            return True  # "Roe J. s.d. Nets"
        if self._chunk.shape or not self.head.chunks:
            return False
        if low in self._undated and undated_phrase(self.text, start):
            return True
        told = len(self.head.chunks[-1].shape) > 1 or self.text[start].islower()
        role = low in self._roles and told and self.text.startswith(".", end)
        return role and phrase_at("editors", self.text, start) is not None

    def _article(self, start: int, end: int) -> bool:
        """Whether a capital without a period after one with it is a title's first word: "Abreu, A. C. O rio"."""
        text, shape = self.text, self._chunk.shape
        if not shape.endswith("I") or text[start - 2 : start] != ". " or self._chunk.joined:
            return False
        return text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha()

    def _kind(self, word: str, low: str, end: int) -> str:
        if low in _SUFFIXES and (self._chunk.shape or self.head.chunks) and not self._vancouver(word):
            return "S"
        if word in {"II", "IV"} and self._chunk.shape.endswith("I"):
            return "S"
        if word == low:
            return self._lower(word, end)
        if word.isupper():
            return self._capitals(word, low, end)
        if len(word) <= 3 and self.text.startswith(".", end) and self._initial_follows(end + 1):
            return "I"
        if len(word) == 3 and not word[1].isalpha():
            return "I"  # "M-j" for Mei-jun
        return "W"

    def _vancouver(self, word: str) -> bool:
        """Whether "JR" or "SR" in capitals are the initials of a name that has no others."""
        return word in {"JR", "SR"} and self._chunk.shape.strip("p") in {"W", "WW", "K"}

    def _lower(self, word: str, end: int) -> str:
        if not word[0].islower() or self._lower_family(word, end):
            return "W"  # a script without capitals, or a family name typed without its capital
        if word in words("joiners"):
            return "&"
        return "p" if word in particles() else "x"

    def _lower_family(self, word: str, end: int) -> bool:
        """Whether a lower-case word is followed by a comma and initials as a family name is: "bouchard, A."."""
        text = self.text
        return (
            not self._chunk.shape
            and len(word) > 2
            and text[end : end + 2] == ", "
            and text[end + 2 : end + 3].isupper()
            and text[end + 3 : end + 4] == "."
        )

    def _capitals(self, word: str, low: str, end: int) -> str:
        if len(word) == 1:
            irish = not word.isascii() and low in particles() and self.text[end : end + 1] == " "
            return "W" if irish and not self._chunk.shape else "I"  # "Ó Dubhghaill, S."
        if low in words("joiners") and (len(word) > 2 or (self._chunk.shape.endswith("I") and self.text[end] == " ")):
            return "&"  # "ROE J. ET LUND B.", but "Roe ET"
        if low in particles() and self.text[end : end + 1] == " " and self.text[end + 1 : end + 3].isupper():
            return "p"
        longest = (
            6 if self._chunk.shape[-1:] == "W" and not self.text[self._chunk.start : self._chunk.end].isupper() else 4
        )
        return "K" if len(word) <= longest + ("-" in word) else "W"

    def _initial_follows(self, at: int) -> bool:
        """Whether what stands at `at` shows that the period before it belongs to an abbreviated given name."""
        rest = self.text[at : at + 4].lstrip()
        return not rest or rest[0] in ",;&-" or (rest[0].isupper() and rest[1:2] == ".")

    def _punctuation(self, sign: str, start: int) -> bool:
        """Take one sign; return whether the list may go on."""
        text = self.text
        if sign in ",;，；、・":
            self._close("," if sign in ",，、" else ";")
        elif sign in "&+":
            self._close("&")
            self._joined = True
        elif sign == "/" and text.startswith("//", start):
            return self._end("0", start)
        elif sign == "/" or (sign in "–—-" and text[start - 1 : start] == " " and text[start + 1 : start + 2] == " "):
            self._close(";")
        elif sign in "–-‐‑":
            return self._chunk.shape.endswith("I") or self._end("0", start)
        elif sign == ".":
            return self._period(start)
        elif sign in "…*~":
            return True
        elif sign == "(" and (given := self._nickname(start) or self._given_in_brackets(start)):
            self._skip = given
        else:
            self._skip = start
            kind = '"' if sign in _QUOTES else ":" if sign in ":：" else "(" if sign in "([（" else "0"
            return self._end(kind, start)
        return True

    def _period(self, start: int) -> bool:
        """A period ends the list, but for one after capitals before a comma, and the dots of an ellipsis."""
        if not self._chunk.shape:
            return bool(self.head.chunks) or self._end(".", start)
        if self._chunk.shape[-1] in "KW" and self.text[start + 1 : start + 2] in (",", ";"):
            return True
        if self._chunk.shape[-1] == "W" and self.head.chunks and self._initials_at(start + 1):
            return True
        return self._end(".", start)

    def _initials_at(self, at: int) -> bool:
        """Whether initials follow a given name that a period was set behind: "Doe, John. W., & Roe"."""
        found = _INITIALS.match(self.text, at)
        if not found:
            return False
        rest = self.text[found.end() : found.end() + 2]
        return rest[:1] in {",", ";"} or rest == " &"

    def _nickname(self, start: int) -> int | None:
        """Return the end of a nickname in brackets behind a given name: "Lam, Shyong (Tony) K"."""
        found = _NICKNAME.match(self.text, start) if self._chunk.shape and self.head.chunks else None
        return found.end() if found and phrase_at("editors", self.text, start + 1) is None else None

    def _given_in_brackets(self, start: int) -> int | None:
        """Take initials in brackets as the given name of a family name: "ALY (M. I.), NAGEB (R.)"; return their end."""
        if not self._chunk.shape or self._chunk.shape.strip("WKp"):
            return None
        found = _BRACKETED_INITIALS.match(self.text, start)
        if not found:
            return None
        self._close(",")
        self._chunk.start = found.start("initials")
        for initial in TOKEN.finditer(self.text, found.start("initials"), found.end("initials")):
            if initial.group()[0].isalpha():
                self._chunk.add("I", initial.start(), initial.end() + 1)
        return found.end()
