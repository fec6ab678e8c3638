"""Which entry each citation means: exact links first, then what is left by evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.extract.reach import Reach
from citecheck.match.blame import blamed
from citecheck.match.candidates import Comparison, asked, compare, is_inflected, is_same_given
from citecheck.match.confidence import with_confidence
from citecheck.match.duplicates import duplicates
from citecheck.match.et_al import overdone
from citecheck.match.mentions import holds
from citecheck.match.nearest_keys import nearest_keys
from citecheck.match.pages import page_range
from citecheck.match.spelling import is_slip, reduced
from citecheck.match.weights import weights
from citecheck.match.years import Slip, is_misdated, year_slip
from citecheck.model.citation import Citation, CitationId, CitationKind
from citecheck.model.match import DifferenceKind, Match, Verdict
from citecheck.model.reference import Reference, ReferenceId, Year
from citecheck.text.folding import fold

#: How much of an entry is searched for a name, in code points.
LONGEST_ENTRY = 1000
#: How many citations back an ibid. may mean.
IBID_REACH = 6
#: For how many keys that no entry has the nearest are sought: with more of them another list is meant.
MOST_KEYS = 200
#: How many entries a missing citation is told about.
NEAREST = 3


def link(
    citations: Sequence[Citation],
    references: Sequence[Reference],
    endings: frozenset[str] = frozenset(),
    lexicon: Lexicon | None = None,
) -> tuple[Match, ...]:
    """Return one match for each citation, in the same order.

    `endings` are those that inflection gives to surnames in the language of the article, `lexicon` the names of the
    entries where they are known already.
    """
    return _Linking(citations, references, endings, lexicon or Lexicon(references)).matches()


class _Linking:
    """One article's citations held against its entries."""

    def __init__(
        self,
        citations: Sequence[Citation],
        references: Sequence[Reference],
        endings: frozenset[str],
        lexicon: Lexicon,
    ) -> None:
        self.endings = frozenset(fold(ending) for ending in endings)
        self.citations = citations
        self.references = references
        self.lexicon = lexicon
        self.same_work = duplicates(references)
        self.reach = Reach(references, [citation.span.start for citation in citations])
        self.by_reduced: dict[str, list[int]] = defaultdict(list)
        self.by_year: dict[object, list[int]] = defaultdict(list)
        for index, reference in enumerate(references):
            for name in reference.cited_as:
                self.by_reduced[reduced(name.shown)].append(index)
                self.by_reduced[reduced(name.family)].append(index)
            self.by_year[self.lexicon.year_of(index)[0]].append(index)
        self.by_id = {reference.id: reference for reference in references}
        self.positions = {reference.id: index for index, reference in enumerate(references)}
        self.by_key = {one.key: one.id for one in reversed(references) if one.key}
        self.near_keys: dict[str, tuple[str, ...]] = {}
        self.cited: set[int] = set()
        self.margins: dict[CitationId, float] = {}
        self.texts: dict[int, tuple[str, ...]] = {}
        #: The entries that agree with a citation, by what it asks for: most works are cited more than once.
        self.agreeing: dict[object, list[Comparison]] = {}

    def matches(self) -> tuple[Match, ...]:
        found: list[Match | None] = [self._told(citation) or self._exact(citation) for citation in self.citations]
        for match in found:
            self._note(match)
        for place, citation in enumerate(self.citations):
            if found[place] is None and citation.kind is not CitationKind.IBID:
                found[place] = self._inexact(citation)
        for match in found:
            self._note(match)
        resolved = overdone(self.citations, self._ibids(found), self.by_id)
        told = blamed(self.citations, resolved, self.lexicon)
        linked = tuple(zip(self.citations, told, strict=True))
        return with_confidence(linked, self.by_id, self.lexicon, self.margins)

    def _note(self, match: Match | None) -> None:
        if match is not None:
            self.cited.update(self.positions[key] for key in match.references if key in self.positions)

    def _told(self, citation: Citation) -> Match | None:
        """The match of a citation whose entry the document itself names."""
        if citation.meant is None:
            return None
        if len(citation.meant) != 1:
            verdict = Verdict.SEVERAL if citation.meant else Verdict.NONE
            return Match(citation.id, verdict, citation.meant, nearest=self._nearest(citation))
        index = self.positions[citation.meant[0]]
        compared = compare(citation, self.references[index], index, self.endings) if citation.authors else None
        found = compared.differences if compared is not None else ()
        if citation.kind is CitationKind.NOTE:
            kinds = {DifferenceKind.SPELLING, DifferenceKind.YEAR}
            if not is_misdated(citation.year, self.references[index].year):
                kinds = {DifferenceKind.SPELLING}  # the year may be another edition's
            found = tuple(one for one in found if one.kind in kinds)
        return Match(citation.id, Verdict.NEAR if found else Verdict.ONE, citation.meant, found)

    def _nearest(self, citation: Citation) -> tuple[ReferenceId, ...]:
        """Return the entries whose keys are nearly the one that is cited and that none has."""
        if citation.key is None or citation.meant:
            return ()
        if citation.key not in self.near_keys and len(self.near_keys) < MOST_KEYS:
            self.near_keys[citation.key] = nearest_keys(citation.key, list(self.by_key))
        return tuple(self.by_key[key] for key in self.near_keys.get(citation.key, ()))

    def _comparisons(self, citation: Citation) -> list[Comparison]:
        """The entries that share a name with the citation, compared with it, cheapest first."""
        indices: set[int] = set()
        for name in citation.authors:
            words = words_of(name.text)
            indices.update(self.lexicon.entries(words))
            indices.update(self.by_reduced.get(reduced(name.text), ()))
            if len(words) > 1:
                indices.update(self.lexicon.entries(words[-1:]))
                indices.update(self.lexicon.entries(words[:1]))
        if citation.title is not None:
            indices.update(self.lexicon.titled(words_of(citation.title)))
        return self._compared(citation, indices)

    def _compared(self, citation: Citation, indices: set[int]) -> list[Comparison]:
        found = [compare(citation, self.references[index], index, self.endings) for index in sorted(indices)]
        return sorted((one for one in found if one is not None), key=lambda one: (one.cost, -one.names, one.index))

    def _exact(self, citation: Citation) -> Match | None:
        """The match of a citation that agrees wholly with one entry, or equally with several."""
        if citation.kind is CitationKind.IBID:
            return None
        key = asked(citation)
        if key not in self.agreeing:
            self.agreeing[key] = self._agreeing(citation)
        agreeing = self._distinct(self._reached(citation, self.agreeing[key]))
        if not agreeing:
            return None
        ids = tuple(self.references[one.index].id for one in agreeing)
        verdict = Verdict.ONE if len(ids) == 1 else Verdict.SEVERAL
        return Match(citation.id, verdict, ids, confidence=weights().links["exact"])

    def _agreeing(self, citation: Citation) -> list[Comparison]:
        """The entries that agree wholly with a citation: the cheapest of them, those with its title and given names."""
        agreeing = [one for one in self._comparisons(citation) if not one.differences]
        titled = self._titled(citation, [one for one in agreeing if one.cost == agreeing[0].cost])
        return self._called(citation, titled)

    def _titled(self, citation: Citation, agreeing: list[Comparison]) -> list[Comparison]:
        """Prefer the entries whose title begins as the short title that the citation gives."""
        if not citation.title:
            return agreeing
        short = words_of(citation.title or "")
        titles = {one.index: words_of(self.references[one.index].title or "") for one in agreeing}
        fitting = [one for one in agreeing if titles[one.index][: len(short)] == short]
        if short and not fitting:
            fitting = [one for one in agreeing if holds(self._words(one.index), short)]
        return fitting or agreeing

    def _called(self, citation: Citation, agreeing: list[Comparison]) -> list[Comparison]:
        """Prefer the entries that write the given names of their first author as the citation does."""
        if not citation.authors or citation.authors[0].given is None:
            return agreeing
        alike = (one for one in agreeing if is_same_given(citation.authors[0], self.references[one.index].cited_as[0]))
        return list(alike) or agreeing

    def _reached(self, citation: Citation, agreeing: list[Comparison]) -> list[Comparison]:
        """Prefer the entries of the list at the end of the chapter, where chapters have lists of their own."""
        serving = self.reach.serving(citation.span.start)
        if serving is None:
            return agreeing
        return [one for one in agreeing if self.reach.group(self.references[one.index]) == serving] or agreeing

    def _distinct(self, agreeing: list[Comparison]) -> list[Comparison]:
        """Leave out entries that are the same work as an earlier one."""
        if len(agreeing) < 2 or not self.same_work:
            return agreeing
        return [
            one
            for one in agreeing
            if self.same_work.get(one.index, one.index) not in {o.index for o in agreeing if o is not one}
        ]

    def _inexact(self, citation: Citation) -> Match:
        """The match of a citation that agrees with no entry: the entry meant and the differences, or none."""
        candidates = self._comparisons(citation)
        known = {one.index for one in candidates}
        near = [one for one in self._similar(citation) if one.index not in known]
        weighed = sorted(
            ((self._weigh(citation, one), one) for one in [*candidates, *near]),
            key=lambda pair: (pair[0], pair[1].index),
        )
        plausible = [(cost, one) for cost, one in weighed if cost <= weights().linking["dearest"]]
        mentioned = self._mentioned(citation) if not plausible else None
        if mentioned is not None:
            return Match(citation.id, Verdict.ONE, (self.references[mentioned].id,), (), weights().links["mentioned"])
        if not plausible:
            return Match(
                citation.id,
                Verdict.NONE,
                nearest=tuple(self.references[one.index].id for _, one in weighed[:NEAREST]),
            )
        lettered = self._by_letter(citation, [one for _, one in plausible])
        if lettered is not None:
            return lettered
        cheapest = plausible[0][0]
        if len(weighed) > 1:
            self.margins[citation.id] = weighed[1][0] - cheapest
        best = self._distinct([one for cost, one in plausible if cost <= cheapest + 0.01])
        meant = min(best, key=lambda one: (one.index in self.cited, one.index))
        return Match(
            citation.id,
            Verdict.NEAR,
            (self.references[meant.index].id,),
            meant.differences,
        )

    def _mentioned(self, citation: Citation) -> int | None:
        """Return the one uncited entry of this year in whose text all the cited names stand (bodies, software)."""
        year = citation.year
        wanted = [words_of(name.text) for name in citation.authors] or [words_of(citation.title or "")]
        if year is None or not all(wanted):
            return None
        dated = self.by_year.get(year.number if year.number is not None else year.undated, ())
        found = [
            index
            for index in (*dated, *self.by_year.get(None, ()))
            if index not in self.cited and all(holds(self._words(index), name) for name in wanted)
        ]
        return found[0] if len(found) == 1 else None

    def _words(self, index: int) -> tuple[str, ...]:
        """The folded words of an entry, made once."""
        if index not in self.texts:
            self.texts[index] = words_of(self.references[index].text[:LONGEST_ENTRY])
        return self.texts[index]

    def _by_letter(self, citation: Citation, plausible: Sequence[Comparison]) -> Match | None:
        """The match of a citation that agrees with entries in all but the letter behind the year.

        Without a letter it may mean any of two or more. With a letter that no entry has, the letters count the entries
        of these names and this year in the order of the list; a single one among lettered works of other co-authors
        is meant without fault.
        """
        only = [
            one for one in plausible if {difference.kind for difference in one.differences} == {DifferenceKind.SUFFIX}
        ]
        if not only or citation.year is None:
            return None
        least = min(one.cost for one in only)
        only = self._distinct(sorted((one for one in only if one.cost == least), key=lambda one: one.index))
        if not citation.year.suffix and len(only) > 1:
            ids = tuple(self.references[one.index].id for one in only)
            return Match(citation.id, Verdict.SEVERAL, ids)
        bare_ = [one for one in only if not self.lexicon.year_of(one.index)[1]]
        place = ord(citation.year.suffix[0]) - ord("a") if citation.year.suffix else -1
        if len(bare_) == 1 and bare_ == only and self._has_lettered_sibling(only[0].index):
            return Match(
                citation.id, Verdict.ONE, (self.references[only[0].index].id,), (), weights().links["lettered"]
            )
        if len(bare_) > 1 and 0 <= place < len(bare_):
            meant = bare_[place]
            return Match(
                citation.id,
                Verdict.NEAR,
                (self.references[meant.index].id,),
                meant.differences,
            )
        return None

    def _has_lettered_sibling(self, index: int) -> bool:
        """Whether another entry of the same first author and year has a letter."""
        names = self.references[index].cited_as
        number, _ = self.lexicon.year_of(index)
        return any(
            other != index and self.lexicon.year_of(other)[0] == number and self.lexicon.year_of(other)[1]
            for other in self.by_reduced.get(reduced(names[0].shown), ())
            if names
        )

    def _similar(self, citation: Citation) -> list[Comparison]:
        """Entries of the same year whose first name is near the cited one."""
        if not citation.authors:
            return []
        first = citation.authors[0].text
        last = first.split()[-1] if first.split() else first
        near = {
            index
            for index in self._of_year(citation.year)
            if any(
                is_slip(first, name.shown, support=len(citation.authors) > 1)
                or is_slip(last, name.family)
                or is_inflected(first, name, self.endings)
                for name in self.references[index].cited_as[:1]
            )
        }
        return self._compared(citation, near)

    def _of_year(self, year: Year | None) -> Sequence[int]:
        """Return the entries of a year; all of them where the citation gives none."""
        if year is None:
            return range(len(self.references))
        return self.by_year.get(year.number if year.number is not None else year.undated, ())

    def _weigh(self, citation: Citation, one: Comparison) -> float:
        """Return the cost of a comparison in the light of what else is known about its entry."""
        cost, counts = one.cost, weights().linking
        uncited = one.index not in self.cited
        if uncited:
            cost -= counts["uncited"]
        if one.has(DifferenceKind.YEAR):
            cost += self._weigh_year(citation, one)
        if one.has(DifferenceKind.SPELLING) and any(
            self.lexicon.knows(words_of(name.text)) for name in citation.authors[:1]
        ):
            cost += counts["known-name"]
        if one.has(DifferenceKind.AUTHOR_ORDER):
            cost += 0.0 if one.names > 1 else counts["order-alone"]
        kinds = {difference.kind for difference in one.differences}
        return cost + (counts["double"] if len(kinds) > 1 and not uncited else 0.0)

    def _weigh_year(self, citation: Citation, one: Comparison) -> float:
        """What a wrong year costs beyond a slip of one digit: much more where nothing else points to the entry."""
        reference, counts = self.references[one.index], weights().linking
        if citation.year is None or reference.year is None:
            return 0.0
        slip = year_slip(citation.year, reference.year)
        far = 0.0 if slip is Slip.STRONG else counts[f"year-{slip.value}"]
        if one.index not in self.cited:
            return far * counts["year-uncited"]
        alone = one.names == 1 and citation.et_al is None
        return far + ((counts["year-alone-slip"] if slip is Slip.STRONG else counts["year-alone"]) if alone else 0.0)

    def _ibids(self, found: Sequence[Match | None]) -> list[Match]:
        """Resolve each ibid.: the entry of the citation before it, or the last one of the names it gives."""
        result: list[Match] = []
        for citation, match in zip(self.citations, found, strict=True):
            result.append(match or self._repeated(citation, result))
        return result

    def _repeated(self, citation: Citation, before: Sequence[Match]) -> Match:
        """Return what an ibid. repeats; `nearest` names the entry before it where its page speaks against that one."""
        repeated = self._same_names(citation, before) if citation.authors else next(reversed(before), None)
        if repeated is None:
            return Match(citation.id, Verdict.NONE, confidence=weights().links["ibid-alone"])
        verdict = Verdict.SEVERAL if len(repeated.references) > 1 else Verdict.ONE
        verdict = verdict if repeated.references else Verdict.NONE
        fitting = self._fitting_page(citation, before) if verdict is Verdict.ONE and not citation.authors else None
        if fitting is not None and fitting.references != repeated.references:
            return Match(
                citation.id,
                Verdict.ONE,
                fitting.references,
                (),
                weights().links["ibid-page"],
                nearest=repeated.references,
            )
        return Match(citation.id, verdict, repeated.references, (), weights().links["ibid"])

    def _fitting_page(self, citation: Citation, before: Sequence[Match]) -> Match | None:
        """Return the match among the last few whose entry has the pages that the ibid. gives, when the last has not."""
        if citation.locator is None or not citation.locator.pages:
            return None
        first = citation.locator.pages[0][0]
        for place, match in enumerate(list(reversed(before))[:IBID_REACH]):
            if len(match.references) == 1:
                pages = page_range(self.by_id[match.references[0]])
                if place == 0 and (pages is None or pages[0] <= first <= pages[1]):
                    return None
                if pages is not None and pages[0] <= first <= pages[1]:
                    return match
        return None

    def _same_names(self, citation: Citation, before: Sequence[Match]) -> Match | None:
        """Return the last match of a citation with the names that this ibid. or op. cit. gives."""
        wanted = {index for name in citation.authors for index in self.lexicon.entries(words_of(name.text))}
        ids = {self.references[index].id for index in wanted}
        return next((match for match in reversed(before) if ids.intersection(match.references)), None)
