"""How an article mostly writes its citations, and where it does otherwise."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from citecheck.languages.language import bare, by_code, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Locator
from citecheck.model.document import Document
from citecheck.model.span import Cover, Span
from citecheck.model.value import value

#: Fewer than this are no habit.
FEWEST = 5
#: A habit is kept by more than this part.
SHARE = 0.55
#: The label of one page before several: "p. 3–5".
ONE_FOR_SEVERAL = "one for several"


@value
class Trait:
    """One thing about one citation that could be written otherwise.

    `group` tells traits apart that follow different habits (inside brackets and in the sentence); `choice` is what
    was chosen here, `written` the words, `replacements` the words that each other choice would make of them.
    """

    citation: CitationId
    span: Span
    group: str
    choice: str
    written: str
    replacements: dict[str, str]


@value
class Deviation:
    """A trait against the habit: where, what is written, what is usual, and the text that would mend it."""

    citation: CitationId
    span: Span
    kind: str
    written: str
    usual: str
    replacement: str | None


def deviations(traits: Iterable[Trait]) -> Iterator[Deviation]:
    """Yield the traits that differ from the choice most of their group make, in order."""
    listed = list(traits)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for trait in listed:
        counts[trait.group][trait.choice] += 1
    usual = {group: _habit(count) for group, count in counts.items()}
    for trait in listed:
        habit = usual[trait.group]
        if habit is not None and habit != trait.choice:
            replacement = trait.replacements.get(habit)
            yield Deviation(trait.citation, trait.span, trait.choice, trait.written, replacement or habit, replacement)


def departures(traits: Iterable[Trait], demanded: Mapping[str, str]) -> Iterator[Deviation]:
    """Yield the traits that differ from what a chosen style demands of their group, in order."""
    for trait in traits:
        choice = demanded.get(trait.group, trait.choice)
        if choice != trait.choice:
            replacement = trait.replacements.get(choice)
            yield Deviation(trait.citation, trait.span, trait.choice, trait.written, replacement or choice, replacement)


def _habit(count: Counter[str]) -> str | None:
    choice, most = min(count.items(), key=lambda pair: (-pair[1], pair[0]))
    return choice if most >= FEWEST and most > SHARE * count.total() else None


def joiners(text: str, citations: Sequence[Citation], *, word: str | None = None) -> Iterator[Trait]:
    """Yield how the last two names of each citation are joined; brackets and sentences have habits of their own.

    These are told apart in any case where a style speaks of each; `word` is then that of the language.
    """
    kinds = {"&": Counter[str](), "word": Counter[str]()}
    found = []
    for citation in citations:
        if citation.joiner is not None and not citation.inherited:
            sign = citation.joiner.of(text)
            found.append((citation, citation.joiner, "&" if sign == "&" else "word"))
            kinds[found[-1][2]][sign] += 1
    apart = word is not None or _places_differ([(citation.kind, choice) for citation, _, choice in found])
    word = next(iter(kinds["word"].most_common(1)), (word or "and", 0))[0]
    for citation, span, choice in found:
        group = citation.kind.value if apart else "all"
        yield Trait(citation.id, span, group, choice, span.of(text), {"&": "&", "word": word})


@lru_cache(maxsize=64)
def word_between(language: str | None) -> str:
    """Return the word that a language writes between the last two names."""
    found = by_code([language or "en"]) or by_code(["en"])
    return next(word for word in found[0].joiners if word != "&")


def joining_word(text: str, citations: Sequence[Citation], kind: CitationKind, language: str | None) -> str:
    """Return the word or sign that citations of this kind mostly have before the last name."""
    joined = [citation for citation in citations if citation.joiner is not None and not citation.inherited]
    like = [citation for citation in joined if citation.kind is kind] or joined
    count = Counter(citation.joiner.of(text) for citation in like if citation.joiner is not None)
    return count.most_common(1)[0][0] if count else word_between(language)


def serial_comma(text: str, citations: Sequence[Citation]) -> bool:
    """Whether a comma mostly stands before the word that joins the last of three or more names."""
    found = [
        text[: citation.joiner.start].rstrip().endswith(",")
        for citation in citations
        if citation.joiner is not None and len(citation.authors) > 2
    ]
    return 2 * sum(found) > len(found)


def et_al_form(text: str, citations: Sequence[Citation]) -> str:
    """Return how the article mostly writes "et al."."""
    count = Counter(" ".join(citation.et_al.of(text).split()) for citation in citations if citation.et_al is not None)
    return count.most_common(1)[0][0] if count else "et al."


def _places_differ(choices: Sequence[tuple[CitationKind, str]]) -> bool:
    """Whether brackets and sentences have different habits (APA: & in brackets, "and" in the sentence)."""
    by_kind: dict[CitationKind, Counter[str]] = defaultdict(Counter)
    for kind, choice in choices:
        by_kind[kind][choice] += 1
    inside, outside = by_kind[CitationKind.PARENTHETICAL], by_kind[CitationKind.NARRATIVE]
    if not inside or not outside:
        return False
    return (
        inside.most_common(1)[0][0] != outside.most_common(1)[0][0] and min(inside.total(), outside.total()) >= FEWEST
    )


def commas(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield whether a comma parts names and year inside brackets."""
    for citation in citations:
        year = citation.year_span
        if (
            citation.kind is not CitationKind.PARENTHETICAL
            or citation.inherited
            or not citation.authors
            or year is None
        ):
            continue
        end = max(citation.authors[-1].span.end, citation.et_al.end if citation.et_al else 0)
        gap = text[end : year.start]
        between = gap.strip(" .\n\u00a0*_")
        if between in {"", ","} and citation.year is not None and citation.year.number is not None:
            span = Span(citation.span.start, year.end)
            names, rest = text[span.start : end], gap if gap.endswith((" ", "\n", "\u00a0")) else f"{gap} "
            lead = len(rest.rstrip())
            choices = {
                ", ": f"{names}{rest[:lead]},{rest[lead:]}{year.of(text)}",
                " ": f"{names}{rest.replace(',', '', 1)}{year.of(text)}",
            }
            yield Trait(citation.id, span, "all", ", " if between else " ", span.of(text), choices)


