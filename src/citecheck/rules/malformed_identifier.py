"""A DOI, ISBN, ISSN, arXiv number or address cannot be right.

Why it matters
    It leads nowhere, or to another work: the last digit of an ISBN and of an ISSN is reckoned from the others, so that
    a slip in any of them shows.

Example
    isbn = {978-0-226-45804-1}

Correction
    isbn = {978-0-226-45804-5}

Not reported
    What is well formed and belongs to another work: nothing is looked up. Addresses without http://, which browsers
    accept. Only `citecheck bib` asks this: of the fields of a list that is data, and of what a label announces in a
    typed one.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as, shortened


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each identifier that its own form shows to be wrong."""
    from citecheck.extract.labelled_identifiers import labelled_identifiers  # an article needs neither
    from citecheck.text.identifiers import identifier_fault

    for reference in manuscript.references:
        document = manuscript.documents[reference.document]
        typed = document.references is None
        found = labelled_identifiers(document.text, reference.span) if typed else reference.identifiers
        for identifier in found:
            fault = identifier_fault(identifier.kind, identifier.text)
            if fault is not None:
                written = shortened(identifier.text)
                yield Finding(
                    f"the {identifier.kind.value} “{written}” of “{listed_as(reference)}” cannot be right: {fault}",
                    span=identifier.span,
                    document=reference.document,
                    reference=reference.id,
                    confidence=0.9,
                )


RULE = Rule(
    "malformed-identifier",
    Severity.WARNING,
    check,
    "Please check this number or address against the work itself.",
    Scope.LIST,
)
