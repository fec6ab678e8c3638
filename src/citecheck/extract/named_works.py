"""Works that are cited by what heads their entry: addresses, laws and cases, standards, data sets, software."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from citecheck.extract.body import Body
from citecheck.extract.lexicon import words_of
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.text.pattern import pattern

#: So much of an entry is its head, in code points.
HEAD = 160
_OPENING = ' \n<*_“"'
#: What stands for the entry of a citation that is told.
_TOLD = frozenset({-1})
# a bracket, with one more inside it: (Regulation (EU) 2016/679)
_BRACKET = pattern(r"\(((?:[^()\n]|\n(?!\s*\n)|\([^()\n]{1,40}\)){2,900})\)")
# matches: https://example.org/a | www.example.org   not: example.org
_ADDRESS = pattern(r"(?:https?://|www\.)[^\s<>\"”]{4,300}", re.IGNORECASE)
_LABEL = pattern(r"\s*(?:\[[^\]\n]{1,24}\]|[0-9]{1,4}[.)]|[•·▪*-])?\s*")
# the end of the first part of a head: "SPSS Statistics. " | "Stata: " | "ggplot2, "
_PART_END = pattern(r"[.,:;(\[](?=\s|$)|\s[(\[]")
#: What follows a named work in its bracket has at most so many code points.
MOST_BEHIND = 43
# what may follow a named work in its bracket: ", Art. 5" | ", p. 3" | ", version 25" | " § 4"
_REST = pattern(r"(?:,\s|\s(?=§)).{1,40}$", re.DOTALL)
# the parties of a case at law: "R v Smith" | "Roe v. Wade"
_CASE = pattern(r"\w\s(?:v|vs|c)\.?\s(?=[^\W\d_])")


def with_named_works(body: Body, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return author–date citations with those by the head of an entry that none of them means.

    A case at law that no entry has is left out: lists of references seldom hold cases.
    """
    cited = [_entries(citation, body) for citation in citations]
    heads = _Heads(body, cited)
    known = [citation for citation, entries in zip(citations, cited, strict=True) if entries]
    named = _apart(list(_named(body, heads)) if heads else [], known)
    unknown = [citation for citation, entries in zip(citations, cited, strict=True) if not entries]
    left = [citation for citation in _apart(unknown, named) if not _is_foreign_case(citation, body)]
    return tuple(sorted([*known, *named, *left], key=lambda citation: (citation.span.start, citation.span.end)))


def _apart(citations: Sequence[Citation], others: Sequence[Citation]) -> list[Citation]:
    """Return the citations that overlap none of the others, which are in text order."""
    starts = [other.span.start for other in others]
    kept = []
    for citation in citations:
        at = bisect_left(starts, citation.span.end)
        if not any(other.span.overlaps(citation.span) for other in others[max(0, at - 2) : at]):
            kept.append(citation)
    return kept


class _Heads:
    """The heads of the entries that nothing cites yet, by their first word."""

    def __init__(self, body: Body, entries: Iterable[frozenset[int]]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], int, Reference]]] = defaultdict(list)
        self._by_address: dict[str, list[Reference]] = defaultdict(list)
        cited = frozenset().union(*entries)
        for index, reference in enumerate(body.references):
            if index in cited:
                continue
            for address in {_plain(one.group()) for one in _ADDRESS.finditer(reference.text)}:
                self._by_address[address].append(reference)
            head = _head(reference)
            if head:
                self._by_word[head[0][0]].append((*head, reference))

    def __bool__(self) -> bool:
        return bool(self._by_word or self._by_address)

    def may_open(self, written: str) -> bool:
        """Whether what is written begins with an address, with the first word of a head, or with what leads in."""
        first, _, _ = written.partition(" ")
        said = words_of(first)
        known = not said or said[0] in self._by_word or bare(first) in words("before")
        return known or _ADDRESS.match(written) is not None

    def of(self, written: str) -> Reference | None:
        """Return the one entry that `written` is the head of, or the address in."""
        address = _ADDRESS.fullmatch(written.strip())
        if address:
            found = self._by_address.get(_plain(address.group()), [])
            return found[0] if len(found) == 1 else None
        said = words_of(written)
        if not any(word[0].isalpha() for word in said) or written.islower():
            return None
        alike = [
            reference
            for head, part, reference in self._by_word.get(said[0], ())
            if head[: len(said)] == said and (len(said) == part or (len(said) > 1 and _is_telling(written)))
        ]
        return alike[0] if len(alike) == 1 else None


