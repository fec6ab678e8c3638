"""Headings around reference lists: "5. References", "Literaturverzeichnis", and what ends a list, "Appendix A"."""

from __future__ import annotations

from functools import cache

from citecheck.languages.language import folded
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern

#: A heading is at most so long; longer lines are sentences.
LONGEST = 90

_NUMBERING = pattern(
    r"(?:[0-9]{1,2}(?:[.][0-9]{1,2}){0,3}|[IVXLC]{1,6}|[A-Z])(?:[.):]\s*|\s+[-–—|]?\s*)(?=\S)|[0-9]{1,2}(?=[^\W\d_])"
)
_CONTINUED = pattern(r"\s*[(\[][^()\[\]]{1,24}[)\]]$")
_MARKS = "#*_=~:.|–—-• \t\u00a0\ufeff"
#: "Appendix A", "Table 3. Sample", "Annex II", "Figure S1:": a word and its label.
_LABELLED = pattern(r"(?P<word>[^\W\d_]{2,16})[.]?\s(?:[A-Z]?[0-9]{1,3}|[IVX]{1,5}|[A-Z])(?=[\s.:|)–—-]|$)")


def plain_heading(line: str) -> str:
    """Return the words of a heading: folded, without marks, numbering and a closing "(continued)"."""
    shown = line.strip(_MARKS)
    letters = shown.split(" ")
    if len(letters) > 4 and all(len(letter) == 1 for letter in letters):
        shown = "".join(letters)
    found = _NUMBERING.match(shown)
    if found and found.end() < len(shown):
        shown = shown[found.end() :].strip(_MARKS)
    return fold(shown).strip(" :.")


def opens_list(line: str) -> bool:
    """Whether the line is the heading of a reference list in any language we know."""
    if len(line) > LONGEST or not line[-1:].strip("0123456789"):
        return False
    shown = plain_heading(line)
    if not shown or len(shown) > 60:
        return False
    begun = _CONTINUED.sub("", line)
    return _names_list(shown) or (begun != line and _names_list(plain_heading(begun)))


def _names_list(shown: str) -> bool:
    return shown in _list_headings() or _of_several_words(shown)


def _of_several_words(shown: str) -> bool:
    """Whether headings of lists are joined: "References and further reading", "Works cited and sources"."""
    tokens = shown.split()
    if not 2 < len(tokens) <= 7 or not any(token in _joiners() for token in tokens[1:-1]):
        return False
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token in _joiners():
            parts.append([])
        else:
            parts[-1].append(token)
    return all(" ".join(part) in _list_headings() for part in parts)


def ends_list(line: str) -> bool:
    """Whether the line is the heading of something that follows reference lists: an appendix, tables, biographies."""
    if len(line) > 2 * LONGEST:
        return False
    labelled = _LABELLED.match(line.lstrip(_MARKS))
    if labelled and fold(labelled["word"]) in _floats():
        return True
    return len(line) <= LONGEST and plain_heading(line) in _following()


def opens_notes(line: str) -> bool:
    """Whether the line is the heading of notes, which may cite works, and are no list of them."""
    return len(line) <= LONGEST and plain_heading(line) in _notes_headings()


@cache
def _notes_headings() -> frozenset[str]:
    return folded("notes_headings") - _list_headings()


def _list_headings() -> frozenset[str]:
    return folded("headings")


@cache
def _following() -> frozenset[str]:
    return (folded("after_list") - _list_headings()) | _notes_headings()


def _floats() -> frozenset[str]:
    return folded("floats")


@cache
def _joiners() -> frozenset[str]:
    return folded("joiners") | {"/", "&"}
