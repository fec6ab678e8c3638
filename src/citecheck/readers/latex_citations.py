"""The citation commands of LaTeX: natbib, biblatex, apacite, csquotes, and whatever a style names after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from citecheck.model.span import Span
from citecheck.readers.latex_groups import Groups

# A name with "cite" in it, as all packages and styles form them.
# matches: citep, Textcite, footcites, citealp, posscitet, citeA, onlinecite   not: citestyle, setcitestyle, newcites
_CITES = re.compile(
    r"(?!(?:set|declare|new|renew|at|if|excit|defcite|bib|mkbib|print|ifcite|use|begin|end|short(?=cites))\w*+\Z)"
    r"[A-Za-z@]*?cite(?!(?:style|text|reset|setup|punct|sep|index|tracker|dash|mid|open|close|left|right)\Z)[A-Za-z]*+\Z",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"(?:(?:foot|full|footfull|paren|text|smart|super|auto|note|pnote|fnote|no|short|long|mask|online|foottext)?cites?"
    r"|cite(?:p|t|alp|alt|author|year|yearpar|fullauthor|title|url|date|num|palias|talias|NP|A|ANP|name|field|list)"
    r"|footcitetexts?"
    r"|[pf]?t?volcites?)\Z",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"(?:p|f|ft|s|t|a)?volcites?\Z", re.IGNORECASE)
#: Quotations with their source (csquotes), and the braces that stand before the key.
_QUOTING = {
    "textcquote": 0, "blockcquote": 0, "foreigntextcquote": 1, "hyphentextcquote": 1, "foreignblockcquote": 1,
    "hyphenblockcquote": 1, "hybridblockcquote": 1, "apud": 0, "apudonline": 0,
}  # fmt: skip
_NARRATIVE = re.compile(r"(?:text|cite(?:t|alt|author|A|year\Z|title|gen|NP\Z))", re.IGNORECASE)
_KEY = re.compile(r"[^,\s](?:[^,]{0,298}[^,\s])?")
_STRANGE = re.compile(r"[\\{}#%$]")
#: No citation has more keys or groups of them.
_MOST_GROUPS = 200


class Command(NamedTuple):
    """A citation as written: its keys and their places, its notes (text before, page behind), and where it ends."""

    keys: list[tuple[str, Span]]
    notes: list[Span]
    locators: list[Span | None]
    """For each key the note behind it."""
    end: int
    narrative: bool = False


def is_standard(name: str) -> bool:
    """Whether a command is one of the well-known ones, whatever a document makes of it."""
    return _STANDARD.match(name) is not None or name in _QUOTING


def citation_at(groups: Groups, name: str, at: int) -> Command | None:
    """Return the citation that the command `name` makes, whose name ends at `at`; None where it makes none."""
    before = _QUOTING.get(name, -1)
    if before < 0 and not _CITES.match(name):
        return None
    at += groups.text.startswith("*", at)
    several = name.lower().endswith("cites")
    notes: list[Span] = []
    if several:
        for _ in range(2):
            note, at = groups.optional(at, signs="(")
            notes += [note] if note is not None else []
    for _ in range(max(0, before)):
        _, at = groups.braced(at)
    found = Command([], notes, [], at, _NARRATIVE.search(name) is not None)
    for _ in range(_MOST_GROUPS if several else 1):
        found, more = _group(groups, name, found)
        if not more:
            break
    strict = not is_standard(name)
    if not found.keys or (strict and any(len(key.split()) > 1 for key, _ in found.keys)):
        return None
    return found


def _group(groups: Groups, name: str, found: Command) -> tuple[Command, bool]:
    """Read one group, [see][p. 5]{key, key}; return whether there was one."""
    at = found.end
    notes: list[Span] = []
    for _ in range(3):
        note, at = groups.optional(at, signs="[<")
        if note is None:
            break
        notes.append(note)
    if _VOLUME.match(name):
        _, at = groups.braced(at)
        page, at = groups.optional(at)
        notes += [page] if page is not None else []
    braced, at = groups.braced(at)
    if braced is None:
        return found, False
    keys = list(keys_in(groups.text, braced))
    locators: list[Span | None] = [None] * len(keys)
    if keys and notes:
        locators[-1] = notes[-1]
    return found._replace(
        keys=found.keys + keys, notes=found.notes + notes, locators=found.locators + locators, end=at
    ), True


def keys_in(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the keys between commas, each with its place."""
    for key in _KEY.finditer(text, span.start, span.end):
        written = " ".join(key.group().split())
        if not _STRANGE.search(written):
            yield written, Span(*key.span())
