"""A decision to leave a problem alone hits none.

Why it matters
    The problem was mended, or the decision never meant what it says. Left where it is, it hides the next problem
    of its kind.

Example
    <!-- citecheck: ignore year-mismatch: the reprint is quoted --> before a paragraph in which every year agrees

Correction
    Remove the comment, or name the rule whose problem is meant.

Not reported
    Entries of `[[ignore]]` that may be meant for another file: those whose `path` does not name this one alone, and
    that name nothing which stands in it. Where they hit nothing in any file, the program says so when it ends. What
    leaves a matter of style alone while no style is chosen; entries not cited of a list that is taken for a library.

Options
    None. With `--isolated` no comment counts, and none is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each decision that cannot be understood, and then each that hit nothing."""
    for ignore in manuscript.ignores:
        if ignore.mistake is not None:
            message = f"{ignore.place} cannot be followed: {ignore.mistake}"
            yield Finding(message, span=ignore.covers, document=ignore.document)
    for ignore in manuscript.unused:
        yield Finding(
            f"{ignore.place} leaves {' and '.join(ignore.rules)} alone, and there is no such problem",
            span=ignore.covers,
            document=ignore.document,
            help="Remove it, unless the rule it means has another name.",
        )


RULE = Rule("unused-ignore", Severity.WARNING, check, "Is this place still to be left alone?")
