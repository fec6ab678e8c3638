"""Citations by key: those that the format marks, or as Pandoc writes them: [@key, p. 5; -@other], @key [p. 5]."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citecheck.extract.body import Body
from citecheck.extract.locators import read_locator
from citecheck.extract.recogniser import Recogniser
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Locator, Style
from citecheck.model.document import Document, KeyedMark
from citecheck.model.reference import ReferenceId
from citecheck.model.span import Span
from citecheck.model.value import replace
from citecheck.text.pattern import pattern

# A key as Pandoc's manual has it: letters, digits, _ and single signs between them; never after a letter (an address),
# a backslash (a cross-reference of bookdown), a slash or a further @. Brackets and blank lines come in the same pass.
# matches: @smith2014 | -@smith2014 | [@doe:99 | @{https://x.org/a}   not: me@x.org, \@ref(fig:one), x/@angular
_SIGNS = pattern(
    r"(?P<open>\[)|(?P<close>\])|(?P<blank>\n[ \t]*\n)"
    r"|(?<![\w\\/@])@(?:\{(?P<braced>[^{}\s]{1,300})\}|(?P<key>\w++(?:[:.#$%&+?<>~/-](?=\w)|\w)*+))"
)
#: Whether there is a key at all; most articles have an address or two, and no key.
_ANY = pattern(r"@(?<![\w\\/@]@)[\w{]")
#: Beginnings of labels of figures, tables and sections, to which Quarto and pandoc-crossref refer with the same sign.
_CROSS_REFERENCE = pattern(
    r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|supp\w{0,8}|vid)[-:]\w", re.IGNORECASE
)
#: A locator is sought in so many code points behind a key.
_LONGEST_LOCATOR = 200
_SUFFIX_BRACKET = pattern(r"\s?\[([^\[\]@\n]{1,200})\]")
_LABELLED = pattern(
    r"[\s,:]{0,4}(?P<label>[^\W\d_][^\d\n]{0,20}?)?\s{0,2}(?P<first>[0-9]{1,6})(?:\s?[–—-]{1,2}\s?(?P<last>[0-9]{1,6}))?"
)


def find(body: Body) -> tuple[Citation, ...]:
    """Return the citations by key, () where no key of the list occurs and none stands in square brackets."""
    marks = body.document.marks
    if marks is not None:
        return tuple(_marked(body, marks)) if marks else ()
    if _ANY.search(body.text) is None:
        return ()
    keys = _keys(body)
    found = [citation for span in body.spans for citation in _in_span(body.text, span)]
    linked = [replace(citation, meant=keys.get(citation.key or "", ())) for citation in found]
    if not any(citation.meant or citation.cluster != citation.span for citation in linked):
        return ()
    if any("{cite" in source.text or "{footcite" in source.text for source in body.document.sources):
        linked = [_without_sign(body.document, citation) for citation in linked]
    dated = not body.document.lists and sum(any(sign.isdigit() for sign in key) for key in keys) > 0.7 * len(keys)
    return tuple(citation for citation in linked if citation.meant or _is_undefined(body, citation, dated=dated))


def _marked(body: Body, marks: tuple[KeyedMark, ...]) -> Iterator[Citation]:
    """Yield the citations that the format marks; in a reference list there are none."""
    keys = _keys(body)
    for mark in marks:
        at = bisect_right(body.spans, mark.span.start, key=lambda span: span.start) - 1
        if at < 0 or mark.span.start >= body.spans[at].end:
            continue
        locator = _locator(body.text, mark.locator) if mark.locator else None
        citation = replace(_keyed(mark.span, mark.key), cluster=mark.cluster, locator=locator)
        yield replace(citation, meant=keys.get(mark.key, ()))


def _keys(body: Body) -> dict[str, tuple[ReferenceId, ...]]:
    """Return each key and alias of the list with the entry that it means: the first that has it, as BibTeX takes it."""
    keys: dict[str, tuple[ReferenceId, ...]] = {}
    for reference in body.references:
        if reference.key:
            keys.setdefault(reference.key, (reference.id,))
    for reference in body.references:
        for alias in reference.aliases:
            keys.setdefault(alias, (reference.id,))
    return keys


def _without_sign(document: Document, citation: Citation) -> Citation:
    """Return a citation without the signs around its key where it is written without them, as in a role of MyST."""
    place, key = document.place(citation.span), citation.key or ""
    if place.span is None or document.sources[place.source].text.startswith("@", place.span.start):
        return citation
    start = document.text.index(key, citation.span.start)
    span = Span(start, start + len(key))
    return replace(citation, span=span, cluster=span if citation.cluster == citation.span else citation.cluster)


def _is_undefined(body: Body, citation: Citation, *, dated: bool) -> bool:
    """Whether a key that the list does not have is one nevertheless, rather than a handle or a cross-reference.

    In brackets it is, and where the header names a list; alone it must look like the keys of the list, which mostly
    have a number.
    """
    if _is_cross_reference(body, citation):
        return False
    return citation.cluster != citation.span or not dated or any(sign.isdigit() for sign in citation.key or "")


def _is_cross_reference(body: Body, citation: Citation) -> bool:
    """Whether a key is the label of a figure, a table or a section, by its form or since the file defines it."""
    key = citation.key or ""
    if _CROSS_REFERENCE.match(key):
        return True
    return any(f"{{#{key}{end}" in source.text for source in body.document.sources for end in "} ")


def _in_span(text: str, span: Span) -> Iterator[Citation]:
    """Yield the keys of one part of the text; those in square brackets have the bracket as their cluster."""
    opened: list[int] = []
    waiting: list[Citation] = []
    for sign in _SIGNS.finditer(text, span.start, span.end):
        if sign["open"]:
            opened.append(sign.start())
        elif sign["close"] and opened:
            start = opened.pop()
            if not opened:
                yield from (_bracketed(text, citation, Span(start, sign.end())) for citation in waiting)
                waiting.clear()
        elif sign["blank"]:
            yield from waiting
            waiting.clear()
            opened.clear()
        elif sign["key"] or sign["braced"]:
            citation = _citation(sign)
            if opened:
                waiting.append(citation)
            else:
                yield replace(citation, locator=_in_next_bracket(text, citation.span.end))
    yield from waiting


def _citation(sign: re.Match[str]) -> Citation:
    return _keyed(Span(*sign.span()), sign["key"] or sign["braced"])


def _keyed(span: Span, key: str) -> Citation:
    return Citation(CitationId(""), span, CitationKind.KEYED, Style.KEYED, span, key=key)


def _bracketed(text: str, citation: Citation, bracket: Span) -> Citation:
    """Return a citation with its bracket and the locator behind its key."""
    end = min(bracket.end - 1, citation.span.end + _LONGEST_LOCATOR)
    for stop in ";@]":
        at = text.find(stop, citation.span.end, end)
        end = at if at >= 0 else end
    locator = read_locator(text, citation.span.end, end, inside=True)
    return replace(citation, cluster=bracket, locator=locator)


def _in_next_bracket(text: str, at: int) -> Locator | None:
    """Return the locator in the bracket behind a key in the sentence: @key [p. 5]."""
    bracket = _SUFFIX_BRACKET.match(text, at)
    return _locator(text, Span(*bracket.span(1))) if bracket else None


def _locator(text: str, note: Span) -> Locator | None:
    """Return the locator with which a note behind a key begins."""
    found = _LABELLED.match(text, note.start, note.end)
    if found is None:
        return None
    start = found.start("label") if found["label"] else found.start("first")
    label = found["label"].strip() if found["label"] else None
    paged = label is None or bare(label) in words("pages")
    pages = ((int(found["first"]), int(found["last"] or found["first"])),) if paged else ()
    return Locator(text[start : found.end()], Span(start, found.end()), label, pages)


RECOGNISER = Recogniser(Style.KEYED, find)
