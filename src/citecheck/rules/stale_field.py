"""What the text shows of a citation is no longer what its field holds.

Why it matters
    A reference manager keeps the works cited in a hidden field. A citation that was changed by hand is changed back
    when the fields are next updated; until then, text and field cite different works or years.

Example
    The text shows (Axelrod, 1985); the field of Zotero holds (Axelrod, 1984).

Correction
    Edit the citation in the reference manager, or unlink the field where the text is right.

Not reported
    Other spaces, dashes and quotation marks; words that the manager was told to keep, if the year is the work’s.

Options
    None.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from citecheck.model.document import Link
from citecheck.model.manuscript import Manuscript
from citecheck.model.problem import Finding, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.rules.rule import Rule
from citecheck.text.folding import latin


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each field of a reference manager whose text was changed by hand."""
    document = manuscript.document
    if not document.works:
        return
    works = {work.key: work for work in document.works}
    fields: dict[Span, list[Link]] = defaultdict(list)
    for link in document.links:
        fields[link.span].append(link)
    for span, links in sorted(fields.items()):
        written, held = span.of(document.text), links[0].shown
        if held is None:
            held = _other_years(written, [works[link.target] for link in links if link.target in works])
        elif _signs(written) == _signs(held):
            held = None
        if held is not None:
            cited = next((citation.id for citation in manuscript.citations if citation.span.overlaps(span)), None)
            yield Finding(
                f"the text shows “{written}”, the field of the reference manager holds “{held}”",
                span=span,
                citation=cited,
                help="Edit the citation in the reference manager, or unlink the field",
                confidence=0.9,
            )


def _signs(text: str) -> str:
    """Return the letters and digits of a text: what an editor's spaces and dashes leave alone."""
    return "".join(sign for sign in latin(text) if sign.isalnum())


def _other_years(written: str, works: Sequence[Reference]) -> str | None:
    """Return the years of the works where the text shows years and none of theirs."""
    numbers = "".join(sign if sign.isdigit() else " " for sign in written).split()
    shown = {number for number in numbers if len(number) == 4}
    years = [str(work.year.number) for work in works if work.year and work.year.number]
    return ", ".join(years) if shown and years and shown.isdisjoint(years) else None


RULE = Rule("stale-field", Severity.WARNING, check, "Which of the two is right?")
