"""The spaces in and around citations: which an article mostly sets, and where it does otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citecheck.extract.habits import Trait
from citecheck.model.citation import Citation, CitationId, CitationKind
from citecheck.model.span import Span
from citecheck.model.value import value

_BRACKETS = {"(": ")", "[": "]"}
_SIGNS = ("", ",", ";", ":")
#: More than this between two parts of a citation is no spacing.
_WIDEST = 8
#: So much of the word before a bracket is shown, in code points.
_LONGEST_WORD = 40


@value
class Gap:
    """A place in or beside a citation where spaces may stand, perhaps round a sign; `around` are the words to show."""

    citation: CitationId
    group: str
    span: Span
    around: Span


def spacings(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield how each citation is spaced: at its brackets, between its parts, and from the one before.

    The end of a line counts as one space, and so does a space of any width or one that keeps words together.
    """
    gaps = [gap for gap in _gaps(text, citations) if len(gap.span) <= _WIDEST]
    forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for gap in gaps:
        written = gap.span.of(text)
        forms[gap.group][_choice(written)][_choice(written) if "\n" in written else written] += 1
    for gap in gaps:
        before, after = text[gap.around.start : gap.span.start], text[gap.span.end : gap.around.end]
        ways = {choice: f"{before}{_most(raw)}{after}" for choice, raw in forms[gap.group].items()}
        yield Trait(gap.citation, gap.around, gap.group, _choice(gap.span.of(text)), gap.around.of(text), ways)


def _most(count: Counter[str]) -> str:
    return min(count, key=lambda written: (-count[written], written))


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
                yield from _gap(text, other, "separator", Span(_end(one), other.span.start), begin=one.span.start)


def _inside(text: str, citation: Citation) -> Iterator[Gap]:
    """Yield the gaps between names and year, year and locator, and a locator's label and its number."""
    year, locator = citation.year_span, citation.locator
    if year is None:
        return
    if citation.authors and not citation.inherited and not citation.distant:
        names = Span(max(citation.authors[-1].span.end, citation.et_al.end if citation.et_al else 0), year.start)
        if citation.kind is CitationKind.PARENTHETICAL:
            group = "year" if citation.et_al is None else "year after et al."
            yield from _gap(text, citation, group, names, begin=citation.span.start)
        else:
            opening = names.start + len(names.of(text).rstrip()) - 1
            if opening >= names.start and text[opening] in _BRACKETS:
                yield from _gap(text, citation, "before", Span(names.start, opening), begin=citation.span.start)
                yield from _gap(text, citation, "opening", Span(opening + 1, year.start), begin=citation.span.start)
    if locator is None or locator.span.start < year.end:
        return
    kind = "labelled" if locator.label else "bare"
    yield from _gap(text, citation, f"{kind} locator", Span(year.end, locator.span.start), begin=citation.span.start)
    if locator.label and locator.span.of(text).startswith(locator.label):
        number = locator.span.start + len(locator.label)
        digits = number + len(text[number : locator.span.end]) - len(text[number : locator.span.end].lstrip())
        yield from _gap(text, citation, f"label{locator.label[-1:]}", Span(number, digits), begin=locator.span.start)


def _brackets(text: str, cluster: Span, members: Sequence[Citation]) -> Iterator[Gap]:
    """Yield the gaps before a bracket, behind its opening sign, and before its closing one."""
    first, last = members[0], members[-1]
    left = max(0, cluster.start - _LONGEST_WORD)
    word = text[left : cluster.start].rstrip()
    if word[-1:].isalnum():
        end = left + len(word)
        yield from _gap(text, first, "before", Span(end, cluster.start), begin=end - len(word.split()[-1]))
    yield from _gap(text, first, "opening", Span(cluster.start + 1, first.span.start), begin=cluster.start)
    if text[cluster.end - 1] == _BRACKETS[text[cluster.start]]:
        yield from _gap(text, last, "closing", Span(_end(last), cluster.end - 1), begin=last.span.start)


def _end(citation: Citation) -> int:
    return max(citation.span.end, citation.locator.span.end if citation.locator else 0)


def _gap(text: str, citation: Citation, group: str, span: Span, *, begin: int) -> Iterator[Gap]:
    """Yield a gap where nothing but spaces and perhaps one sign stand in it; signs have habits of their own."""
    if span.start > span.end:
        return
    sign = span.of(text).strip()
    if sign in _SIGNS:
        yield Gap(citation.id, f"{group} {sign}", span, Span(begin, max(citation.span.end, span.end + 1)))
