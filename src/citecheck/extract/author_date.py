"""Author–date citations: (Smith, 2014: p. 7), Smith (2014), (see Tversky and Kahneman 1974; Kuhn 1962, 1970)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from citecheck.extract.anchors import Anchor, anchors
from citecheck.extract.body import Body
from citecheck.extract.cited_name import group_end, last_words
from citecheck.extract.cited_names import NameGroup, lone_name, read_names
from citecheck.extract.ibid import find_ibids, merged
from citecheck.extract.lexicon import EAST_ASIAN, ELIDING, words_of
from citecheck.extract.locators import read_locator
from citecheck.extract.persons import is_measured, is_misspelt, is_placed, looks_like_persons
from citecheck.extract.plausible import plausible
from citecheck.extract.recogniser import Recogniser
from citecheck.extract.year_letters import lettered, with_letters
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, CitedName, Style
from citecheck.model.reference import Undated
from citecheck.model.span import Span
from citecheck.model.value import replace, value
from citecheck.text.pattern import pattern
from citecheck.text.tokens import Token, tokenise

#: How far before its year a name is looked for, in code points: beside it, and in the sentences before.
BESIDE = 240
AFAR = 700

#: "1260/1999" is rather the number of a law than a work of 1260, unless the list has it.
EARLY = 1400

#: So many signs and words at most stand before a year without being a name.
MOST_SIGNS = 8
#: A plain word in small letters, which has at most so many.
_SMALL = pattern(r"\s([a-z]{1,20})[ \u00a0]$")
LONGEST_SMALL = 22
# a single plain word before its year. matches: "Lark, " | "; Öge "
_ONE_NAME = pattern(
    r"[;,\s]{0,4}([A-Z\u00c0-\u00d6\u00d8-\u00de][A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e]{1,30}),?\s{1,2}"
)
# the word for "cited in" without its spaces, right behind a year. matches the word of: "1985apudSmith"
_VIA = pattern(r"[a-z]{3,8}(?=[A-Z])")
#: A number right before a year, not glued to a word unless it is a year itself: no name ends there, and a row of years
#: is passed over quickly.
_NUMBER = pattern(r"(?:\b[0-9]{3,9}|(?<![0-9])(?:1[89]|20)[0-9]{2})[a-z]?[\s,:(\[]{0,4}$")


@value
class _Before:
    """The citation before, in the same bracket, from which names may be inherited."""

    citation: Citation
    bracket: int


def find(body: Body) -> tuple[Citation, ...]:
    """Return the author–date citations of a body, in text order, ids still empty."""
    reading = _Reading(body)
    found = plausible(tuple(reading.citations()), body)
    return merged(found, tuple(find_ibids(body, reading.table)))


class _Reading:
    """One pass over the anchors of a body."""

    def __init__(self, body: Body) -> None:
        self.text = body.text
        self.spans = body.spans
        self.lexicon = body.lexicon
        self.table = body.brackets
        self.before: _Before | None = None
        self.begins = body.begins
        self.end = 0
        #: Up to where the names of an entry of this year were looked for and not found.
        self.in_vain: dict[tuple[int | Undated | None, str], int] = {}

    def citations(self) -> Iterator[Citation]:
        for seen in anchors(self.text, self.spans, self.table):
            if seen.span.start < self.end or self._goes_on(seen):
                continue
            anchor, bracket = self._unwrapped(
                lettered(self.text, seen), self.table.around(seen.span.start - seen.joined)
            )
            found = self._at(anchor, bracket)
            if found is None:
                continue
            for citation in with_letters(self.text, found, anchor):
                self.before = _Before(citation, bracket)
                self.end = max(citation.span.end, citation.locator.span.end if citation.locator else 0)
                yield citation

    def _tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a stretch, a listed name parted from the article elided before it: "l’avis d’Obrecy"."""
        found = tokenise(self.text, start, end)
        if not found or (max(found).text < EAST_ASIAN and not ELIDING.search(self.text, start, end)):
            return found
        return [part for token in found for part in (self.lexicon.parted(token) if len(token.text) > 2 else (token,))]

    def _goes_on(self, anchor: Anchor) -> bool:
        """Whether this is the year of the first edition of the work just cited: "1990 [1867]"."""
        if self.before is None:
            return False
        end = self.before.citation.span.end
        start = anchor.span.start - 1
        closed = self.text[anchor.span.end : anchor.span.end + 1] in {"]", "］"}
        return self.text[start] in "[［" and closed and end <= start and not self.text[end:start].strip()

    def _unwrapped(self, anchor: Anchor, bracket: int) -> tuple[Anchor, int]:
        """Take a bracket that holds nothing but the year, inside another, for a part of the year: "([no date] b)"."""
        while bracket >= 0 and self.table.brackets[bracket].parent >= 0:
            around = self.table.brackets[bracket]
            inside = self.text[around.span.start + 1 : around.span.end - 1].strip()
            if inside != anchor.span.of(self.text).strip() or self.text[around.span.start] not in "[［":
                break
            anchor, bracket = lettered(self.text, replace(anchor, span=around.span)), around.parent
        return anchor, bracket

    def _at(self, anchor: Anchor, bracket: int) -> Citation | None:
        """Read the citation that hangs on `anchor`, None when it is none."""
        if bracket < 0:
            return self._in_running_text(anchor)
        floor = self._floor(anchor, bracket)
        one = _ONE_NAME.fullmatch(self.text, floor, anchor.span.start)
        if one is not None and bare(one[1]) not in _leads() and self.lexicon.dated(words_of(one[1]), anchor.key[0]):
            name = CitedName(one[1], Span(*one.span(1)))  # as more than half of all citations in brackets are
            return self._make(
                anchor, bracket, CitationKind.PARENTHETICAL, authors=(name,), et_al=None, since=name.span.start
            )
        tokens = self._tokens(floor, anchor.span.start)
        alone = self._only_signs(tokens)
        if alone and self.before is not None and self.before.bracket == bracket:
            return self._inherited(anchor, bracket, self.before.citation)
        if alone and floor == self.table.brackets[bracket].span.start + 1:
            return self._narrative(anchor, bracket)
        told = self._by_idem(anchor, bracket, tokens) or self._by_title(anchor, bracket, tokens)
        if told is not None:
            return told
        group = read_names(tokens, self.lexicon, anchor.key, inside=True)
        if group is None and self.before is not None and self.before.bracket == bracket:
            group = lone_name(tokens)
        unlikely = anchor.ranged or (anchor.year.original or EARLY) < EARLY or is_placed(group, tokens)
        if group is None or (unlikely and not self._is_listed(group, anchor)):
            return None
        return self._citation((anchor, bracket), group, tokens, kind=CitationKind.PARENTHETICAL)

    def _by_idem(self, anchor: Anchor, bracket: int, tokens: list[Token]) -> Citation | None:
        """Read another work of the author cited before: (idem, 2016: p. 10)."""
        if self.before is None or len(tokens) > MOST_SIGNS + 1:
            return None
        at = next((i for i, token in enumerate(tokens) if bare(token.text) in words("idem")), None)
        if at is None or tokens[at].text.isupper():
            return None
        if not self._only_signs([*tokens[:at], *tokens[at + 1 :]]):
            return None
        before = self.before.citation
        return self._make(
            anchor,
            bracket,
            CitationKind.PARENTHETICAL,
            authors=before.authors,
            et_al=before.et_al,
            since=tokens[at].start,
            inherited=True,
        )

    def _by_title(self, anchor: Anchor, bracket: int, tokens: list[Token]) -> Citation | None:
        """Read a work cited by its title and year: ("A short title", 2007)."""
        at = len(tokens) - 1
        while at >= 0 and not tokens[at].text[0].isalnum():
            at -= 1
        first = next(
            (
                i
                for i, token in enumerate(tokens)
                if token.text[0].isalnum() and bare(token.text) not in words("before")
            ),
            0,
        )
        head = [word for token in tokens[first : first + 2] for word in words_of(token.text)]
        if at - first < 1 or not self.lexicon.opens_title(tuple(head)):
            return None
        title = tuple(word for token in tokens[first : at + 1] for word in words_of(token.text))
        if not self.lexicon.titled(title):
            return None
        name = CitedName(self.text[tokens[first].start : tokens[at].end], Span(tokens[first].start, tokens[at].end))
        made = self._make(anchor, bracket, CitationKind.PARENTHETICAL, authors=(), et_al=None, since=name.span.start)
        return replace(made, title=name.text)

    def _floor(self, anchor: Anchor, bracket: int) -> int:
        """Return where names for this anchor may begin: behind the bracket's opening sign or the citation before."""
        floor = max(self.table.brackets[bracket].span.start + 1, anchor.span.start - BESIDE)
        if self.before is not None and self.before.bracket == bracket:
            locator = self.before.citation.locator
            floor = max(floor, self.before.citation.span.end, locator.span.end if locator else 0)
        glued = _VIA.match(self.text, floor)
        return glued.end() if glued and glued.group() in words("via") else floor

    def _only_signs(self, tokens: list[Token]) -> bool:
        """Whether nothing stands there but signs, joiners, and words that lead into a citation."""
        allowed = _leads()
        if len(tokens) > MOST_SIGNS:
            return False
        return all(not token.text[0].isalnum() or bare(token.text) in allowed for token in tokens)

    def _inherited(self, anchor: Anchor, bracket: int, before: Citation) -> Citation | None:
        if anchor.ranged and not self._has_year(before, anchor):
            return None
        return self._make(anchor, bracket, before.kind, authors=before.authors, et_al=before.et_al, inherited=True)

    def _has_year(self, citation: Citation, anchor: Anchor) -> bool:
        """Whether the first of a citation's names has an entry of this year."""
        return bool(citation.authors and self.lexicon.dated(words_of(citation.authors[0].text), anchor.key[0]))

    def _narrative(self, anchor: Anchor, bracket: int) -> Citation | None:
        """Read a bracket that opens with its year: the names stand before it."""
        opening = self.table.brackets[bracket]
        floor = max(self.begins(opening.span.start), opening.span.start - BESIDE)
        if opening.parent >= 0:
            floor = max(floor, self.table.brackets[opening.parent].span.start + 1)
        closing = max(self.text.rfind(sign, floor, opening.span.start) for sign in ")]}")
        tokens = self._tokens(max(floor, closing), opening.span.start)
        cut = 0 if closing >= 0 else -1
        near = self._without_joiner(tokens[cut + 1 :], closing)
        group = read_names(near, self.lexicon, anchor.key, inside=False) if near else None
        told = group is not None and (self._is_listed(group, anchor) or not self._goes_on_with_years(near, closing))
        if group is not None and told and self._plausible(group, near, anchor):
            return self._citation((anchor, bracket), group, near, kind=CitationKind.NARRATIVE)
        if self.before is not None and anchor.year.number is not None and self._continues(near, cut, tokens):
            return self._make(
                anchor,
                bracket,
                CitationKind.NARRATIVE,
                authors=self.before.citation.authors,
                et_al=self.before.citation.et_al,
                inherited=True,
            )
        return None if anchor.ranged else self._distant(anchor, bracket)

    def _without_joiner(self, tokens: list[Token], closing: int) -> list[Token]:
        """Leave out the word that joins names to the citation before: "Kerr (1983) and Lund (2010)"."""
        joined = tokens and bare(tokens[0].text) in words("joiners") and self.before is not None
        if not joined or self.before is None or self._bracket_end(self.before.bracket) != closing + 1:
            return tokens
        return tokens[1:]

    def _goes_on_with_years(self, tokens: list[Token], closing: int) -> bool:
        """Whether words go on from a year that cites nothing: "Ludbury (built 1868) and Penfold (1871)"."""
        joined = bool(tokens) and closing >= 0 and bare(tokens[0].text) in words("joiners")
        return joined and self.text[max(0, closing - 4) : closing].isdigit()

    def _continues(self, near: list[Token], cut: int, tokens: list[Token]) -> bool:
        """Whether this bracket only goes on from a citation right before it: Smith (2014) and (2016)."""
        if cut < 0 or self.before is None or len(tokens) - cut > 3 or not self._only_signs(near):
            return False
        return tokens[cut].end - 1 <= self._bracket_end(self.before.bracket) <= tokens[cut].end

    def _bracket_end(self, bracket: int) -> int:
        return self.table.brackets[bracket].span.end if bracket >= 0 else -1

    def _plausible(self, group: NameGroup, tokens: list[Token], anchor: Anchor) -> bool:
        """Whether names before a bracket are a citation's: listed ones, or unlisted ones that look like persons."""
        if self._is_listed(group, anchor):
            return True
        if anchor.ranged or group.inverted:
            return False
        if any(name.known for name in group.names):
            return True
        start = anchor.span.start
        if self.text[max(0, start - 20) : start].rstrip(" \u00a0\n*_")[-1:] not in {"(", "[", "（", "［"}:
            return False  # "Revenue (in 2014)": words before the year make it a time
        if is_measured(self.text, anchor.span.end):
            return False
        return (
            group.et_al is not None
            or looks_like_persons(group, tokens)
            or is_misspelt(group, anchor.key[0], self.lexicon)
        )

    def _is_listed(self, group: NameGroup, anchor: Anchor) -> bool:
        """Whether an entry has the first of these names and this year."""
        return bool(group.names and self.lexicon.dated(group.names[0].words, anchor.key[0]))

    def _in_running_text(self, anchor: Anchor) -> Citation | None:
        """Read "Smith 2014" outside any bracket: only when the list has just this."""
        start, number = anchor.span.start, anchor.year.number
        if anchor.ranged or number is None or number not in self.lexicon.years or self._is_behind_small(start):
            return None
        floor = max(self.begins(start), start - BESIDE, self.end)
        nothing = not self.text[max(0, start - 3) : start].strip(" \u00a0,:\n")
        if nothing or _NUMBER.search(self.text, max(0, start - 9), start):
            return None
        tokens = self._tokens(floor, start)
        group = read_names(tokens, self.lexicon, anchor.key, inside=False) if tokens else None
        if group is None or not all(name.known for name in group.names) or not self._is_listed(group, anchor):
            return None
        return self._citation((anchor, -1), group, tokens, kind=CitationKind.NARRATIVE)

    def _is_behind_small(self, start: int) -> bool:
        """Whether a word in small letters with which no name ends stands right before a year: "in 2014"."""
        small = _SMALL.search(self.text, max(0, start - LONGEST_SMALL), start)
        return small is not None and small[1] not in last_words() and not self.lexicon.ends_name(small[1])

    def _distant(self, anchor: Anchor, bracket: int) -> Citation | None:
        """Find the nearest listed name before a bracket that gives only a year, with an entry of that year."""
        number, suffix = anchor.key
        start = self.table.brackets[bracket].span.start
        floor = max(self.begins(start), start - AFAR, self.in_vain.get((number, suffix), 0))
        paragraph = self.text.rfind("\n\n", floor, start)
        tokens = self._tokens(max(floor, paragraph), start)
        for at in range(len(tokens) - 1, -1, -1):
            if not tokens[at].is_capitalised:
                continue
            found = self.lexicon.ending_at(tokens, at)
            if found is None:
                continue
            if any(self.lexicon.year_of(index) == (number, suffix) for index in self.lexicon.entries(found[1])):
                last = group_end(tokens, at)
                group = read_names(tokens[: last + 1], self.lexicon, (number, suffix), inside=False)
                if group is not None:
                    return self._make(
                        anchor,
                        bracket,
                        CitationKind.NARRATIVE,
                        authors=group.cited(tokens),
                        et_al=group.et_al,
                        joiner=group.joiner,
                        distant=True,
                    )
        self.in_vain[number, suffix] = start
        return None

    def _citation(
        self, where: tuple[Anchor, int], group: NameGroup, tokens: list[Token], *, kind: CitationKind
    ) -> Citation | None:
        anchor, bracket = where
        if group.inverted and self._opens_entry(group, tokens):
            return None
        return self._make(
            anchor,
            bracket,
            kind,
            authors=group.cited(tokens),
            et_al=group.et_al,
            joiner=group.joiner,
            since=tokens[group.first].start,
        )

    def _opens_entry(self, group: NameGroup, tokens: list[Token]) -> bool:
        """Whether this is the head of an entry or of the article's own "how to cite": "Smith, J. (2014). Title"."""
        start = tokens[group.first].start
        return not self.text[max(0, start - 80) : start].rpartition("\n")[2].strip(" \t*_•–-")

    def _make(
        self,
        anchor: Anchor,
        bracket: int,
        kind: CitationKind,
        *,
        authors: tuple[CitedName, ...],
        et_al: Span | None,
        joiner: Span | None = None,
        since: int | None = None,
        inherited: bool = False,
        distant: bool = False,
    ) -> Citation:
        """Return the citation; `since` is where its names begin, if they adjoin the year."""
        inside = self.table.brackets[bracket].span if bracket >= 0 else None
        end = anchor.span.end
        most = min(len(self.text), end + 60) if inside is None else inside.end - 1
        locator = read_locator(self.text, end, most, inside=inside is not None)
        if inside is not None and since is not None and kind is CitationKind.NARRATIVE:
            rest = self.text[locator.span.end if locator else end : inside.end]
            end = inside.end if rest.strip() in {")", "]", "）", "］"} else end
        return Citation(
            CitationId(""),
            anchor.span if since is None else Span(since, end),
            kind,
            Style.AUTHOR_DATE,
            anchor.span if inside is None else inside,
            authors=authors,
            et_al=et_al,
            year=anchor.year,
            year_span=anchor.span,
            locator=locator,
            joiner=joiner,
            inherited=inherited,
            distant=distant,
        )


@cache
def _leads() -> frozenset[str]:
    """Words that may stand before a year without being a name: joiners, and words that lead into a citation."""
    return words("joiners") | words("before")


RECOGNISER = Recogniser(Style.AUTHOR_DATE, find)
