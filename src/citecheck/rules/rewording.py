"""What a citation would say instead: the names and years of an entry, written as the article writes them."""

from __future__ import annotations

from itertools import pairwise

from citecheck.extract.habits import et_al_form, joining_word, serial_comma
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Difference
from citecheck.model.problem import Correction
from citecheck.model.reference import Reference
from citecheck.model.span import Span

#: More names than this are cut to the first and et al.
MOST_NAMES = 3
_SIGNS = " ,\n\xa0"


def as_listed(citation: Citation, reference: Reference, manuscript: Manuscript) -> tuple[Correction, ...]:
    """Return the correction that gives a citation the names of its entry, () where its names do not stand together."""
    names = reference.cited_as
    whole = _names_together(citation, manuscript.document.text)
    if whole is None or not names or any(name.corporate for name in names):
        return ()
    shown = [_as_cited(name.shown, citation) for name in names]
    forgotten = len(citation.authors) == 1 and len(names) > 2
    if reference.et_al or forgotten or len(names) > MOST_NAMES:
        short = et_al_form(manuscript.document.text, manuscript.citations)
        return (Correction(whole, f"{shown[0]} {short}"),)
    return (Correction(whole, joined(shown, citation, manuscript)),)


def joined(names: list[str], citation: Citation, manuscript: Manuscript) -> str:
    """Return names as the article joins them in citations of this kind: "A, B and C"."""
    if len(names) == 1:
        return names[0]
    word = joining_word(manuscript.document.text, manuscript.citations, citation.kind, manuscript.language)
    comma = "," if len(names) > 2 and serial_comma(manuscript.document.text, manuscript.citations) else ""
    return f"{', '.join(names[:-1])}{comma} {word} {names[-1]}"


def respelled(difference: Difference, reference: Reference, manuscript: Manuscript) -> Correction | None:
    """Return the correction of a name spelled otherwise than in the entry; in the entry, where that one errs."""
    listed = difference.listed
    if difference.list_errs:
        return _in_entry(listed, difference.cited, reference, manuscript)
    written = difference.span.of(manuscript.document.text)
    if not written.endswith(difference.cited) or (written != difference.cited and " " in listed):
        return None
    span = Span(difference.span.end - len(difference.cited), difference.span.end)
    return Correction(span, _in_case_of(difference.cited, listed))


def _in_entry(wrong: str, right: str, reference: Reference, manuscript: Manuscript) -> Correction | None:
    """Return the correction of a name among the authors of an entry, if it stands there once."""
    within = reference.author_span
    text = within.of(manuscript.documents[reference.document].text) if within else ""
    if within is None or text.count(wrong) != 1:
        return None
    start = within.start + text.index(wrong)
    return Correction(Span(start, start + len(wrong)), _in_case_of(wrong, right), reference.document)


def _as_cited(name: str, citation: Citation) -> str:
    """Return a listed name as the citation has it; a list may print its names in capitals, and the text not."""
    cited = [author.text for author in citation.authors]
    same = next((one for one in cited if one.casefold() == name.casefold()), None)
    if same is not None or all(one.isupper() for one in cited):
        return same or name
    return " ".join(word.capitalize() if word.isupper() and len(word) > 2 else word for word in name.split())


def _in_case_of(pattern: str, name: str) -> str:
    """Return a name in capitals or not, as the one for which it will stand: MCKAY for “McKy” is McKay."""
    if pattern.isupper() and len(pattern) > 2:
        return name.upper()
    if not name.isupper() or len(name) < 3:
        return name
    usual = " ".join(word.capitalize() for word in name.split(" "))
    pairs = enumerate(zip(pattern, usual, strict=False))
    alike = next(
        (at for at, (one, other) in pairs if one.casefold() != other.casefold()), min(len(pattern), len(usual))
    )
    return pattern[:alike] + usual[alike:]


def redated(citation: Citation, reference: Reference, manuscript: Manuscript) -> tuple[Correction, ...]:
    """Return the correction that gives a citation the year of its entry, () where either is no plain number."""
    cited, listed, where = citation.year, reference.year, citation.year_span
    if cited is None or listed is None or where is None or listed.number is None or cited.number is None:
        return ()
    plain = where.of(manuscript.document.text) == cited.shown
    return (Correction(where, listed.shown),) if plain else ()


def unbracketed(citation: Citation, text: str) -> str | None:
    """Return "Name (1984: p. 16)" for a bracket "(Name, 1984: p. 16)" that holds one citation and nothing before it."""
    whole = _names_together(citation, text)
    year = citation.year_span
    if whole is None or year is None or whole.start != citation.cluster.start + 1:
        return None
    if text[whole.end : year.start].strip(_SIGNS) or text[citation.cluster.start] != "(":
        return None
    return f"{whole.of(text)} ({text[year.start : citation.cluster.end]}"


def _names_together(citation: Citation, text: str) -> Span | None:
    """Return the span of all names with their et al., None where other words stand among them."""
    if citation.inherited or not citation.authors or any(name.initials for name in citation.authors):
        return None
    spans = [name.span for name in citation.authors] + ([citation.et_al] if citation.et_al is not None else [])
    for one, next_ in pairwise(spans):
        between = text[one.end : next_.start].strip(_SIGNS)
        if one.end > next_.start or (between and between != "&" and bare(between) not in words("joiners")):
            return None
    return Span(spans[0].start, spans[-1].end)
