"""A work is cited, and nothing in the list is meant by it.

Why it matters
    A reader who follows the citation finds no entry, and the claim it supports stands on nothing that can be
    looked up.

Example
    (Popper, 1934), and no entry by that name or a like one

Correction
    Add the entry, or remove the citation.

Not reported
    Works that a slip of the pen sets apart from their entry (misspelled-author, year-mismatch, author-
    mismatch); personal communications, unpublished data and works in preparation, which belong in no list;
    a lone number in an article that does not cite by number (mixed-style).

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.citation import Citation, CitationKind, Style
from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Match, Verdict
from citecheck.model.problem import Correction, Finding, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as, listed_as


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation for which matching found no entry."""
    for citation, match in manuscript.linked():
        if match.verdict is not Verdict.NONE or citation.kind is CitationKind.IBID:
            continue
        if citation.number is not None and manuscript.style is not Style.NUMERIC:
            continue
        written = cited_as(citation, manuscript)
        keys = [manuscript.reference(near).key for near in match.nearest] if citation.key is not None else []
        yield Finding(
            f"“{written}” is cited, and the list has no such entry",
            span=citation.span,
            citation=citation.id,
            related=match.nearest,
            suggestion=keys[0] if len(keys) == 1 else None,
            help=_nearest(manuscript, match),
            corrections=_rekeyed(citation, keys, manuscript.document.text),
            confidence=match.confidence,
            fold=written.casefold(),
        )


def _rekeyed(citation: Citation, keys: Sequence[str | None], text: str) -> tuple[Correction, ...]:
    """Return the correction that gives a citation the one key that comes nearest to its own."""
    key, written = citation.key, citation.span.of(text)
    if len(keys) != 1 or keys[0] is None or key is None or written.count(key) != 1:
        return ()
    start = citation.span.start + written.index(key)
    return (Correction(Span(start, start + len(key)), keys[0]),)


def _nearest(manuscript: Manuscript, match: Match) -> str:
    """Name what comes nearest in the list."""
    near = [manuscript.reference(key) for key in match.nearest]
    if not near:
        return "nearest: none"
    return "nearest: " + "; ".join(_named(reference) for reference in near)


def _named(reference: Reference) -> str:
    """Name an entry, by its key too where it has one."""
    return f"{reference.key} ({listed_as(reference)})" if reference.key else listed_as(reference)


RULE = Rule(
    "missing-reference",
    Severity.ERROR,
    check,
    "Please send us the full reference, or tell us that the citation can be removed.",
)
