"""No reference list was found, or the one found has no entry.

Why it matters
    Without a list no citation can be checked; this one problem stands for all of them.

Example
    An article without a heading such as References, whose list was pasted into another file

Correction
    Give the list with --references FILE, or name its heading with --references-heading.

Not reported
    Articles without a list whose notes give the works in full: there the notes are the list.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule, Scope


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield one finding for the document when there is nothing to check its citations against."""
    if manuscript.references:
        return
    found = "a heading but no entry below it" if manuscript.lists else "no heading such as References or Bibliography"
    yield Finding(
        f"no reference list: {found}, and no block that looks like a list",
        help="Give it with --references FILE, or name its heading with --references-heading “Sources cited”.",
    )


RULE = Rule("no-reference-list", Severity.WARNING, check, "Please send us the list of references.", scope=Scope.ENTRIES)
