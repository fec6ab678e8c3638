"""The numbers that Word puts before the paragraphs of a list: [1], 1., (a), iv."""

from __future__ import annotations

import re
from collections.abc import Callable

from citecheck.model.value import value
from citecheck.readers.docx_parts import VAL, W
from citecheck.readers.docx_styles import whole
from citecheck.readers.numerals import letters, roman
from citecheck.text.xml import Element

_LEVELS = 9
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda _: "",
}


def shown_number(number: int, format: str | None) -> str:
    """Return a number as Word shows it in one of its formats; in those of other scripts, in Arabic digits."""
    return _FORMATS.get(format or "decimal", str)(number)


@value
class _Level:
    """One level of a list: its first number, and "%1." for the number and a period."""

    start: int
    format: str
    text: str
    legal: bool = False


class Numbering:
    """Counts the paragraphs of every list."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styled: dict[tuple[str, str], int] = {}
        self._restarts: set[tuple[str, int]] = set()
        """Levels of lists that begin anew, once; else lists of one kind go on counting."""
        if root is not None:
            self._read(root)

    def label(self, numbering: str, level: int) -> str:
        """Return what stands before the next paragraph of a list on a level, "" for a bullet or none."""
        levels = self._levels.get(numbering)
        if levels is None or level not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[numbering], [None] * _LEVELS)
        if (numbering, level) in self._restarts:
            self._restarts.remove((numbering, level))
            counts[level] = None
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        if levels[level].format == "bullet":
            return ""
        numbers = [self._number(levels, counts, other, level) for other in range(_LEVELS)]
        return re.sub(r"%([1-9])", lambda found: numbers[int(found[1]) - 1], levels[level].text)

    def level(self, numbering: str, style: str) -> int:
        """Return the level of a list on which paragraphs of a style stand, 0 where it says nothing of them."""
        return self._styled.get((numbering, style), 0)

    def _number(self, levels: dict[int, _Level], counts: list[int | None], level: int, own: int) -> str:
        shown = levels.get(level)
        if shown is None:
            return ""
        number = counts[level]
        return shown_number(shown.start if number is None else number, "decimal" if levels[own].legal else shown.format)

    def _read(self, root: Element) -> None:
        lists = {one.get(f"{W}abstractNumId") or "": one for one in root.iterchildren(f"{W}abstractNum")}
        for one in root.iterchildren(f"{W}num"):
            name = one.get(f"{W}numId") or ""
            abstract = one.find(f"{W}abstractNumId")
            base = abstract.get(VAL) or "" if abstract is not None else ""
            found = lists.get(base)
            self._levels[name] = dict(_levels(found)) if found is not None else {}
            self._abstract[name] = base
            for level in found.iterchildren(f"{W}lvl") if found is not None else ():
                style = level.find(f"{W}pStyle")
                if style is not None:
                    self._styled[name, style.get(VAL) or ""] = min(whole(level.get(f"{W}ilvl")) or 0, _LEVELS - 1)
            for override in one.iterchildren(f"{W}lvlOverride"):
                self._override(name, override)

    def _override(self, name: str, override: Element) -> None:
        """Let a list differ from the one on which it is based."""
        level = whole(override.get(f"{W}ilvl"))
        changed = override.find(f"{W}lvl")
        if changed is not None:
            self._levels[name].update(_levels(override))
        start = override.find(f"{W}startOverride")
        if level is not None and start is not None and level in self._levels[name]:
            self._restarts.add((name, level))
            old = self._levels[name][level]
            self._levels[name][level] = _Level(whole(start.get(VAL)) or 0, old.format, old.text, old.legal)


def _levels(parent: Element) -> list[tuple[int, _Level]]:
    found = []
    for level in parent.iterchildren(f"{W}lvl"):
        at = whole(level.get(f"{W}ilvl"))
        if at is None or at >= _LEVELS:
            continue
        values = {child.tag: child.get(VAL) for child in level}
        start = whole(values.get(f"{W}start"))
        text = (values.get(f"{W}lvlText") or "")[:100]
        shape = values.get(f"{W}numFmt") or "decimal"
        found.append((at, _Level(0 if start is None else start, shape, text, f"{W}isLgl" in values)))
    return found
