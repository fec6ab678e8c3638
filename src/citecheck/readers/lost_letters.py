"""The letters behind years (2014a, 2014b) that a tagged list has lost and that the tagged citations still show.

Journals that tag an entry field by field leave its letter to the style that prints it; in the file it stands in the
text alone, and the tags say which entry is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from citecheck.model.document import Link
from citecheck.model.reference import Reference
from citecheck.model.value import replace
from citecheck.text.folding import fold

# The end of a tagged citation: 2014a | Lee et al., 2014 b) | c
_LETTER = re.compile(r"(?:(?<=[0-9])\s?|\A)([a-z])[\s)\]]{0,2}\Z")


def with_letters(
    references: Sequence[Reference], links: Iterable[Link], text: str, unprinted: Collection[str]
) -> tuple[Reference, ...]:
    """Return the entries, with letters for those of one first author and year that have none.

    Where the list has no letter at all, single entries get theirs too. `unprinted` are the keys of the entries that
    stand in the file without their punctuation. A letter is taken where all citations tagged with the entry that show
    one show the same.
    """
    alike: defaultdict[tuple[str, int], list[Reference]] = defaultdict(list)
    for one in references:
        if one.cited_as and one.year is not None and one.year.number is not None:
            alike[fold(one.cited_as[0].shown), one.year.number].append(one)
    lettered = any(map(_letter, references))
    groups = [group for group in alike.values() if len(group) > 1 or not lettered]
    if not groups:
        return tuple(references)
    shown = _shown(links, text)
    found: dict[str, Reference] = {}
    for group in groups:
        letters = [_letter(one) or (shown.get(one.key or "", "") if one.key in unprinted else "") for one in group]
        for one, letter in zip(group, letters, strict=True):
            if one.year is not None and letter and letters.count(letter) == 1:
                found[one.id] = replace(one, year=replace(one.year, suffix=letter))
    return tuple(found.get(one.id, one) for one in references)


def _letter(reference: Reference) -> str:
    return reference.year.suffix if reference.year else ""


def _shown(links: Iterable[Link], text: str) -> dict[str, str]:
    """Return for each key the letter that the citations tagged with it show, where they show one only."""
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        letter = _LETTER.search(link.span.of(text)[-12:])
        if letter and link.target is not None:
            letters[link.target].add(letter[1])
    return {key: next(iter(those)) for key, those in letters.items() if len(those) == 1}
