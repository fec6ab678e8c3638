"""A cited name differs from the name in the entry meant by what looks like a slip.

Why it matters
    One of the two spellings is wrong: a person is misnamed, and searching for the name finds half of the
    citations.

Example
    Tsertsvadze and Axonova, 2013; the list has Axyonova

Correction
    Tsertsvadze and Axyonova, 2013

Not reported
    Differences that plain typing, typography or another script make: Öge/Oge/Oege, ß/ss, ł/l, any apostrophe,
    any hyphen.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.match import DifferenceKind
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each name that differs from the listed one by a slip."""
    for citation, match in manuscript.linked():
        for difference in match.differences:
            if difference.kind is DifferenceKind.SPELLING and not citation.inherited:
                right = difference.cited if difference.list_errs else difference.listed
                yield Finding(
                    f"“{difference.cited}” is cited, and the list has “{difference.listed}”",
                    span=difference.span,
                    citation=citation.id,
                    reference=match.references[0],
                    suggestion=right,
                    help="The citations agree with each other: the entry looks wrong" if difference.list_errs else None,
                    confidence=match.confidence,
                    replacement=None if difference.list_errs else difference.listed,
                    fold=f"{difference.cited}|{difference.listed}",
                )


RULE = Rule("misspelled-author", Severity.ERROR, check)
