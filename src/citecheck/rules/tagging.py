"""A citation of a tagged file (JATS, TEI, HTML) points to no entry, or an entry is cited and never pointed to.

Why it matters
    Readers of the page and indexes that count citations follow the tags, not the words. A tag without a target is
    a dead link, and a citation without a tag is not counted.

Example
    <xref ref-type="bibr" rid="b71">Weir, 2009</xref>, and no <ref id="b71">

Correction
    Let the tag name the entry that is meant, or tag the citation.

Not reported
    Untagged citations of an entry that others point to; numbers between two tagged ones (3–5); entries that are
    not cited at all (orphaned-reference); files in which hardly any entry is pointed to.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.rules.rule import Rule
from citecheck.rules.wording import cited_as, listed_as

#: The part of the entries that tags must point to, for one without a tag to be an oversight.
_TAGGED = 0.5


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each tag without a target, and the first citation of each entry that no tag points to."""
    document = manuscript.document
    if not document.links or document.references is None:
        return
    for link in document.links:
        if link.target is None:
            yield Finding(
                f"“{link.span.of(document.text)}” is tagged as “{link.written}”, and no entry is called so",
                span=link.span,
                fold=link.written,
            )
    yield from _untagged(manuscript)


def _untagged(manuscript: Manuscript) -> Iterator[Finding]:
    document = manuscript.document
    targets = {link.target for link in document.links}
    without = {
        reference.id: reference
        for reference in manuscript.references
        if reference.document == 0 and reference.key and not _names(reference) & targets
    }
    if len(without) > _TAGGED * len(manuscript.references):
        return
    tagged = {offset for link in document.links for offset in range(link.span.start, link.span.end)}
    for citation, match in manuscript.linked():
        reference = without.get(match.references[0]) if len(match.references) == 1 else None
        if reference is None or not tagged.isdisjoint(range(citation.span.start, citation.span.end)):
            continue
        del without[reference.id]
        yield Finding(
            f"“{cited_as(citation, manuscript)}” is not tagged, and no tag points to {listed_as(reference)}",
            span=citation.span,
            citation=citation.id,
            reference=reference.id,
        )


def _names(reference: Reference) -> set[str | None]:
    """Return the names by which an entry can be pointed to."""
    return {reference.key, *reference.aliases}


RULE = Rule("tagging", Severity.WARNING, check, "Which entry is meant?")
