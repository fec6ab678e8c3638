"""Author–page citations (MLA): (Smith 15), (Smith, “Short Title” 15), Smith (15), and mentions of a listed name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citecheck.extract.body import Body
from citecheck.extract.cited_name import ReadName
from citecheck.extract.cited_names import NameGroup, read_names
from citecheck.extract.lexicon import Lexicon, words_of
from citecheck.extract.recogniser import Recogniser
from citecheck.languages.language import bare, words
from citecheck.model.citation import Citation, CitationId, CitationKind, Locator, Style
from citecheck.model.span import Cover, Span
from citecheck.model.value import replace
from citecheck.text.folding import fold
from citecheck.text.pattern import pattern
from citecheck.text.slips import one_slip_apart
from citecheck.text.tokens import Token, tokenise

#: So few brackets of listed names are no style.
FEWEST = 3
#: A bracket of one work that is longer than this, in code points, is prose, and so is a longer one of several.
LONGEST, LONGEST_OF_MANY = 400, 2000
#: A shorter word is a slip away from too many others.
SHORTEST = 3
#: A name and what little stands before it, in code points.
NAME = 40

# what follows the names in a segment: a short title, a page, a remark, or nothing
# matches: "" | " 15" | " 15–17" | ", “Short Title” 15" | ", *Title*" | ", for a review"; not: ", 2014" | " argues"
_REST = pattern(
    r"(?:,?\s{0,2}(?P<title>[“\"‘«„*_][^;]{2,300}?[”\"’»“*_]++(?=[\s,;)]|$)|(?<=,\s)(?![a-z])[^\W\d][^;“”]{2,300}?))?"
    r"(?:,?\s{1,2}(?:[^\W\d_]{1,4}\.\s{0,1})?(?P<page>[0-9]{1,5}(?:\s?[–-]\s?[0-9]{1,5})?(?:,\s?[0-9]{1,5}(?:\s?[–-]\s?[0-9]{1,5})?){0,5}(?:\s?ff?\.?)?"
    r"|[ivxlc]{1,6}(?:\s?[–-]\s?[ivxlc]{1,6})?))?(?:,\s[a-z][^;()]{0,80})?\s{0,2}$"
)
_YEAR = pattern(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}[a-z]?(?![0-9])")
# a bracket right behind names. matches: " (15)" | " (“Short Title”)" | "\n((Re)labeling)"
_BRACKET = pattern(r"(?:['’]s)?\s?\(((?:[^()\n]|\n(?!\s*\n)|\([^()]{1,160}\)){1,200})\)")
_PAGES = pattern(r"(?:[^\W\d_]{1,4}\.\s?)?[0-9]{1,5}(?:\s?[–,-]\s?[0-9]{1,5}){0,6}")
_WORD = pattern(r"[^\W\d_][\w’'-]*")


def find(body: Body) -> tuple[Citation, ...]:
    """Return the author–page citations of a body; () where its brackets hold years or hardly any listed name."""
    lexicon = body.lexicon
    table = body.brackets
    bracketed = [citation for bracket in table.brackets for citation in _in_bracket(body, bracket.span, lexicon)]
    dated = sum(1 for bracket in table.brackets if _YEAR.search(body.text, bracket.span.start, bracket.span.end))
    few = len(bracketed) < FEWEST or len(bracketed) <= dated
    if few and (2 * dated >= len(table.brackets) or not _has_titles(body, FEWEST - len(bracketed), dated)):
        return ()
    taken = Cover(citation.cluster for citation in bracketed)
    misnamed = [one for bracket in table.brackets if (one := _misnamed(body, bracket.span)) is not None]
    signed = any(citation.joiner and citation.joiner.of(body.text) == "&" for citation in bracketed)
    mentions = (one for one in _mentions(body, taken, lexicon) if signed or not _is_signed(one, body.text))
    return tuple(sorted([*bracketed, *misnamed, *mentions], key=lambda citation: citation.span))


def _has_titles(body: Body, fewest: int, dated: int) -> bool:
    """Whether so many brackets, and more than are dated, hold the title of an entry and nothing else."""
    titled = sum(1 for bracket in body.brackets.brackets if _listed_titles(body, bracket.span))
    return titled >= max(1, fewest, dated + 1)


def _is_signed(mention: Citation, text: str) -> bool:
    """Whether "&" joins names that stand in the text without page or title, as no citation of the article does."""
    signed = mention.joiner is not None and mention.joiner.of(text) == "&"
    return signed and mention.title is None and mention.locator is None


def _in_bracket(body: Body, bracket: Span, lexicon: Lexicon) -> Iterator[Citation]:
    """Yield the citations of a bracket that holds nothing else."""
    inside = Span(bracket.start + 1, bracket.end - 1)
    pieces = inside.of(body.text).split(";") if len(inside) <= LONGEST_OF_MANY else ()
    if any(len(piece) > LONGEST for piece in pieces) or (
        _YEAR.search(body.text, inside.start, inside.end) and "“" not in inside.of(body.text)
    ):
        return
    start = inside.start
    for piece in pieces:
        segment = Span(start, start + len(piece))
        start = segment.end + 1
        found = _segment(body, segment, bracket, lexicon)
        if found is not None:
            yield found


def _segment(body: Body, segment: Span, bracket: Span, lexicon: Lexicon) -> Citation | None:
    """Read one work of a bracket: names, perhaps a short title, perhaps a page."""
    tokens = tokenise(body.text, segment.start, segment.end)
    lead = next((at for at, token in enumerate(tokens) if token.is_word and bare(token.text) not in _leads()), None)
    if lead is None:
        return None
    for at in range(min(len(tokens), lead + 24) - 1, lead - 1, -1):
        rest = _REST.match(body.text, tokens[at].end, segment.end)
        if rest is None:
            continue
        group = read_names(tokens[lead : at + 1], lexicon, (None, ""), inside=True)
        if group is None or not (group.first == 0 or _is_led(body.text, segment, tokens[lead + group.first])):
            continue
        if _ends_listed(group, tokens[lead:]) or (group.first == 0 and _is_new_name(group, tokens[lead:], rest, body)):
            return _made(group, tokens[lead:], bracket, rest=rest, kind=CitationKind.PARENTHETICAL)
    return None


def _is_led(text: str, segment: Span, name: Token) -> bool:
    """Whether a remark leads into the name: "for an overview, see Hale", "on old sails, Hale"."""
    before = text[segment.start : name.start].rstrip().casefold()
    word = before.rpartition(" ")[2]
    return before.endswith(",") or bare(word) in _leads() or word in _leads()


@cache
def _leads() -> frozenset[str]:
    """Words that lead into a citation, but for those that begin a surname: "see" and "v.", not "van"."""
    return words("before") - {particle for particle in words("particles") if len(particle) >= SHORTEST}


def _made(
    group: NameGroup, tokens: list[Token], cluster: Span, *, rest: re.Match[str] | None, kind: CitationKind
) -> Citation:
    names = group.cited(tokens)
    start = tokens[group.first].start
    end = max(names[-1].span.end, group.et_al.end if group.et_al else 0)
    title, locator = None, None
    if rest is not None and rest["title"]:
        title = rest["title"].strip(' “”"‘’«»„*_,')
        end = rest.end("title")
    if rest is not None and rest["page"]:
        span = Span(*rest.span("page"))
        pages = tuple((int(number), int(number)) for number in re.findall(r"[0-9]+", rest["page"]))
        locator = Locator(rest["page"], span, None, pages)
        end = span.end
    return Citation(
        CitationId(""),
        Span(start, end),
        kind,
        Style.AUTHOR_PAGE,
        cluster,
        authors=names,
        et_al=group.et_al,
        joiner=group.joiner,
        title=title or None,
        locator=locator,
    )


def _mentions(body: Body, taken: Cover, lexicon: Lexicon) -> Iterator[Citation]:
    """Yield each mention of listed names in the running text, with the bracketed page or title behind it."""
    for span in body.spans:
        end = span.start
        for word in _WORD.finditer(body.text, span.start, span.end):
            if word.start() < end or not word.group()[0].isupper() or words_of(word.group())[-1:] == ():
                continue
            mention = _mention(body, word, span, lexicon)
            if mention is not None and not taken.overlaps(mention.span):
                end = mention.span.end
                yield mention


def _mention(body: Body, word: re.Match[str], span: Span, lexicon: Lexicon) -> Citation | None:
    """Read the names that begin with `word`, as far as the list has them together."""
    tokens = tokenise(body.text, word.start(), min(span.end, word.start() + 120))
    best: NameGroup | None = None
    for at in range(min(len(tokens), 14)):
        if not tokens[at].is_word:
            continue
        group = read_names(tokens[: at + 1], lexicon, (None, ""), inside=False)
        if group is not None and group.first == 0 and _ends_listed(group, tokens):
            best = group
    if best is None or not _is_whole(best, lexicon):
        return None
    made = _made(
        best, tokens, Span(word.start(), best.cited(tokens)[-1].span.end), rest=None, kind=CitationKind.NARRATIVE
    )
    return _with_bracket(body.text, made)


def _listed_titles(body: Body, bracket: Span) -> list[int]:
    """Return the entries whose title begins with all that a bracket holds."""
    said = words_of(body.text[bracket.start + 1 : bracket.end - 1]) if len(bracket) < LONGEST else ()
    return body.lexicon.titled(said)


def _misnamed(body: Body, bracket: Span) -> Citation | None:
    """Read a listed title in a bracket behind a name that is a slip away from its author's: Hael (Old Sails)."""
    titled = _listed_titles(body, bracket)
    families = {fold(name.family) for index in titled for name in body.references[index].cited_as[:1]}
    if not families:
        return None
    tokens = tokenise(body.text, max(0, bracket.start - NAME), bracket.start)
    if not tokens or not tokens[-1].is_capitalised or not body.text[tokens[-1].end : bracket.start].isspace():
        return None
    group = NameGroup(
        (ReadName(len(tokens) - 1, len(tokens) - 1, words_of(tokens[-1].text), known=False),), len(tokens) - 1
    )
    if not any(one_slip_apart(fold(tokens[-1].text), family) for family in families):
        return None
    made = _made(group, tokens, bracket, rest=None, kind=CitationKind.NARRATIVE)
    return _with_bracket(body.text, made)


