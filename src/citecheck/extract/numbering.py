"""Entries that carry printed numbers: the run of numbers 1, 2, 3 … shows where each begins."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from citecheck.extract.entry_shape import Label, label_at
from citecheck.extract.text_lines import TextLine
from citecheck.model.span import Span
from citecheck.model.value import replace, value

#: A printed list may have lost so many numbers in a row.
WIDEST_STEP = 5
#: After these signs a number is no label: "vol. 1, 2. Aufl.", "pp. 3–4.".
_INSIDE = ",:(-–—"


@value
class Numbered:
    """An entry with its number; `glued` where it begins in the middle of a line."""

    start: int
    end: int
    labelled: bool = True
    glued: bool = False


def numbered(text: str, lines: list[TextLine]) -> list[Numbered] | None:
    """Return the entries of a numbered list, None where its lines carry no run of numbers."""
    by_kind: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for index, line in enumerate(lines):
        label = label_at(text, line.start, line.end)
        if label is not None:
            by_kind[label.kind].append((index, label))
    best: list[tuple[int, Label]] = []
    for kind, labels in by_kind.items():
        run = _keyed(labels) if kind == "key" else _run(labels)
        if len(run) > len(best):
            best = run
    if not _convincing(lines, best):
        return None
    return _entries(text, lines, best)


def _run(labels: list[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """Return the longest run of labels whose numbers rise by little; for a Markdown list of only ones, all of it."""
    if len(labels) > 2 and all(label.number == labels[0][1].number for _, label in labels):
        return labels if labels[0][1].number in {0, 1} else []
    lengths: list[float] = []
    before: list[int] = []
    ending: dict[int, int] = {}
    for at, (_, label) in enumerate(labels):
        number = label.number or 0
        length, previous = 1.0, -1
        for step in range(1, WIDEST_STEP + 1):
            other = ending.get(number - step)
            if other is not None and lengths[other] + 1 - 0.3 * (step - 1) > length:
                length, previous = lengths[other] + 1 - 0.3 * (step - 1), other
        lengths.append(length)
        before.append(previous)
        known = ending.get(number)
        if known is None or length >= lengths[known]:
            ending[number] = at
    at = max(range(len(labels)), key=lengths.__getitem__)
    run: list[tuple[int, Label]] = []
    while at >= 0:
        run.append(labels[at])
        at = before[at]
    return run[::-1]


def _keyed(labels: list[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """Return the labels of a list with alphabetical keys, "[Knu84]", none where brackets are something else."""
    if len(labels) < 3 or labels[0][0] > 0:
        return []
    return labels


def _convincing(lines: list[TextLine], run: list[tuple[int, Label]]) -> bool:
    """Whether the run of numbers is that of the entries, and not of a few lines that happen to begin with one."""
    if not run:
        return False
    first = run[0]
    if len(run) == 1:
        return len(lines) < 8 and first[0] == 0 and first[1].kind in {"square", "dot", "round"}
    if first[0] > 0.2 * len(lines) + 2:
        return False
    paragraphs = sum(line.gap for line in lines)
    if paragraphs > 0.5 * len(lines):
        return len(run) >= 0.5 * paragraphs
    return len(run) * 14 >= len(lines) or first[1].kind in {"square", "key"}


def _entries(text: str, lines: list[TextLine], run: list[tuple[int, Label]]) -> list[Numbered]:
    """Return the entries that begin at the labels of the run, and before them what has no number."""
    entries: list[Numbered] = []
    if run[0][0] > 0:
        entries.append(Numbered(lines[0].start, lines[run[0][0] - 1].end, labelled=False))
    for at, (index, label) in enumerate(run):
        last = at + 1 == len(run)
        whole = Span(lines[index].start, lines[(len(lines) if last else run[at + 1][0]) - 1].end)
        following = None if last else run[at + 1][1].number
        places = [whole.start, *_inner_places(text, label, whole, following), whole.end]
        for start, end in pairwise(places):
            entries.append(Numbered(start, _trimmed(text, start, end), glued=start > whole.start))
    if 2 * sum(entry.glued for entry in entries) < len(entries):
        return entries
    return [replace(entry, glued=False) for entry in entries]  # a list set in one paragraph


def _inner_places(text: str, label: Label, whole: Span, following: int | None) -> list[int]:
    """Return where the entries of the next numbers begin in the middle of the lines of this one."""
    places: list[int] = []
    number, at = label.number, label.end
    while number is not None and number + 1 != following:
        number += 1
        place = _inner(text, _written(label.kind, number), Span(at, whole.end))
        if place is None:
            break
        places.append(place)
        at = place + 1
    return places


def runs_on(text: str, label: Label, end: int) -> bool:
    """Whether the entry of the next number stands on the same line, so that the line is a list by itself."""
    if label.number is None:
        return False
    return _inner(text, _written(label.kind, label.number + 1), Span(label.end, end)) is not None


def _written(kind: str, number: int) -> str | None:
    """Return a number as it is printed in a list of this kind, None where it could be any number."""
    return {"square": f"[{number}]", "round": f"({number})", "dot": f"{number}.", "paren": f"{number})"}.get(kind)


def _inner(text: str, written: str | None, span: Span) -> int | None:
    """Return where the label stands inside a line: after the end of a sentence, and before a capital."""
    if written is None:
        return None
    at = text.find(written, span.start, span.end)
    while at > 0:
        after = text[at + len(written) : min(span.end, at + len(written) + 2)].lstrip()
        if text[at - 1].isspace() and text[at - 2] not in _INSIDE and after[:1].isupper():
            return at
        at = text.find(written, at + 1, span.end)
    return None


def _trimmed(text: str, start: int, end: int) -> int:
    """Return `end` moved back over white space."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end
