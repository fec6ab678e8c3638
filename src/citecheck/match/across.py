"""The same work in the lists of several articles: which entries mean one work, and in what they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from rapidfuzz import fuzz

from citecheck.match.spelling import is_slip, same
from citecheck.match.weights import weights
from citecheck.model.value import value
from citecheck.text.folding import latin

#: So much of a title is compared, in code points.
_LONGEST = 300
#: So many words at either end of a title bring it together with others of its year.
_WORDS = 3
#: So many lists must agree before one that differs from them is thought wrong.
_AGREEING = 2


@value
class Listed:
    """One way in which a work is listed: in so many `lists`, the first of them that of `article`."""

    authors: tuple[str, ...]
    year: str
    title: str
    doi: str
    lists: int = 1
    article: str = ""

    @property
    def shown(self) -> str:
        """The work as a report names it."""
        return " ".join(part for part in (", ".join(self.authors[:1]), self.year, self.title) if part)


class Kind(Enum):
    """In what a list differs from others."""

    NAME = "name"
    YEAR = "year"
    TITLE = "title"
    DOI = "doi"


@value
class Difference:
    """A work that so many lists give as `usual`, and `other_lists` otherwise; `article` has the only such list."""

    kind: Kind
    work: str
    usual: str
    lists: int
    other: str
    other_lists: int
    article: str


def blocks_of(listed: Listed) -> Iterator[str]:
    """Yield what entries for one work have in common, one of them at least: only within such a block they are compared.

    The DOI, the whole title, and the year with the first or the last words of the title: a slip spares one end.
    """
    if listed.doi:
        yield f"doi {listed.doi.casefold()}"
    words = latin(listed.title[:_LONGEST]).split()
    if len(words) >= _WORDS and listed.year and listed.authors:
        yield f"first {listed.year} {' '.join(words[:_WORDS])}"
        yield f"last {listed.year} {' '.join(words[-_WORDS:])}"


def same_work(one: Listed, other: Listed) -> bool:
    """Whether two entries mean one work: the same DOI, or nearly the same title, first author and year."""
    a, b = latin(one.title[:_LONGEST]), latin(other.title[:_LONGEST])
    least = weights().duplicates
    if one.doi and one.doi.casefold() == other.doi.casefold():
        return not a or not b or fuzz.ratio(a, b) >= least["title-same-doi"]
    if one.year != other.year or not (a and b and one.authors and other.authors):
        return False
    if fuzz.ratio(a, b) < least["title"] or _numbers(a) != _numbers(b):
        return False
    return _is_near(one.authors[0], other.authors[0])


def differences(work: Sequence[Listed]) -> Iterator[Difference]:
    """Yield in what the entries for one work differ: names wherever they do, all else where one list stands alone."""
    shown = max(work, key=lambda listed: listed.lists).shown
    yield from _names(work, shown)
    for kind, told, known_by in (
        (Kind.YEAR, lambda listed: listed.year, str),
        (Kind.TITLE, lambda listed: listed.title, latin),
        (Kind.DOI, lambda listed: listed.doi, str.casefold),
    ):
        found = _forms(work, told, known_by)
        if len(found) != _AGREEING:
            continue
        (usual, lists, _), (other, only, article) = found
        if lists >= _AGREEING and only == 1 and not _begins(known_by(usual), known_by(other)):
            yield Difference(kind, shown, usual, lists, other, only, article)


def _names(work: Sequence[Listed], shown: str) -> Iterator[Difference]:
    """Yield each name that is written in other ways too, place by place in lists with as many authors."""
    sizes: Counter[int] = Counter()
    for listed in work:
        sizes[len(listed.authors)] += listed.lists
    size = min(sizes, key=lambda one: (-sizes[one], one))
    alike = [listed for listed in work if len(listed.authors) == size]
    for place in range(size):

        def told(listed: Listed, at: int = place) -> str:
            return listed.authors[at]

        usual, *others = _forms(alike, told, _written)
        for other, lists, article in others:
            if _is_near(usual[0], other):
                yield Difference(Kind.NAME, shown, usual[0], usual[1], other, lists, article if lists == 1 else "")


def _forms(
    work: Iterable[Listed], told: Callable[[Listed], str], known_by: Callable[[str], str]
) -> list[tuple[str, int, str]]:
    """Return what the lists tell, that of most first, with how many do and the article that does so first."""
    lists: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for listed in work:
        form = told(listed)
        if form:
            lists[known_by(form)] += listed.lists
            first.setdefault(known_by(form), (form, listed.article))
    return [(first[form][0], lists[form], first[form][1]) for form in sorted(lists, key=lambda one: (-lists[one], one))]


def _written(name: str) -> str:
    """Return a name without what is no matter of spelling: capitals, and which apostrophe or hyphen it has."""
    return " ".join(name.casefold().replace("’", "'").replace("‐", "-").replace("‑", "-").split())


def _is_near(one: str, other: str) -> bool:
    return same(one, other) or is_slip(one, other, support=True)


def _begins(one: str, other: str) -> bool:
    """Whether one of two titles is the other without its end: a subtitle left out is no slip."""
    return one.startswith(other) or other.startswith(one)


def _numbers(title: str) -> list[str]:
    """The numbers and roman numerals in a title: parts of one series differ in nothing else."""
    return [word for word in title.split() if word.isdigit() or set(word) <= set("ivxlc")]
