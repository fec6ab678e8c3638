"""Which entry of the list is the work that a reference manager knows: by its DOI, else by title and names or year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from citecheck.extract.lexicon import words_of
from citecheck.model.reference import Reference
from citecheck.text.folding import latin

#: A title with fewer letters may stand in many entries.
_SHORTEST = 8
#: So much of a title is compared: what follows a colon is often left out in one of the two.
_LONGEST = 120
_LONGEST_ENTRY = 1_000


def places_of(works: Iterable[Reference], references: Sequence[Reference]) -> dict[str, int]:
    """Return, for the key of each work that was found, where its entry stands among the references."""
    by_doi: dict[str, int] = {}
    by_name: dict[str, list[int]] = defaultdict(list)
    for at, reference in enumerate(references):
        if reference.doi:
            by_doi.setdefault(reference.doi.casefold(), at)
        for name in reference.cited_as[:1]:
            by_name[_last_word(name.family)].append(at)
    texts = [_letters(reference.text[:_LONGEST_ENTRY]) for reference in references]
    places: dict[str, int] = {}
    for work in works:
        place = by_doi.get(work.doi.casefold()) if work.doi else None
        if place is None:
            named = by_name.get(_last_word(work.authors[0].family), ()) if work.authors else ()
            place = _by_title(work, references, texts, named or range(len(references)))
        if place is not None and work.key is not None:
            places[work.key] = place
    return places


def _by_title(
    work: Reference, references: Sequence[Reference], texts: Sequence[str], among: Iterable[int]
) -> int | None:
    """Return the entry that holds the title of a work, the one of its year first; None where several do equally."""
    title = _letters((work.title or "").partition(":")[0][:_LONGEST])
    if len(title) < _SHORTEST:
        title = _letters((work.title or "")[:_LONGEST])
    if not title or (len(title) < _SHORTEST and not work.authors):
        return None
    holding = [place for place in among if title in texts[place]]
    year = work.year.number if work.year else None
    dated = [place for place in holding if (found := references[place].year) is not None and found.number == year]
    best = dated or holding
    whole = _letters((work.title or "")[:_LONGEST])
    exact = [place for place in best if whole in texts[place]] or best
    return exact[0] if len(exact) == 1 else None


def _letters(text: str) -> str:
    """Return the letters and digits of a text in plain Latin writing, without all between them."""
    return "".join(sign for sign in latin(text) if sign.isalnum())


def _last_word(name: str) -> str:
    return "".join(words_of(name)[-1:])
