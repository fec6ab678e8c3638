"""One person whose name is spelled in two ways in a list: Ohlsson here, Olhsson there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from citecheck.match.spelling import reduced, silhouette, skeleton
from citecheck.model.reference import Name, Reference
from citecheck.model.value import value
from citecheck.text.folding import fold, latin, tight

#: In shorter names one letter makes another name.
SHORTEST = 5
#: Less sure than this is not said at all.
LEAST = 0.4
#: So many names that one letter sets apart are no slips of each other, and more are not compared.
_MOST_ALIKE = 40
#: So many places of one name are compared with those of another.
_MOST_PLACES = 20
#: Letters at the end that inflect a name: Ivanov and Ivanova, Robert and Roberts are two persons.
_ENDINGS = frozenset("aos")


@value
class Variant:
    """A name as one entry writes it, the other way in which other entries do, and how sure it is that both are one."""

    place: int
    name: Name
    other_place: int
    other: Name
    others: int
    """How many entries write the name in that other way."""
    confidence: float


def name_variants(references: Sequence[Reference]) -> list[Variant]:
    """Return the names that one letter sets apart from a name written more often, in the order of the list."""
    names = _Names(references)
    found: dict[tuple[int, str], Variant] = {}
    for one, other in _neighbours(names.places):
        rarer, usual = sorted((one, other), key=lambda family: (len(names.places[family]), -names.places[family][0][0]))
        for place, name in names.places[rarer][:_MOST_PLACES]:
            best = names.nearest(place, name, usual)
            known = found.get((place, rarer))
            if best.confidence >= LEAST and (known is None or known.confidence < best.confidence):
                found[place, rarer] = best
    return sorted(found.values(), key=lambda variant: (variant.place, variant.name.family))


class _Names:
    """The names of persons in a list, and where they stand."""

    def __init__(self, references: Sequence[Reference]) -> None:
        self._references = references
        self.places = _places(references)
        self._families: dict[int, frozenset[str]] = {}
        self._counts: dict[str, int] = {}

    def nearest(self, place: int, name: Name, usual: str) -> Variant:
        """Return the name spelled in the usual way that is most surely the one which stands at this place."""
        others = self.places[usual][:_MOST_PLACES]
        sure = [self._sure(place, name, there, other) for there, other in others]
        surest = max(sure)
        return Variant(place, name, *others[sure.index(surest)], self._count(usual), surest)

    def _count(self, family: str) -> int:
        if family not in self._counts:
            self._counts[family] = len({place for place, _ in self.places[family]})
        return self._counts[family]

    def _families_of(self, place: int) -> frozenset[str]:
        """Return the family names in an entry."""
        if place not in self._families:
            entry = self._references[place]
            self._families[place] = frozenset(tight(name.family) for name in (*entry.authors, *entry.editors))
        return self._families[place]

    def _sure(self, place: int, name: Name, there: int, other: Name) -> float:
        """Return how sure it is that two names are one person's; two in one entry are two persons."""
        given = _given_agree(name, other)
        if not given:
            return 0.0
        rarer, usual = tight(name.family), tight(other.family)
        one, two = self._families_of(place), self._families_of(there)
        if usual in one or rarer in two:
            return 0.0
        sure = 0.25 + given
        sure += 0.4 * (not one.isdisjoint(two))
        sure += 0.1 * _same_container(self._references[place], self._references[there])
        sure += 0.1 * (skeleton(rarer) == skeleton(usual) or silhouette(rarer) == silhouette(usual))
        sure -= 0.3 * (self._count(rarer) > 1)
        return round(min(sure, 0.95), 2)


def _places(references: Sequence[Reference]) -> dict[str, list[tuple[int, Name]]]:
    """Return where each family name stands, for persons with a given name."""
    places: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    for place, reference in enumerate(references):
        for name in (*reference.authors, *reference.editors):
            family = tight(name.family)
            if name.given and not name.corporate and len(family) >= SHORTEST and family.isalpha():
                places[family].append((place, name))
    return places


def _neighbours(families: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names between which one letter is added, left out, changed, or two are swapped.

    Names are met under what is left of them when one letter is taken away, so that not each is compared with each.
    """
    met: dict[str, list[str]] = defaultdict(list)
    for family in families:
        for left in {family, *(family[:at] + family[at + 1 :] for at in range(len(family)))}:
            met[left].append(family)
    seen: set[tuple[str, str]] = set()
    for alike in met.values():
        for one, other in combinations(alike[:_MOST_ALIKE], 2):
            pair = (one, other) if one < other else (other, one)
            if pair not in seen and _one_apart(one, other):
                seen.add(pair)
                yield pair


def _one_apart(one: str, other: str) -> bool:
    if reduced(one) == reduced(other):  # ae for ä, which is a habit of typing
        return False
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return not (longer.startswith(shorter) and longer[-1] in _ENDINGS)
    different = [at for at in range(len(one)) if one[at] != other[at]]
    if len(different) == 1:
        return True
    first, last = different[0], different[-1]
    return last == first + 1 and one[first] == other[last] and one[last] == other[first]


def _given_agree(one: Name, other: Name) -> float:
    """Return how much the given names say that two persons are one: nothing where they contradict each other."""
    together = list(zip(_words(one.given or ""), _words(other.given or ""), strict=False))
    if not together or any(not (x.startswith(y) or y.startswith(x)) for x, y in together):
        return 0.0
    if any(len(x) > 1 and len(y) > 1 and x != y for x, y in together):
        return 0.0
    whole = sum(len(x) > 1 and x == y for x, y in together)
    return 0.1 + 0.14 * bool(whole) + 0.15 * (len(together) > 1)


@lru_cache(maxsize=4096)
def _words(given: str) -> tuple[str, ...]:
    return tuple(fold(given.replace(".", " ")).replace("-", " ").split())


def _same_container(one: Reference, other: Reference) -> bool:
    return bool(one.container and other.container) and latin(one.container or "") == latin(other.container or "")