def et_als(document: Document, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield how "et al." is written: its period, its spacing, and whether it is in italics."""
    emphasis = Cover(document.emphasis)
    found = [
        (citation.id, citation.et_al, _on_one_line(citation.et_al.of(document.text)))
        for citation in citations
        if citation.et_al is not None and not citation.inherited
    ]
    forms = {written for *_, written in found}
    for id_, span, written in found:
        look = " in italics" if emphasis.overlaps(span) else ""
        yield Trait(id_, span, "all", written + look, written, {form + look: form for form in forms})


def _on_one_line(words: str) -> str:
    """Return words with the end of a line, and a space that keeps words together, as a plain space."""
    return words if "  " in words and "\n" not in words else " ".join(words.split())


def ibids(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield how "ibid." is written; a capital is left out of account."""
    for citation in citations:
        if citation.kind is not CitationKind.IBID:
            continue
        start = citation.span.end if not citation.authors else citation.span.start
        span = citation.span if not citation.authors else _ibid_span(text, citation, start)
        written = span.of(text)
        folded = written.casefold()
        other = written[:-1] if written.endswith(".") else f"{written}."
        yield Trait(
            citation.id, span, folded.rstrip("."), "." if folded.endswith(".") else "", written, {".": other, "": other}
        )


def _ibid_span(text: str, citation: Citation, start: int) -> Span:
    """Return the place of the word itself where names stand before it."""
    inside = text[citation.cluster.start + 1 : citation.cluster.end]
    word = inside.split()[0].rstrip(":,;)]") if inside.split() else ""
    begin = citation.cluster.start + 1 + inside.find(word)
    return Span(begin, begin + len(word)) if word else Span(start, citation.span.end)


def page_labels(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield whether page numbers have a label, and whether it is that of one page or of several."""
    labels = _usual_labels(citations)
    for citation in citations:
        locator = citation.locator
        if locator is None or not locator.pages or (locator.label and bare(locator.label) not in words("pages")):
            continue
        numbers = locator.text[len(locator.label) :].lstrip() if locator.label else locator.text
        one, several = labels
        label = several if _is_several(locator) and several else one
        if (
            locator.label
            and label
            and _is_several(locator)
            and several != one
            and bare(locator.label) == bare(one or "")
        ):
            yield Trait(
                citation.id, locator.span, "all", ONE_FOR_SEVERAL, locator.text, {"label": f"{several} {numbers}"}
            )
        else:
            choice = "label" if locator.label else "bare"
            choices = {"bare": numbers} | ({"label": f"{label} {numbers}"} if label else {})
            yield Trait(citation.id, locator.span, "all", choice, locator.text, choices)


def _usual_labels(citations: Sequence[Citation]) -> tuple[str | None, str | None]:
    """Return the labels that the article mostly writes before one page and before several."""
    one: Counter[str] = Counter()
    several: Counter[str] = Counter()
    for citation in citations:
        if citation.locator and citation.locator.label and bare(citation.locator.label) in words("pages"):
            (several if _is_several(citation.locator) else one)[citation.locator.label] += 1
    return (one.most_common(1)[0][0] if one else None), (several.most_common(1)[0][0] if several else None)


def _is_several(locator: Locator) -> bool:
    return len(locator.pages) > 1 or any(first != last for first, last in locator.pages)


def dashes(text: str, citations: Sequence[Citation]) -> Iterator[Trait]:
    """Yield which dash stands in ranges of pages."""
    for citation in citations:
        locator = citation.locator
        if locator is None or not any(first != last for first, last in locator.pages):
            continue
        first = next((sign for sign in locator.text if sign in "-‐‑–—"), None)
        if first is not None:
            choice = "--" if "--" in locator.text else first
            kinds = {sign: locator.text.replace(choice, sign) for sign in ("–", "-", "--")}
            yield Trait(citation.id, locator.span, "all", choice, locator.text, kinds)
