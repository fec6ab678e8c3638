"""Order: of the entries in a list, and of the works in a bracket."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationKind
from citecheck.model.manuscript import Manuscript
from citecheck.model.reference import Reference
from citecheck.text.folding import latin

#: An order is a habit when so many brackets keep it, and this part of them.
BRACKETS = 4
SHARE = 0.75


def sections(manuscript: Manuscript) -> list[list[Reference]]:
    """Return the entries of each list of the manuscript's own, in the order they stand; data are in no order."""
    found: dict[tuple[int, int], list[Reference]] = defaultdict(list)
    for reference in manuscript.references:
        document = manuscript.documents[reference.document]
        is_data = document.references is not None and not document.blocks
        if reference.key is None and reference.cited_as and not is_data:
            found[reference.document, reference.section].append(reference)
    return list(found.values())


def sort_key(reference: Reference) -> str:
    """Return what an entry is sorted by: the first family name in plain letters."""
    return latin(reference.cited_as[0].family).replace(" ", "")


def misplaced(section: Sequence[Reference]) -> list[int]:
    """Return the places out of alphabetical order whether "de Cruz" is looked for under C or under D."""
    with_particle = out_of_order([latin(reference.cited_as[0].shown).replace(" ", "") for reference in section])
    return [index for index in out_of_order([sort_key(reference) for reference in section]) if index in with_particle]


def out_of_order(keys: Sequence[str]) -> list[int]:
    """Return the fewest places that must move for `keys` to be sorted (all but a longest rising subsequence)."""
    tails: list[str] = []
    at: list[int] = []
    before: list[int] = []
    for index, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(at[place - 1] if place else -1)
        tails[place : place + 1] = [key]
        at[place : place + 1] = [index]
    kept = set()
    index = at[-1] if at else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return [index for index in range(len(keys)) if index not in kept]


def out_of_habit(text: str, citations: Sequence[Citation], asked: str | None = None) -> Iterator[tuple[Citation, str]]:
    """Yield the citations that break the order of works in a bracket, with that order, where the article keeps one.

    The order is `asked` for where a chosen style says by what to go: "name" or "year".
    """
    rows = list(_rows(text, citations))
    orders = {"year": [_breaks(row, _year) for row in rows], "name": [_breaks(row, _name) for row in rows]}
    kept = {order: sum(not breaks for breaks in found) for order, found in orders.items()}
    order = asked or max(sorted(kept), key=lambda name: kept[name])
    if asked or (kept[order] >= BRACKETS and kept[order] >= SHARE * len(rows)):
        for breaks in orders[order]:
            yield from ((citation, order) for citation in breaks[:1])


def _rows(text: str, citations: Sequence[Citation]) -> Iterator[list[Citation]]:
    """Yield the works of each bracket with two or more first names, cut where "see also" opens a new row."""
    clusters: dict[tuple[int, int], list[Citation]] = defaultdict(list)
    for citation in citations:
        if (
            citation.kind is CitationKind.PARENTHETICAL
            and not citation.inherited
            and citation.year
            and citation.authors
        ):
            clusters[citation.cluster.start, citation.cluster.end].append(citation)
    for cluster in clusters.values():
        row: list[Citation] = []
        for citation in cluster:
            if row and _opens_row(text, _end(row[-1]), citation.span.start):
                if len(row) > 1:
                    yield row
                row = []
            row.append(citation)
        if len(row) > 1:
            yield row


def _end(citation: Citation) -> int:
    """Return where a citation ends, its locator included: "p." is a word of introduction in Polish."""
    return citation.locator.span.end if citation.locator else citation.span.end


def _opens_row(text: str, end: int, start: int) -> bool:
    """Whether a word of introduction stands between two works."""
    return any(bare(word) in words("before") for word in text[end:start].replace(";", " ").split())


def _breaks(row: Sequence[Citation], key: Callable[[Citation], str]) -> list[Citation]:
    """Return the citations of a row that come before their predecessor."""
    return [after for before, after in pairwise(row) if key(after) < key(before)]


def _year(citation: Citation) -> str:
    return str(citation.year.number) if citation.year and citation.year.number is not None else "9999"


def _name(citation: Citation) -> str:
    return latin(citation.authors[0].text)
