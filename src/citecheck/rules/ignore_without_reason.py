"""A comment tells to leave a problem alone, and does not say why.

Why it matters
    Whoever reads the manuscript next, an editor or the author in a year, has to know whether the decision still holds.
    Without a reason it counts for nothing: the problem is reported.

Example
    <!-- citecheck: ignore year-mismatch -->

Correction
    <!-- citecheck: ignore year-mismatch: the reprint is quoted, the original listed -->

Not reported
    What `[[ignore]]` in a configuration file leaves out: there the reason is asked for at once.

Options
    None. With `--isolated` no comment counts, and none is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each decision to leave problems alone that has no reason."""
    for ignore in manuscript.ignores:
        if ignore.reason is None and ignore.mistake is None:
            yield Finding(
                f"{ignore.place} leaves {' and '.join(ignore.rules)} alone without a reason, and is not followed",
                span=ignore.covers,
                document=ignore.document,
                help="Write the reason behind a colon: citecheck: ignore RULE: reason.",
            )


RULE = Rule("ignore-without-reason", Severity.WARNING, check, "Why is this place to stay as it is?")
