"""Comparing one citation with one entry: what agrees, and each difference between them."""

from __future__ import annotations

from collections.abc import Sequence

from citecheck.extract.lexicon import forms, words_of
from citecheck.languages.language import words
from citecheck.match.spelling import is_slip, likeness, same
from citecheck.match.weights import weights
from citecheck.model.citation import Citation, CitedName
from citecheck.model.match import Difference, DifferenceKind
from citecheck.model.reference import Name, Reference, Year
from citecheck.model.span import Span
from citecheck.model.value import value
from citecheck.text.folding import fold, latin
from citecheck.text.pattern import pattern


@value
class Comparison:
    """A citation held against an entry: the index of the entry, how well the names agree, and the differences.

    `names` is how many cited names the entry has in place; `cost` grows with each difference.
    """

    index: int
    names: int
    differences: tuple[Difference, ...]
    cost: float

    def has(self, *kinds: DifferenceKind) -> bool:
        """Whether there is a difference of one of these kinds."""
        return any(difference.kind in kinds for difference in self.differences)


_LETTERS = pattern(r"[^\W\d_]+")

#: How much of an entry holds its authors, in code points; a name that stands there was listed, even if it was not read.
HEAD = 250
#: So few letters stand in a head by chance.
INITIALS = 3

#: A stem has at least so many letters; the ending that inflection takes off a listed name at most so many.
SHORTEST_STEM, LONGEST_ENDING = 4, 2
#: Vowels that a stem may lose before an ending.
_FLEETING = frozenset("eoеоё")


def names_agree(cited: CitedName, listed: Name, endings: frozenset[str] = frozenset()) -> bool:
    """Whether a cited name is the listed one, in full, in short, without its particle, or behind given names.

    `endings` are those that inflection gives to surnames in the language of the article.
    """
    written = words_of(cited.text)
    if _without_particles(written) == _without_particles(words_of(listed.shown)):
        return True
    for form in forms(listed):
        if form == written or (" " in cited.text and not listed.corporate and written[-len(form) :] == form):
            return True
    if listed.given and written[:-1] == words_of(listed.shown) and written[-1][:1] == fold(listed.given)[:1]:
        return True
    if same(cited.text, listed.shown) or (listed.particle and same(cited.text, listed.family)):
        return True
    if listed.acronym and same(cited.text, listed.acronym):
        return True
    return is_inflected(cited.text, listed, endings)


def is_inflected(cited: str, listed: Name, endings: frozenset[str]) -> bool:
    """Whether a cited name, or its last word behind given names, is a listed one with an ending of inflection."""
    if not endings or listed.corporate:
        return False
    last = cited.split()[-1:]
    return _is_inflected(fold(cited), fold(listed.shown), endings) or (
        last != [cited] and any(_is_inflected(fold(word), fold(listed.shown), endings) for word in last)
    )


def _is_inflected(cited: str, listed: str, endings: frozenset[str]) -> bool:
    """Whether two names have one stem, and what follows it in the citation is an ending: Лаумулина of Лаумулин.

    The stem may lose a vowel before its last letter (Wronek, Wronka) and one of two equal consonants (Harjukka,
    Harjukan).
    """
    pairs = enumerate(zip(cited, listed, strict=False))
    stem = next((at for at, (one, other) in pairs if one != other), min(len(cited), len(listed)))
    rest, left = cited[stem:], listed[stem:]
    if stem >= SHORTEST_STEM and len(left) <= LONGEST_ENDING and (rest in endings or listed == cited):
        return True
    if stem < SHORTEST_STEM:
        return False
    fleeting = left[:1] in _FLEETING and left[1:].rstrip("ь") == rest[:1] and rest[1:] in endings
    graded = left[:1] == listed[stem - 1] and cited[stem - 1 : stem] == left[:1] and left[1:] == rest[: len(left) - 1]
    return fleeting or (graded and rest[len(left) - 1 :] in endings)


