"""One person's name is spelled in two ways in the list.

Why it matters
    The works of one person stand apart under two names, and who searches for one finds half of them.

Example
    Ohlsson, Nils, and in another entry Olhsson, Nils

Correction
    Write it as most entries do.

Not reported
    Given names that are whole here and initials there (Müller, J. and Müller, Jan); ä and ae; names that one letter
    sets apart where given names, co-authors and journals do not say that the two are one. Only `citecheck bib` asks
    this.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Name
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry that spells a name in another way than other entries do."""
    from citecheck.match.name_variants import name_variants  # an article does not need it

    for variant in name_variants(manuscript.references):
        reference, other = manuscript.references[variant.place], manuscript.references[variant.other_place]
        where = f"“{listed_as(other)}”" if variant.others == 1 else f"{variant.others} other entries"
        yield Finding(
            f"“{_whole(variant.name)}” is spelled “{_whole(variant.other)}” in {where}",
            span=(reference.author_span if variant.name in reference.cited_as else None) or reference.span,
            document=reference.document,
            reference=reference.id,
            related=(other.id,),
            suggestion=variant.other.family,
            confidence=variant.confidence,
        )


def _whole(name: Name) -> str:
    return f"{name.shown}, {name.given}" if name.given else name.shown


RULE = Rule(
    "inconsistent-name",
    Severity.WARNING,
    check,
    "Are these one person, and if so, which spelling is right?",
    Scope.LIST,
)
