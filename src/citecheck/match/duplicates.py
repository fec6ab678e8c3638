"""Entries that are the same work twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from citecheck.extract.lexicon import words_of
from citecheck.languages.language import words
from citecheck.match.apart import ratio, words_ratio
from citecheck.match.spelling import reduced
from citecheck.match.weights import weights
from citecheck.model.reference import Reference
from citecheck.text.folding import latin

#: So much of an entry is compared, in code points; how alike (0 to 100, indel similarity) is told by the weights.
LONGEST = 400
#: Of one author and year, so many works are compared with a further one.
MOST = 100
#: A title of fewer words may begin another one.
WORDS = 4


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
            block = by_author[key][:MOST] if names and reference.title else ()
            earlier = next((at for at in block if _same_work(references[at], reference)), None)
        if earlier is not None:
            result[index] = result.get(earlier, earlier)
        by_author[key].append(index)
        if reference.doi:
            by_doi.setdefault(reference.doi.casefold(), index)
    return result


def duplicates_within(references: Sequence[Reference], part: Callable[[Reference], object]) -> dict[int, int]:
    """Return the duplicates among entries of the same `part`: the lists of two chapters may name one work each."""
    parts: dict[object, list[int]] = defaultdict(list)
    for index, reference in enumerate(references):
        parts[part(reference)].append(index)
    return {
        places[index]: places[earlier]
        for places in parts.values()
        for index, earlier in duplicates([references[place] for place in places]).items()
    }


def _titles_agree(one: Reference, other: Reference) -> bool:
    if not one.title or not other.title:
        return True
    return ratio(latin(one.title[:300]), latin(other.title[:300])) >= weights().duplicates["title-same-doi"]


def _same_work(one: Reference, other: Reference) -> bool:
    if not one.title or not other.title or not one.cited_as or not _texts_agree(one, other):
        return False
    if one.doi and other.doi and one.doi.casefold() != other.doi.casefold():
        return False
    a, b = _plain(one.title), _plain(other.title)
    if len(a) > len(b):
        a, b = b, a
    if b.startswith(f"{a} ") and len(a.split()) >= WORDS:  # a slip in its punctuation lets the title run on
        b = a
    if ratio(a, b) < weights().duplicates["title"] or _numbers(a) != _numbers(b) or not _slips_apart(a, b):
        return False
    return all(
        x is None or y is None or x == y
        for x, y in ((_first_page(one), _first_page(other)), (one.volume, other.volume))
    )


def _plain(title: str) -> str:
    """Return the words of a title without the ones that join: "& " and "and" make no difference."""
    return " ".join(word for word in words_of(title[:300]) if word not in words("joiners"))


def _texts_agree(one: Reference, other: Reference) -> bool:
    """Whether two entries have so many words in common that they may be one; those told apart by letters nearly all."""
    lettered = one.year is not None and other.year is not None and one.year.suffix != other.year.suffix
    a, b = (" ".join(words_of(entry.text[:LONGEST]))[:LONGEST] for entry in (one, other))
    least = weights().duplicates
    return ratio(a, b) >= least["lettered"] if lettered else words_ratio(a, b) >= least["whole"]


def _slips_apart(one: str, other: str) -> bool:
    """Whether the words in which two titles differ are slips of each other ("in the World", "of the Press" are not)."""
    a, b = one.split(), other.split()
    only_a, only_b = [word for word in a if word not in b], [word for word in b if word not in a]
    most, alike = weights().duplicates["words"], weights().duplicates["word"]
    if abs(len(only_a) - len(only_b)) > most or min(len(only_a), len(only_b)) > most:
        return False
    return all(any(ratio(x, y) >= alike for y in only_b) for x in only_a) if only_a and only_b else True


def _numbers(title: str) -> list[str]:
    """The numbers and roman numerals in a title: parts of one series differ in nothing else."""
    return [word for word in title.split() if word.isdigit() or (set(word) <= set("ivxlc") and word)]


def _first_page(reference: Reference) -> str | None:
    pages = reference.pages
    return pages.replace("–", "-").split("-")[0].strip() if pages else None
