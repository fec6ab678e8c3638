"""From what a rule would have stand in the clean text to edits of the file, as small as words allow."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.fix.writing_forms import written_in
from citecheck.model.document import Document
from citecheck.model.problem import Correction, Edit, Finding, Fix
from citecheck.model.span import Span


def fix_of(finding: Finding, documents: Sequence[Document]) -> Fix | None:
    """Return the edits that mend a finding, None where it has none or a file does not hold the very words read."""
    corrections = corrections_of(finding)
    edits = [_edit(correction, documents[correction.document]) for correction in corrections]
    found = tuple(edit for edit in edits if edit is not None)
    return Fix(found, finding.safe) if found and len(found) == len(corrections) else None


def corrections_of(finding: Finding) -> tuple[Correction, ...]:
    """Return the places of the clean text at which something else would stand."""
    if finding.corrections or finding.replacement is None or finding.span is None:
        return finding.corrections
    return (Correction(finding.span, finding.replacement, finding.document),)


def smallest(correction: Correction, text: str) -> Correction:
    """Return a correction without the words at its ends that stay; a word is changed as a whole."""
    old, new = correction.span.of(text), correction.text
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    while head and old[head - 1].isalnum() and (old[head : head + 1].isalnum() or new[head : head + 1].isalnum()):
        head -= 1
    most -= head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    while tail and old[-tail].isalnum() and _ends_in_word(old, new, tail):
        tail -= 1
    span = Span(correction.span.start + head, correction.span.end - tail)
    return Correction(span, new[head : len(new) - tail], correction.document)


def _ends_in_word(old: str, new: str, tail: int) -> bool:
    """Whether what changes ends inside the word with which the last `tail` signs begin."""
    before = (text[len(text) - tail - 1 : len(text) - tail] for text in (old, new))
    return any(sign.isalnum() for sign in before)


def _edit(correction: Correction, document: Document) -> Edit | None:
    """Return the edit of the file, None where its words are not those of the clean text."""
    least = smallest(correction, document.text)
    if not document.sources or (not len(least.span) and not least.text):
        return None
    at = least.span
    if not len(at) and correction.span.start < at.start == correction.span.end:
        place = document.place(Span(at.start - 1, at.start))  # behind its last word, not before the one that follows
        span = Span(place.span.end, place.span.end) if place.span else None
    else:
        place = document.place(at)
        span = place.span
    if span is None:
        return None
    words, held = at.of(document.text), span.of(document.sources[place.source].text)
    if held not in {words, written_in(document.format, words)}:
        return None
    return Edit(correction.document, place.source, span, written_in(document.format, least.text))
