"""Entries that are the same work twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from citecheck.match.spelling import reduced
from citecheck.model.reference import Reference
from citecheck.text.folding import latin

#: Two titles so alike (0 to 100, normalised indel similarity) are one title with a slip.
ALIKE = 90.0
#: Two words so alike may be one with a slip; so many words may be missing from one of two titles.
SLIP, MOST_WORDS = 70.0, 2


def duplicates(references: Sequence[Reference]) -> dict[int, int]:
    """Return, for each entry that is the same work as an earlier one, the index of the earliest such entry.

    The same work: the same DOI; or nearly the same title with the same first author and year. Parts, editions and
    reprints (another volume, year or page) are other works.
    """
    result: dict[int, int] = {}
    by_author: dict[tuple[str, object], list[int]] = defaultdict(list)
    by_doi: dict[str, int] = {}
    for index, reference in enumerate(references):
        earlier = by_doi.get(reference.doi.casefold()) if reference.doi else None
        names = reference.cited_as
        key = (reduced(names[0].family) if names else "", reference.year.number if reference.year else None)
        if earlier is None or not _titles_agree(references[earlier], reference):
            earlier = next((at for at in by_author[key] if _same_work(references[at], reference)), None)
        if earlier is not None:
            result[index] = result.get(earlier, earlier)
        by_author[key].append(index)
        if reference.doi:
            by_doi.setdefault(reference.doi.casefold(), index)
    return result


def _titles_agree(one: Reference, other: Reference) -> bool:
    if not one.title or not other.title:
        return True
    return fuzz.ratio(latin(one.title[:300]), latin(other.title[:300])) >= 75


def _same_work(one: Reference, other: Reference) -> bool:
    if not one.title or not other.title or not one.cited_as:
        return False
    if one.doi and other.doi and one.doi.casefold() != other.doi.casefold():
        return False
    a, b = latin(one.title[:300]), latin(other.title[:300])
    if fuzz.ratio(a, b) < ALIKE or _numbers(a) != _numbers(b) or not _slips_apart(a, b):
        return False
    return all(
        x is None or y is None or x == y
        for x, y in ((_first_page(one), _first_page(other)), (one.volume, other.volume))
    )


def _slips_apart(one: str, other: str) -> bool:
    """Whether the words in which two titles differ are slips of each other ("in the World", "of the Press" are not)."""
    a, b = one.split(), other.split()
    only_a, only_b = [word for word in a if word not in b], [word for word in b if word not in a]
    if abs(len(only_a) - len(only_b)) > MOST_WORDS or min(len(only_a), len(only_b)) > MOST_WORDS:
        return False
    return all(any(fuzz.ratio(x, y) >= SLIP for y in only_b) for x in only_a) if only_a and only_b else True


def _numbers(title: str) -> list[str]:
    """The numbers and roman numerals in a title: parts of one series differ in nothing else."""
    return [word for word in title.split() if word.isdigit() or (set(word) <= set("ivxlc") and word)]


def _first_page(reference: Reference) -> str | None:
    pages = reference.pages
    return pages.replace("–", "-").split("-")[0].strip() if pages else None
