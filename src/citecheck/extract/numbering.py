"""Entries that carry printed numbers: the run of numbers 1, 2, 3 … shows where each begins."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from citecheck.extract.entry_shape import Label, label_at
from citecheck.extract.text_lines import TextLine

#: A printed list may have lost so many numbers in a row.
WIDEST_STEP = 5


@dataclass(frozen=True, slots=True)
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
        run = _keyed(text, lines, labels) if kind == "key" else _run(labels)
        if len(run) > len(best):
            best = run
    if not _convincing(text, lines, best):
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


def _keyed(text: str, lines: list[TextLine], labels: list[tuple[int, Label]]) -> list[tuple[int, Label]]:
    """Return the labels of a list with alphabetical keys, "[Knu84]", none where brackets are something else."""
    if len(labels) < 3 or labels[0][0] > 0:
        return []
    return labels


def _convincing(text: str, lines: list[TextLine], run: list[tuple[int, Label]]) -> bool:
    """Whether the run of numbers is that of the entries, and not of a few lines that happen to begin with one."""
    if not run:
        return False
    first = run[0]
    if len(run) == 1:
        return (
            len(lines) < 8
            and first[0] == 0
            and first[1].kind in {"square", "dot", "round"}
            and (first[1].number or 0) < 1000
        )
    if first[0] > 0.2 * len(lines) + 2:
        return False
    paragraphs = sum(line.gap for line in lines)
    if paragraphs > 0.5 * len(lines):
        return len(run) >= 0.5 * paragraphs
    return len(run) * 14 >= len(lines) or first[1].kind in {"square", "key"}


def _entries(text: str, lines: list[TextLine], run: list[tuple[int, Label]]) -> list[Numbered]:
    entries: list[Numbered] = []
    if run[0][0] > 0:
        entries.append(Numbered(lines[0].start, lines[run[0][0] - 1].end, labelled=False))
    for at, (index, label) in enumerate(run):
        until = run[at + 1][0] if at + 1 < len(run) else len(lines)
        following = run[at + 1][1].number if at + 1 < len(run) else None
        entries.extend(_with_inner(text, label, lines[index].start, lines[until - 1].end, following))
    return entries


def _with_inner(text: str, label: Label, start: int, end: int, following: int | None) -> list[Numbered]:
    """Return the entry, and after it those of the next numbers that stand in the middle of its lines."""
    places = [start]
    number = label.number
    at = label.end
    while number is not None and number + 1 != following:
        number += 1
        place = _inner(text, label.kind, number, at, end)
        if place is None:
            break
        places.append(place)
        at = place + 1
    places.append(end)
    return [Numbered(a, b, glued=i > 0) for i, (a, b) in enumerate(zip(places, places[1:], strict=False))]


def _inner(text: str, kind: str, number: int, start: int, end: int) -> int | None:
    """Return where the label of this number stands inside a line, after the end of a sentence."""
    written = {"square": f"[{number}]", "round": f"({number})", "dot": f"{number}.", "paren": f"{number})"}.get(kind)
    if written is None:
        return None
    pattern = re.compile(rf"(?<=[.;)\]>»”\"/0-9a-z])\s(?={re.escape(written)}\s?[^\W\d_a-z])")
    found = pattern.search(text, start, end)
    return found.end() if found else None