def _without_particles(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name from its first word on that is no particle: "Van der Berg" and "Berg" are one."""
    particles = words("particles")
    if name and name[0] not in particles:
        return name  # as a rule
    first = next((at for at, word in enumerate(name[:-1]) if word not in particles), len(name) - 1)
    return name[max(0, first) :]


def compare(
    citation: Citation, reference: Reference, index: int, endings: frozenset[str] = frozenset()
) -> Comparison | None:
    """Return how `citation` differs from `reference`; None when their names have nothing in common."""
    names = reference.cited_as
    if citation.title is not None and not citation.authors:
        differences: list[Difference] = []
        agreeing = int(words_of(reference.title or "")[: len(words_of(citation.title))] == words_of(citation.title))
    elif not names or not citation.authors:
        return None
    else:
        differences, agreeing = _names(citation, reference, endings)
    if not agreeing:
        return None
    differences += _year(citation, reference)
    costs = weights().costs
    cost = sum(costs[difference.kind.value] for difference in differences)
    return Comparison(index, agreeing, tuple(differences), cost + _unusual(citation, reference))


def asked(citation: Citation) -> object:
    """Return all of a citation that tells with which entries it agrees."""
    year = citation.year
    return (
        tuple((name.text, name.initials, name.given) for name in citation.authors),
        citation.et_al is None,
        citation.inherited,
        citation.title,
        year and (year.number, year.suffix, year.undated, year.original),
    )


def _unusual(citation: Citation, reference: Reference) -> float:
    """What counts against an entry though it is no difference: et al. here and not there, initials of somebody else."""
    cost, unusual = 0.0, weights().linking["unusual"]
    if citation.et_al is not None and len(reference.cited_as) <= len(citation.authors) + 1 and not reference.et_al:
        cost += unusual
    if citation.et_al is None and reference.et_al and len(citation.authors) <= len(reference.cited_as):
        cost += unusual
    if not citation.authors or not reference.cited_as:
        return cost
    cost += unusual * max(0, len(citation.authors) - len(reference.cited_as))
    cited, listed = citation.authors[0], reference.cited_as[0]
    if cited.initials and listed.given and not _same_initials(cited.initials, listed.given):
        cost += unusual
    return cost


def _same_initials(cited: str, given: str) -> bool:
    """Whether initials as far as they go are those of given names, which may be shortened themselves: "JR", "J.-R."."""
    listed = "".join(word if word.isupper() else word[0] for word in _LETTERS.findall(given))
    return all(one == other for one, other in zip(fold("".join(_LETTERS.findall(cited))), fold(listed), strict=False))


def is_same_given(cited: CitedName, listed: Name) -> bool:
    """Whether the given names of both are written alike, in full or equally shortened."""
    return cited.given is not None and listed.given is not None and words_of(cited.given) == words_of(listed.given)


def _names(citation: Citation, reference: Reference, endings: frozenset[str]) -> tuple[list[Difference], int]:
    """Return the differences of the names, and how many names agree or nearly do (0: another work)."""
    cited, listed = citation.authors, reference.cited_as
    aligned = [_aligned(name, listed, place, endings) for place, name in enumerate(cited)]
    if all(kind == "same" and at == place for place, (kind, at) in enumerate(aligned)):
        return _count(citation, reference, len(cited)), len(cited)  # as a rule
    agreeing = sum(1 for kind, _ in aligned if kind == "same")
    near = [place for place, (kind, _) in enumerate(aligned) if kind == "near"]
    if agreeing + len(near) == 0 or (not agreeing and len(near) < len(cited)):
        return [], 0
    differences = [
        Difference(DifferenceKind.SPELLING, _slip_text(cited[place], listed[at]), listed[at].shown, cited[place].span)
        for place, (kind, at) in enumerate(aligned)
        if kind == "near"
    ]
    placed = [at for kind, at in aligned if kind != "none"]
    added = [place for place, (kind, _) in enumerate(aligned) if kind == "none"]
    unread = _unread(added, cited, reference)
    if placed != sorted(placed) or (placed and placed[0] != 0 and len(placed) + len(unread) == len(cited)):
        if len(cited) == 1 and placed and listed[placed[0]].corporate:
            return differences, agreeing + len(near)
        if placed and placed[0] != 0 and placed == sorted(placed):
            return _first_missing(citation, reference, differences, agreeing)
        differences.append(_about_all(DifferenceKind.AUTHOR_ORDER, citation, reference))
    added = [place for place in added if place not in unread]
    if added and (len(added) >= len(cited) - len(near) or (added[0] == 0 and len(cited) - len(added) < 1)):
        return [], 0
    differences += [
        Difference(DifferenceKind.AUTHOR_ADDED, cited[place].text, _all(reference), cited[place].span)
        for place in added
    ]
    differences += _count(citation, reference, len(placed) + len(unread))
    return differences, agreeing + len(near)


def _unread(added: list[int], cited: Sequence[CitedName], reference: Reference) -> list[int]:
    """Return those of the cited names behind the first that the entry has, though they were not read as its authors."""
    if not any(added):
        return []
    head = latin(reference.text[:HEAD])
    return [
        place for place in added if place and len(cited[place].text) > INITIALS and latin(cited[place].text) in head
    ]


def _first_missing(
    citation: Citation, reference: Reference, differences: list[Difference], agreeing: int
) -> tuple[list[Difference], int]:
    """The cited names are in the entry, but its first author is not among them: a co-author was cited as first."""
    return [*differences, _about_all(DifferenceKind.AUTHOR_ORDER, citation, reference)], agreeing


def _aligned(name: CitedName, listed: Sequence[Name], place: int, endings: frozenset[str]) -> tuple[str, int]:
    """Return whether a cited name is the same as, near to, or none of the listed ones, and which one it is."""
    if place < len(listed) and names_agree(name, listed[place], endings):
        return "same", place  # as a rule
    order = sorted(range(len(listed)), key=lambda at: abs(at - place))[:40]
    for at in order[1:] if place < len(listed) else order:
        if names_agree(name, listed[at], endings):
            return "same", at
    for at in order[:3]:
        if is_slip(name.text, listed[at].shown, support=len(listed) > 1) or is_slip(_last(name), listed[at].family):
            return "near", at
    return "none", -1


def _last(name: CitedName) -> str:
    """The last word of a cited name: the family name where given names stand before it."""
    return name.text.split()[-1] if name.text.split() else name.text


def _slip_text(cited: CitedName, listed: Name) -> str:
    """Return the part of the cited name that stands for the family name."""
    last = _last(cited)
    return last if likeness(last, listed.family) > likeness(cited.text, listed.shown) else cited.text


def _count(citation: Citation, reference: Reference, placed: int) -> list[Difference]:
    """Return what is wrong with the number of names: some left out, or et al. for too few."""
    listed = len(reference.cited_as)
    if citation.et_al is not None:
        if listed < 2 and not reference.et_al and not citation.inherited:
            return [Difference(DifferenceKind.ET_AL, "et al.", _all(reference), citation.et_al)]
        return []
    bodies = any(name.corporate for name in reference.cited_as)
    if listed > placed and not bodies:
        return [_about_all(DifferenceKind.AUTHOR_MISSING, citation, reference)]
    return []


def _about_all(kind: DifferenceKind, citation: Citation, reference: Reference) -> Difference:
    cited = ", ".join(name.text for name in citation.authors)
    span = (
        Span(citation.authors[0].span.start, citation.authors[-1].span.end) if not citation.inherited else citation.span
    )
    return Difference(kind, cited, _all(reference), span if span.start <= span.end else citation.span)


def _all(reference: Reference) -> str:
    """The names of an entry, as a message writes them."""
    names = [name.shown for name in reference.cited_as]
    if len(names) > 4:
        return f"{names[0]}, {names[1]} and {len(names) - 2} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _year(citation: Citation, reference: Reference) -> list[Difference]:
    cited, listed = citation.year, reference.year
    if cited is None or (listed is None and cited.undated is not None):
        return []
    where = citation.year_span or citation.span
    if listed is None:
        return [Difference(DifferenceKind.YEAR, cited.shown, "no year", where)]
    if _same_year(cited, listed):
        if cited.suffix == listed.suffix:
            return []
        return [Difference(DifferenceKind.SUFFIX, cited.shown, listed.shown, where)]
    return [Difference(DifferenceKind.YEAR, cited.shown, listed.shown, where)]


def _same_year(cited: Year, listed: Year) -> bool:
    if cited.number is not None and listed.number is not None:
        return cited.number in {listed.number, listed.original} or cited.original == listed.number
    return cited.number is None and listed.number is None
