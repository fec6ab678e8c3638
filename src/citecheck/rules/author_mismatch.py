"""The co-authors of a citation are not those of the entry meant.

Why it matters
    Somebody who wrote the work is not named, somebody who did not is, or “et al.” stands for nobody.

Example
    (Tversky, 1974); the entry is by Tversky and Kahneman

Correction
    (Tversky and Kahneman, 1974)

Not reported
    Et al. instead of two or more further names; names that a slip sets apart (misspelled-author); a first author
    alone for three or more, unless the article otherwise writes et al. wherever that is so.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.citation import Citation, CitationId, CitationKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import DifferenceKind, Match
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rewording import as_listed
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as

_WORDS = {
    DifferenceKind.AUTHOR_MISSING: "leaves out an author",
    DifferenceKind.AUTHOR_ADDED: "names somebody who is no author",
    DifferenceKind.AUTHOR_ORDER: "has the authors in another order",
    DifferenceKind.ET_AL: "writes et al. for too few authors",
}


#: A first author alone for more than two is a forgotten "et al.": the reader still finds the entry.
TWO = 2
#: After so many first authors with et al. in brackets a single one without it is a slip rather than a practice.
HABIT = 5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation whose names are too few, too many or out of order: one finding a citation."""
    exception = _exception(manuscript)
    for citation, match in manuscript.linked():
        found = [difference for difference in match.differences if difference.kind in _WORDS]
        if found:
            hint = _is_alone(citation, match, manuscript) and citation.id != exception
            written = cited_as(citation, manuscript)
            yield Finding(
                f"“{written}” {_WORDS[found[0].kind]}: the list has {found[0].listed}",
                span=citation.span,
                citation=citation.id,
                reference=match.references[0],
                suggestion=found[0].listed,
                corrections=as_listed(citation, manuscript.reference(match.references[0]), manuscript),
                confidence=match.confidence,
                severity=Severity.HINT if hint else None,
                fold=f"{written}|{found[0].listed}",
            )


def _is_alone(citation: Citation, match: Match, manuscript: Manuscript) -> bool:
    """Whether a first author stands for more than two without et al."""
    missing = any(difference.kind is DifferenceKind.AUTHOR_MISSING for difference in match.differences)
    return missing and len(citation.authors) == 1 and len(manuscript.reference(match.references[0]).cited_as) > TWO


def _exception(manuscript: Manuscript) -> CitationId | None:
    """Return the one citation in brackets that forgets the et al. which all others like it have."""
    alone = [citation for citation, match in manuscript.linked() if _is_alone(citation, match, manuscript)]
    if len(alone) != 1 or alone[0].kind is not CitationKind.PARENTHETICAL or alone[0].inherited:
        return None
    shortened = sum(
        citation.kind is CitationKind.PARENTHETICAL and citation.et_al is not None and len(citation.authors) == 1
        for citation in manuscript.citations
    )
    return alone[0].id if shortened >= HABIT else None


RULE = Rule(
    "author-mismatch",
    Severity.ERROR,
    check,
    "Which authors are right, those of the citation or those of the entry?",
)
