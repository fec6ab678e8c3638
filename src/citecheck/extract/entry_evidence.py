"""How much a line looks like the beginning of an entry, and how much like a sentence of the text."""

from __future__ import annotations

from functools import cache

from citecheck.extract.entry_shape import bullet_end, is_dated, label_at, name_strength, repeats_author
from citecheck.extract.text_lines import TextLine
from citecheck.languages.language import words
from citecheck.text.pattern import pattern

#: The least evidence that an entry by itself is one.
SURE = 1.5
#: A line longer than this holds no entry, unless its year stands where an entry's would.
LONGEST_ENTRY = 700

#: What entries hold and sentences do not: "12 (3)", "45–67", "12:3", "pp. 3", a DOI, a URL, "(Eds.)", "Bern: Lang".
_MARKS = pattern(
    r"[0-9pEehw:](?:(?<=[0-9])(?: ?\([0-9]| ?[-–—] ?[0-9]|:[0-9 ]|(?<=\b1)0[.][0-9]{4})|(?<=\bp)p?[.] ?[0-9]"
    r"|(?<=h)ttps?:|(?<=w)ww[.]|(?<=\b[Ee])ds?[.]|(?<=:) [^\W\d_a-z])"
)
#: The year of an entry's head: ". 2004.", ", 2004,", ", (2004).", and after initials, "Doe J (2004)".
_HEAD = pattern(r"[.,] \(?(?:1[4-9]|20)[0-9]{2}[a-z]?\)?[.,:]")
_BRACKETED_HEAD = pattern(r"[\w.] \((?:1[4-9]|20)[0-9]{2}[a-z]?\)")
_WORDS = pattern(r"[^\W\d_]+")


def evidence(text: str, line: TextLine, end: int) -> float:
    """Return how much an entry seems to begin with the line: 0 not at all, 2.5 surely.

    `end` is where the entry would end at the latest, for a year that stands on a later line.
    """
    start, numbered = line.start, False
    if repeats_author(text, start, end):
        return 2.0
    after = bullet_end(text, start, end)
    if after is None:
        label = label_at(text, start, end)
        numbered, after = label is not None, label.end if label else start
    if after >= end:
        return 0.5
    return _evidence_of(text, after, end, numbered=numbered)


def _evidence_of(text: str, start: int, end: int, *, numbered: bool) -> float:
    """Return the evidence of the words from `start` on; a number before them adds to it."""
    name = name_strength(text, start, end)
    if not name and not numbered:
        return 0.0
    dated = is_dated(text, start, end)
    headed = name > 1 and _has_head(text, start, min(end, start + 200), initials=name == 3)
    if (end - start > LONGEST_ENTRY and not headed) or (not headed and is_prose(text, start, end)):
        return 0.0
    if name == 3 and dated:
        return 2.5
    marks = _MARKS.search(text, start, end) is not None
    return _without_initials(
        name, dated=dated, marks=marks or headed, numbered=numbered, stopped="." in text[end - 2 : end]
    )


def _has_head(text: str, start: int, end: int, *, initials: bool) -> bool:
    """Whether a year stands where that of an entry would, after its authors."""
    if _HEAD.search(text, start, end):
        return True
    return initials and _BRACKETED_HEAD.search(text, start, end) is not None


def _without_initials(name: int, *, dated: bool, marks: bool, numbered: bool, stopped: bool) -> float:
    """Return the evidence of a line that does not show both initials and a year."""
    added = 0.5 if numbered else 0.0
    if dated and name == 2:
        return SURE + added
    if dated and name and marks:
        return 1.0 + added
    if name > 1 and (stopped or marks or numbered):
        return 0.5 * (name - 1) + added
    return added if dated or marks else 0.0


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether the line reads like sentences: many words in lower case, and many of the commonest among them."""
    found = _WORDS.findall(text, start, min(end, start + 500))
    if len(found) < 9:
        return False
    frequent = sum(map(_frequent().__contains__, found)) / len(found)
    lower = sum(map(str.islower, found)) / len(found)
    return frequent > 0.22 and frequent + lower > (1.06 if end - start < 400 else 0.98)


@cache
def _frequent() -> frozenset[str]:
    return words("frequent")
