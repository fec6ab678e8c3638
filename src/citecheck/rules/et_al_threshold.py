"""A citation names all authors where the chosen style wants “et al.”, or writes it where all should be named.

Why it matters
    Styles set from how many authors on only the first is named; copy-editors count.

Example
    (Lark, Martin, & Night, 2011) under `--style apa`, which wants “et al.” from three authors on

Correction
    (Lark et al., 2011)

Not reported
    Articles checked without `--style`; works that would be mistaken for another one of the same first author and
    year; numbers of authors on which two editions of a manual, or first and later citations, differ.

Options
    None. The threshold comes with `--style`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citecheck.model.citation import Citation, Style
from citecheck.model.house_style import HouseStyle
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import DifferenceKind, Match
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.rules.rewording import joined
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as

_BY_NAME = (Style.AUTHOR_DATE, Style.AUTHOR_PAGE)
_OF_AUTHORS = {DifferenceKind.AUTHOR_MISSING, DifferenceKind.AUTHOR_ADDED, DifferenceKind.ET_AL}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation by name that has too many names for the chosen style, or too few."""
    house = manuscript.house
    if house is None or (house.et_al_from is None and house.et_al_allowed_from is None):
        return
    alike = Counter(_short(reference) for reference in manuscript.references)
    for citation, match in manuscript.linked():
        reference = _meant(citation, match, manuscript)
        if reference is not None:
            yield from _judged(citation, reference, house, manuscript, alone=alike[_short(reference)] == 1)


def _meant(citation: Citation, match: Match, manuscript: Manuscript) -> Reference | None:
    """Return the entry whose authors a citation gives by name, None where its names are in doubt."""
    in_doubt = len(match.references) != 1 or any(one.kind in _OF_AUTHORS for one in match.differences)
    if in_doubt or citation.style not in _BY_NAME or citation.inherited or not citation.authors:
        return None
    return manuscript.reference(match.references[0])


def _judged(
    citation: Citation, reference: Reference, house: HouseStyle, manuscript: Manuscript, *, alone: bool
) -> Iterator[Finding]:
    many = len(reference.cited_as)
    written = cited_as(citation, manuscript)
    if citation.et_al is None:
        if house.et_al_from is not None and many >= house.et_al_from and len(citation.authors) == many > 1 and alone:
            first = citation.authors[0]
            yield Finding(
                f"“{written}” names all {many} authors, and {house.title} wants “et al.” from {house.et_al_from} on",
                span=Span(first.span.start, citation.authors[-1].span.end),
                citation=citation.id,
                reference=reference.id,
                replacement=f"{first.text} et al.",
                confidence=0.9,
                fold=written.casefold(),
            )
    elif house.et_al_allowed_from is not None and 1 < many < house.et_al_allowed_from and not reference.et_al:
        yield Finding(
            f"“{written}” stands for {many} authors, all of whom {house.title} names",
            span=citation.et_al,
            citation=citation.id,
            reference=reference.id,
            replacement=_both(citation, reference, manuscript) if many == 2 else None,
            confidence=0.9,
            fold=written.casefold(),
        )


def _both(citation: Citation, reference: Reference, manuscript: Manuscript) -> str:
    """Return what stands for et al. where a work has two authors: "and Dove"."""
    first, second = (name.shown for name in reference.cited_as)
    return joined([first, second], citation, manuscript).removeprefix(f"{first} ")


def _short(reference: Reference) -> tuple[str, str]:
    """Return what is left of the names and year of an entry when it is cited with et al."""
    names = reference.cited_as
    return (names[0].family.casefold() if names else "", reference.year.shown if reference.year else "")


RULE = Rule("et-al-threshold", Severity.STYLE, check, "We shall follow our style here unless you object.")
