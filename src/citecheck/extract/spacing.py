"""The spaces in and around citations: which an article mostly sets, and where it does otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from citecheck.extract.habits import Trait
from citecheck.model.citation import Citation, CitationKind
from citecheck.model.span import Span

_BRACKETS = {"(": ")", "[": "]"}
_SIGNS = ("", ",", ";", ":")
#: More than this between two parts of a citation is no spacing.
_WIDEST = 8
#: So much of the word before a bracket is shown, in code points.
_LONGEST_WORD = 40


#: A place in or beside a citation where spaces may stand, perhaps round a sign: the citation, the group, where it
#: begins and ends, and where the words to show begin.
Gap = tuple[Citation, str, int, int, int]


def spacings(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield how each citation is spaced: at its brackets, between its parts, and from the one before.

    The end of a line counts as one space, and so does a space of any width or one that keeps words together. Places
    at which all citations are spaced alike are left out.
    """
    forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    found: list[tuple[Gap, str, str]] = []
    for gap in _gaps(text, citations):
        _, kind, start, end, _ = gap
        written = text[start:end]
        sign = written.strip()
        if 0 <= end - start <= _WIDEST and sign in _SIGNS:  # signs have habits of their own
            group, choice = f"{kind} {sign}", _choice(written)
            forms[group][choice][choice if "\n" in written else written] += 1
            found.append((gap, group, choice))
    for (citation, _, start, end, begin), group, choice in found:
        if len(forms[group]) > 1:
            around = Span(begin, max(citation.span.end, end + 1))
            before, after = text[begin:start], text[end : around.end]
            ways = {choice: f"{before}{_most(raw)}{after}" for choice, raw in forms[group].items()}
            yield Trait(citation.id, around, group, choice, around.of(text), ways)


def _most(count: Counter[str]) -> str:
    return min(count, key=lambda written: (-count[written], written))


@lru_cache(maxsize=256)
def _choice(written: str) -> str:
    """Return the gap with each of its spaces as a plain one."""
    sign = written.strip()
    before, _, after = written.partition(sign) if sign else (written, "", "")
    return f"{_plain(before)}{sign}{_plain(after)}"


def _plain(spaces: str) -> str:
    return " " if "\n" in spaces else " " * len(spaces)


def _gaps(text: str, citations: Sequence[Citation]) -> Iterator[Gap]:
    """Yield the places of citations by name and year where spaces may stand."""
    dated = [
        citation
        for citation in citations
        if citation.kind in (CitationKind.PARENTHETICAL, CitationKind.NARRATIVE) and citation.year_span is not None
    ]
    for citation in dated:
        yield from _inside(text, citation)
    clusters: dict[Span, list[Citation]] = defaultdict(list)
    for citation in dated:
        if citation.kind is CitationKind.PARENTHETICAL and text[citation.cluster.start] in _BRACKETS:
            clusters[citation.cluster].append(citation)
    for cluster, members in clusters.items():
        yield from _brackets(text, cluster, members)
        for one, other in pairwise(members):
            if not other.inherited:
                yield other, "separator", _end(one), other.span.start, one.span.start


def _inside(text: str, citation: Citation) -> Iterator[Gap]:
    """Yield the gaps between names and year, year and locator, and a locator's label and its number."""
    begin, year, locator = citation.span.start, citation.year_span, citation.locator
    if year is None:
        return
    if citation.authors and not citation.inherited and not citation.distant:
        names = max(citation.authors[-1].span.end, citation.et_al.end if citation.et_al else 0)
        if citation.kind is CitationKind.PARENTHETICAL:
            group = "year" if citation.et_al is None else "year after et al."
            yield citation, group, names, year.start, begin
        else:
            opening = names + len(text[names : year.start].rstrip()) - 1
            if opening >= names and text[opening] in _BRACKETS:
                yield citation, "before", names, opening, begin
                yield citation, "opening", opening + 1, year.start, begin
    if locator is None or locator.span.start < year.end:
        return
    yield citation, "labelled locator" if locator.label else "bare locator", year.end, locator.span.start, begin
    if locator.label and locator.span.of(text).startswith(locator.label):
        number = locator.span.start + len(locator.label)
        rest = text[number : locator.span.end]
        digits = number + len(rest) - len(rest.lstrip())
        yield citation, f"label{locator.label[-1:]}", number, digits, locator.span.start


def _brackets(text: str, cluster: Span, members: Sequence[Citation]) -> Iterator[Gap]:
    """Yield the gaps before a bracket, behind its opening sign, and before its closing one."""
    first, last = members[0], members[-1]
    left = max(0, cluster.start - _LONGEST_WORD)
    word = text[left : cluster.start].rstrip()
    if word[-1:].isalnum():
        end = left + len(word)
        yield first, "before", end, cluster.start, end - len(word.split()[-1])
    yield first, "opening", cluster.start + 1, first.span.start, cluster.start
    if text[cluster.end - 1] == _BRACKETS[text[cluster.start]]:
        yield last, "closing", _end(last), cluster.end - 1, last.span.start


def _end(citation: Citation) -> int:
    return max(citation.span.end, citation.locator.span.end if citation.locator else 0)
