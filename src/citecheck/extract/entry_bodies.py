"""Bodies as authors of an entry: ministries, banks, associations, and the acronyms that stand beside their names."""

from __future__ import annotations

from citecheck.extract.entry_chunks import TOKEN, et_al_at, particles
from citecheck.extract.entry_phrases import phrase_at
from citecheck.languages.language import words
from citecheck.model.reference import Name
from citecheck.model.value import value
from citecheck.text.pattern import pattern

#: "(WHO)" or "[WHO]" after a name, and "– WHO" at its end.
_ACRONYM = pattern(r"\s?[(\[](?P<short>[A-Z][A-Za-z0-9&/.-]{1,14})[)\]]")
_DASHED = pattern(r"\s[–—-]\s(?P<short>[A-Z][A-Z0-9-]{1,11})$")
#: "(CLSI)", "– CLSI." behind a name.
_LETTERS = pattern(r"\s(?:[(\[](?P<inside>[A-Z]{2,10})[)\]]|[–—-]\s(?P<after>[A-Z]{2,10})(?=[.,;:]|\s[(\[]))")
_PARTS = pattern(r"[^\W\d_]+")
#: A name after its acronym: "WHO (World Health Organization)", "ILO – International Labour Office".
_SPELLED = pattern(
    r"(?P<short>[A-Z][A-Z0-9&.-]{1,11})(?:\s?[(\[](?P<name>[A-Z][^()\[\]0-9]{6,90})[)\]]"
    r"|(?P<sign>\s[–—-]\s|[:.]\s)(?P<after>[A-Z][^()\[\]0-9.,:;]{6,90})(?=[.,:;]\s|\s[(\[]))"
)
_YEAR_NEXT = pattern(r"[\s.,;:]{0,3}[(\[]?\s?(?:1[4-9]|20)[0-9]{2}(?![0-9])|[\s.,]{0,2}[(\[](?!\w{1,5}[)\]])")
#: What may stand between the words of a body's name and a year in brackets: "– erdkunde e.V. (".
_UP_TO_YEAR = pattern(r"\s[^().,:;0-9]{1,40}(?:\.(?=\w)[^().,:;0-9]{1,12}){0,2}\.?(?=\s\((?:1[4-9]|20)[0-9]{2})")
#: The brackets that end an entry of a legal list. matches: (2011) | (Law Com No 231, 1994).
_IMPRINT_LAST = pattern(r"\s\([^()]{0,90}(?<![0-9])(?:1[4-9]|20)[0-9]{2}\)\.?\s*$")
_MOST_WORDS = 22
#: So many words in brackets after an acronym are what it stands for, and no given names.
_SPELLED_OUT = 3


@value
class Body:
    """A body that begins an entry and where its name ends."""

    name: Name
    end: int


def is_body_word(word: str) -> bool:
    """Whether a word shows that a name is a body's."""
    return word.casefold() in words("bodies")


def read_body(text: str, start: int, end: int) -> Body | None:
    """Return the body whose name begins at `start`, None when what stands there is no body's name."""
    spelled = acronym_first(text, start, end)
    if spelled:
        return spelled
    stretch = _stretch(text, start, end)
    if not stretch:
        return None
    stop, known = stretch
    further = _UP_TO_YEAR.match(text, stop, end) if known else None
    stop = further.end() if further else stop
    dated = bool(_YEAR_NEXT.match(text, stop, end))
    acronym = _ACRONYM.match(text, stop, end)
    name = text[start:stop].rstrip(" ,;" if further else " ,.;")
    if "," in name and _IMPRINT_LAST.match(text, start + len(name)):
        name, dated = name.partition(",")[0], True  # else nothing would be its title
    dashed = _DASHED.search(name)
    if not (known or dated or acronym or dashed):
        return None
    if acronym:
        return Body(Name(name, corporate=True, acronym=acronym["short"]), _after_parent(text, acronym.end(), end))
    short = dashed["short"] if dashed else None
    return Body(Name(name[: dashed.start()] if dashed else name, corporate=True, acronym=short), start + len(name))


def acronym_first(text: str, start: int, end: int) -> Body | None:
    """Return the body that begins with its acronym: "ILO – International Labour Office"."""
    if not text[start : start + 2].isupper():
        return None
    found = _SPELLED.match(text, start, end)
    if not found:
        return None
    short, name = found["short"], found["name"] or found["after"]
    parts = name.split()
    if not _stands_for(short, parts):
        if (found["sign"] or " ").strip() in {".", ":"}:
            return None
        if not any(map(is_body_word, parts)) and not (found["name"] and len(parts) >= _SPELLED_OUT):
            return None
    return Body(Name(name, corporate=True, acronym=short), found.end())


def _stands_for(short: str, parts: list[str]) -> bool:
    """Whether an acronym is made of the first letters of a name's words, small words apart."""
    letters = "".join(sign for sign in short if sign.isalpha())
    small = words("inside_bodies")
    return len(letters) > 1 and letters == "".join(
        part[0] for part in parts if part[0].isupper() and part.casefold() not in small
    )


def acronym_last(text: str, start: int, end: int) -> Body | None:
    """Return the body behind whose name the letters stand with which its words begin, whatever joins them."""
    if "(" not in (window := text[start : min(end, start + 120)]) and " – " not in window and " - " not in window:
        return None
    found = _LETTERS.search(window)
    short = found and (found["inside"] or found["after"])
    if not found or not short or not _stands_for(short, _PARTS.findall(window[: found.start()])):
        return None
    name = window[: found.start()].rstrip(" ,.")
    return Body(Name(name, corporate=True, acronym=short), _after_parent(text, start + found.end(), end))


def _after_parent(text: str, at: int, end: int) -> int:
    """Return where the body ends of which the one before `at` is a part: "(DGT), European Commission. 2016"."""
    if not text.startswith(", ", at):
        return at
    parent = _stretch(text, at + 2, end)
    return parent[0] if parent and parent[1] and _YEAR_NEXT.match(text, parent[0], end) else at


def _inside_a_name(text: str, at: int) -> bool:
    """Whether a sign may stand inside a body's name; a period only behind a single letter."""
    return text[at] in ",&/-–'’" or (text[at] == "." and text[max(0, at - 2) : at - 1] in ("", " ", ".", "("))


def _is_role(text: str, at: int, word: str) -> bool:
    """Whether a small word behind a comma tells that the body edited the work: "UNHA, ed. 2005"."""
    return word.islower() and text[at - 2 : at] == ", " and phrase_at("editors", text, at) is not None


def _stretch(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Return how far words run that a body's name may hold, and whether one of them is known as such."""
    known = False
    count = small = 0
    stop = start
    comma: tuple[int, bool] | None = None
    for token in TOKEN.finditer(text, start, min(end, start + 240)):
        word = token.group()
        if not word[0].isalpha():
            if word == "," and known and not comma:
                comma = (stop, True)
            if _inside_a_name(text, token.start()):
                continue
            break
        if et_al_at(text, token.start(), word) or _is_role(text, token.start(), word):
            break
        count += 1
        low = word.casefold()
        if low in words("bodies") and word[0] != low[0]:
            known = True
        elif word[0] == low[0] and low[0].islower() and low not in words("inside_bodies") and low not in particles():
            small += 1
            dashed = known and text[token.start() - 2 : token.start()] in {"– ", "— ", "- "}
            if not known or small > 3 or comma or dashed:
                return (stop, True) if dashed else comma
        stop = token.end()
        if count > _MOST_WORDS:
            return comma
    return (stop, known) if count and not small else comma
