"""What speaks for and against a fault that matching found: the evidence that its confidence is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p

from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.match.spelling import likeness
from citecheck.match.weights import Numbers
from citecheck.match.years import Slip, year_slip
from citecheck.model.citation import Citation, CitationId, CitationKind, Style
from citecheck.model.match import Difference, DifferenceKind, Match, Verdict
from citecheck.model.reference import Reference, ReferenceId

#: What a fault is called that has no difference to be called by.
MISSING, SEVERAL = "missing", "several"

#: A last word of so few letters, all of them capitals, is more likely the initials of a name than its end.
INITIALS = 3
#: A name in capitals of at most so many letters may be an acronym, or no name at all.
ACRONYM = 5
#: A second candidate that costs so much more leaves no doubt which entry is meant.
WIDEST = 5.0
MOST_NAMES = 3.0


def kinds_of(match: Match) -> tuple[str, ...]:
    """Return the kinds of fault of a match: none where citation and entry agree."""
    if match.verdict is Verdict.NONE:
        return (MISSING,)
    if match.verdict is Verdict.SEVERAL:
        return (SEVERAL,)
    return tuple(dict.fromkeys(difference.kind.value for difference in match.differences))


class Evidence:
    """The evidence on the faults of one article.

    `margins` tell how much more the second best entry costs than the one that is taken to be meant.
    """

    def __init__(
        self,
        linked: Sequence[tuple[Citation, Match]],
        references: Mapping[ReferenceId, Reference],
        lexicon: Lexicon,
        margins: Mapping[CitationId, float],
    ) -> None:
        self._references = references
        self._lexicon = lexicon
        self._margins = margins
        self._agreed = {entry for _, match in linked if match.verdict is Verdict.ONE for entry in match.references}
        self._names = Counter(name.text for citation, _ in linked for name in citation.authors)

    def of(self, citation: Citation, match: Match, kind: str) -> Numbers:
        """Return the evidence on one kind of fault of a match, each piece with its value; absent means 0."""
        found = {
            kind: 1.0,
            "double": float(len(kinds_of(match)) > 1),
            "distant": float(citation.distant),
            "narrative": float(citation.kind is CitationKind.NARRATIVE),
            "names": min(MOST_NAMES, max(0.0, len(citation.authors) - 1.0)),
            "et-al-written": float(citation.et_al is not None),
            "other-style": float(citation.style is not Style.AUTHOR_DATE),
        }
        if kind == MISSING:
            return found | self._on_missing(citation)
        entries = [self._references[one] for one in match.references]
        if kind == SEVERAL:
            return found | _on_several(entries)
        found |= _on_entry(entries[0])
        found["uncited"] = float(entries[0].id not in self._agreed)
        found["margin"] = min(1.0, self._margins.get(citation.id, WIDEST) / WIDEST)
        for difference in match.differences:
            if difference.kind.value == kind:
                found |= self._on_difference(citation, entries[0], difference)
        return found

    def _on_missing(self, citation: Citation) -> Numbers:
        first = citation.authors[0].text if citation.authors else ""
        return {
            "words": log1p(len(first.split())),
            "capitals": float(0 < len(first) <= ACRONYM and first.isupper()),
            "known-name": float(bool(first) and self._lexicon.knows(words_of(first))),
        }

    def _on_difference(self, citation: Citation, entry: Reference, difference: Difference) -> Numbers:
        kind = difference.kind
        if kind is DifferenceKind.AUTHOR_ORDER:
            return {"order-of-some": float(len(citation.authors) < len(entry.cited_as))}
        if kind is DifferenceKind.ET_AL:
            return {"et-al-of-two": float(len(entry.cited_as) > 1)}
        if kind is DifferenceKind.YEAR:
            slip = year_slip(citation.year, entry.year) if citation.year and entry.year else Slip.NONE
            return {"no-year": float(entry.year is None), "year-far": float(slip is not Slip.STRONG)}
        if kind is DifferenceKind.SPELLING:
            return {
                "unlike": 1.0 - likeness(difference.cited, difference.listed),
                "short": 1.0 / max(1, len(difference.listed)),
                "cited-is-listed": float(self._lexicon.knows(words_of(difference.cited))),
                "listed-is-cited": float(self._names[difference.listed] > 0),
            }
        return {}


def _on_entry(entry: Reference) -> Numbers:
    return {
        "bodies": float(any(name.corporate for name in entry.cited_as)),
        "ill-read": float(_is_ill_read(entry)),
        "authors": log1p(len(entry.cited_as)),
    }


def _on_several(entries: Sequence[Reference]) -> Numbers:
    return {
        "lettered": float(all(entry.year is not None and bool(entry.year.suffix) for entry in entries)),
        "unequal": float(len({len(entry.cited_as) for entry in entries}) > 1),
    }


def _is_ill_read(entry: Reference) -> bool:
    """Whether the names of an entry look cut in the wrong place: "Sparrow AB" in a list that has no such capitals."""
    first = entry.cited_as[0].family if entry.cited_as else ""
    if first.isupper() and len(first) > INITIALS:
        return False
    last = [name.shown.split()[-1:] for name in entry.cited_as if not name.corporate]
    return any(len(word) <= INITIALS and word.isupper() for words in last for word in words)