def _with_bracket(text: str, mention: Citation) -> Citation:
    """Take in the bracket right behind a mention when it holds a page or a title: Smith (15), Smith (“Short Title”)."""
    found = _BRACKET.match(text, mention.span.end)
    if found is None:
        return mention
    page = _PAGES.fullmatch(found[1])
    if page is not None:
        span = Span(*found.span(1))
        numbers = tuple((int(number), int(number)) for number in re.findall(r"[0-9]+", found[1]))
        locator = Locator(found[1], span, None, numbers)
        return replace(mention, span=Span(mention.span.start, found.end()), locator=locator)
    title = found[1].strip(' “”"‘’«»„*_,.')
    return replace(mention, span=Span(mention.span.start, found.end()), title=title)


def _is_new_name(group: NameGroup, tokens: list[Token], rest: re.Match[str], body: Body) -> bool:
    """Whether unlisted names are a citation's: a title follows, or one of them is a slip away from a listed name."""
    if any(name.last - name.first > 1 or not tokens[name.last].is_capitalised for name in group.names):
        return False
    if rest["title"] and rest["title"].lstrip()[0] in '“"‘«„*_':
        return True
    unknown = [name.words[-1] for name in group.names if not name.known and name.words]
    listed = {name.family for reference in body.references for name in reference.cited_as}
    return any(one_slip_apart(word, fold(name)) for word in unknown if len(word) > SHORTEST for name in listed)


def _ends_listed(group: NameGroup, tokens: list[Token]) -> bool:
    """Whether all names are listed ones, and the last ends with its last word."""
    last = group.names[-1]
    return all(name.known for name in group.names) and words_of(tokens[last.last].text)[-1:] == last.words[-1:]


def _is_whole(group: NameGroup, lexicon: Lexicon) -> bool:
    """Whether some entry is by these names, all of them or et al."""
    first = lexicon.entries(group.names[0].words)
    return any(
        0 in places and (group.et_al is not None or lexicon.count(index) == len(group.names))
        for index, places in first.items()
    )


RECOGNISER = Recogniser(Style.AUTHOR_PAGE, find)
