"""The co-authors of a citation are not those of the entry meant.

Why it matters
    Somebody who wrote the work is not named, somebody who did not is, or “et al.” stands for nobody.

Example
    (Tversky, 1974); the entry is by Tversky and Kahneman

Correction
    (Tversky and Kahneman, 1974)

Not reported
    Et al. instead of two or more further names; names that a slip sets apart (misspelled-author).

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.match import DifferenceKind
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


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation whose names are too few, too many or out of order: one finding a citation."""
    for citation, match in manuscript.linked():
        found = [difference for difference in match.differences if difference.kind in _WORDS]
        if found:
            forgotten = found[0].kind is DifferenceKind.AUTHOR_MISSING and len(citation.authors) == 1
            several = len(manuscript.reference(match.references[0]).cited_as) > TWO
            written = cited_as(citation, manuscript)
            yield Finding(
                f"“{written}” {_WORDS[found[0].kind]}: the list has {found[0].listed}",
                span=citation.span,
                citation=citation.id,
                reference=match.references[0],
                suggestion=found[0].listed,
                corrections=as_listed(citation, manuscript.reference(match.references[0]), manuscript),
                confidence=match.confidence,
                severity=Severity.HINT if forgotten and several else None,
                fold=f"{written}|{found[0].listed}",
            )


RULE = Rule(
    "author-mismatch",
    Severity.ERROR,
    check,
    "Which authors are right, those of the citation or those of the entry?",
)