def _head(reference: Reference) -> tuple[tuple[str, ...], int] | None:
    """Return the words at the head of an entry and how many make up its first part; None for persons with a year.

    Works of persons and bodies that have a year are cited by both, and only a bracket that holds both means them.
    """
    dated = reference.year is not None and bool(reference.cited_as)
    if dated and not any(name.corporate for name in reference.cited_as[:1]):
        return None
    label = _LABEL.match(reference.text)
    text = reference.text[label.end() if label else 0 :][:HEAD].lstrip("*_“\"'")
    end = _PART_END.search(text)
    head = words_of(text)
    part = len(words_of(text[: end.start()])) if end and not dated else 0
    return (head, part) if head else None


def _is_telling(written: str) -> bool:
    """Whether some words are a name that nothing else has: with a number in it."""
    return any(letter.isdigit() for letter in written)


def _entries(citation: Citation, body: Body) -> frozenset[int]:
    """Return the entries that have the first name and the year of a citation; -1 stands for what it is told to mean."""
    if citation.meant or not citation.authors or citation.year is None:
        return _TOLD
    year = citation.year.number if citation.year.number is not None else citation.year.undated
    return body.lexicon.dated(words_of(citation.authors[0].text), year)


def _named(body: Body, heads: _Heads) -> Iterator[Citation]:
    for span in body.spans:
        for bracket in _BRACKET.finditer(body.text, span.start, span.end):
            start = bracket.start(1)
            for piece in bracket[1].split(";"):
                if heads.may_open(piece.lstrip(_OPENING)):
                    yield from _piece(body.text, Span(start, start + len(piece)), Span(*bracket.span()), heads)
                start += len(piece) + 1


def _piece(text: str, piece: Span, bracket: Span, heads: _Heads) -> Iterator[Citation]:
    """Yield the citation that one work of a bracket is: its words without what leads in and what follows."""
    inner = _without_lead(text, piece)
    for span in (inner, _without_rest(text, inner)):
        reference = heads.of(span.of(text)) if len(span) > 1 else None
        if reference is not None:
            yield Citation(
                CitationId(""),
                span,
                CitationKind.PARENTHETICAL,
                Style.AUTHOR_DATE,
                cluster=bracket,
                meant=(reference.id,),
            )
            return


def _without_lead(text: str, piece: Span) -> Span:
    """Return a piece without spaces around it and without "see", "e.g.,", "cf." before it."""
    start, end = piece.start, piece.end
    while start < end and text[start] in _OPENING:
        start += 1
    while end > start and text[end - 1] in ' \n>*_”",':
        end -= 1
    for _ in range(3):
        first = text[start:end].split(maxsplit=1)
        if len(first) < 2 or bare(first[0]) not in words("before"):
            break
        start = end - len(first[1])
    return Span(start, end)


def _without_rest(text: str, span: Span) -> Span:
    """Return a work without the article, page or version behind it."""
    rest = _REST.search(text, max(span.start, span.end - MOST_BEHIND), span.end)
    return Span(span.start, rest.start()) if rest else span


def _plain(address: str) -> str:
    """Return an address as it is compared."""
    shown = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip("<>*_ "), flags=re.IGNORECASE)
    return shown.rstrip("/.,;:)>*_").casefold()


def _is_foreign_case(citation: Citation, body: Body) -> bool:
    """Whether a citation is a case at law that the list does not have."""
    if not citation.authors or citation.meant or not _CASE.search(citation.span.of(body.text)):
        return False
    return not any(body.lexicon.entries(words_of(name.text)) for name in citation.authors)
