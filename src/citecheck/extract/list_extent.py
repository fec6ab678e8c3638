"""How far a reference list reaches: line after line is weighed for how much it looks like the beginning of an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from citecheck.extract.entry_shape import bullet_end, is_dated, label_at, name_strength, repeats_author
from citecheck.extract.headings import LONGEST
from citecheck.extract.text_lines import TextLine
from citecheck.languages.language import words

#: How far the evidence may sink under its best before the list is taken to have ended there.
PATIENCE = 12.0
#: Lines shorter than this may go on in the next one.
WRAPPED = 130

#: What entries hold and sentences do not: "12 (3)", "45–67", "pp. 3", a DOI, a URL, "(Eds.)".
_MARKS = re.compile(
    r"[0-9] ?\([0-9]|[0-9] ?[-–—] ?[0-9]|[0-9]:[0-9 ]|\bpp?[.] ?[0-9]|\b10[.][0-9]{4}|https?:|www[.]|\b[Ee]ds?[.]|: [^\W\d_a-z]"
)
#: The year of an entry's head: ". 2004.", ", 2004,", ", (2004)."
_HEAD = re.compile(r"[.,] \(?(?:1[4-9]|20)[0-9]{2}[a-z]?\)?[.,:]")
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Extent:
    """Lines `first` to `last` (exclusive) belong to a list; `entries` of them begin an entry, with this `weight`."""

    first: int
    last: int
    entries: int
    weight: float


NOTHING = Extent(0, 0, 0, 0.0)


def evidence(text: str, line: TextLine, end: int) -> float:
    """Return how much an entry seems to begin with the line: 0 not at all, 2.5 surely.

    `end` is where the entry would end at the latest, for a year that stands on a later line.
    """
    start = line.start
    marked = 0.0
    after = bullet_end(text, start, end)
    label = None if after else label_at(text, start, end)
    if label:
        marked, after = 0.5, label.end
    if repeats_author(text, start, end):
        return 2.0
    start = after or start
    if start >= end:
        return marked
    name = name_strength(text, start, end)
    if not name and not marked:
        return 0.0
    dated = is_dated(text, start, end)
    if name == 3 and dated and end - start < 700:
        return 2.5
    marks = _MARKS.search(text, start, end) is not None
    headed = name == 2 and (marks or _HEAD.search(text, start, min(end, start + 160)) is not None)
    if end - start > (400 if headed else 120) and is_prose(text, start, end):
        return 0.0
    if name == 3 or (name == 2 and dated):
        return 1.5 if dated else 1.0
    if dated and name and marks:
        return 1.0 + marked
    if name == 2 and line.gap and end - start > 30:
        return 0.5
    return marked if dated or (name and marks) else 0.0


def _ends(lines: list[TextLine]) -> list[int]:
    """Return for each line where an entry that begins there would end at the latest."""
    ends: list[int] = []
    for at, line in enumerate(lines):
        last = at
        while last < at + 3 and last + 1 < len(lines) and lines[last].length < WRAPPED and not lines[last + 1].gap:
            last += 1
        ends.append(lines[last].end)
    return ends


def is_prose(text: str, start: int, end: int) -> bool:
    """Whether the line reads like sentences: more than a third of its words are the commonest of a language."""
    window = text[start : min(end, start + 500)]
    found = _WORDS.findall(window)
    if len(found) < 8:
        return False
    return sum(word in _frequent() for word in found) > 0.36 * len(found)


@cache
def _frequent() -> frozenset[str]:
    return words("frequent")


def extent(text: str, lines: list[TextLine]) -> Extent:
    """Return how many of the lines after a heading belong to its list."""
    spread = _double_spaced(text, lines[:40])
    run = _Run(0)
    for index, (line, end) in enumerate(zip(lines, _ends(lines), strict=True)):
        run.add(index, _counted(text, line, end, run), _against(text, line, spread=spread))
        if run.total < run.best - PATIENCE:
            break
    return _reach(text, lines, run, spread=spread)


def stretches(text: str, lines: list[TextLine]) -> list[Extent]:
    """Return all stretches of the lines that look like lists."""
    spread = _double_spaced(text, lines)
    found: list[Extent] = []
    run = _Run(0)
    for index, (line, end) in enumerate(zip(lines, _ends(lines), strict=True)):
        if run.total <= 0 or run.total < run.best - PATIENCE / 2:
            found.append(_reach(text, lines, run, spread=spread))
            run = _Run(index)
        run.add(index, _counted(text, line, end, run), _against(text, line, spread=spread))
    found.append(_reach(text, lines, run, spread=spread))
    return [reach for reach in found if reach.entries]


def _counted(text: str, line: TextLine, end: int, run: _Run) -> float:
    """Return the evidence of a line; the number that comes next in the list is evidence enough."""
    weight = evidence(text, line, end)
    if text[line.start] not in "[(0123456789":
        return weight
    label = label_at(text, line.start, line.end)
    if label is None or label.number is None:
        return weight
    follows = run.number is not None and label.number == run.number + 1
    if follows or weight > 0:
        run.number = label.number
    return max(weight, 1.5) if follows else weight


class _Run:
    """A stretch of lines being weighed: where its first entry begins, and up to which line it looks best."""

    __slots__ = ("begin", "best", "entries", "first", "found", "last", "number", "total")

    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.first = -1
        self.last = begin
        self.found = self.entries = 0
        self.total = self.best = 0.0
        self.number: int | None = None

    def add(self, index: int, weight: float, against: float) -> None:
        """Weigh one more line."""
        if weight <= 0:
            self.total -= against
            return
        self.total += weight
        self.found += 1
        if self.first < 0:
            self.first = index
        if self.total >= self.best:
            self.best, self.last, self.entries = self.total, index + 1, self.found


def _reach(text: str, lines: list[TextLine], run: _Run, *, spread: bool) -> Extent:
    if run.first < 0 or run.best <= 0:
        return NOTHING
    first = _beginning(text, lines, run.begin, run.first)
    return Extent(first, _with_continuation(lines, run.last, spread=spread), run.entries, run.best)


def _against(text: str, line: TextLine, *, spread: bool) -> float:
    """Return how much a line that begins no entry speaks against the list going on."""
    if line.length < 8:
        return 0.1
    if line.length > 120 and is_prose(text, line.start, line.end):
        return 3.0
    if line.length > 200:
        return 1.5
    return 1.5 if line.gap and not spread else 0.2


def _double_spaced(text: str, lines: list[TextLine]) -> bool:
    """Whether blank lines stand between all lines, wrapped ones too, so that they say nothing."""
    gaps = sum(line.gap for line in lines)
    if gaps < 6 or gaps < 0.9 * len(lines):
        return False
    return sum(evidence(text, line, line.end) > 0 for line in lines) < 0.6 * len(lines)


def _beginning(text: str, lines: list[TextLine], begin: int, first: int) -> int:
    """Return the line at which the list begins: words of introduction under the heading are left out."""
    for index in range(begin, first):
        if is_dated(text, lines[index].start, lines[index].end) and not is_prose(
            text, lines[index].start, lines[index].end
        ):
            return index
    return first


def _with_continuation(lines: list[TextLine], last: int, *, spread: bool) -> int:
    """Return `last` moved past the lines that go on with the last entry."""
    limit = min(len(lines), last + 12)
    apart = sum(line.gap for line in lines[:last]) > 0.1 * last
    full = max(line.length for line in lines[max(0, last - 12) : last])
    while last < limit:
        line, before = lines[last], lines[last - 1]
        if line.length > max(LONGEST, 1.3 * full) or (line.gap and not spread):
            break
        if not (apart and not spread) and before.length < 0.6 * full:
            break
        last += 1
    return last
