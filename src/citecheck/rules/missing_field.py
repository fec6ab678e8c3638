"""An entry lacks a field that works of its type are found by.

Why it matters
    A style prints a gap there, or a question mark, and a reader cannot find the work.

Example
    @article{kuhn1962, author = {Kuhn, Thomas}, title = {Historical Structure of Scientific Discovery}, year = 1962}

Correction
    Add the journal: journal = {Science}

Not reported
    Typed lists, where the type of a work is a guess (malformed-entry speaks of those); types that say nothing, such as
    @misc, but for their title; what an entry inherits from the volume it stands in. A missing publisher or institution
    is a matter of style. Only `citecheck bib` asks this.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import FlawKind, Reference
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import listed_as

_PRESENT: dict[str, Callable[[Reference], object]] = {
    "author": lambda entry: entry.cited_as or entry.et_al,
    "title": lambda entry: entry.title,
    "year": lambda entry: entry.year,
    "journal": lambda entry: entry.container,
    "book": lambda entry: entry.container,
    "proceedings": lambda entry: entry.container or entry.doi or entry.url,
    "publisher": lambda entry: entry.publisher,
    "university": lambda entry: entry.publisher,
    "institution": lambda entry: entry.publisher,
    "address": lambda entry: entry.url or entry.doi,
}
#: What a work of each CSL type is called in a message, and the fields it needs.
_NEEDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "article-journal": ("article", ("author", "title", "journal", "year")),
    "article-magazine": ("article", ("title", "journal", "year")),
    "article-newspaper": ("article", ("title", "journal", "year")),
    "book": ("book", ("author", "title", "publisher", "year")),
    "chapter": ("chapter", ("author", "title", "book", "publisher", "year")),
    "paper-conference": ("conference paper", ("author", "title", "proceedings", "year")),
    "thesis": ("thesis", ("author", "title", "university", "year")),
    "report": ("report", ("title", "institution", "year")),
    "webpage": ("web page", ("title", "address")),
}
_OTHERS = ("entry", ("title",))
_STYLE = frozenset(("publisher", "institution", "university"))


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each field that an entry of a list that is data lacks; one that is broken lacks them for that reason."""
    for reference in manuscript.references:
        if manuscript.documents[reference.document].references is None or _is_broken(reference):
            continue
        what, needed = _NEEDED.get(reference.type or "", _OTHERS)
        for name in needed:
            if not _PRESENT[name](reference):
                yield Finding(
                    f"the {what} “{listed_as(reference)}” has no {name}",
                    span=reference.span,
                    document=reference.document,
                    reference=reference.id,
                    confidence=0.9,
                    severity=Severity.STYLE if name in _STYLE else None,
                )


def _is_broken(reference: Reference) -> bool:
    return any(flaw.kind is FlawKind.BROKEN for flaw in reference.flaws)


RULE = Rule("missing-field", Severity.WARNING, check, "Please add it.", Scope.LIST)
