"""A citation is written in another way than the article cites: a number among names and years, or the other way round.

Why it matters
    A lone [3] in an article that cites by name and year points at nothing a reader can look up; mostly it is left over
    from an earlier version, or from a text that was pasted in.

Example
    … as has been shown (Kuhn, 1962), in an article that cites by number

Correction
    … as has been shown [4]

Not reported
    Names that only lead up to a number (“Kuhn (1962) [4]”); articles in which the other way is more than a habit
    of a few citations, as where sources are numbered and studies are cited by name.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.citation import Citation, CitationKind, Style
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule
from citecheck.rules.wording import shortened

#: More than this part of the citations is a second way of citing that the author means.
MEANT = 0.34

_BY = {
    Style.AUTHOR_DATE: "by name and year",
    Style.AUTHOR_PAGE: "by name and page",
    Style.NUMERIC: "by number",
    Style.KEYED: "by key",
    Style.NOTES: "in notes",
}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation in another style than the prevailing one, where these are few."""
    strays = [citation for citation in manuscript.citations if _is_stray(citation, manuscript.style)]
    if len(strays) > MEANT * len(manuscript.citations):
        return
    for citation in strays:
        written = shortened(citation.span.of(manuscript.document.text))
        yield Finding(
            f"“{written}” cites {_BY[citation.style]}, and the article {_BY[manuscript.style]}",
            span=citation.span,
            citation=citation.id,
            confidence=0.9,
            fold=citation.style.value,
        )


def _is_stray(citation: Citation, style: Style) -> bool:
    """Whether a citation is in another style; what the format merely tags may be words of any kind."""
    told = citation.year is not None or citation.number is not None or citation.key is not None
    known = citation.style in _BY and style in _BY
    return known and told and citation.style is not style and citation.kind is not CitationKind.IBID


RULE = Rule("mixed-style", Severity.WARNING, check, "Which work is meant, so that it can be cited like the others?")
