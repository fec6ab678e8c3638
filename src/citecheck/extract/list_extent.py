"""How far a reference list reaches: line after line is weighed for how much it looks like the beginning of an entry."""

from __future__ import annotations

from citecheck.extract.entry_evidence import LONGEST_ENTRY, SURE, evidence, is_prose
from citecheck.extract.entry_shape import is_address, label_at
from citecheck.extract.headings import LONGEST
from citecheck.extract.numbering import runs_on
from citecheck.extract.text_lines import TextLine
from citecheck.model.value import value

#: How far the evidence may sink under its best before the list is taken to have ended there.
PATIENCE = 12.0
#: Lines shorter than this may go on in the next one.
WRAPPED = 130


@value
class Extent:
    """Lines `first` to `last` (exclusive) belong to a list; `entries` of them begin an entry, with this `weight`.

    `numbered` of them carry a number.
    """

    first: int
    last: int
    entries: int
    weight: float
    numbered: int = 0


NOTHING = Extent(0, 0, 0, 0.0)


def _ends(lines: list[TextLine]) -> list[int]:
    """Return for each line where an entry that begins there would end at the latest."""
    ends: list[int] = []
    for at in range(len(lines)):
        last = at
        while last < at + 3 and last + 1 < len(lines) and lines[last].length < WRAPPED and not lines[last + 1].gap:
            last += 1
        ends.append(lines[last].end)
    return ends


def extent(text: str, lines: list[TextLine]) -> Extent:
    """Return how many of the lines after a heading belong to its list."""
    spread = _double_spaced(text, lines[:40])
    run = _Run(0)
    for index, (line, end) in enumerate(zip(lines, _ends(lines), strict=True)):
        weight = _counted(text, line, end, run)
        run.add(index, weight if weight > 0 else -_against(text, line, spread=spread))
        if run.total < run.best - PATIENCE:
            break
    return _reach(text, lines, run, spread=spread)


def stretches(text: str, lines: list[TextLine]) -> list[Extent]:
    """Return all stretches of the lines that look like lists."""
    spread = _double_spaced(text, lines)
    found: list[Extent] = []
    run = _Run(0, least=SURE)
    for index, (line, end) in enumerate(zip(lines, _ends(lines), strict=True)):
        if run.total <= 0 or run.total < run.best - PATIENCE / 2 or _changes(text, line, end, run):
            found.append(_reach(text, lines, run, spread=spread))
            run = _Run(index, least=SURE)
        weight = _counted(text, line, end, run)
        run.add(index, weight if weight > 0 else -_against(text, line, spread=spread))
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
    if weight <= 0 and line.length > LONGEST_ENTRY and runs_on(text, label, line.end):
        return SURE
    follows = run.number is not None and label.number == run.number + 1
    if follows or weight > 0:
        run.number = label.number
        run.numbered += 1
    return max(weight, SURE) if follows else weight


def _changes(text: str, line: TextLine, end: int, run: _Run) -> bool:
    """Whether numbered notes stop here and a list begins, without numbers or with its own."""
    if run.found < 3 or run.numbered < run.found or not line.gap:
        return False
    label = label_at(text, line.start, line.end)
    return (label is None or label.number == 1) and evidence(text, line, end) >= SURE


class _Run:
    """A stretch of lines being weighed: where its first entry begins, and up to which line it looks best.

    Without a heading the first entry must be a sure one: `least` is what its line must weigh.
    """

    __slots__ = ("begin", "best", "entries", "first", "found", "last", "least", "number", "numbered", "total")

    def __init__(self, begin: int, least: float = 0.0) -> None:
        self.begin = begin
        self.least = least
        self.first = -1
        self.last = begin
        self.found = self.entries = 0
        self.total = self.best = 0.0
        self.numbered = 0
        self.number: int | None = None

    def add(self, index: int, weight: float) -> None:
        """Add a line that speaks for a list, or, below 0, against it."""
        if 0 < weight < self.least and self.first < 0:
            return
        self.total += weight
        if weight <= 0:
            return
        if self.first < 0:
            self.first = index
        self.found += 1
        if self.total >= self.best:
            self.best, self.last, self.entries = self.total, index + 1, self.found


def _reach(text: str, lines: list[TextLine], run: _Run, *, spread: bool) -> Extent:
    if run.first < 0 or run.best <= 0:
        return NOTHING
    first = run.first if run.least else _beginning(text, lines, run.begin, run.first)
    return Extent(first, _with_continuation(text, lines, run.last, spread=spread), run.entries, run.best, run.numbered)


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
        if lines[index].dated and not is_prose(text, lines[index].start, lines[index].end):
            return index
    return first


def _with_continuation(text: str, lines: list[TextLine], last: int, *, spread: bool) -> int:
    """Return `last` moved past the lines that go on with the last entry."""
    limit = min(len(lines), last + 12)
    window = lines[max(0, last - 40) : last]
    apart = sum(line.gap for line in window) > 0.1 * len(window)
    full = max(line.length for line in lines[max(0, last - 12) : last])
    while last < limit:
        line, before = lines[last], lines[last - 1]
        if line.length > max(LONGEST, 1.3 * full) or (line.gap and not spread):
            break
        ended = before.length < 0.6 * full and not is_address(text, line.start, line.end)
        if ended and (spread or not apart):
            break
        last += 1
    return last
