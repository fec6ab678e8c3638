"""A cited name differs from the name in the entry meant by what looks like a slip.

Why it matters
    One of the two spellings is wrong: a person is misnamed, and searching for the name finds half of the
    citations.

Example
    Tversky and Kahnemann, 1974; the list has Kahneman

Correction
    Tversky and Kahneman, 1974

Not reported
    Differences that plain typing, typography or another script make: Öge/Oge/Oege, ß/ss, ł/l, any apostrophe,
    any hyphen.

Options
    None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citecheck.model.manuscript import Manuscript
from citecheck.model.match import Difference, DifferenceKind
from citecheck.model.problem import Correction, Finding, Severity
from citecheck.model.reference import Reference
from citecheck.model.span import Span
from citecheck.rules.rewording import respelled
from citecheck.rules.rule import Rule


def check(manuscript: Manuscript) -> Iterator[Finding]:
    """Yield each citation with names that differ from the listed ones by a slip; names given once are told of once."""
    seen: set[Span] = set()
    for citation, match in manuscript.linked():
        slips = [difference for difference in match.differences if difference.kind is DifferenceKind.SPELLING]
        if not slips or slips[0].span in seen:
            continue
        seen.add(slips[0].span)
        cited, listed = (" and ".join(names) for names in ([d.cited for d in slips], [d.listed for d in slips]))
        entry_errs = all(difference.list_errs for difference in slips)
        yield Finding(
            f"“{cited}” is cited, and the list has “{listed}”",
            span=Span(slips[0].span.start, slips[-1].span.end),
            citation=citation.id,
            reference=match.references[0],
            suggestion=cited if entry_errs else listed,
            help="The citations agree with each other: the entry looks wrong" if entry_errs else None,
            confidence=match.confidence,
            corrections=_corrections(slips, manuscript.reference(match.references[0]), manuscript),
            fold=f"{cited}|{listed}",
        )


def _corrections(slips: Sequence[Difference], reference: Reference, manuscript: Manuscript) -> tuple[Correction, ...]:
    """Return the corrections of all names, () where one of them cannot be made."""
    found = tuple(respelled(slip, reference, manuscript) for slip in slips)
    made = tuple(correction for correction in found if correction is not None)
    return made if len(made) == len(found) else ()


RULE = Rule("misspelled-author", Severity.ERROR, check, "Which spelling is right?")
