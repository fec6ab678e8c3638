"""An entry lacks its year or title, or its authors are written so that they cannot be right.

Why it matters
    An entry that cannot be read cannot be found, and its citations cannot be linked. One that is certainly wrong, a
    person written as two or a broken record, is an error. One that joins its parts otherwise than nearly all others,
    a day in brackets, a comma between place and publisher or a body in place of the place, is a matter of style.

Example
    Aydin, and Leyla. 2012. …

Correction
    Aydin, Leyla. 2012. …

Not reported
    Entries that cite a web page, a law or an archive, which have no year or title by nature.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.extract.entry_habits import oddities
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import FlawKind
from citecheck.rules.rule import Rule, Scope
from citecheck.rules.wording import cited, shortened

_WORDS = {
    FlawKind.NO_YEAR: "has no year",
    FlawKind.NO_TITLE: "has no title",
    FlawKind.SPLIT_NAME: "has one person written as two",
    FlawKind.BROKEN: "is broken",
}
#: When so many entries lack the same thing, the list is of another kind, or was read wrongly.
HABIT = 0.2


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each entry with a flaw, and each that is joined together otherwise than most."""
    yield from _flawed(manuscript)
    for oddity in oddities(manuscript.documents, manuscript.references):
        joint = oddity.joint
        yield Finding(
            f"“{shortened(joint.shown)}” is joined otherwise than in most entries, such as “{shortened(oddity.usual)}”",
            span=joint.span,
            document=joint.document,
            reference=joint.reference,
            confidence=0.8,
            severity=Severity.STYLE,
            fold=joint.kind,
        )


def _flawed(manuscript: Manuscript) -> Iterator[Finding]:
    """What a fifth of the entries lack is the habit of the list."""
    flawed = [
        (reference, flaw) for reference in manuscript.references for flaw in reference.flaws if flaw.kind in _WORDS
    ]
    counts = {kind: sum(flaw.kind is kind for _, flaw in flawed) for kind in _WORDS}
    for reference, flaw in flawed:
        certain = flaw.kind in {FlawKind.SPLIT_NAME, FlawKind.BROKEN}
        if not certain and counts[flaw.kind] > max(2, HABIT * len(manuscript.references)):
            continue
        written = flaw.span.of(manuscript.documents[reference.document].text)
        named = reference.key if flaw.kind is FlawKind.BROKEN and reference.key else shortened(written)
        reason = f": {flaw.reason}" if flaw.reason else ""
        yield Finding(
            f"the entry “{named}” {_WORDS[flaw.kind]}{reason}",
            span=flaw.span,
            document=reference.document,
            reference=reference.id,
            suggestion=flaw.expected,
            replacement=flaw.expected if flaw.kind is FlawKind.SPLIT_NAME else None,
            confidence=0.9 if certain else 0.7,
            severity=Severity.ERROR if certain else (Severity.HINT if cited(manuscript, reference.id) else None),
        )


RULE = Rule("malformed-entry", Severity.WARNING, check, "Please complete or correct the entry.", scope=Scope.ENTRIES)
