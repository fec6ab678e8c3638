"""Entries that run over several short lines: which lines begin one, weighed over the whole list."""

from __future__ import annotations

from collections import Counter
from functools import cache

from citecheck.extract.alphabet import by_alphabet
from citecheck.extract.best_cut import best_cut
from citecheck.extract.entry_shape import year_at
from citecheck.extract.text_lines import TextLine
from citecheck.languages.language import words

#: What a name of strength 0 to 3 at the beginning of a line weighs.
_BY_NAME = (-6.0, -1.8, 0.0, 1.8)
#: So far from the beginning of an entry the year after its authors may stand.
LONGEST_HEAD = 500
#: What a period that ends no shortened word says of the end of an entry.
ENDED = 1.0
_GOES_ON = ",;:&-‐‑–—([{/=+„“"


def wrapped_starts(lines: list[TextLine]) -> list[bool]:
    """Return which lines begin an entry: the best way to cut the lines into entries that each have a year."""
    width = _width(lines)
    indents = _by_indent(lines)
    heads = _by_head(lines)
    weights = [_weight(lines, at, width) + indents.get(lines[at].indent, 0.0) + heads[at] for at in range(len(lines))]
    dated = [line.dated for line in lines]
    begins = best_cut(weights, dated)
    order = by_alphabet(lines, begins)
    if order is None:
        return begins
    return best_cut([weight + more for weight, more in zip(weights, order, strict=True)], dated)


def _width(lines: list[TextLine]) -> int:
    """Return how long full lines are."""
    lengths = sorted(line.length for line in lines)
    return lengths[int(0.85 * (len(lengths) - 1))]


def _weight(lines: list[TextLine], at: int, width: int) -> float:
    """Return how much speaks for line `at` beginning an entry; below 0 it rather goes on with the one before."""
    line = lines[at]
    weight = 4.0 if line.repeats else _BY_NAME[line.name]
    if at == 0 or weight < -5:
        return weight
    before = lines[at - 1]
    first = line.text[line.start : min(line.end, line.start + 60)].split(None, 1)[0]
    if first.strip(".,:;").casefold() in words("not_names") or first.casefold().rstrip(":") in words("inside"):
        weight -= 2.0
    slack = width - before.length - 1 - len(first)
    weight += 2.0 if slack > 0.12 * width else 0.3 if slack >= 0 else -0.4
    return weight + ended(before) + (1.2 if line.gap else 0.0)


def ended(before: TextLine) -> float:
    """Return how much the end of a line speaks for an entry having ended there."""
    last = before.text[before.end - 1]
    token = before.text[max(before.start, before.end - 24) : before.end].rsplit(maxsplit=1)[-1]
    plain = token.casefold().rstrip(".")
    if last in _GOES_ON or plain in words("joiners") or plain in words("inside"):
        return -4.5
    if last == ".":
        initial = len(token) <= 5 and token[-2:-1].isupper() and (len(token) == 2 or token[-3:-2] in ".-‐")
        short = plain in words("pages") or plain in words("editors") or plain in words("volumes")
        return -2.0 if initial or short else ENDED
    if last in ')]>»”"':
        return 0.6
    if last.isdigit() or "/" in token:
        return 0.3
    return -0.6


def _by_indent(lines: list[TextLine]) -> dict[int, float]:
    """Return what each indent weighs, where entries begin further out, or further in, than they go on."""
    counts = Counter(line.indent for line in lines)
    if len(counts) < 2:
        return {}
    strong = Counter(line.indent for line in lines if line.repeats or line.name == 3 or (line.name == 2 and line.dated))
    one, other = (indent for indent, _ in counts.most_common(2))
    if min(counts[one], counts[other]) < 0.12 * len(lines):
        return {}
    begins, goes_on = sorted((one, other), key=lambda indent: -strong[indent] / counts[indent])
    if strong[begins] / counts[begins] < 2 * strong[goes_on] / counts[goes_on] + 0.1:
        return {}
    return {begins: 3.0, goes_on: -4.0}


def _by_head(lines: list[TextLine]) -> list[float]:
    """Return what the place of the year weighs, where entries put it right after their authors."""
    strengths = [line.name for line in lines]
    headed = [
        strength > 0 and _is_headed(line.text, line.start) for strength, line in zip(strengths, lines, strict=True)
    ]
    strong = [headed[at] for at in range(len(lines)) if strengths[at] >= 2 and (at == 0 or ended(lines[at - 1]) > 0.4)]
    if sum(strong) < 0.6 * len(strong) or len(strong) < 3:
        return [0.0] * len(lines)
    return [0.0 if not strength else 0.8 if head else -2.0 for head, strength in zip(headed, strengths, strict=True)]


def _is_headed(text: str, start: int) -> bool:
    """Whether nothing but names stands between `start` and the next year."""
    year = year_at(text, start, min(len(text), start + LONGEST_HEAD))
    head = text[start : max(start, year)]
    if year < 0 or any(letter.isdigit() or letter in ':"“«' for letter in head):
        return False
    small = [token for token in head.split() if token[0].islower() and token.strip(".,;").casefold() not in _small()]
    return len(small) < 2


@cache
def _small() -> frozenset[str]:
    """Return the words in lower case that stand among names."""
    phrases = words("joiners") | words("particles") | words("inside_bodies") | words("et_al") | words("editors")
    return frozenset(part.rstrip(".") for phrase in phrases for part in phrase.split())
