"""An entry of the list is never cited.

Why it matters
    A list of references names what the text rests on; an entry without a citation is a leftover, or its
    citation was lost.

Example
    Arrow, Kenneth. 1951. …, and no citation of it

Correction
    Cite the work, or remove the entry.

Not reported
    Entries that are cited with a slip in name or year; entries that one of several fitting citations may mean;
    the uncited entries of a separate list that is a library; lists headed as further reading; entries that a
    cited one is a part of (crossref); entries whose key another one has (duplicate-key); entries that are broken
    (malformed-entry), since what was not read may be cited; any entry where a part of the manuscript was not read,
    or where it cites all of them at once, as with nocite and an asterisk.

Options
    None. `--orphans` reports the uncited entries of a library too, and those of a manuscript read in part.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.reach import Reach
from citecheck.match.confidence import of_orphan
from citecheck.match.duplicates import duplicates_within
from citecheck.model.citation import Style
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.rules.rule import Rule
from citecheck.rules.wording import listed_as

#: A shorter name stands in other words too.
FEW_LETTERS = 3


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry that no citation means."""
    unknowable = manuscript.library or manuscript.excerpt or manuscript.document.all_cited
    if unknowable or not manuscript.citations:
        return
    text = " ".join(span.of(manuscript.document.text) for span in _outside(manuscript))
    reach = Reach(manuscript.references, [citation.span.start for citation in manuscript.citations])
    same = duplicates_within(manuscript.references, reach.group)
    cited = {key for match in manuscript.matches for key in match.references}
    positions = {reference.id: index for index, reference in enumerate(manuscript.references)}
    cited_keys = {reference.key for reference in manuscript.references if reference.id in cited and reference.key}
    cited_keys.update(key for reference in manuscript.references if reference.id in cited for key in reference.parents)
    cited_works = {same.get(positions[key], positions[key]) for key in cited if key in positions}
    keyed = manuscript.style is Style.KEYED
    for index, reference in enumerate(manuscript.references):
        if reference.id in cited or reference.key in cited_keys or reference.broken:
            continue
        if keyed or (same.get(index, index) not in cited_works and index not in same):
            yield Finding(
                f"“{listed_as(reference)}” is in the list and never cited",
                span=reference.span,
                document=reference.document,
                reference=reference.id,
                confidence=of_orphan(),
                severity=Severity.HINT if not keyed and _may_be_named(reference, text, manuscript.style) else None,
            )


def _outside(manuscript: Manuscript) -> Iterator[Span]:
    """Yield the parts of the article that are no list."""
    at = 0
    for found in sorted((one.span for one in manuscript.lists if one.document == 0), key=lambda span: span.start):
        yield Span(at, max(at, found.start))
        at = found.end
    yield Span(at, len(manuscript.document.text))


def _may_be_named(reference: Reference, text: str, style: Style) -> bool:
    """Whether an entry without a year, without names, or of a body is perhaps cited in words without its year."""
    names = reference.cited_as
    if not names:
        return True
    dated = reference.year is not None and reference.year.number is not None and style is not Style.AUTHOR_PAGE
    if dated and not (names[0].corporate and " " in names[0].family):
        return False
    return len(names[0].family) > FEW_LETTERS and names[0].family in text


RULE = Rule(
    "orphaned-reference",
    Severity.WARNING,
    check,
    "Where is this work to be cited, or can the entry be removed?",
)
